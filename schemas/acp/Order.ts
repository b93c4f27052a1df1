import { Schema } from "effect"
import { WireAddress } from "./Fulfillment.ts"
import { Amount, Total, Totals } from "./Total.ts"

const Estimate = Schema.Struct({ earliest: Schema.String, latest: Schema.String })
const LineReference = Schema.Struct({ id: Schema.String, quantity: Schema.Natural })

const OrderLine = Schema.Struct({
  id: Schema.String,
  title: Schema.String,
  /** As ordered, as it stands after cancellations, and how much of that is on its way or handed over. */
  quantity: Schema.Struct({ ordered: Schema.Natural, current: Schema.Natural, fulfilled: Schema.Natural }),
  unit_price: Amount,
  subtotal: Amount,
  totals: Totals,
  status: Schema.String,
  product_id: Schema.String,
  image_url: Schema.optionalKey(Schema.String),
  url: Schema.String
})

const FulfillmentEvent = Schema.Struct({
  id: Schema.String,
  type: Schema.String,
  occurred_at: Schema.String,
  description: Schema.optionalKey(Schema.String),
  location: Schema.optionalKey(Schema.String)
})

/** What one shop sends, under the id of its order. */
const Fulfillment = Schema.Struct({
  id: Schema.String,
  type: Schema.Literals(["shipping", "pickup"]),
  status: Schema.String,
  line_items: Schema.Array(LineReference),
  carrier: Schema.optionalKey(Schema.String),
  tracking_number: Schema.optionalKey(Schema.String),
  tracking_url: Schema.optionalKey(Schema.String),
  destination: Schema.optionalKey(WireAddress),
  estimated_delivery: Estimate,
  description: Schema.String,
  events: Schema.optionalKey(Schema.Array(FulfillmentEvent))
})

/** What changed about the purchase after it was made. The amount is what goes back to the buyer, tax included. */
const Adjustment = Schema.Struct({
  id: Schema.String,
  type: Schema.Literals(["refund", "cancellation"]),
  occurred_at: Schema.String,
  status: Schema.Literals(["pending", "completed", "failed"]),
  line_items: Schema.optionalKey(Schema.Array(LineReference)),
  amount: Schema.optionalKey(Amount),
  currency: Schema.optionalKey(Schema.String),
  description: Schema.optionalKey(Schema.String)
})

/** The total stays what was charged; what went back is told beside it. */
const Refunded = Schema.Struct({
  type: Schema.Literal("amount_refunded"),
  display_text: Schema.String,
  amount: Amount
})

/** What a completed session became: the order of every shop in it, told as one under the id of the first. */
export const Order = Schema.Struct({
  type: Schema.Literal("order"),
  id: Schema.String,
  checkout_session_id: Schema.String,
  order_number: Schema.String,
  permalink_url: Schema.String,
  status: Schema.String,
  estimated_delivery: Estimate,
  confirmation: Schema.Struct({ confirmation_number: Schema.String }),
  support: Schema.Struct({ help_center_url: Schema.String }),
  line_items: Schema.Array(OrderLine),
  fulfillments: Schema.Array(Fulfillment),
  adjustments: Schema.Array(Adjustment),
  totals: Schema.Array(Schema.Union([Total, Refunded]))
})
export type Order = typeof Order.Type
