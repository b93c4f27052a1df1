import { useEffect, useState } from "react"
import { Spoken } from "../kit/Spoken.tsx"
import { useAnnounce } from "../kit/useAnnounce.ts"
import { useSecondsLeft } from "../kit/useSecondsLeft.ts"
import { useServerClock } from "../kit/useServerClock.ts"
import { useWidgetState } from "../kit/useWidgetState.ts"
import { useWords } from "../kit/useWords.ts"
import { Over } from "./Over.tsx"
import { Pending } from "./Pending.tsx"
import type { Session, SignInAnswer } from "./read.ts"
import { SignedIn } from "./SignedIn.tsx"
import { words } from "./words.ts"

interface Props {
  readonly session: Session
  readonly become: (answer: SignInAnswer) => void
}

export const Standing = ({ become, session }: Props) => {
  const t = useWords(words)
  const announce = useAnnounce()
  const [kept, keep] = useWidgetState()
  const [gone, setGone] = useState<string>()
  const left = useSecondsLeft(session.expires_at, useServerClock())
  const { id, status } = session

  // Told once, and only by the widget that was waiting for it, however often it is drawn again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is read when the session changes.
  useEffect(() => {
    if (status === "pending" && kept.awaits !== id) keep({ awaits: id })
    if (status !== "authenticated" || kept.awaits !== id) return
    keep({ awaits: null })
    announce(t("signedInMessage"), { signed_in: true })
  }, [id, status])

  const over = gone === id || left <= 0
  return (
    <>
      <Spoken>{status === "authenticated" ? t("signedIn") : over ? t("over") : ""}</Spoken>
      {status === "authenticated" ? (
        <SignedIn session={session} />
      ) : over ? (
        <Over become={become} />
      ) : (
        <Pending become={become} left={left} onGone={() => setGone(id)} session={session} />
      )}
    </>
  )
}
