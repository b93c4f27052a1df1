import { Schema } from "effect"
import { WireAddress } from "./Fulfillment.ts"
import { Amount, Totals } from "./Total.ts"

const Estimate = Schema.Struct({ earliest: Schema.String, latest: Schema.String })

const OrderLine = Schema.Struct({
  id: Schema.String,
  title: Schema.String,
  quantity: Schema.Struct({ ordered: Schema.Natural, current: Schema.Natural, fulfilled: Schema.Natural }),
  unit_price: Amount,
  subtotal: Amount,
  totals: Totals,
  status: Schema.String,
  product_id: Schema.String,
  image_url: Schema.optionalKey(Schema.String),
  url: Schema.String
})

/** What one shop sends, under the id of its order. */
const Fulfillment = Schema.Struct({
  id: Schema.String,
  type: Schema.Literals(["shipping", "pickup"]),
  status: Schema.String,
  line_items: Schema.Array(Schema.Struct({ id: Schema.String, quantity: Schema.Natural })),
  destination: Schema.optionalKey(WireAddress),
  estimated_delivery: Estimate,
  description: Schema.String
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
  adjustments: Schema.Array(Schema.Never),
  totals: Totals
})
export type Order = typeof Order.Type
