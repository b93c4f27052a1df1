import { Schema } from "effect"
import { FulfillmentDetails } from "./address.ts"
import { Buyer } from "./buyer.ts"
import { OrderNotes } from "./CreateRequest.ts"
import { codes } from "./codes.ts"
import { items } from "./items.ts"
import { optional } from "./optional.ts"
import { Selections } from "./selections.ts"

/** What is left out stays as it is, null clears, and lines and codes take the place of all before. */
export const UpdateRequest = Schema.Struct({
  ...items,
  buyer: optional(Buyer),
  fulfillment_details: optional(FulfillmentDetails),
  selected_fulfillment_options: optional(Selections),
  ...codes,
  order_notes: optional(OrderNotes)
})
export type UpdateRequest = typeof UpdateRequest.Type
