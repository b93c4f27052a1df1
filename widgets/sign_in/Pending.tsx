import { useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Icon } from "../kit/Icon.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import type { Refused } from "../kit/Refused.ts"
import { useCallTool } from "../kit/useCallTool.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useOpenLink } from "../kit/useOpenLink.ts"
import { useWords } from "../kit/useWords.ts"
import { type Session, type SignInAnswer, signInAnswer } from "./read.ts"
import { usePolling } from "./usePolling.ts"
import { words } from "./words.ts"

interface Props {
  readonly session: Session
  readonly left: number
  readonly become: (answer: SignInAnswer) => void
  readonly onGone: () => void
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`

/** The way to the page, and a look now and then whether it was gone. */
export const Pending = ({ become, left, onGone, session }: Props) => {
  const t = useWords(words)
  const call = useCallTool()
  const offered = useOffered()
  const opens = useOpenLink() !== undefined
  const asking = useRef(false)
  const [checked, setChecked] = useState<"now" | "not yet">()
  const { id, sign_in_url = "" } = session

  const ask = async (): Promise<boolean> => {
    if (call === undefined || asking.current) return true
    asking.current = true
    try {
      const fresh = signInAnswer(await call("get_auth_status", { session_id: id }))
      if (fresh?.session.status === "authenticated") become(fresh)
      return true
    } catch (error) {
      // Nobody knows it any more: it was refused on our page, or is over.
      if ((error as Refused).code === "NOT_FOUND") onGone()
      return false
    } finally {
      asking.current = false
    }
  }
  const can = call !== undefined && offered("get_auth_status")
  usePolling(can ? ask : undefined)

  const check = async () => {
    setChecked("now")
    await ask()
    setChecked("not yet")
  }
  return (
    <>
      <h2>{t("title")}</h2>
      <p>{t("how")}</p>
      <div className="row">
        <LinkOut href={sign_in_url} kind="primary">
          {t("open")}
        </LinkOut>
        {can ? (
          <Button busy={checked === "now"} onPress={check}>
            {t(checked === "now" ? "checking" : "check")}
          </Button>
        ) : null}
      </div>
      <p className="soft not-yet" role="status">
        {checked === "not yet" ? t("notYet") : ""}
      </p>
      {opens ? null : (
        <p className="soft">
          {t("address")} <bdi className="address">{sign_in_url}</bdi>
        </p>
      )}
      <p className="soft left" role="timer">
        <Icon name="clock" size={16} />
        <span className="money">{t("left", { time: clock(left) })}</span>
      </p>
    </>
  )
}
