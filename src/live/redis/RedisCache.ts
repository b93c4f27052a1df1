import { Duration, Effect, Layer } from "effect"
import { Redis } from "effect/persistence"
import { Cache } from "../../ports/Cache.ts"

const prefix = "craftlocal:cache:"

/** Answers kept in Redis for every process. While Redis is away there are none, and nobody fails. */
export const layerRedisCache: Layer.Layer<Cache, never, Redis.Redis> = Layer.effect(
  Cache,
  Effect.gen(function* () {
    const redis = yield* Redis.Redis
    const without = <A>(effect: Effect.Effect<A, unknown>) =>
      Effect.catchCause(effect, (cause) =>
        Effect.as(Effect.logWarning("the cache cannot be reached", cause), undefined)
      )
    return {
      get: (key) =>
        Effect.map(without(redis.send<string | null>("GET", `${prefix}${key}`)), (value) => value ?? undefined),
      set: (key, value, ttl) =>
        Effect.asVoid(
          without(redis.send("SET", `${prefix}${key}`, value, "PX", String(Math.ceil(Duration.toMillis(ttl)))))
        ),
      drop: (key) => Effect.asVoid(without(redis.send("DEL", `${prefix}${key}`)))
    }
  })
)
