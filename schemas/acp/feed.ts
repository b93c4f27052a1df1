import { Schema } from "effect"

/** An amount in minor units, and its currency in capitals: feeds write it so, checkouts do not. */
const Price = Schema.Struct({ amount: Schema.Natural, currency: Schema.Literal("USD") })
const Media = Schema.Struct({ type: Schema.Literal("image"), url: Schema.String, alt_text: Schema.String })
const Description = Schema.Struct({ plain: Schema.String })
const Link = Schema.Struct({
  type: Schema.Literals(["privacy_policy", "terms_of_service", "refund_policy", "faq"]),
  title: Schema.String,
  url: Schema.String
})
const Seller = Schema.Struct({ name: Schema.String, links: Schema.Array(Link) })

/** What can be bought. Its id is the item id of a checkout. */
export const FeedVariant = Schema.Struct({
  id: Schema.String,
  title: Schema.String,
  description: Description,
  url: Schema.String,
  price: Price,
  availability: Schema.Struct({
    available: Schema.Boolean,
    status: Schema.Literals(["in_stock", "out_of_stock"])
  }),
  categories: Schema.Array(Schema.Struct({ value: Schema.String, taxonomy: Schema.Literal("merchant") })),
  condition: Schema.Tuple([Schema.Literal("new")]),
  variant_options: Schema.optionalKey(
    Schema.Array(Schema.Struct({ name: Schema.Literal("Choice"), value: Schema.String }))
  ),
  media: Schema.Array(Media),
  seller: Seller,
  marketplace: Seller
})
export type FeedVariant = typeof FeedVariant.Type

/** A line of `/feed/products.jsonl`: a listing, with at least one thing of it that can be bought. */
export const FeedProduct = Schema.Struct({
  id: Schema.String,
  title: Schema.String,
  description: Description,
  url: Schema.String,
  media: Schema.Array(Media),
  variants: Schema.Array(FeedVariant)
})
export type FeedProduct = typeof FeedProduct.Type

/** `/feed/metadata.json`: what the feed is called, and since when it has been as it is. */
export const FeedMetadata = Schema.Struct({
  id: Schema.String,
  target_country: Schema.Literal("US"),
  updated_at: Schema.String
})
export type FeedMetadata = typeof FeedMetadata.Type
