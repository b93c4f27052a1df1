import { assert, describe, layer } from "@effect/vitest"
import { Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { layerRedis } from "../../src/live/redis/layer.ts"
import { Cache } from "../../src/ports/Cache.ts"
import { redis, redisUrl } from "./redis.ts"

const machines = [
  { name: "in this process", layer: Cache.layerMemory, pass: TestClock.adjust, skipped: false },
  {
    name: `in ${redis.name}`,
    layer: Layer.orDie(layerRedis({ url: redisUrl, perMinute: 1 })),
    pass: (time: Duration.Input) => TestClock.withLive(Effect.sleep(time)),
    skipped: redis.skipped
  }
]

/** Nobody else's keys. */
const key = (name: string) => `test:${process.pid}:${Math.random().toString(36).slice(2)}:${name}`

for (const { layer: machine, name, pass, skipped } of machines) {
  describe.skipIf(skipped)(`answers kept ${name}`, () => {
    layer(machine)((it) => {
      it.effect("what was never kept is not there", () =>
        Effect.gen(function* () {
          const { get } = yield* Cache
          assert.isUndefined(yield* get(key("nothing")))
        })
      )

      it.effect("what was kept is there as it was, also nothing and what is not ASCII", () =>
        Effect.gen(function* () {
          const { get, set } = yield* Cache
          for (const value of ["a mug", "", '{"a":[1,null]}', "Töpferei 🏺\n\0", "x".repeat(100_000)]) {
            const one = key("value")
            yield* set(one, value, Duration.minutes(1))
            assert.strictEqual(yield* get(one), value)
          }
        })
      )

      it.effect("the last value counts, and keys do not meet", () =>
        Effect.gen(function* () {
          const { get, set } = yield* Cache
          const [one, other] = [key("one"), key("other")]
          yield* set(one, "first", Duration.minutes(1))
          yield* set(one, "second", Duration.minutes(1))
          yield* set(other, "other", Duration.minutes(1))
          assert.deepStrictEqual([yield* get(one), yield* get(other)], ["second", "other"])
        })
      )

      it.effect("what is dropped is gone, also when it was not there", () =>
        Effect.gen(function* () {
          const { drop, get, set } = yield* Cache
          const [one, other] = [key("one"), key("other")]
          yield* set(one, "one", Duration.minutes(1))
          yield* set(other, "other", Duration.minutes(1))
          yield* drop(one)
          yield* drop(one)
          assert.deepStrictEqual([yield* get(one), yield* get(other)], [undefined, "other"])
        })
      )

      it.effect("it is gone when its time is over, and lives on when it is kept again", () =>
        Effect.gen(function* () {
          const { get, set } = yield* Cache
          const [short, renewed] = [key("short"), key("renewed")]
          yield* set(short, "short", Duration.millis(200))
          yield* set(renewed, "first", Duration.millis(200))
          yield* set(renewed, "second", Duration.minutes(1))
          assert.strictEqual(yield* get(short), "short")
          yield* pass("250 millis")
          assert.isUndefined(yield* get(short))
          assert.strictEqual(yield* get(renewed), "second")
        })
      )
    })
  })
}

describe("answers kept in this process", () => {
  layer(Cache.layerMemory)((it) => {
    it.effect("are ten thousand at most: the oldest go first", () =>
      Effect.gen(function* () {
        const { get, set } = yield* Cache
        for (let n = 0; n <= 10_000; n++) yield* set(`n${n}`, "x", Duration.minutes(1))
        assert.isUndefined(yield* get("n0"))
        assert.strictEqual(yield* get("n1"), "x")
        assert.strictEqual(yield* get("n10000"), "x")
      })
    )
  })
})
