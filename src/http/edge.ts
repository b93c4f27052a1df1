import { Effect } from "effect"
import { HttpServerRequest } from "effect/http"
import type { Channel, Viewer } from "../../schemas/access.ts"
import type { RateLimited, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import { countedAs, type Limit, limits, networkOf } from "../domain/limits.ts"
import type { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Journal } from "../services/Journal.ts"
import { takeFrom } from "../services/takeFrom.ts"
import { besideOf } from "./Beside.ts"
import { givenId } from "./givenId.ts"

/** Where a request comes from, as far as we can tell. */
const addressOf = (request: HttpServerRequest.HttpServerRequest) =>
  `address:${request.remoteAddress._tag === "Some" ? networkOf(request.remoteAddress.value) : "unknown"}`

/** Counts a request against a limit of the address it comes from, at doors that know nobody by name. */
export const countedBy = (limit: Limit) =>
  Effect.gen(function* () {
    const limiter = yield* RateLimit
    const request = yield* HttpServerRequest.HttpServerRequest
    yield* takeFrom(limiter, limit, addressOf(request), besideOf(request).standings)
  })

export const counted = countedBy(limits.address)

type Admitted = Effect.Effect<
  Caller["Service"],
  Unauthorized | Unavailable | RateLimited,
  HttpServerRequest.HttpServerRequest
>

const guest: Viewer = { _tag: "Guest" }

/** Why a credential is refused, in a word. */
const kindOf = (error: Unauthorized | Unavailable) =>
  error._tag === "Unavailable" ? "unavailable" : error.why.includes("expired") ? "expired" : "invalid"

/** Who is asking, by this door: identified, and counted against their minute. */
export const admission = Effect.fnUntraced(function* (
  channel: Channel,
  identify: (authorization: string | undefined) => Effect.Effect<Viewer, Unauthorized | Unavailable>
) {
  const limiter = yield* RateLimit
  const ids = yield* Ids
  const { note } = yield* Journal
  const admitted: Admitted = Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
    const from = addressOf(request)
    const beside = besideOf(request)
    const { standings } = beside
    const nobody = { viewer: guest, channel, correlationId: givenId(request) ?? "" }
    const throttled = (viewer: Viewer, error: RateLimited) =>
      Effect.andThen(
        note({ ...nobody, viewer }, { action: "throttled", outcome: standings.at(-1)?.[0] ?? error.code }),
        Effect.fail(error)
      )
    // Whoever guesses at tokens or keys uses up the minute of their address.
    const identified = Effect.catchEager(identify(request.headers.authorization), (error) =>
      takeFrom(limiter, limits.address, from, standings).pipe(
        Effect.catch((limited) => throttled(guest, limited)),
        Effect.andThen(note(nobody, { action: "credential.refused", outcome: kindOf(error) })),
        Effect.andThen(Effect.fail(error))
      )
    )
    const taken = (viewer: Viewer) => {
      const limit = viewer._tag === "Guest" ? limits.address : limits.caller
      const own = takeFrom(limiter, limit, countedAs(viewer, from), standings)
      return viewer._tag === "Account" && viewer.clientId !== undefined
        ? Effect.flatMapEager(own, () => takeFrom(limiter, limits.client, viewer.clientId!, standings))
        : own
    }
    return Effect.flatMapEager(identified, (viewer) =>
      Effect.flatMapEager(
        Effect.catchEager(taken(viewer), (error) => throttled(viewer, error)),
        () => {
          const told = (correlationId: string) => {
            beside.requestId = correlationId
            return { viewer, channel, from, correlationId, standings }
          }
          const given = givenId(request)
          return given === undefined ? Effect.mapEager(ids.next("req"), told) : Effect.succeed(told(given))
        }
      )
    )
  })
  return admitted
})
