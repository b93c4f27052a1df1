import { Schema } from "effect"

/** What an agent needs to lead its buyer through a 3-D Secure challenge. */
export const AuthenticationMetadata = Schema.Struct({
  acquirer_details: Schema.Struct({
    acquirer_bin: Schema.String,
    acquirer_country: Schema.String,
    acquirer_merchant_id: Schema.String,
    merchant_name: Schema.String
  }),
  directory_server: Schema.Literals(["american_express", "mastercard", "visa"]),
  flow_preference: Schema.Struct({
    type: Schema.Literal("challenge"),
    challenge: Schema.Struct({ type: Schema.Literals(["mandated", "preferred"]) })
  })
})
export type AuthenticationMetadata = typeof AuthenticationMetadata.Type
