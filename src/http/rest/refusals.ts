import type { Schema } from "effect"
import type { Refusal } from "../../../schemas/errors.ts"
import { ErrorBody } from "../../../schemas/errors.ts"

/** What is declared once for each status, so that the document says each of them once. */
const byStatus = new Map<number, Schema.Top>()

const toldWith = (status: number) => {
  const known = byStatus.get(status)
  if (known !== undefined) return known
  const told = ErrorBody.annotate({ httpApiStatus: status, description: descriptions[status] ?? "Refused" })
  byStatus.set(status, told)
  return told
}

const descriptions: Record<number, string> = {
  400: "VALIDATION_ERROR: what was sent cannot be used; `details.issues` names the fields.",
  401: "UNAUTHORIZED: the token is missing or bad.",
  402: "PAYMENT_FAILED: the payment was declined; the checkout is still open.",
  403: "FORBIDDEN: the token lacks a scope.",
  404: "NOT_FOUND: there is no such thing, or it is somebody else's.",
  409: "OUT_OF_STOCK or CONFLICT: the world is not as the request thinks; the message says what to do.",
  410: "SESSION_EXPIRED: the checkout has expired.",
  413: "VALIDATION_ERROR: the body is larger than 1 MiB.",
  415: "VALIDATION_ERROR: the body is not JSON.",
  422: "CONFLICT: the Idempotency-Key was used with another body before.",
  429: "RATE_LIMITED: too many requests; see Retry-After.",
  500: "INTERNAL_ERROR: a fault of ours.",
  503: "UNAVAILABLE: something we depend on is away; see Retry-After."
}

type RefusalClass = (new (...args: any) => Refusal) & Schema.Top

/** The statuses of a contract's errors. By its type, a handler may fail with these errors and no others. */
export const refusals = <const Classes extends ReadonlyArray<RefusalClass>>(...classes: Classes) => {
  const statuses = new Set(classes.map(({ ast }) => ast.annotations?.httpApiStatus as number))
  return Array.from(statuses, toldWith) as unknown as readonly [Schema.Codec<InstanceType<Classes[number]>, ErrorBody>]
}
