import { Schema } from "effect"
import { Amount, Totals } from "./Total.ts"

export const LineItem = Schema.Struct({
  id: Schema.String,
  item: Schema.Struct({ id: Schema.String, name: Schema.String, unit_amount: Amount }),
  quantity: Schema.Natural,
  name: Schema.String,
  images: Schema.Array(Schema.String),
  unit_amount: Amount,
  marketplace_seller_details: Schema.Struct({ name: Schema.String }),
  product_id: Schema.String,
  variant_id: Schema.optionalKey(Schema.String),
  variant_options: Schema.optionalKey(Schema.Array(Schema.Struct({ name: Schema.String, value: Schema.String }))),
  availability_status: Schema.Literals(["in_stock", "low_stock", "out_of_stock"]),
  available_quantity: Schema.optionalKey(Schema.Natural),
  totals: Totals
})
export type LineItem = typeof LineItem.Type
