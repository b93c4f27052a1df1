import { call, type Taker } from "./Intent.ts"

const told = /\b(lst|crt|chk|ord)_[\w-]{1,60}/

/** Whoever names an id means that very thing; what is to be done with it, the other words say. */
export const idIntent: Taker = (said) => {
  const [id, kind] = told.exec(said) ?? []
  if (id === undefined) return undefined
  if (kind === "lst") {
    if (/\b(add|put)\b/i.test(said)) return undefined
    if (/\b(buy|order)\b/i.test(said)) return undefined
    return call("get_listing", { listing_id: id })
  }
  if (kind === "crt") return call("get_cart", { cart_id: id })
  if (kind === "chk") return /\bcancel\b/i.test(said) ? call("cancel_checkout", { session_id: id }) : undefined
  return /\bcancel\b/i.test(said) ? call("cancel_order", { order_id: id }) : call("get_order_detail", { order_id: id })
}
