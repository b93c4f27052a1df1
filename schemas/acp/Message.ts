import { Schema } from "effect"
import { RejectReason } from "../checkout.ts"

const told = {
  severity: Schema.optionalKey(Schema.Literals(["info", "low", "medium", "high", "critical"])),
  resolution: Schema.optionalKey(Schema.Literals(["recoverable", "requires_buyer_input", "requires_buyer_review"])),
  param: Schema.optionalKey(Schema.String),
  content_type: Schema.Literal("plain"),
  content: Schema.String
}

/** What an agent should know about the session; errors stand in the way of paying. */
export const Message = Schema.Union([
  Schema.Struct({ type: Schema.Literal("info"), ...told }),
  Schema.Struct({
    type: Schema.Literal("warning"),
    code: Schema.Union([Schema.Literal("price_change"), RejectReason]),
    ...told
  }),
  Schema.Struct({
    type: Schema.Literal("error"),
    code: Schema.Literals([
      "missing",
      "invalid",
      "out_of_stock",
      "payment_declined",
      "region_restricted",
      "not_found",
      "conflict",
      "expired"
    ]),
    ...told
  })
])
export type Message = typeof Message.Type
export type MessageError = Extract<Message, { readonly type: "error" }>
