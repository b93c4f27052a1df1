import { Cause, Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { type ErrorBody, errorBody, Internal, type Refusal } from "../../../schemas/errors.ts"
import type { Answer } from "../../services/Writes.ts"
import { logBroken } from "../logBroken.ts"

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

/** What a cause tells the outside: nothing when it is a bug of ours. */
export const refusalIn = (cause: Cause.Cause<unknown>): Refusal | undefined => {
  const error = Cause.hasDies(cause) ? undefined : Cause.squash(cause)
  return isRefusal(error) ? error : undefined
}

/** For routes outside the contract: every failure in the one shape, and bugs in the log. */
export const orRefused =
  (name: string) =>
  <E, R>(
    effect: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>
  ): Effect.Effect<HttpServerResponse.HttpServerResponse, never, R> =>
    Effect.catchCause(effect, (cause) => {
      const refusal = refusalIn(cause)
      return refusal === undefined
        ? Effect.as(logBroken(name, cause), refused(new Internal()))
        : Effect.succeed(refused(refusal))
    })
