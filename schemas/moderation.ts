import { Effect, Schema } from "effect"
import { ListingId, ShopId } from "./ids.ts"
import { ListingStatus, page } from "./listing.ts"
import { Currency, Dollars } from "./money.ts"
import { line } from "./text.ts"
import { Moment } from "./webhooks/moment.ts"
import { wire } from "./wire.ts"

export const ReviewQuery = wire({
  status: ListingStatus.annotate({ description: "pending_review if left out" }).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("pending_review" as const))
  ),
  ...page
})
export type ReviewQuery = typeof ReviewQuery.Type

export const Verdict = wire({
  decision: Schema.Literals(["approve", "reject"]),
  reason: Schema.optionalKey(line({ maximum: 500, description: "For the maker, who is to mend it" })),
  updatedAt: Schema.optionalKey(
    Moment.annotate({ description: "As it was read: when the maker has changed the listing since, nothing is decided" })
  )
}).annotate({ identifier: "Verdict" })
export type Verdict = typeof Verdict.Type

/** A listing as a reviewer sees it. */
export const ReviewedListing = wire({
  id: ListingId,
  shop: wire({ id: ShopId, name: Schema.String }),
  title: Schema.String,
  description: Schema.String,
  price: Dollars,
  currency: Currency,
  images: Schema.Array(Schema.String),
  category: Schema.String,
  city: Schema.String,
  tags: Schema.Array(Schema.String),
  materials: Schema.Array(Schema.String),
  dimensions: Schema.NullOr(Schema.String),
  status: ListingStatus,
  reviewNote: Schema.NullOr(Schema.String),
  createdAt: Schema.String,
  updatedAt: Schema.String
}).annotate({ identifier: "ReviewedListing" })
export type ReviewedListing = typeof ReviewedListing.Type

/** Those first that have waited longest. */
export const ReviewQueue = wire({
  listings: Schema.Array(ReviewedListing),
  totalCount: Schema.Natural,
  hasMore: Schema.Boolean
}).annotate({ identifier: "ReviewQueue" })
export type ReviewQueue = typeof ReviewQueue.Type
