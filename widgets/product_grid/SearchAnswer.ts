import type { ListingCard as ListingCardSchema, SearchAnswer as SearchAnswerSchema } from "../../schemas/listing.ts"

/** What `search_listings` puts on the wire. */
export type SearchAnswer = typeof SearchAnswerSchema.Encoded
export type ListingCard = typeof ListingCardSchema.Encoded

/** The server checks its answers; here only what would break the drawing is refused. */
export const searchAnswer = (content: unknown): SearchAnswer | undefined => {
  const answer = content as SearchAnswer | null | undefined
  return Array.isArray(answer?.listings) && Array.isArray(answer.facets?.categories) ? answer : undefined
}
