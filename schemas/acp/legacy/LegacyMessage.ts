import { Schema } from "effect"

const told = {
  param: Schema.optionalKey(Schema.String),
  content_type: Schema.Literal("plain"),
  content: Schema.String
}

/** There are no warnings yet, and these codes only. */
export const LegacyMessage = Schema.Union([
  Schema.Struct({ type: Schema.Literal("info"), ...told }),
  Schema.Struct({
    type: Schema.Literal("error"),
    code: Schema.Literals(["missing", "invalid", "out_of_stock", "payment_declined", "requires_3ds"]),
    ...told
  })
])
export type LegacyMessage = typeof LegacyMessage.Type
export type LegacyError = Extract<LegacyMessage, { readonly type: "error" }>
