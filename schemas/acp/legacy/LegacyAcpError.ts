import { Schema } from "effect"
import { AcpError } from "../AcpError.ts"

/** The body of every error, with a type of its own for a key that was used for another request. */
export const LegacyAcpError = Schema.Struct({
  ...AcpError.fields,
  type: Schema.Literals(["invalid_request", "request_not_idempotent", "processing_error", "service_unavailable"])
})
export type LegacyAcpError = typeof LegacyAcpError.Type
