import { assert } from "@effect/vitest"
import { Data, Duration, Effect, Layer, Random, Schedule } from "effect"
import { SqlClient } from "effect/sql"
import { describe, it } from "vitest"
import { countUndelivered, DeadLetters } from "../../src/store/DeadLetters.ts"
import { type Message, Outbox, patience } from "../../src/store/Outbox.ts"
import { onEveryDatabase } from "../databases.ts"

const message = (orderId: string): Message => ({ _tag: "OrderPlaced", orderId })

const impatient = {
  ...patience,
  maxAttempts: 1,
  pollInterval: "10 millis",
  lockExpiration: "1 second",
  lockRefreshInterval: "100 millis"
} as const

class Unanswered extends Data.TaggedError("Unanswered")<{ readonly why: string }> {
  override get message() {
    return this.why
  }
}

const outbox = Layer.merge(DeadLetters.layer, Outbox.layerWith(impatient))

/** Takes the next message and fails at it. */
const failing = (why: string) =>
  Effect.flatMap(Outbox, ({ take }) => Effect.exit(take(() => Effect.fail(new Unanswered({ why })))))

onEveryDatabase(
  "messages that were given up",
  (database) => outbox.pipe(Layer.provideMerge(database.layer)),
  (it) => {
    it.effect("are seen with their reason, and wait again when that was mended", () =>
      Effect.gen(function* () {
        const { offer, take } = yield* Outbox
        const letters = yield* DeadLetters
        yield* offer(message("ord_1"), { id: "placed:ord_1" })
        const [waiting] = yield* letters.waiting(10)
        assert.deepInclude(waiting, { id: "placed:ord_1", message: "OrderPlaced", attempts: 0, lastFailure: null })
        yield* failing("nobody answers")
        const [dead] = yield* letters.list(10)
        assert.deepInclude(dead, { id: "placed:ord_1", about: { orderId: "ord_1" }, attempts: 1 })
        assert.strictEqual(dead!.lastFailure, "Unanswered: nobody answers")
        assert.closeTo(dead!.since.getTime(), Date.now(), 60_000)
        assert.deepStrictEqual(yield* countUndelivered, { waiting: 0, dead: 1 })
        assert.isFalse(yield* letters.replay("placed:ord_2"))
        assert.isTrue(yield* letters.replay("placed:ord_1"))
        assert.isFalse(yield* letters.replay("placed:ord_1"))
        assert.isTrue(yield* letters.anyWaiting(["placed:ord_1", "placed:ord_2"]))
        assert.deepStrictEqual(yield* take((taken) => Effect.succeed(taken)), message("ord_1"))
        assert.isFalse(yield* letters.anyWaiting(["placed:ord_1"]))
        assert.deepStrictEqual(yield* countUndelivered, { waiting: 0, dead: 0 })
      })
    )

    it.effect("can be replayed all at once, and only they", () =>
      Effect.gen(function* () {
        const { offer, take } = yield* Outbox
        const letters = yield* DeadLetters
        yield* Effect.forEach(["a", "b", "c"], (id) => offer(message(id), { id }))
        yield* Effect.repeat(failing("no"), { times: 1 })
        assert.strictEqual((yield* letters.list(10)).length, 2)
        assert.strictEqual(yield* letters.replayAll, 2)
        assert.strictEqual(yield* letters.replayAll, 0)
        const taken = yield* Effect.forEach([1, 2, 3], () => take(Effect.succeed))
        assert.sameDeepMembers(taken, ["a", "b", "c"].map(message))
      })
    )

    it.effect("are dead at once when their delivery says so, however often they might have been tried", () =>
      Effect.gen(function* () {
        const letters = yield* DeadLetters
        yield* Effect.gen(function* () {
          const { offer, take } = yield* Outbox
          yield* offer(message("ord_9"), { id: "buried" })
          yield* take((_, { id }) => letters.bury(id, "nobody lives there"))
        }).pipe(Effect.provide(Layer.fresh(Outbox.layerWith({ ...impatient, maxAttempts: 20 }))))
        const [dead] = yield* letters.list(10)
        assert.deepInclude(dead, { id: "buried", attempts: 1, lastFailure: "nobody lives there" })
      })
    )

    it.effect("stay when what was delivered is swept away after two weeks", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { sweep } = yield* DeadLetters
        const states = Effect.map(
          sql<{ state: string; n: number }>`SELECT state, count(*)::int AS n FROM outbox GROUP BY state ORDER BY state`,
          (rows) => rows.map(({ n, state }) => [state, n])
        )
        yield* sweep
        assert.deepStrictEqual(yield* states, [
          ["completed", 4],
          ["failed", 1]
        ])
        yield* sql`UPDATE outbox SET updated_at = now() - interval '15 days'`
        yield* sweep
        assert.deepStrictEqual(yield* states, [["failed", 1]])
      })
    )
  },
  { excludeTestServices: true }
)

describe("the patience of the outbox", () => {
  it("grows to a quarter of an hour and lasts for hours, and no two messages keep step", async () => {
    const waits = (seed: string) =>
      Effect.gen(function* () {
        const step = yield* Schedule.toStep(patience.retrySchedule)
        const all: Array<number> = []
        for (let attempt = 1; attempt < patience.maxAttempts; attempt++) {
          const [, pause] = yield* step(0, attempt)
          all.push(Duration.toSeconds(pause))
        }
        return all
      }).pipe(Random.withSeed(seed), Effect.orDie, Effect.runPromise)
    const one = await waits("one")
    assert.isBelow(one[0]!, 1.21)
    for (const [index, pause] of one.entries()) {
      const middle = Math.min(3 ** index, 900)
      assert.isTrue(pause >= middle * 0.8 && pause <= middle * 1.2, `${pause} around ${middle}`)
    }
    const hours = one.reduce((sum, pause) => sum + pause, 0) / 3600
    assert.isTrue(hours > 2.5 && hours < 4, `${hours}`)
    assert.notDeepEqual(one, await waits("two"))
  })
})
