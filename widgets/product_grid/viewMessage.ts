import { formatMoney } from "../kit/formatMoney.ts"
import type { Say } from "../kit/useWords.ts"
import type { ListingCard } from "./read.ts"

/**
 * What the person says when they press View. It speaks in their name, so nothing a seller wrote may be in it:
 * a title could carry an instruction. The id says which piece, price and category say it to a reader.
 */
export const viewMessage = (
  { category, currency, id, price }: ListingCard,
  say: Say<"viewMessage">,
  tag: string
): string =>
  say("viewMessage", {
    listing: id,
    category: category.replaceAll(/[^\p{L}\p{N} &-]/gu, "").slice(0, 40),
    price: formatMoney(price, currency, tag)
  })
