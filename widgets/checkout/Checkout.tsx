import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Body } from "./Body.tsx"
import { read } from "./read.ts"
import { words } from "./words.ts"

/** From what is to be bought to its payment, in one card. */
export const Checkout = () => {
  const t = useWords(words)
  const view = useView({
    decode: read,
    keeps: ({ session }) => ({ session_id: session.id }),
    again: ({ input, kept, value }) => {
      const id = value?.session.id ?? input.session_id ?? kept.session_id
      return typeof id === "string" ? { name: "get_checkout", args: { session_id: id } } : undefined
    }
  })
  return (
    <Screen name="checkout" view={view} waiting={t("waiting")}>
      {(ready) => <Body ready={ready} />}
    </Screen>
  )
}
