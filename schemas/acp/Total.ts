import { Schema } from "effect"

/** Minor units; a discount is told as what it takes off, never as a negative amount. */
export const Amount = Schema.Natural

export const Total = Schema.Struct({
  type: Schema.Literals(["items_base_amount", "items_discount", "subtotal", "discount", "fulfillment", "tax", "total"]),
  display_text: Schema.String,
  amount: Amount,
  description: Schema.optionalKey(Schema.String)
})
export type Total = typeof Total.Type

export const Totals = Schema.Array(Total)
