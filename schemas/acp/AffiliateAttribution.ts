import { Schema } from "effect"
import { missing, optional, text } from "./optional.ts"

const Name = text(500, 1)

/** Who sent the buyer. What is not needed to credit them may be of any shape: it never stands in the way of a sale. */
export const AffiliateAttribution = Schema.Struct({
  provider: Name,
  token: optional(Schema.String.check(Schema.isMaxLength(4096))),
  publisher_id: optional(Schema.String.check(Schema.isMaxLength(500))),
  campaign_id: Schema.optionalKey(Schema.Unknown),
  creative_id: Schema.optionalKey(Schema.Unknown),
  sub_id: Schema.optionalKey(Schema.Unknown),
  source: Schema.optionalKey(Schema.Unknown),
  issued_at: Schema.optionalKey(Schema.Unknown),
  expires_at: Schema.optionalKey(Schema.Unknown),
  metadata: Schema.optionalKey(Schema.Unknown)
}).check(Schema.makeFilter(({ publisher_id, token }) => Boolean(token || publisher_id) || missing("token")))
export type AffiliateAttribution = typeof AffiliateAttribution.Type
