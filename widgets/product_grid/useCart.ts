import { useRef } from "react"
import { useCallTool } from "../kit/useCallTool.ts"
import { useTellModel } from "../kit/useTellModel.ts"
import type { Json } from "../kit/wire.ts"

export type AddToCart = (listingId: string) => Promise<void>

/** Everything added here lands in one cart, so additions wait for one another. Undefined when tools cannot be called. */
export const useCart = (): AddToCart | undefined => {
  const call = useCallTool()
  const tellModel = useTellModel()
  const cart = useRef<string>(undefined)
  const queue = useRef<Promise<void>>(Promise.resolve())
  if (call === undefined) return undefined

  const add = async (listingId: string) => {
    const args: Json = { listing_id: listingId, quantity: 1 }
    const answer = await call("add_to_cart", cart.current === undefined ? args : { ...args, cart_id: cart.current })
    const cartId = (answer as { cart_id?: unknown } | undefined)?.cart_id
    if (typeof cartId !== "string") return
    cart.current = cartId
    tellModel(`One piece of listing ${listingId} was added to cart ${cartId}.`, { cart_id: cartId })
  }

  return (listingId) => {
    const added = queue.current.then(() => add(listingId))
    queue.current = added.catch(() => undefined)
    return added
  }
}
