import { Schema } from "effect"
import { FulfillmentDetails } from "./address.ts"
import { Buyer } from "./buyer.ts"
import { codes } from "./codes.ts"
import { items } from "./items.ts"
import { missing, optional } from "./optional.ts"
import { Selections } from "./selections.ts"

/** What the shop is told beside the order. */
export const OrderNotes = Schema.String.check(Schema.isMaxLength(5000))

/** The specification demands `capabilities`, its own examples leave it out. */
const Capabilities = Schema.Struct({
  interventions: optional(
    Schema.Struct({ supported: optional(Schema.Array(Schema.String).check(Schema.isMaxLength(20))) })
  )
})

/** Unknown fields are ignored here as in every request. */
export const CreateRequest = Schema.Struct({
  ...items,
  currency: Schema.String,
  capabilities: optional(Capabilities),
  buyer: optional(Buyer),
  fulfillment_details: optional(FulfillmentDetails),
  selected_fulfillment_options: optional(Selections),
  ...codes,
  order_notes: optional(OrderNotes)
}).check(Schema.makeFilter(({ items, line_items }) => Boolean(line_items ?? items) || missing("line_items")))
export type CreateRequest = typeof CreateRequest.Type
