import { type Cause, Effect } from "effect"
import { HttpServerRequest } from "effect/http"
import { besideOf } from "./Beside.ts"
import { givenId } from "./givenId.ts"

/** A bug of ours, in the log under the id that the answer will carry too. */
export const logBroken = (what: string, cause: Cause.Cause<unknown>): Effect.Effect<void> =>
  Effect.flatMap(Effect.serviceOption(HttpServerRequest.HttpServerRequest), (request) => {
    const logged = Effect.logError(`${what} broke`, cause)
    const id = request._tag === "None" ? undefined : (besideOf(request.value).requestId ?? givenId(request.value))
    return id === undefined ? logged : Effect.annotateLogs(logged, "request_id", id)
  })
