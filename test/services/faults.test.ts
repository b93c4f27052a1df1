import { assert } from "@effect/vitest"
import { Effect, Exit } from "effect"
import { TestClock } from "effect/testing"
import { Housekeeping } from "../../src/services/Housekeeping.ts"
import { Payment } from "../../src/services/Payment.ts"
import { onEveryDatabase } from "../databases.ts"
import { Books, inBalance, inventory, quietly } from "./books.ts"
import { cancel, ordersOf, pay, read, ready, stateOf, want } from "./buying.ts"
import { type Failure, failing } from "./fuse.ts"
import { market, refill } from "./market.ts"

const failures: ReadonlyArray<Failure> = ["lost", "unheard", "broken"]

/** What the clock does for us: half a minute later, whoever still pays is asked about. */
const later = Effect.gen(function* () {
  const { reconcile } = yield* Housekeeping
  yield* TestClock.adjust("31 seconds")
  yield* reconcile
})

const cart = [want("mug", 1, "Small"), want("scarf", 2)]

/** A checkout that can be paid, over full shelves. */
const fresh = Effect.gen(function* () {
  yield* quietly
  yield* refill
  const before = yield* inventory()
  return { before, session: yield* ready(cart) }
})

/** Whatever failed: afterwards everything is in balance, and the buyer can still pay, once. */
const heals = Effect.fnUntraced(function* (id: string, before: Parameters<typeof inBalance>[0]) {
  yield* later
  yield* inBalance(before)
  if ((yield* stateOf(id)) !== "Completed") yield* pay(id)
  assert.strictEqual((yield* ordersOf(id)).length, 2)
  yield* inBalance(before)
})

/** The same story again and again, with another of its statements failing each time, until there are no more. */
const eachStatement = Effect.fnUntraced(function* <E, R>(
  story: (n: number, failure: Failure) => Effect.Effect<boolean, E, R>
) {
  for (const failure of failures) {
    let n = 0
    while (yield* story(n, failure)) n += 1
    assert.isAtLeast(n, 3, "the story has statements")
  }
})

onEveryDatabase(
  "when the database fails in the middle of",
  ({ layer }) => market(layer),
  (it) => {
    for (const [name, token] of [
      ["a payment that settles", "spt_test_ok"],
      ["a payment that is declined", "spt_test_declined"],
      ["a payment nobody answers in time", "spt_test_timeout"],
      ["a payment whose provider is down", "spt_test_down"]
    ] as const) {
      it.effect(`${name}: money, orders and stock are in balance again by themselves`, () =>
        eachStatement(
          Effect.fnUntraced(function* (n, failure) {
            const { before, session } = yield* fresh
            const { blown } = yield* failing(n, failure, pay(session.id, token))
            yield* heals(session.id, before)
            return blown
          })
        )
      )
    }

    it.effect("a challenge, asked or answered: money, orders and stock are in balance again by themselves", () =>
      eachStatement(
        Effect.fnUntraced(function* (n, failure) {
          const { before, session } = yield* fresh
          const asked = yield* failing(n, failure, pay(session.id, "spt_test_3ds"))
          yield* later
          yield* inBalance(before)
          if ((yield* stateOf(session.id)) === "Ready") yield* pay(session.id, "spt_test_3ds")
          const answered = yield* failing(n, failure, pay(session.id, "", { outcome: "authenticated" }))
          if ((yield* stateOf(session.id)) === "Challenged") yield* pay(session.id, "", { outcome: "authenticated" })
          yield* heals(session.id, before)
          return asked.blown || answered.blown
        })
      )
    )

    it.effect("cancelling while the bank asks: it is canceled, or it is not, and then it can be", () =>
      eachStatement(
        Effect.fnUntraced(function* (n, failure) {
          const { before, session } = yield* fresh
          yield* pay(session.id, "spt_test_3ds")
          const { blown } = yield* failing(n, failure, cancel(session.id))
          if ((yield* stateOf(session.id)) !== "Canceled") yield* cancel(session.id)
          assert.strictEqual(yield* stateOf(session.id), "Canceled")
          yield* inBalance(before)
          return blown
        })
      )
    )

    it.effect("reconciling a payment that had settled: the next round finishes it", () =>
      eachStatement(
        Effect.fnUntraced(function* (n, failure) {
          const { reconcile } = yield* Housekeeping
          const { before, session } = yield* fresh
          yield* pay(session.id, "spt_test_timeout")
          yield* TestClock.adjust("31 seconds")
          const { blown } = yield* failing(n, failure, reconcile)
          yield* later
          assert.strictEqual(yield* stateOf(session.id), "Completed")
          yield* inBalance(before)
          return blown
        })
      )
    )

    it.effect("expiring a checkout whose bank was never answered: the next round ends it", () =>
      eachStatement(
        Effect.fnUntraced(function* (n, failure) {
          const payment = yield* Payment
          const { before, session } = yield* fresh
          yield* pay(session.id, "spt_test_3ds")
          yield* TestClock.adjust("31 minutes")
          const { blown } = yield* failing(n, failure, Effect.flatMap(read(session.id), payment.expire))
          // One that was declined and not yet expired has its time begun anew.
          yield* TestClock.adjust("31 minutes")
          if ((yield* stateOf(session.id)) !== "Expired") yield* payment.expire(yield* read(session.id))
          assert.strictEqual(yield* stateOf(session.id), "Expired")
          yield* inBalance(before)
          return blown
        })
      )
    )
  }
)

onEveryDatabase(
  "when the process dies",
  ({ layer }) => market(layer),
  (it) => {
    it.effect("before the provider is asked: nothing was charged, and it can be paid", () =>
      Effect.gen(function* () {
        const { around } = yield* Books
        const { before, session } = yield* fresh
        around.before = Effect.die("the process dies")
        assert.isTrue(Exit.isFailure(yield* Effect.exit(pay(session.id))))
        assert.strictEqual(yield* stateOf(session.id), "Paying")
        yield* quietly
        yield* heals(session.id, before)
      })
    )

    it.effect("after the provider was asked: what it charged becomes the orders", () =>
      Effect.gen(function* () {
        const { around, asked } = yield* Books
        const { before, session } = yield* fresh
        around.after = () => Effect.die("the process dies")
        assert.isTrue(Exit.isFailure(yield* Effect.exit(pay(session.id))))
        around.after = Effect.succeed
        yield* heals(session.id, before)
        assert.strictEqual(asked.size, 1)
      })
    )
  }
)
