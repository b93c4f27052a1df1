import { Cause, Effect } from "effect"
import type { HttpServerRequest, HttpServerResponse } from "effect/http"
import type { Refusal } from "../../../schemas/errors.ts"
import { dialectOf, newest } from "../../services/acp/dialects/index.ts"
import { type Problem, toldOfCause } from "../../services/acp/Problem.ts"
import { logBroken } from "../logBroken.ts"
import { answered } from "./answered.ts"

/** Nothing leaves this door in other words than the protocol's, in the dialect that was asked for. */
export const closed = <R>(
  effect: Effect.Effect<HttpServerResponse.HttpServerResponse, Problem | Refusal, R>,
  { headers }: HttpServerRequest.HttpServerRequest
): Effect.Effect<HttpServerResponse.HttpServerResponse, never, R> =>
  Effect.catchCause(effect, (cause) => {
    if (Cause.hasInterruptsOnly(cause)) return Effect.failCause(cause as Cause.Cause<never>)
    const beside = { requestId: headers["request-id"], key: headers["idempotency-key"] }
    const { refused } = dialectOf(headers["api-version"]) ?? newest
    const response = Effect.succeed(answered(refused(toldOfCause(cause)), beside))
    return Cause.hasDies(cause) ? Effect.andThen(logBroken("a request", cause), response) : response
  })
