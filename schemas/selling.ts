import { Effect, Schema } from "effect"
import { asks } from "./asks.ts"
import type { Issue } from "./errors/request.ts"
import { ListingId, ShopId } from "./ids.ts"
import { ListingStatus, page } from "./listing.ts"
import { listingBounds as bounds } from "./listingBounds.ts"
import { Currency, Dollars, dollars } from "./money.ts"
import { line, lines } from "./text.ts"
import { wire } from "./wire.ts"

const words = ({ each, most }: { readonly most: number; readonly each: number }, description: string) =>
  Schema.Array(line({ maximum: each }))
    .check(Schema.isMaxLength(most))
    .annotate({ description })

const pieces = (minimum: number) =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum: bounds.stock.maximum })).annotate({
    description: "Pieces for sale"
  })

const title = line({ ...bounds.title, description: "Product title, 5 to 100 characters" })
const description = line({
  ...bounds.description,
  description: "What it is, how it is made, what it is for; at least 20 characters",
  ...lines
})
const price = dollars("Price in US dollars", bounds.price)
const place = (description: string) => Schema.String.check(Schema.isMaxLength(100)).annotate({ description })
const images = Schema.Array(Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(2000)))
  .check(Schema.isMaxLength(bounds.images))
  .annotate({ description: "https addresses of pictures, the best first" })
const shippingCost = dollars(
  "Flat shipping rate in US dollars, with shipping_enabled; 0 ships free",
  bounds.shippingCost
)
const leadTimeDays = Schema.Int.check(Schema.isBetween(bounds.leadTimeDays)).annotate({
  description: "Days to make it ready"
})
const weight = Schema.Finite.check(Schema.isGreaterThan(0), Schema.isLessThanOrEqualTo(100_000)).annotate({
  description: "Weight in ounces"
})

const otherwise = <S extends Schema.Top>(schema: S, value: NoInfer<S["Encoded"]>) =>
  schema.pipe(Schema.withDecodingDefaultKey(Effect.succeed(value)))

const details = {
  categoryId: Schema.optionalKey(place("Category slug or name")),
  category: Schema.optionalKey(place("Same as category_id")),
  cityId: Schema.optionalKey(place("City slug or name; the shop's when left out")),
  city: Schema.optionalKey(place("Same as city_id")),
  images: Schema.optionalKey(images),
  tags: Schema.optionalKey(words(bounds.tags, "Words buyers look for")),
  materials: Schema.optionalKey(words(bounds.materials, "What it is made of")),
  dimensions: Schema.optionalKey(line({ maximum: bounds.dimensions, description: "Such as 4 x 3 in" })),
  weight: Schema.optionalKey(weight),
  shippingCost: Schema.optionalKey(shippingCost)
}

/** What is asked when no category is named, or a blank one. */
export const whichCategory: Issue = {
  path: "category_id",
  message: "is missing",
  question: "Which category does it belong to?"
}

/** A listing as its maker first tells of it. */
export const draftFields = {
  title: title.annotate(asks("What is it called?")),
  description: description.annotate(
    asks("How would you describe it to a buyer, in a sentence or two: what it is, how it is made, what it is for?")
  ),
  price: price.annotate(asks("What does it cost, in US dollars?")),
  ...details,
  categoryId: Schema.optionalKey(place("Category slug or name").annotate(asks(whichCategory.question!, "category"))),
  stock: otherwise(pieces(bounds.stock.minimum), 1),
  shippingEnabled: otherwise(Schema.Boolean.annotate({ description: "The shop sends it by post" }), false),
  pickupEnabled: otherwise(Schema.Boolean.annotate({ description: "Buyers may fetch it; true if left out" }), true),
  leadTimeDays: otherwise(leadTimeDays, 1),
  status: otherwise(
    Schema.Literals(["active", "draft"]).annotate({ description: "draft keeps it from buyers for now" }),
    "active" as const
  ),
  shopId: Schema.optionalKey(ShopId.annotate({ description: "For accounts with several shops; else the first" }))
}
export const ListingDraft = wire(draftFields).annotate({ identifier: "ListingDraft" })
export type ListingDraft = typeof ListingDraft.Type

/** What of a listing is to be otherwise. What is left out stays as it is. */
export const ListingUpdates = wire({
  title: Schema.optionalKey(title),
  description: Schema.optionalKey(description),
  price: Schema.optionalKey(price),
  stock: Schema.optionalKey(pieces(0)),
  ...details,
  shippingEnabled: Schema.optionalKey(Schema.Boolean),
  pickupEnabled: Schema.optionalKey(Schema.Boolean),
  leadTimeDays: Schema.optionalKey(leadTimeDays),
  status: Schema.optionalKey(
    Schema.Literals(["active", "draft", "sold"]).annotate({
      description: "active puts it up for sale, draft hides it, sold keeps it on show"
    })
  )
}).annotate({ identifier: "ListingUpdates" })
export type ListingUpdates = typeof ListingUpdates.Type

export const removalFields = {
  reason: Schema.optionalKey(line({ maximum: 500, description: "Why, for the shop's own records" }))
}

/** A listing as its maker sees it in a list. */
export const MyListing = wire({
  id: ListingId,
  title: Schema.String,
  price: Dollars,
  currency: Currency,
  status: ListingStatus,
  stock: Schema.Natural,
  variants: Schema.Natural.annotate({ description: "How many variants it has" }),
  category: Schema.String,
  city: Schema.String,
  images: Schema.Array(Schema.String),
  url: Schema.String,
  reviewNote: Schema.NullOr(Schema.String.annotate({ description: "Why a reviewer refused it" })),
  createdAt: Schema.String,
  updatedAt: Schema.String
}).annotate({ identifier: "MyListing" })
export type MyListing = typeof MyListing.Type

export const ListingWritten = wire({ listing: MyListing, message: Schema.String }).annotate({
  identifier: "ListingWritten"
})
export type ListingWritten = typeof ListingWritten.Type

export const ListingRemoved = wire({
  success: Schema.Boolean,
  message: Schema.String,
  listingId: ListingId
}).annotate({ identifier: "ListingRemoved" })
export type ListingRemoved = typeof ListingRemoved.Type

export const myListingsFields = {
  status: otherwise(
    Schema.Literals(["all", "active", "draft", "pending_review", "sold", "deleted"]).annotate({
      description: "all leaves out what was deleted"
    }),
    "all" as const
  ),
  query: Schema.optionalKey(
    Schema.String.check(Schema.isMaxLength(200)).annotate({ description: "Words to look for" })
  ),
  shopId: draftFields.shopId,
  ...page
}
export const MyListingsQuery = wire(myListingsFields)
export type MyListingsQuery = typeof MyListingsQuery.Type

export const MyListings = wire({
  listings: Schema.Array(MyListing),
  totalCount: Schema.Natural,
  hasMore: Schema.Boolean
}).annotate({ identifier: "MyListings" })
export type MyListings = typeof MyListings.Type
