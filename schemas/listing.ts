import { Effect, Schema } from "effect"
import { ListingId, ShopId } from "./ids.ts"
import { Currency, Dollars, dollars } from "./money.ts"
import { wire } from "./wire.ts"

export const ListingStatus = Schema.Literals(["draft", "pending_review", "active", "sold", "deleted"])
export type ListingStatus = typeof ListingStatus.Type

export const Sort = Schema.Literals(["relevance", "newest", "price_asc", "price_desc", "popular"])
export type Sort = typeof Sort.Type

const words = (description: string, maximum = 200) =>
  Schema.optionalKey(Schema.String.check(Schema.isMaxLength(maximum)).annotate({ description }))

/** A page of a list: how many, after how many. */
export const page = {
  limit: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 50 }))
    .annotate({ description: "Number of results, 20 when not given, at most 50" })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(20))),
  offset: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 }))
    .annotate({ description: "How many results to skip, for the next page" })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0)))
}

/** The fields of a search, in our hands. */
export const searchFields = {
  query: words("Search keywords, such as 'ceramic mug'. Leave out to browse popular listings."),
  category: words("Category slug or name, such as 'jewelry' or 'home-decor'"),
  categoryId: words("Same as category"),
  city: words("City slug or name, such as 'chicago'"),
  cityId: words("Same as city"),
  priceMin: Schema.optionalKey(dollars("Minimum price in US dollars")),
  priceMax: Schema.optionalKey(dollars("Maximum price in US dollars: 30 for 'under $30'")),
  inStock: Schema.optionalKey(Schema.Boolean.annotate({ description: "true leaves out what is sold out" })),
  shopId: words("Only listings of this shop"),
  tags: Schema.optionalKey(
    Schema.Array(Schema.String.check(Schema.isMaxLength(60)))
      .check(Schema.isMaxLength(10))
      .annotate({ description: "Only listings with all of these tags" })
  ),
  sortBy: Schema.optionalKey(
    Sort.annotate({ description: "relevance when there are keywords, popular when there are none" })
  ),
  ...page
}

export const SearchQuery = wire(searchFields)
export type SearchQuery = typeof SearchQuery.Type

/** A listing as a result of a search. `price` in dollars on the wire. */
export const ListingCard = wire({
  id: ListingId,
  title: Schema.String,
  description: Schema.String,
  price: Dollars,
  currency: Currency,
  images: Schema.Array(Schema.String),
  seller: wire({ id: ShopId, name: Schema.String, city: Schema.String, rating: Schema.Finite }),
  category: Schema.String,
  tags: Schema.Array(Schema.String),
  inStock: Schema.Boolean
})
export type ListingCard = typeof ListingCard.Type

const Facet = wire({ slug: Schema.String, name: Schema.String, count: Schema.Natural })

/** How the results divide, so that an assistant can narrow down. */
export const Facets = wire({
  categories: Schema.Array(Facet),
  cities: Schema.Array(Facet),
  prices: Schema.Array(wire({ min: Dollars, max: Schema.NullOr(Dollars), count: Schema.Natural }))
})
export type Facets = typeof Facets.Type

export const SearchAnswer = wire({
  listings: Schema.Array(ListingCard),
  totalCount: Schema.Natural,
  hasMore: Schema.Boolean,
  facets: Facets,
  suggestion: Schema.optionalKey(
    Schema.String.annotate({ description: "What to try instead, when nothing or only something similar was found" })
  )
}).annotate({ identifier: "SearchAnswer" })
export type SearchAnswer = typeof SearchAnswer.Type

export const Variant = wire({
  name: Schema.String,
  price: Dollars,
  stock: Schema.Natural
})
export type Variant = typeof Variant.Type

export const ReviewsSummary = wire({
  averageRating: Schema.Finite,
  totalReviews: Schema.Natural,
  recentReviews: Schema.Array(
    wire({ rating: Schema.Natural, comment: Schema.String, reviewerName: Schema.String, date: Schema.String })
  )
})

export const Listing = wire({
  id: ListingId,
  title: Schema.String,
  description: Schema.String,
  price: Dollars,
  currency: Currency,
  images: Schema.Array(Schema.String),
  seller: wire({
    id: ShopId,
    shopName: Schema.String,
    city: Schema.String,
    rating: Schema.Finite,
    totalReviews: Schema.Natural
  }),
  category: Schema.String,
  tags: Schema.Array(Schema.String),
  materials: Schema.Array(Schema.String),
  dimensions: Schema.NullOr(Schema.String),
  weightOz: Schema.NullOr(Schema.Finite),
  stock: Schema.Natural,
  variants: Schema.Array(Variant),
  shippingEnabled: Schema.Boolean,
  shippingCost: Dollars,
  pickupEnabled: Schema.Boolean,
  leadTimeDays: Schema.Natural,
  returnPolicy: Schema.String,
  status: ListingStatus,
  url: Schema.String,
  createdAt: Schema.String,
  reviewsSummary: ReviewsSummary
}).annotate({ identifier: "Listing" })
export type Listing = typeof Listing.Type
