import { Schema } from "effect"

/** What a buyer may be asked to agree to. */
export const MarketingConsentOption = Schema.Struct({
  channel: Schema.Literal("email"),
  display_text: Schema.String,
  privacy_policy_url: Schema.String
})
export type MarketingConsentOption = typeof MarketingConsentOption.Type

/** What the buyer said to it; channels that were not offered are ignored. */
export const MarketingConsents = Schema.Array(
  Schema.Struct({ channel: Schema.String.check(Schema.isMaxLength(100)), opted_in: Schema.Boolean })
).check(Schema.isMaxLength(20))
