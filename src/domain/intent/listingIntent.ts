import { call, say, type Taker } from "./Intent.ts"
import { pickedListing, placeIn } from "./picked.ts"

const opens =
  /^(?:please )?(?:can (?:you|i) )?(?:open|show|view|see|tell me|give me|look at|details?|more|what about)\b/i

/** One of the listings that were found, to look at more closely. */
export const listingIntent: Taker = (said, known) => {
  if (/\b(categories|kinds of (things|goods)|what do you (sell|have))\b/i.test(said))
    return call("list_categories", {}, "These are the categories.")
  const bare = /^(?:the )?(?:first|second|third|fourth|fifth|last|\d{1,2}(?:st|nd|rd|th)|#\d{1,2})(?: one)?$/i.test(
    said
  )
  if (!bare && !opens.test(said)) return undefined
  const listing = pickedListing(said, known)
  if (listing !== undefined) return call("get_listing", { listing_id: listing })
  return placeIn(said, 0) !== undefined && /\b(one|#\d|number)\b/i.test(said)
    ? say("There is no such place in what was found last. Search for something first, such as “mugs under $30”.")
    : undefined
}
