import { Schema } from "effect"
import { bounded } from "./Metadata.ts"
import { noHtml } from "./noHtml.ts"
import { optional } from "./optional.ts"

/** Why the buyer left. It is never told back; a reason we do not know counts as another. */
const IntentTrace = Schema.Struct({
  reason_code: Schema.String.check(Schema.isMaxLength(100)),
  trace_summary: optional(Schema.String.check(Schema.isMaxLength(500), noHtml)),
  metadata: optional(
    Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite, Schema.Boolean])).check(bounded)
  )
})

export const CancelRequest = Schema.Struct({ intent_trace: optional(IntentTrace) })
export type CancelRequest = typeof CancelRequest.Type
