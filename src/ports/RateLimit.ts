import { Context, Duration, Effect, Layer } from "effect"
import { RateLimiter } from "effect/persistence"
import { RateLimited } from "../../schemas/errors.ts"

/** How a caller stands in a minute: what it allows, what is left of it, and in how many seconds all of it is there again. */
export interface Standing {
  readonly most: number
  readonly left: number
  readonly reset: number
}

/** How a request stands with each limit it was counted against, by its name. */
export type Standings = Array<readonly [name: string, standing: Standing]>

/** How much one caller may ask for in a minute. */
export class RateLimit extends Context.Service<
  RateLimit,
  {
    /** What the settings allow in a minute. */
    readonly perMinute: number
    /**
     * Counts one request against the caller's minute, which allows as many as `perMinute` says, or what the settings
     * say. Undefined when nobody can tell how they stand; then requests pass.
     */
    readonly take: (who: string, perMinute?: number) => Effect.Effect<Standing | undefined, RateLimited>
  }
>()("craftlocal/ports/RateLimit") {
  /** Over whichever store the limiter keeps its counts in. When the store is away, requests pass. */
  static readonly layer = (perMinute: number) =>
    Layer.effect(
      RateLimit,
      Effect.gen(function* () {
        const limiter = yield* RateLimiter.RateLimiter
        const window = Duration.minutes(1)
        return {
          perMinute,
          take: (who: string, most = perMinute) =>
            limiter
              .consume({
                key: who,
                algorithm: "fixed-window",
                onExceeded: "fail",
                limit: most,
                window
              })
              .pipe(
                Effect.map(({ remaining, resetAfter }): Standing | undefined => ({
                  most,
                  left: remaining,
                  reset: Math.ceil(Duration.toSeconds(resetAfter))
                })),
                Effect.catchTag("RateLimiterError", (error) =>
                  error.reason._tag === "RateLimitExceeded"
                    ? Effect.fail(
                        new RateLimited({ retryAfter: Math.ceil(Duration.toSeconds(error.reason.retryAfter)) })
                      )
                    : Effect.as(Effect.logWarning("the rate limiter's store cannot be reached", error), undefined)
                )
              )
        }
      })
    )

  /**
   * Counted in this process, as the limiter counts in Redis: a count lives for as long as its requests would take evenly.
   * By hand, because the limiter's own store never forgets an address, and takes a tenth of a small call.
   */
  static readonly layerMemory = (perMinute = 1_000_000) =>
    Layer.sync(RateLimit, () => {
      const counts = new Map<string, { taken: number; until: number }>()
      let full = 10_000
      const forget = (now: number) => {
        for (const [who, { until }] of counts) if (until <= now) counts.delete(who)
        full = Math.max(10_000, counts.size * 2)
      }
      const take = (who: string, most: number, now: number) => {
        let count = counts.get(who)
        if (count === undefined || count.until <= now) {
          if (counts.size >= full) forget(now)
          count = { taken: 0, until: now }
          counts.set(who, count)
        }
        if (count.taken >= most) {
          return Effect.fail(new RateLimited({ retryAfter: Math.ceil((count.until - now) / 1000) }))
        }
        count.taken += 1
        count.until += 60_000 / most
        return Effect.succeed({ most, left: most - count.taken, reset: Math.ceil((count.until - now) / 1000) })
      }
      return {
        perMinute,
        take: (who, most = perMinute) => Effect.clockWith((clock) => take(who, most, clock.currentTimeMillisUnsafe()))
      }
    })
}
