import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Detail } from "./Detail.tsx"
import { read } from "./read.ts"
import { words } from "./words.ts"

/** One order: what it cost, where it is, and what can still be done with it. */
export const OrderDetail = () => {
  const t = useWords(words)
  const view = useView({
    decode: read,
    again: ({ input, kept, value }) => {
      const order_id = value?.id ?? input.order_id ?? kept.order_id
      return order_id === undefined ? undefined : { name: "get_order_detail", args: { order_id } }
    },
    keeps: ({ id }) => ({ order_id: id })
  })
  return (
    <Screen name="order" view={view} waiting={t("waiting")}>
      {(ready) => <Detail ready={ready} />}
    </Screen>
  )
}
