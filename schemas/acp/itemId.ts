import { ListingId } from "../ids.ts"

/** A listing, or one of its variants. No variant is the empty string. */
export interface Thing {
  readonly listingId: ListingId
  readonly variant: string
}

/** How agents name what they buy, in feeds as in checkouts: `lst_x`, and `lst_x:Sky blue` for a variant. */
export const itemIdOf = ({ listingId, variant }: Thing): string =>
  variant === "" ? listingId : `${listingId}:${variant}`

/** A listing's id has no colon, so the first one ends it; a variant's name may have more. */
export const readItemId = (itemId: string): Thing => {
  const colon = itemId.indexOf(":")
  return colon < 0
    ? { listingId: ListingId.make(itemId.trim()), variant: "" }
    : { listingId: ListingId.make(itemId.slice(0, colon).trim()), variant: itemId.slice(colon + 1).trim() }
}
