import { Schema } from "effect"
import { WireAddress } from "./Fulfillment.ts"
import { LegacyMessage } from "./legacy/LegacyMessage.ts"
import { LegacyOption, LegacyOrder, LegacyStatus } from "./legacy/LegacySession.ts"
import { Amount, Total } from "./Total.ts"

const { amount, display_text, type } = Total.fields

/** A checkout as ChatGPT's payment sheet wants it: the shape of the first release, and what the sheet shows beside it. */
export const SheetSession = Schema.Struct({
  id: Schema.String,
  payment_provider: Schema.Struct({
    provider: Schema.Literal("stripe"),
    merchant_id: Schema.String,
    supported_payment_methods: Schema.Array(
      Schema.Struct({ type: Schema.Literal("card"), allowed_card_brands: Schema.Array(Schema.String) })
    )
  }),
  payment_mode: Schema.Literals(["live", "test"]),
  status: LegacyStatus,
  currency: Schema.Literal("USD"),
  metadata: Schema.Record(Schema.String, Schema.String),
  line_items: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      item: Schema.Struct({ id: Schema.String, quantity: Schema.Natural }),
      name: Schema.String,
      description: Schema.String,
      images: Schema.Array(Schema.String),
      base_amount: Amount,
      discount: Amount,
      subtotal: Amount,
      tax: Amount,
      total: Amount
    })
  ),
  totals: Schema.Array(Schema.Struct({ type, display_text, amount })),
  fulfillment_options: Schema.Array(LegacyOption),
  fulfillment_option_id: Schema.optionalKey(Schema.String),
  fulfillment_address: Schema.optionalKey(
    Schema.Struct({ ...WireAddress.fields, phone_number: Schema.optionalKey(Schema.String) })
  ),
  messages: Schema.Array(LegacyMessage),
  links: Schema.Array(
    Schema.Struct({ type: Schema.Literals(["terms_of_use", "privacy_policy", "support_url"]), url: Schema.String })
  ),
  order: Schema.optionalKey(LegacyOrder),
  continue_url: Schema.String
}).annotate({ identifier: "SheetSession" })
export type SheetSession = typeof SheetSession.Type

const objects = Schema.Array(Schema.Record(Schema.String, Schema.Unknown))

/** The same as it is listed: hosts read the parts, a model has no use for them. */
export const SheetShape = Schema.Struct({
  id: Schema.String,
  status: LegacyStatus,
  currency: Schema.String,
  line_items: objects,
  totals: objects,
  fulfillment_options: objects,
  fulfillment_option_id: Schema.optionalKey(Schema.String),
  fulfillment_address: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)),
  messages: objects,
  order: Schema.optionalKey(LegacyOrder),
  continue_url: Schema.String
})
