import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Orders } from "./Orders.tsx"
import { anew } from "./question.ts"
import { read } from "./read.ts"
import { useQuestion } from "./useQuestion.ts"
import { Waiting } from "./Waiting.tsx"
import { words } from "./words.ts"

/** What `get_orders` found: to look at, to narrow down, and to buy again. */
export const OrderList = () => {
  const t = useWords(words)
  const [question, ask] = useQuestion()
  const view = useView({
    decode: read,
    again: ({ value }) => ({ name: "get_orders", args: anew(question, value?.orders.length ?? 0) })
  })
  return (
    <Screen name="orders" places={<Waiting />} view={view} waiting={t("waiting")}>
      {(ready) => <Orders ask={ask} question={question} ready={ready} />}
    </Screen>
  )
}
