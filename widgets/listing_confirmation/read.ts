import type { Listing as ListingSchema } from "../../schemas/listing.ts"
import type { MyListing as Mine, ListingWritten as Written } from "../../schemas/selling.ts"

/** What `create_listing` and `update_listing` put on the wire. */
export type ListingWritten = typeof Written.Encoded
export type MyListing = typeof Mine.Encoded
type Listing = typeof ListingSchema.Encoded

/** What `get_listing` tells its maker of it: more of the piece, and not what a reviewer said. */
const asMine = (listing: Listing): MyListing => ({
  ...listing,
  variants: listing.variants.length,
  city: listing.seller.city,
  review_note: null,
  updated_at: listing.created_at
})

export const listingWritten = (content: unknown): { readonly listing: MyListing } | undefined => {
  const listing = (content as { readonly listing?: MyListing | Listing } | null | undefined)?.listing
  if (typeof listing?.status !== "string" || !Array.isArray(listing.images)) return undefined
  return { listing: "seller" in listing ? asMine(listing) : listing }
}
