import { Screen } from "../kit/Screen.tsx"
import { useMoment } from "../kit/useMoment.ts"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Body } from "./Body.tsx"
import { joined } from "./Ending.ts"
import { readSession } from "./readSession.ts"
import { readSheet } from "./readSheet.ts"
import { words } from "./words.ts"

const read = (content: unknown) => readSession(content) ?? readSheet(content)

/** What a request to pay came to: thanks, patience, or what is still to be done. */
export const OrderConfirmation = () => {
  const t = useWords(words)
  const first = read(useMoment().result?.structuredContent)
  const view = useView({
    decode: (content) => {
      const now = read(content)
      return now && joined(first, now)
    },
    again: ({ input, kept, value }) => {
      const session_id = value?.id ?? input.session_id ?? input.checkout_session_id ?? kept.session_id
      return session_id === undefined ? undefined : { name: "get_checkout", args: { session_id } }
    },
    keeps: ({ id }) => ({ session_id: id })
  })
  return (
    <Screen name="ending" view={view} waiting={t("waiting")}>
      {(ready) => <Body ready={ready} />}
    </Screen>
  )
}
