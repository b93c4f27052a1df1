import { useState } from "react"
import type { Session } from "../../schemas/session.ts"
import { Refused } from "./Refused.ts"
import { useLocale } from "./useLocale.ts"
import { useSendMessage } from "./useSendMessage.ts"
import { useWrite } from "./useWrite.ts"
import type { Json } from "./wire.ts"
import { common } from "./words.ts"

type Opened = Pick<typeof Session.Encoded, "id" | "continue_url">

export interface Started {
  /** Where it goes on when the conversation does not. */
  readonly url: string
  /** The conversation was asked to show it. */
  readonly told: boolean
}

const openedIn = (answer: unknown): Opened | undefined => {
  const session = (answer as { readonly checkout_session?: Opened } | undefined)?.checkout_session
  return typeof session?.id === "string" ? session : undefined
}

/** Starts a checkout, and asks in the conversation to show it. `start` is undefined when no tool can be called. */
export const useStartCheckout = () => {
  const write = useWrite()
  const send = useSendMessage()
  const { locale } = useLocale()
  const [started, setStarted] = useState<Started>()
  const start =
    write &&
    (async (args: Json, message: (checkoutId: string) => string) => {
      const session = openedIn(await write("create_checkout", args))
      if (session === undefined) throw new Refused(common[locale].somethingWrong)
      setStarted({ url: session.continue_url, told: (await send?.(message(session.id))) === true })
    })
  return { started, start, forget: () => setStarted(undefined) }
}
