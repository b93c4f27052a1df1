import type { CancelRequest } from "../../../schemas/acp/CancelRequest.ts"
import type { Note } from "../Notes.ts"

const known: ReadonlyArray<string> = [
  "price_sensitivity",
  "shipping_cost",
  "shipping_speed",
  "product_fit",
  "trust_security",
  "returns_policy",
  "payment_options",
  "comparison",
  "timing_deferred",
  "other"
]

/** Why the buyer left; a reason we do not know is another. */
export const intentSaid = ({ intent_trace }: CancelRequest): ReadonlyArray<Note> => {
  if (!intent_trace) return []
  const { metadata, reason_code, trace_summary } = intent_trace
  return [
    {
      kind: "intent_trace",
      data: {
        reason_code: known.includes(reason_code) ? reason_code : "other",
        ...(trace_summary && { trace_summary }),
        ...(metadata && { metadata })
      }
    }
  ]
}
