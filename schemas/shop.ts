import { Schema } from "effect"
import { ShopId } from "./ids.ts"
import { wire } from "./wire.ts"

/** One of the two browsing dimensions. The slug is stable (`home-decor`). */
export const Category = wire({
  slug: Schema.String,
  name: Schema.String,
  listings: Schema.Natural.annotate({ description: "Active listings in it" })
})
export type Category = typeof Category.Type

/** The other browsing dimension (`chicago`, Chicago, IL). */
export const City = wire({
  slug: Schema.String,
  name: Schema.String,
  state: Schema.String,
  listings: Schema.Natural.annotate({ description: "Active listings in it" })
})
export type City = typeof City.Type

/** A shop as everybody may see it. */
export const Shop = wire({
  id: ShopId,
  name: Schema.String,
  description: Schema.String,
  city: Schema.String,
  state: Schema.String,
  rating: Schema.Finite,
  totalReviews: Schema.Natural,
  returnPolicy: Schema.String,
  url: Schema.String
})
export type Shop = typeof Shop.Type
