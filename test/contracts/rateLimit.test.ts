import { assert, describe, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { layerRedis } from "../../src/live/redis/layer.ts"
import { RateLimit } from "../../src/ports/RateLimit.ts"
import { redis, redisUrl } from "./redis.ts"

const perMinute = 5

const machines = [
  { name: "in this process", layer: RateLimit.layerMemory(perMinute), waits: true, skipped: false },
  {
    name: `in ${redis.name}`,
    layer: Layer.orDie(layerRedis({ url: redisUrl, perMinute })),
    waits: false,
    skipped: redis.skipped
  }
]

/** Somebody who has asked for nothing yet. */
const somebody = () => `test:${process.pid}:${Math.random().toString(36).slice(2)}`

for (const { layer: machine, name, skipped, waits } of machines) {
  describe.skipIf(skipped)(`requests counted ${name}`, () => {
    layer(machine)((it) => {
      it.effect("so many pass in a minute, and the next is told when to come back", () =>
        Effect.gen(function* () {
          const { take } = yield* RateLimit
          const who = somebody()
          for (let n = 0; n < perMinute; n++) yield* take(who)
          const refused = yield* Effect.flip(take(who))
          assert.deepInclude({ ...refused }, { _tag: "RateLimited", status: 429 })
          assert.isAtLeast(refused.retryAfter, 1)
          assert.isAtMost(refused.retryAfter, 60)
        })
      )

      it.effect("everybody is told how they stand", () =>
        Effect.gen(function* () {
          const { take } = yield* RateLimit
          const who = somebody()
          const standings = yield* Effect.forEach(Array.from({ length: perMinute }), () => take(who))
          assert.deepEqual(
            standings.map((standing) => [standing!.most, standing!.left]),
            [4, 3, 2, 1, 0].map((left) => [perMinute, left])
          )
          for (const standing of standings) {
            assert.isAtLeast(standing!.reset, 1)
            assert.isAtMost(standing!.reset, 60)
          }
        })
      )

      it.effect("what is tighter than a caller's minute is as tight as it says", () =>
        Effect.gen(function* () {
          const { take } = yield* RateLimit
          const who = somebody()
          assert.strictEqual((yield* take(who, 2))!.most, 2)
          yield* take(who, 2)
          assert.isAtLeast((yield* Effect.flip(take(who, 2))).retryAfter, 1)
        })
      )

      it.effect("one caller does not use up another's minute", () =>
        Effect.gen(function* () {
          const { take } = yield* RateLimit
          const [greedy, modest] = [somebody(), somebody()]
          for (let n = 0; n < perMinute; n++) yield* take(greedy)
          yield* Effect.flip(take(greedy))
          yield* take(modest)
        })
      )

      it.effect("of many at once exactly so many pass", () =>
        Effect.gen(function* () {
          const { take } = yield* RateLimit
          const who = somebody()
          const exits = yield* Effect.forEach(Array.from({ length: 20 }), () => Effect.exit(take(who)), {
            concurrency: 20
          })
          assert.strictEqual(exits.filter(({ _tag }) => _tag === "Success").length, perMinute)
        })
      )

      it.effect.skipIf(!waits)("after a minute the count begins anew", () =>
        Effect.gen(function* () {
          const { take } = yield* RateLimit
          const who = somebody()
          for (let n = 0; n < perMinute; n++) yield* take(who)
          yield* Effect.flip(take(who))
          yield* TestClock.adjust("61 seconds")
          yield* take(who)
        })
      )
    })
  })
}

layer(RateLimit.layerMemory(perMinute))("requests counted in this process, of very many callers", (it) => {
  it.effect("those of a passed minute are forgotten, those of this one are not", () =>
    Effect.gen(function* () {
      const { take } = yield* RateLimit
      for (let n = 0; n < 9_990; n++) yield* take(`early:${n}`)
      yield* TestClock.adjust("61 seconds")
      const greedy = somebody()
      for (let n = 0; n < perMinute; n++) yield* take(greedy)
      for (let n = 0; n < 9_990; n++) yield* take(`late:${n}`)
      yield* Effect.flip(take(greedy))
      yield* take("early:0")
    })
  )
})
