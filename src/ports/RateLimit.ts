import { Context, Duration, Effect, Layer } from "effect"
import { RateLimiter } from "effect/persistence"
import { RateLimited } from "../../schemas/errors.ts"

/** How much one caller may ask for in a minute. */
export class RateLimit extends Context.Service<
  RateLimit,
  {
    /** Counts one request against the caller's minute. */
    readonly take: (who: string) => Effect.Effect<void, RateLimited>
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
          take: (who: string) =>
            limiter
              .consume({
                key: who,
                algorithm: "fixed-window",
                onExceeded: "fail",
                limit: perMinute,
                window
              })
              .pipe(
                Effect.asVoid,
                Effect.catchTag("RateLimiterError", (error) =>
                  error.reason._tag === "RateLimitExceeded"
                    ? Effect.fail(
                        new RateLimited({ retryAfter: Math.ceil(Duration.toSeconds(error.reason.retryAfter)) })
                      )
                    : Effect.logWarning("the rate limiter's store cannot be reached", error)
                )
              )
        }
      })
    )

  static readonly layerMemory = (perMinute = 1_000_000) =>
    RateLimit.layer(perMinute).pipe(Layer.provide(RateLimiter.layer), Layer.provide(RateLimiter.layerStoreMemory))
}
