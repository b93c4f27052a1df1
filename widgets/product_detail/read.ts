import type { Listing as ListingSchema } from "../../schemas/listing.ts"

export type Listing = typeof ListingSchema.Encoded

/** The server checks its answers; here only what would break the drawing is refused. */
export const read = (content: unknown): Listing | undefined => {
  const listing = (content as { readonly listing?: Listing } | null | undefined)?.listing
  const drawable =
    typeof listing?.id === "string" &&
    typeof listing.seller?.shop_name === "string" &&
    Array.isArray(listing.reviews_summary?.recent_reviews) &&
    [listing.images, listing.variants, listing.materials].every(Array.isArray)
  return drawable ? listing : undefined
}
