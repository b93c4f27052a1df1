import { isUnclear } from "../kit/isUnclear.ts"
import { Refused } from "../kit/Refused.ts"
import { type Act, useAct } from "../kit/useAct.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useSecondsLeft } from "../kit/useSecondsLeft.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useServerClock } from "../kit/useServerClock.ts"
import type { Ready } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { useWriteForResult } from "../kit/useWrite.ts"
import type { Json } from "../kit/wire.ts"
import { read, readCompleted, type Session, type Shown } from "./read.ts"
import { useTellPaid } from "./useTellPaid.ts"
import { words } from "./words.ts"

/** What a person can do with a checkout, as far as the host and the server let them. */
export interface CheckoutActs {
  readonly shown: Shown
  readonly status: Session["status"]
  readonly secondsLeft: number
  readonly act: Act
  /** Changes it; the answer has the new total. */
  readonly revise: ((what: string, changes: Json) => Promise<boolean>) | undefined
  readonly pay: ((token: string, outcome?: "authenticated" | "denied") => Promise<boolean>) | undefined
  readonly startAgain: (() => Promise<boolean>) | undefined
  readonly refresh: (() => Promise<void>) | undefined
  readonly become: (shown: Shown) => void
}

export const useCheckout = (ready: Ready<Shown>): CheckoutActs => {
  const { become, refresh, value } = ready
  const write = useWriteForResult()
  const offered = useOffered()
  const send = useSendMessage()
  const t = useWords(words)
  const act = useAct()
  const { session } = value
  const secondsLeft = useSecondsLeft(session.expires_at, useServerClock())
  useTellPaid(value, act.doing === "pay")

  const change = async (name: string, args: Json) => {
    try {
      const { _meta = {}, structuredContent } = await write!(name, args)
      const next = read(structuredContent, _meta)
      if (next !== undefined) become(next)
    } catch (error) {
      // The change may be made although its answer was lost.
      if (isUnclear(error)) await refresh?.()
      throw error
    }
  }

  const complete = async (token: string, outcome: "authenticated" | "denied" | undefined) => {
    const proof = outcome === undefined ? { expected_total: session.total } : { authentication_result: { outcome } }
    try {
      const paid = await write!("complete_checkout", { session_id: session.id, payment_token: token, ...proof })
      const done = readCompleted(paid.structuredContent)
      if (done === undefined) return void (await refresh?.())
      become({ ...value, session: done.checkout_session, done })
    } catch (error) {
      // Nobody pays what was shown before: after every failure it is looked at again.
      await refresh?.()
      throw error
    }
  }

  const [line, ...others] = session.lines
  const again = line && {
    listing_id: line.listing_id,
    quantity: line.quantity,
    ...(line.variant !== undefined && { variant: line.variant })
  }
  const open = session.status === "pending" || session.status === "ready"
  const can = (tool: string) => write !== undefined && offered(tool)
  return {
    shown: value,
    status: open && secondsLeft <= 0 ? "expired" : session.status,
    secondsLeft,
    act,
    become,
    refresh,
    revise: can("update_checkout")
      ? (what, changes) => act.run(what, () => change("update_checkout", { session_id: session.id, ...changes }))
      : undefined,
    pay: can("complete_checkout") ? (token, outcome) => act.run("pay", () => complete(token, outcome)) : undefined,
    startAgain:
      again !== undefined && others.length === 0 && can("create_checkout")
        ? () => act.run("again", () => change("create_checkout", { ...again }))
        : send &&
          (() =>
            act.run("again", async () => {
              if (!(await send(t("againMessage", { checkout: session.id })))) throw new Refused(t("notTaken"))
            }))
  }
}
