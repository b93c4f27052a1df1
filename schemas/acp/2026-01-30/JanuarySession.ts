import { Schema } from "effect"
import { AuthenticationMetadata } from "../Authentication.ts"
import { Capabilities, PaymentHandler } from "../Capabilities.ts"
import { CheckoutSession } from "../CheckoutSession.ts"
import { Message } from "../Message.ts"
import { Order } from "../Order.ts"

const { display_name: _name, ...handler } = PaymentHandler.fields
const { marketing_consent_options: _options, ...session } = CheckoutSession.fields

const [info, warning, error] = Message.members

const told = <F extends { readonly resolution: unknown }>({ resolution: _, ...fields }: F) => fields

export const JanuaryMessage = Schema.Union([
  Schema.Struct(told(info.fields)),
  Schema.Struct(told(warning.fields)),
  Schema.Struct(told(error.fields))
])
export type JanuaryMessage = typeof JanuaryMessage.Type

/** The browser of a 3-D Secure challenge, which the agent knows and we do not. */
const Channel = Schema.Struct({
  type: Schema.Literal("browser"),
  browser: Schema.Struct({
    accept_header: Schema.String,
    ip_address: Schema.String,
    javascript_enabled: Schema.Literal(false),
    language: Schema.String,
    user_agent: Schema.String
  })
})

const { checkout_session_id, confirmation, estimated_delivery, id, order_number, permalink_url, support } = Order.fields

export const JanuaryOrder = Schema.Struct({
  id,
  checkout_session_id,
  order_number,
  permalink_url,
  status: Schema.optionalKey(Schema.Literals(["confirmed", "processing", "shipped", "delivered"])),
  estimated_delivery,
  confirmation,
  support
})
export type JanuaryOrder = typeof JanuaryOrder.Type

/** A checkout as the release of 2026-01-30 has it. */
export const JanuarySession = Schema.Struct({
  ...session,
  capabilities: Schema.Struct({
    ...Capabilities.fields,
    payment: Schema.Struct({ handlers: Schema.Array(Schema.Struct(handler)) })
  }),
  messages: Schema.Array(JanuaryMessage),
  authentication_metadata: Schema.optionalKey(Schema.Struct({ ...AuthenticationMetadata.fields, channel: Channel })),
  order: Schema.optionalKey(JanuaryOrder)
})
export type JanuarySession = typeof JanuarySession.Type
