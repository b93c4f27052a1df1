import { itemIdOf } from "../../../schemas/acp/itemId.ts"
import type { FeedListing } from "../../services/Feed.ts"

/** What can be bought of a listing: each of its variants, or itself. */
export interface Thing {
  readonly itemId: string
  /** Undefined for a listing without variants. */
  readonly choice: string | undefined
  readonly title: string
  /** In cents. */
  readonly price: number
  readonly inStock: boolean
}

export const thingsOf = ({ id, price, stock, title, variants }: FeedListing): ReadonlyArray<Thing> =>
  variants.length === 0
    ? [{ itemId: itemIdOf({ listingId: id, variant: "" }), choice: undefined, title, price, inStock: stock > 0 }]
    : variants.map((variant) => ({
        itemId: itemIdOf({ listingId: id, variant: variant.name }),
        choice: variant.name,
        title: `${title} - ${variant.name}`,
        price: Math.max(0, price + variant.priceDelta),
        inStock: variant.stock > 0
      }))
