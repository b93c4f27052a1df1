import { quantityIn } from "./cartIntent.ts"
import { call, say, type Taker } from "./Intent.ts"
import { pickedListing } from "./picked.ts"

const begin = say("Put something into the cart first, then say “check out”.")
const none = say("There is no checkout yet. Say “check out” to begin one.")

/** “5 Side St, Chicago, IL 60601”. */
const address = /(\d[^,]{2,80}),\s*([A-Za-z .'-]{2,60}),\s*([A-Za-z]{2})[ ,]+(\d{5}(?:-\d{4})?)/

/** What a sentence says of where a purchase goes, how, to whom and for less. */
const changesIn = (said: string) => {
  const [, line1, city, state, zip] = address.exec(said) ?? []
  const email = /[^\s@<>",;]+@[^\s@<>",;]+\.[a-z]{2,}/i.exec(said)?.[0]
  const method = /\b(standard|expedited|pick ?up)\b/i.exec(said)?.[1]?.toLowerCase().replace(" ", "")
  const code = /\b(?:code|coupon|discount)\s+"?([A-Z0-9]{3,20})\b/i.exec(said)?.[1]
  return {
    ...(email !== undefined && { email }),
    ...(line1 !== undefined && {
      shipping_address: { line1: line1.trim(), city: city!.trim(), state: state!.toUpperCase(), zip, country: "US" }
    }),
    ...(method !== undefined && { shipping_method: method }),
    ...(code !== undefined && { discount_codes: [code.toUpperCase()] })
  }
}

/** From a cart or a listing to an order. Money moves only by a token in so many words; else the checkout is shown. */
export const checkoutIntent: Taker = (said, known) => {
  const { cartId, listingId, sessionId } = known
  const token = /\b(?:spt|tok)_\w{1,80}/.exec(said)?.[0]
  if (token !== undefined && /\b(pay|complete|order|buy)\b/i.test(said))
    return sessionId === undefined ? none : call("complete_checkout", { session_id: sessionId, payment_token: token })
  if (/\bcancel\b/i.test(said) && (/\b(checkout|payment|purchase)\b/i.test(said) || sessionId !== undefined))
    return sessionId === undefined ? none : call("cancel_checkout", { session_id: sessionId })
  if (/\bbuy\b/i.test(said) && !/\b(cart|basket)\b/i.test(said)) {
    const listing = pickedListing(said, known)
    if (listing !== undefined) return call("create_checkout", { listing_id: listing, quantity: quantityIn(said) ?? 1 })
  }
  if (/\bcheck ?out\b|\bbuy (?:the |my )?(?:cart|basket|everything|all)\b/i.test(said)) {
    if (cartId !== undefined) return call("create_checkout", { cart_id: cartId })
    return listingId === undefined ? begin : call("create_checkout", { listing_id: listingId, quantity: 1 })
  }
  const changes = changesIn(said)
  if (sessionId !== undefined && Object.keys(changes).length > 0)
    return call("update_checkout", { session_id: sessionId, ...changes })
  if (
    /^(?:please )?(?:i(?:'ll| want to| would like to)? )?(?:pay|place (?:the|my) order|complete|confirm)\b/i.test(said)
  )
    return sessionId === undefined
      ? none
      : call("get_checkout", { session_id: sessionId }, "Look at the total, then pay in the card below.")
  return undefined
}
