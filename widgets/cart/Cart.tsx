import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Basket } from "./Basket.tsx"
import { type CartView, read } from "./read.ts"
import { words } from "./words.ts"

/** What somebody collected, from any number of shops. */
export const Cart = () => {
  const t = useWords(words)
  const view = useView<CartView>({
    decode: read,
    again: ({ input, kept, value }) => {
      const id = value?.cart_id ?? kept.cart_id ?? input.cart_id
      return { name: "get_cart", args: typeof id === "string" ? { cart_id: id } : {} }
    },
    keeps: ({ cart_id }) => ({ cart_id })
  })
  return (
    <Screen name="cart" view={view} waiting={t("opening")}>
      {(ready) => <Basket ready={ready} />}
    </Screen>
  )
}
