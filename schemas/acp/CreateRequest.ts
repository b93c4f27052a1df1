import { Schema } from "effect"
import { AffiliateAttribution } from "./AffiliateAttribution.ts"
import { destination } from "./address.ts"
import { Buyer } from "./buyer.ts"
import { codes } from "./codes.ts"
import { items } from "./items.ts"
import { Metadata } from "./Metadata.ts"
import { OrderNotes } from "./OrderNotes.ts"
import { missing, optional } from "./optional.ts"
import { choices } from "./selections.ts"

/** The specification demands `capabilities`, its own examples leave it out. */
const Capabilities = Schema.Struct({
  interventions: optional(
    Schema.Struct({ supported: optional(Schema.Array(Schema.String).check(Schema.isMaxLength(20))) })
  )
})

const named = Schema.String.check(Schema.isMaxLength(200))

const fields = {
  ...items,
  capabilities: optional(Capabilities),
  buyer: optional(Buyer),
  ...destination,
  ...choices,
  ...codes,
  affiliate_attribution: optional(AffiliateAttribution),
  locale: optional(named),
  timezone: optional(named),
  quote_id: optional(named),
  metadata: optional(Metadata),
  order_notes: optional(OrderNotes)
}

/** Unknown fields are ignored here as in every request; `fulfillment_groups` is among them. */
export const CreateRequest = Schema.Struct({ ...fields, currency: Schema.String }).check(
  Schema.makeFilter(({ items, line_items }) => Boolean(line_items ?? items) || missing("line_items"))
)

/** The first release names no currency. */
export const LegacyCreateRequest = Schema.Struct({ ...fields, currency: optional(Schema.String) }).check(
  Schema.makeFilter(({ items, line_items }) => Boolean(items ?? line_items) || missing("items"))
)

/** A request to create, in whichever release. */
export type CreateRequest = typeof LegacyCreateRequest.Type
