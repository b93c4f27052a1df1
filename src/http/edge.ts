import { Effect } from "effect"
import { HttpServerRequest } from "effect/http"
import type { Channel, Viewer } from "../../schemas/access.ts"
import type { RateLimited, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import { ownerOf } from "../domain/access.ts"
import type { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { RateLimit } from "../ports/RateLimit.ts"

/** Where a request comes from, as far as we can tell. */
const addressOf = (request: HttpServerRequest.HttpServerRequest) =>
  request.remoteAddress._tag === "Some" ? request.remoteAddress.value : "unknown"

/** Counts a request against the minute of the address it comes from, at doors that know nobody by name. */
export const counted = Effect.gen(function* () {
  const { take } = yield* RateLimit
  yield* take(`address:${addressOf(yield* HttpServerRequest.HttpServerRequest)}`)
})

/** The id a client gave its request, when it is one we can print. */
const givenId = (request: HttpServerRequest.HttpServerRequest) => {
  const given = request.headers["request-id"] ?? request.headers["x-request-id"]
  return given !== undefined && /^[\x21-\x7e]{1,128}$/.test(given) ? given : undefined
}

type Admitted = Effect.Effect<
  Caller["Service"],
  Unauthorized | Unavailable | RateLimited,
  HttpServerRequest.HttpServerRequest
>

/** Who is asking, by this door: identified, and counted against their minute. */
export const admission = Effect.fnUntraced(function* (
  channel: Channel,
  identify: (authorization: string | undefined) => Effect.Effect<Viewer, Unauthorized | Unavailable>
) {
  const limit = yield* RateLimit
  const ids = yield* Ids
  const admitted: Admitted = Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
    const address = `address:${addressOf(request)}`
    // Whoever guesses at tokens or keys uses up the minute of their address.
    const identified = Effect.catchEager(identify(request.headers.authorization), (error) =>
      Effect.andThen(limit.take(address), Effect.fail(error))
    )
    return Effect.flatMapEager(identified, (viewer) =>
      Effect.flatMap(limit.take(viewer._tag === "Guest" ? address : ownerOf(viewer)), () => {
        const given = givenId(request)
        if (given !== undefined) return Effect.succeed({ viewer, channel, from: address, correlationId: given })
        return Effect.map(ids.next("req"), (correlationId) => ({ viewer, channel, from: address, correlationId }))
      })
    )
  })
  return admitted
})
