import { Cause, Data } from "effect"
import type { AcpError } from "../../../schemas/acp/AcpError.ts"
import { acpError } from "../../../schemas/acp/refusals.ts"
import { Internal, type Refusal } from "../../../schemas/errors.ts"

/** An error that only this door knows, in the words of the protocol. */
export class Problem extends Data.TaggedError("Problem")<{ readonly status: number; readonly error: AcpError }> {}

/** Something is wrong in the request; `param` is the JSONPath of what. */
export const wrong = (status: number, code: string, message: string, param?: string): Problem =>
  new Problem({ status, error: { type: "invalid_request", code, message, ...(param !== undefined && { param }) } })

export interface Told {
  readonly status: number
  readonly body: AcpError
  /** In seconds. */
  readonly retryAfter?: number
}

const retryAfter = ({ details }: Refusal) =>
  typeof details.retry_after === "number" ? { retryAfter: details.retry_after } : {}

export const told = (error: Problem | Refusal): Told =>
  error instanceof Problem ? { status: error.status, body: error.error } : { ...acpError(error), ...retryAfter(error) }

/** What is told of a failure; a bug of ours is told as one, without its insides. */
export const toldOfCause = (cause: Cause.Cause<Problem | Refusal>): Told => {
  const failure = cause.reasons.find(Cause.isFailReason)
  return told(failure === undefined || Cause.hasDies(cause) ? new Internal() : failure.error)
}
