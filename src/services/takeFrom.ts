import { Effect } from "effect"
import type { RateLimited } from "../../schemas/errors.ts"
import { allowed, countedAs, type Limit } from "../domain/limits.ts"
import { Caller } from "../ports/Caller.ts"
import type { RateLimit, Standings } from "../ports/RateLimit.ts"

/** Counts one request against a limit, and notes how its sender stands; also when it was one too many. */
export const takeFrom = (
  { perMinute, take }: RateLimit["Service"],
  limit: Limit,
  who: string,
  standings?: Standings,
  times = 1
): Effect.Effect<void, RateLimited> => {
  const most = allowed(limit, perMinute) * times
  const taken = Effect.mapEager(take(`${limit.name}/${who}`, most), (standing) => {
    if (standing !== undefined) standings?.push([limit.name, standing])
  })
  return Effect.catchEager(taken, (error) => {
    standings?.push([limit.name, { most, left: 0, reset: error.retryAfter }])
    return Effect.fail(error)
  })
}

/** Counts whoever asks against a limit of its own; many buyers share the key of an agent, which has ten times as much. */
export const takeFromCaller = (limiter: RateLimit["Service"], limit: Limit) =>
  Effect.flatMap(Caller, ({ from, standings, viewer }) =>
    takeFrom(limiter, limit, countedAs(viewer, from), standings, viewer._tag === "Agent" ? 10 : 1)
  )
