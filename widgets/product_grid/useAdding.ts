import { useRef } from "react"
import { useOffered } from "../kit/useOffered.ts"
import { useTellModel } from "../kit/useTellModel.ts"
import { useWidgetState } from "../kit/useWidgetState.ts"
import { useWrite } from "../kit/useWrite.ts"

export type Add = (listingId: string) => Promise<void>

/** Everything added here lands in one cart, so additions wait for one another. Undefined when nothing can be added. */
export const useAdding = (): Add | undefined => {
  const write = useWrite()
  const offered = useOffered()
  const tellModel = useTellModel()
  const [kept, keep] = useWidgetState()
  const cart = useRef<string>(undefined)
  const queue = useRef<Promise<void>>(Promise.resolve())
  if (write === undefined || !offered("add_to_cart")) return undefined
  if (typeof kept.cart_id === "string") cart.current ??= kept.cart_id

  const add = async (listingId: string) => {
    const into = cart.current === undefined ? {} : { cart_id: cart.current }
    const answer = await write("add_to_cart", { listing_id: listingId, quantity: 1, ...into })
    const cartId = (answer as { readonly cart_id?: unknown } | undefined)?.cart_id
    if (typeof cartId !== "string") return
    cart.current = cartId
    keep({ cart_id: cartId })
    tellModel(`One piece of listing ${listingId} was added to cart ${cartId}.`, { cart_id: cartId })
  }

  return (listingId) => {
    const added = queue.current.then(() => add(listingId))
    queue.current = added.catch(() => undefined)
    return added
  }
}
