import { Schema } from "effect"

/** The body of every error: flat, never wrapped. */
export const AcpError = Schema.Struct({
  type: Schema.Literals(["invalid_request", "processing_error", "service_unavailable"]),
  code: Schema.String,
  message: Schema.String,
  /** The JSONPath of what is wrong in the request. */
  param: Schema.optionalKey(Schema.String),
  /** Newest first. */
  supported_versions: Schema.optionalKey(Schema.Array(Schema.String))
})
export type AcpError = typeof AcpError.Type
