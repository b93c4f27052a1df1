import { Schema } from "effect"
import { AuthenticationMetadata } from "./Authentication.ts"
import { Capabilities } from "./Capabilities.ts"
import { Discounts } from "./Discounts.ts"
import { Details, FulfillmentOption, SelectedOption } from "./Fulfillment.ts"
import { LineItem } from "./LineItem.ts"
import { Message } from "./Message.ts"
import { Metadata } from "./Metadata.ts"
import { MarketingConsentOption } from "./marketing.ts"
import { Order } from "./Order.ts"
import { Totals } from "./Total.ts"

export const Status = Schema.Literals([
  "not_ready_for_payment",
  "ready_for_payment",
  "authentication_required",
  "complete_in_progress",
  "completed",
  "canceled",
  "expired"
])
export type Status = typeof Status.Type

export const Link = Schema.Struct({
  type: Schema.Literals(["terms_of_use", "privacy_policy", "support"]),
  url: Schema.String,
  title: Schema.String
})

/** The whole state of a checkout, in every answer. */
export const CheckoutSession = Schema.Struct({
  id: Schema.String,
  protocol: Schema.Struct({ version: Schema.String }),
  capabilities: Capabilities,
  status: Status,
  currency: Schema.String,
  buyer: Schema.optionalKey(
    Schema.Struct({
      email: Schema.String,
      full_name: Schema.optionalKey(Schema.String),
      phone_number: Schema.optionalKey(Schema.String)
    })
  ),
  line_items: Schema.Array(LineItem),
  fulfillment_details: Schema.optionalKey(Details),
  fulfillment_options: Schema.Array(FulfillmentOption),
  selected_fulfillment_options: Schema.Array(SelectedOption),
  totals: Totals,
  discounts: Discounts,
  messages: Schema.Array(Message),
  links: Schema.Array(Link),
  marketing_consent_options: Schema.optionalKey(Schema.Array(MarketingConsentOption)),
  metadata: Schema.optionalKey(Metadata),
  authentication_metadata: Schema.optionalKey(AuthenticationMetadata),
  order: Schema.optionalKey(Order),
  continue_url: Schema.String,
  created_at: Schema.String,
  updated_at: Schema.String,
  expires_at: Schema.String
})
export type CheckoutSession = typeof CheckoutSession.Type
