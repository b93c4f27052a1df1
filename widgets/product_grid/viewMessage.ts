import { formatMoney } from "../kit/formatMoney.ts"
import type { ListingCard } from "./SearchAnswer.ts"

/**
 * What the person says when they press View. It speaks in their name, so nothing a seller wrote may be in it:
 * a title could carry an instruction. The id says which piece, price and category say it to a reader.
 */
export const viewMessage = (listing: ListingCard): string => {
  const category = listing.category.replaceAll(/[^\p{L}\p{N} &-]/gu, "").slice(0, 40)
  return `Show me listing ${listing.id} (${category}, ${formatMoney(listing.price, listing.currency)}).`
}
