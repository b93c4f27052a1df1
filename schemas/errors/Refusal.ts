import { Schema } from "effect"

/** The public codes. Several errors may share one; the HTTP status stands on the class. */
export const Code = Schema.Literals([
  "NOT_FOUND",
  "UNAUTHORIZED",
  "FORBIDDEN",
  "VALIDATION_ERROR",
  "OUT_OF_STOCK",
  "PAYMENT_FAILED",
  "SESSION_EXPIRED",
  "CONFLICT",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "INTERNAL_ERROR"
])
export type Code = typeof Code.Type

/** The body of every error on MCP and REST. */
export const ErrorBody = Schema.Struct({
  error: Schema.Struct({
    code: Code,
    message: Schema.String,
    details: Schema.Record(Schema.String, Schema.Unknown)
  })
}).annotate({ identifier: "ErrorBody" })
export type ErrorBody = typeof ErrorBody.Type

/** What every error of ours tells a door. `details` are safe to show, in the snake case of the wire. */
export interface Refusal {
  readonly _tag: string
  readonly code: Code
  readonly status: number
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

/** An error as MCP and REST tell it. */
export const errorBody = ({ code, details, message }: Refusal): ErrorBody => ({ error: { code, message, details } })
