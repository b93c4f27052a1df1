import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useAnnounce } from "../kit/useAnnounce.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import { useWrite } from "../kit/useWrite.ts"
import { type MembershipAnswer, membershipAnswer } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly signedIn: boolean
  readonly become: (answer: MembershipAnswer) => void
}

/** Joins those who are signed in, and leads the others to signing in. */
export const Join = ({ become, signedIn }: Props) => {
  const t = useWords(words)
  const act = useAct()
  const write = useWrite()
  const offered = useOffered()
  const announce = useAnnounce()
  const send = useSendMessage()
  const [notTaken, setNotTaken] = useState(false)

  if (!signedIn || act.failure?.code === "UNAUTHORIZED") {
    const ask = async () => setNotTaken(!(await send?.(t("signInMessage"))))
    return (
      <div className="join">
        <p className="soft">{t("guest")}</p>
        {send === undefined ? null : (
          <Button kind="primary" onPress={ask}>
            {t("signIn")}
          </Button>
        )}
        <Trouble message={notTaken ? t("notTaken") : undefined} />
      </div>
    )
  }
  if (write === undefined || !offered("join_membership")) return null
  const join = () =>
    act.run("join", async () => {
      const answer = membershipAnswer(await write("join_membership", {}))
      if (answer === undefined) return
      become(answer)
      await announce(t("joinedMessage"), { member: true })
    })
  return (
    <div className="join">
      <Button busy={act.doing !== undefined} kind="primary" onPress={join}>
        {t(act.doing === undefined ? "join" : "joining")}
      </Button>
      <Trouble message={act.failure?.message} />
    </div>
  )
}
