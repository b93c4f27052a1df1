import { useEffect } from "react"
import { Button } from "../kit/Button.tsx"
import { CheckoutStarted } from "../kit/CheckoutStarted.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useStartCheckout } from "../kit/useStartCheckout.ts"
import { useWords } from "../kit/useWords.ts"
import { remedy } from "./lines.ts"
import type { CartView } from "./read.ts"
import type { Quantities } from "./useQuantities.ts"
import { words } from "./words.ts"

interface Props {
  readonly cart: CartView
  readonly change: Quantities | undefined
  readonly refresh: (() => void) | undefined
}

/** The way to the checkout; or, when something is short, what makes the cart one that can be bought. */
export const CheckOut = ({ cart, change, refresh }: Props) => {
  const t = useWords(words)
  const act = useAct()
  const offered = useOffered()
  const { forget, start, started } = useStartCheckout()
  const short = remedy(cart.lines)
  const changing = change?.busy === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: a cart that is changed is another one to check out.
  useEffect(() => {
    if (changing) forget()
  }, [changing])

  const offersCheckout = start !== undefined && offered("create_checkout")
  const message = (checkout: string) => t("checkoutMessage", { cart: cart.cart_id, checkout })
  const open = () =>
    act.run("check out", async () => {
      try {
        await start?.({ cart_id: cart.cart_id }, message)
      } catch (error) {
        refresh?.()
        throw error
      }
    })
  const press =
    short.length > 0 ? change && (() => void change.set(short)) : offersCheckout ? () => void open() : undefined
  const label = short.length > 0 ? "takeWhatIsLeft" : act.doing === undefined ? "checkOut" : "checkingOut"
  return (
    <div className="out">
      {short.length > 0 ? <p role="status">{t("shortHint")}</p> : null}
      {press === undefined || started?.told === false ? null : (
        <Button busy={changing || act.doing !== undefined} kind="primary" onPress={press}>
          {t(label)}
        </Button>
      )}
      {started === undefined ? null : <CheckoutStarted started={started} />}
      <Trouble message={act.failure?.message} />
    </div>
  )
}
