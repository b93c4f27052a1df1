import { HttpServerResponse } from "effect/http"
import { type ErrorBody, errorBody, type Refusal } from "../../../schemas/errors.ts"
import type { Answer } from "../../store/Idempotency.ts"

export const isRefusal = (error: unknown): error is Refusal =>
  typeof error === "object" && error !== null && "code" in error && "status" in error && "details" in error

const retryAfter = ({ error }: ErrorBody) => error.details.retry_after

/** An answer with what HTTP says beside its body: when to try again. */
export const told = ({ body, status }: Answer): HttpServerResponse.HttpServerResponse => {
  const seconds = status === 429 || status === 503 || status === 409 ? retryAfter(body as ErrorBody) : undefined
  return HttpServerResponse.jsonUnsafe(body, {
    status,
    ...(typeof seconds === "number" && { headers: { "retry-after": String(seconds) } })
  })
}

export const refused = (error: Refusal): HttpServerResponse.HttpServerResponse =>
  told({ status: error.status, body: errorBody(error) })
