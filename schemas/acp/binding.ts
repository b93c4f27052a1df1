import { Schema } from "effect"

/** What goes into headers over HTTP. Unknown keys are ignored. */
const Meta = (keyNeeded: boolean) => {
  const key = Schema.String.annotate({ description: "A new random key for every new request; sent again, one effect" })
  return Schema.Struct({
    api_version: Schema.String.annotate({ description: "2026-04-17, 2026-01-30 or 2025-09-29" }),
    ...(keyNeeded && { idempotency_key: key })
  })
}

/** What each operation takes, as it is listed. What comes in is read by the protocol's own rules, with its own errors. */
export const bindingInput = (
  { id, payload }: { readonly id: boolean; readonly payload: "needed" | "optional" | "none" },
  body: Schema.Top
) =>
  Schema.Struct({
    meta: Meta(payload !== "none"),
    ...(id && { id: Schema.String.annotate({ description: "The id of the checkout session" }) }),
    ...(payload === "needed" && { payload: body }),
    ...(payload === "optional" && { payload: Schema.optionalKey(body) })
  })

const some = Schema.optionalKey(Schema.Array(Schema.Record(Schema.String, Schema.Unknown)))
const said = Schema.optionalKey(Schema.String)

/** The session in the version that was asked for, or the error: what all of them have in common. */
export const BindingAnswer = Schema.Struct({
  id: said,
  status: said,
  currency: said,
  line_items: some,
  fulfillment_options: some,
  totals: some,
  messages: some,
  links: some,
  type: said,
  code: said,
  message: said,
  param: said,
  supported_versions: Schema.optionalKey(Schema.Array(Schema.String))
})
