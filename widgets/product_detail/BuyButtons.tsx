import { Button } from "../kit/Button.tsx"
import { CheckoutStarted } from "../kit/CheckoutStarted.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useWords } from "../kit/useWords.ts"
import { InCart } from "./InCart.tsx"
import type { Buying } from "./useBuying.ts"
import { words } from "./words.ts"

/** Buy it, or collect it; and what came of it. */
export const BuyButtons = ({ buying: { act, add, buy, cart, started } }: { readonly buying: Buying }) => {
  const t = useWords(words)
  const elsewhere = started?.told === false
  return (
    <>
      <div className="buttons">
        {buy === undefined || elsewhere ? null : (
          <Button busy={act.doing === "buy"} kind="primary" onPress={buy}>
            {t(act.doing === "buy" ? "buying" : "buy")}
          </Button>
        )}
        {add === undefined ? null : (
          <Button busy={act.doing === "add"} kind={buy === undefined ? "primary" : "secondary"} onPress={add}>
            {t(act.doing === "add" ? "adding" : "add")}
          </Button>
        )}
      </div>
      {started === undefined ? null : <CheckoutStarted started={started} />}
      {cart === undefined ? null : <InCart cartId={cart} />}
      <Trouble message={act.failure?.message} />
    </>
  )
}
