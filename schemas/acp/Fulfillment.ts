import { Schema } from "effect"
import { Totals } from "./Total.ts"

export const WireAddress = Schema.Struct({
  name: Schema.String,
  line_one: Schema.String,
  line_two: Schema.optionalKey(Schema.String),
  city: Schema.String,
  state: Schema.String,
  country: Schema.String,
  postal_code: Schema.String
})

const option = { id: Schema.String, title: Schema.String, description: Schema.String, totals: Totals }

/** One way in which one shop delivers. */
export const FulfillmentOption = Schema.Union([
  Schema.Struct({
    type: Schema.Literal("shipping"),
    ...option,
    earliest_delivery_time: Schema.String,
    latest_delivery_time: Schema.String
  }),
  Schema.Struct({
    type: Schema.Literal("pickup"),
    ...option,
    location: Schema.Struct({ name: Schema.String, address: WireAddress, instructions: Schema.String }),
    ready_by: Schema.String
  })
])
export type FulfillmentOption = typeof FulfillmentOption.Type

export const SelectedOption = Schema.Struct({
  type: Schema.Literals(["shipping", "pickup"]),
  option_id: Schema.String,
  item_ids: Schema.Array(Schema.String)
})
export type SelectedOption = typeof SelectedOption.Type

export const Details = Schema.Struct({
  name: Schema.optionalKey(Schema.String),
  phone_number: Schema.optionalKey(Schema.String),
  email: Schema.optionalKey(Schema.String),
  address: Schema.optionalKey(WireAddress)
})
