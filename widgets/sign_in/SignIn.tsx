import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { signInAnswer } from "./read.ts"
import { Standing } from "./Standing.tsx"
import { words } from "./words.ts"

/** A sign-in on our own page: the link to it, how long it is good, and what became of it. */
export const SignIn = () => {
  const t = useWords(words)
  const view = useView({
    decode: signInAnswer,
    again: ({ input, kept, value }) => {
      const id = value?.session.id ?? kept.session_id ?? input.session_id
      return typeof id === "string" ? { name: "get_auth_status", args: { session_id: id } } : undefined
    },
    keeps: ({ session }) => ({ session_id: session.id })
  })
  return (
    <Screen name="sign-in" view={view} waiting={t("waiting")}>
      {({ become, value }) => <Standing become={become} session={value.session} />}
    </Screen>
  )
}
