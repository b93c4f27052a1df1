import { Schema } from "effect"
import { WireAddress } from "../Fulfillment.ts"
import { Amount, Total } from "../Total.ts"
import { LegacyMessage } from "./LegacyMessage.ts"

export const LegacyStatus = Schema.Literals([
  "not_ready_for_payment",
  "ready_for_payment",
  "in_progress",
  "completed",
  "canceled"
])
export type LegacyStatus = typeof LegacyStatus.Type

const Line = Schema.Struct({
  id: Schema.String,
  item: Schema.Struct({ id: Schema.String, quantity: Schema.Natural }),
  base_amount: Amount,
  discount: Amount,
  subtotal: Amount,
  tax: Amount,
  total: Amount
})

/** One way in which everything is delivered, by all shops together. */
export const LegacyOption = Schema.Struct({
  type: Schema.Literal("shipping"),
  id: Schema.String,
  title: Schema.String,
  subtitle: Schema.String,
  earliest_delivery_time: Schema.String,
  latest_delivery_time: Schema.String,
  subtotal: Amount,
  tax: Amount,
  total: Amount
})
export type LegacyOption = typeof LegacyOption.Type

const { amount, display_text, type } = Total.fields

export const LegacyOrder = Schema.Struct({
  id: Schema.String,
  checkout_session_id: Schema.String,
  permalink_url: Schema.String
})

/** A checkout as the first release has it. */
export const LegacySession = Schema.Struct({
  id: Schema.String,
  buyer: Schema.optionalKey(
    Schema.Struct({
      first_name: Schema.String,
      last_name: Schema.String,
      email: Schema.String,
      phone_number: Schema.optionalKey(Schema.String)
    })
  ),
  payment_provider: Schema.Struct({
    provider: Schema.Literal("stripe"),
    supported_payment_methods: Schema.Array(Schema.Literal("card"))
  }),
  status: LegacyStatus,
  currency: Schema.String,
  line_items: Schema.Array(Line),
  fulfillment_address: Schema.optionalKey(WireAddress),
  fulfillment_options: Schema.Array(LegacyOption),
  fulfillment_option_id: Schema.optionalKey(Schema.String),
  totals: Schema.Array(Schema.Struct({ type, display_text, amount })),
  messages: Schema.Array(LegacyMessage),
  links: Schema.Array(
    Schema.Struct({
      type: Schema.Literals(["terms_of_use", "privacy_policy", "seller_shop_policies"]),
      url: Schema.String
    })
  ),
  /** Told although the release's own schema has no place for it: without it nobody can find what was bought. */
  order: Schema.optionalKey(LegacyOrder)
})
export type LegacySession = typeof LegacySession.Type
