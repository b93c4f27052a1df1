import { useState } from "react"
import { type Act, useAct } from "../kit/useAct.ts"
import { useOffered } from "../kit/useOffered.ts"
import { type Started, useStartCheckout } from "../kit/useStartCheckout.ts"
import { useTellModel } from "../kit/useTellModel.ts"
import { useWidgetState } from "../kit/useWidgetState.ts"
import { type Say, useWords } from "../kit/useWords.ts"
import { useWrite } from "../kit/useWrite.ts"
import type { Choice } from "./useChoice.ts"
import { words } from "./words.ts"

export interface Buying {
  readonly act: Act
  readonly buy: (() => void) | undefined
  readonly add: (() => void) | undefined
  readonly started: Started | undefined
  /** The cart that something was just added to. */
  readonly cart: string | undefined
  /** Something else was chosen: what was done belongs to the elder choice. */
  readonly forget: () => void
}

/** Buying one piece at once, or collecting it. `changed` is called when the stock turned out to be another. */
export const useBuying = (listingId: string, { offer, quantity }: Choice, changed?: () => void): Buying => {
  const t: Say<keyof (typeof words)["en"]> = useWords(words)
  const act = useAct()
  const write = useWrite()
  const offered = useOffered()
  const checkout = useStartCheckout()
  const tellModel = useTellModel()
  const [kept, keep] = useWidgetState()
  const [cart, setCart] = useState<string>()
  const args = {
    listing_id: listingId,
    quantity,
    ...(offer.variant !== undefined && { variant: offer.variant })
  }

  const orLookAgain = async (what: () => Promise<void>) => {
    try {
      await what()
    } catch (error) {
      if ((error as { readonly code?: string }).code === "OUT_OF_STOCK") changed?.()
      throw error
    }
  }

  const addToCart = async () => {
    const into = typeof kept.cart_id === "string" ? { cart_id: kept.cart_id } : {}
    const answer = (await write?.("add_to_cart", { ...args, ...into })) as { readonly cart_id?: unknown } | undefined
    if (typeof answer?.cart_id !== "string") return
    const { cart_id } = answer
    keep({ cart_id })
    setCart(cart_id)
    tellModel(`Listing ${listingId} was added to cart ${cart_id}: ${quantity} more.`, { cart_id })
  }

  const forget = () => {
    setCart(undefined)
    checkout.forget()
    act.forget()
  }

  const { start } = checkout
  return {
    act,
    started: checkout.started,
    cart,
    forget,
    buy:
      start && offered("create_checkout")
        ? () => {
            const message = (checkoutId: string) => t("buyMessage", { listing: listingId, checkout: checkoutId })
            act.run("buy", () => orLookAgain(() => start(args, message)))
          }
        : undefined,
    add:
      write && offered("add_to_cart")
        ? () => {
            setCart(undefined)
            act.run("add", () => orLookAgain(addToCart))
          }
        : undefined
  }
}
