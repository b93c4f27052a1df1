import { Schema } from "effect"
import { ListingId, ShopId } from "./ids.ts"
import { ListingStatus } from "./listing.ts"
import { Currency, Dollars } from "./money.ts"
import { wire } from "./wire.ts"

const choice = wire({ slug: Schema.String, name: Schema.String })

/** What a maker has said of a listing so far; what is there is filled in. */
export const ListingSoFar = wire({
  id: Schema.optionalKey(ListingId),
  status: Schema.optionalKey(ListingStatus),
  title: Schema.optionalKey(Schema.String),
  description: Schema.optionalKey(Schema.String),
  price: Schema.optionalKey(Dollars),
  stock: Schema.optionalKey(Schema.Natural),
  category: Schema.optionalKey(Schema.String.annotate({ description: "Its slug" })),
  images: Schema.optionalKey(Schema.Array(Schema.String)),
  tags: Schema.optionalKey(Schema.Array(Schema.String)),
  materials: Schema.optionalKey(Schema.Array(Schema.String)),
  dimensions: Schema.optionalKey(Schema.String),
  shippingEnabled: Schema.optionalKey(Schema.Boolean),
  shippingCost: Schema.optionalKey(Dollars),
  pickupEnabled: Schema.optionalKey(Schema.Boolean),
  leadTimeDays: Schema.optionalKey(Schema.Natural)
}).annotate({ identifier: "ListingSoFar" })
export type ListingSoFar = typeof ListingSoFar.Type

/** What the form of a listing needs: for which shop, what is known already, and what can be chosen. */
export const ListingForm = wire({
  shop: wire({ id: ShopId, name: Schema.String, city: Schema.String }),
  listing: ListingSoFar,
  currency: Currency,
  categories: Schema.Array(choice),
  review: Schema.Boolean.annotate({ description: "Somebody reviews a listing before buyers see it" })
}).annotate({ identifier: "ListingForm" })
export type ListingForm = typeof ListingForm.Type

export const ListingFormAnswer = wire({ form: ListingForm })
export type ListingFormAnswer = typeof ListingFormAnswer.Type
