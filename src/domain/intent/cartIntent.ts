import { call, say, type Taker } from "./Intent.ts"
import { pickedListing } from "./picked.ts"

const few = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

/** “Add two of them”, “add 3 to my cart”, “2x”. */
export const quantityIn = (said: string): number | undefined => {
  const count = /\b(\d{1,2})\s?(?:x|of|pieces?|to (?:my|the) (?:cart|basket))\b/i.exec(said)?.[1]
  if (count !== undefined) return Math.max(1, Number(count))
  const word = /\b(one|two|three|four|five|six|seven|eight|nine|ten) (?:of|pieces)\b/i.exec(said)?.[1]
  return word === undefined ? undefined : few.indexOf(word.toLowerCase()) + 1
}

const nothing = say("Search for something first, then say which one to add, such as “add the first one”.")

/** Putting things into the cart and looking into it. */
export const cartIntent: Taker = (said, known) => {
  const { cartId, listingId } = known
  if (/^(?:please )?(?:add|put)\b/i.test(said) && !/\b(listing|address)$/i.test(said)) {
    const listing = pickedListing(said, known) ?? (/\b(cart|basket)\b/i.test(said) ? listingId : undefined)
    if (listing === undefined) return nothing
    return call("add_to_cart", { listing_id: listing, quantity: quantityIn(said) ?? 1, cart_id: cartId })
  }
  if (/\b(empty|clear)\b.*\b(cart|basket)\b/i.test(said))
    return call("get_cart", { cart_id: cartId }, "Set what you do not want to 0 in the cart.")
  return /\b(cart|basket)\b|\bmy bag\b/i.test(said) && !/\bcheck ?out\b|\b(buy|pay)\b/i.test(said)
    ? call("get_cart", { cart_id: cartId })
    : undefined
}
