import { call, type Taker } from "./Intent.ts"

/** The first id of a kind that is told. */
const idOf = (said: string, kind: string) => new RegExp(`\\b${kind}_[\\w-]{1,60}`).exec(said)?.[0]

const cancels = /\bcancel\b/i

/** Whoever names an id means that very thing; what is to be done with it, the other words say. */
export const idIntent: Taker = (said) => {
  const session = idOf(said, "chk")
  const token = /\b(?:spt|tok)_\w{1,80}/.exec(said)?.[0]
  if (session !== undefined) {
    if (token !== undefined) return call("complete_checkout", { session_id: session, payment_token: token })
    return call(cancels.test(said) ? "cancel_checkout" : "get_checkout", { session_id: session })
  }
  const order = idOf(said, "ord")
  if (order !== undefined) return call(cancels.test(said) ? "cancel_order" : "get_order_detail", { order_id: order })
  const cart = idOf(said, "crt")
  if (cart !== undefined)
    return call(/\bcheck ?out\b|\bbuy\b/i.test(said) ? "create_checkout" : "get_cart", { cart_id: cart })
  const listing = idOf(said, "lst")
  return listing === undefined || /\b(add|put|buy|order)\b/i.test(said)
    ? undefined
    : call("get_listing", { listing_id: listing })
}
