import type { ListingCard as ListingCardSchema, SearchAnswer as SearchAnswerSchema } from "../../schemas/listing.ts"

/** What `search_listings` puts on the wire. */
export type SearchAnswer = typeof SearchAnswerSchema.Encoded
export type ListingCard = typeof ListingCardSchema.Encoded
export type PriceBand = SearchAnswer["facets"]["prices"][number]

/** The server checks its answers; here only what would break the drawing is refused. */
export const read = (content: unknown): SearchAnswer | undefined => {
  const answer = content as SearchAnswer | null | undefined
  const { categories, cities, prices } = answer?.facets ?? {}
  return [answer?.listings, categories, cities, prices].every(Array.isArray) ? answer! : undefined
}
