import { Context, Duration, Effect, Layer } from "effect"

/** Answers worth keeping for a while. Whoever reads must be able to do without. */
export class Cache extends Context.Service<
  Cache,
  {
    readonly get: (key: string) => Effect.Effect<string | undefined>
    readonly set: (key: string, value: string, ttl: Duration.Duration) => Effect.Effect<void>
    /** What was kept is no longer true. */
    readonly drop: (key: string) => Effect.Effect<void>
  }
>()("craftlocal/ports/Cache") {
  /** Keeps at most ten thousand answers in this process; the oldest go first. */
  static readonly layerMemory = Layer.effect(
    Cache,
    Effect.gen(function* () {
      const clock = yield* Effect.clockWith(Effect.succeed)
      const kept = new Map<string, { readonly value: string; readonly until: number }>()
      return {
        get: (key: string) =>
          Effect.sync(() => {
            const found = kept.get(key)
            return found !== undefined && found.until > clock.currentTimeMillisUnsafe() ? found.value : undefined
          }),
        set: (key: string, value: string, ttl: Duration.Duration) =>
          Effect.sync(() => {
            kept.delete(key)
            kept.set(key, { value, until: clock.currentTimeMillisUnsafe() + Duration.toMillis(ttl) })
            if (kept.size > 10_000) kept.delete(kept.keys().next().value!)
          }),
        drop: (key: string) => Effect.sync(() => void kept.delete(key))
      }
    })
  )
}
