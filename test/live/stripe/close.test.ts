import { assert, layer } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import type { Begun, Charge } from "../../../src/ports/Payments.ts"
import { slowness } from "../../doubles/stripe/intents.ts"
import { attempt, charged, closed, intentsOf, kept, opened, posts, Stripe, stripeBy } from "./opened.ts"

const pause = (millis: number) => Effect.promise(() => new Promise((next) => setTimeout(next, millis)))

/** A charge that has left the house, whoever hears of it. */
const inFlight = (one: Charge) => Effect.andThen(Effect.forkChild(charged(one)), pause(200))

const statuses = (one: Charge & Begun) => Effect.map(intentsOf(one), (all) => all.map(({ status }) => status))

const settled = (one: Charge & Begun) =>
  Effect.gen(function* () {
    const [intent] = yield* intentsOf(one)
    assert.deepStrictEqual(yield* closed(one), { _tag: "Settled", reference: intent!.id })
    assert.strictEqual(yield* kept(one), 4200)
  })

layer(opened, { excludeTestServices: true })("ending an attempt at Stripe", (it) => {
  it.effect("one that Stripe has never seen: its key is taken, and a late charge finds it taken", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_ok")
      assert.strictEqual((yield* closed(one))._tag, "Declined")
      const [first, second] = yield* posts
      assert.deepInclude(first!.form, { amount: "4200", currency: "usd", "metadata[attempt_id]": one.attemptId })
      assert.notProperty(first!.form, "confirm")
      assert.strictEqual(first!.key, `craftlocal:charge:${one.attemptId}`)
      assert.match(second!.path, /\/cancel$/)
      assert.deepStrictEqual(yield* statuses(one), ["canceled"])
      assert.deepStrictEqual((yield* charged(one)).answer, { _tag: "Declined", reason: "declined" })
      assert.strictEqual((yield* closed(one))._tag, "Declined")
      assert.deepStrictEqual(yield* statuses(one), ["canceled"])
    })
  )

  it.effect("one that is being charged just now: unknown, and later it says that the money moved", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_slow")
      yield* inFlight(one)
      // It is asked again a few times, and the charge may end meanwhile: then it has settled.
      const first = yield* closed(one)
      assert.include(["Unknown", "Settled"], first._tag)
      yield* pause(slowness)
      yield* settled(one)
    })
  )

  it.effect("one that settled and whose answer was lost", () =>
    Effect.gen(function* () {
      for (const token of ["spt_test_timeout", "spt_test_500_after"]) {
        const one = attempt(token)
        assert.strictEqual((yield* charged(one)).answer._tag, "Unknown")
        yield* settled(one)
        yield* settled(one)
      }
    })
  )

  it.effect("one that was declined stays so, for the same reason", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_insufficient")
      yield* charged(one)
      assert.deepStrictEqual(yield* closed(one), { _tag: "Declined", reason: "insufficient_funds" })
      assert.deepStrictEqual(yield* statuses(one), ["canceled"])
    })
  )

  it.effect("one that the bank asks about, by its name or without: it can no longer be confirmed", () =>
    Effect.gen(function* () {
      const { approve } = yield* Stripe
      for (const isNamed of [true, false]) {
        const one = attempt("spt_test_3ds")
        const { answer } = yield* charged(one)
        const reference = "reference" in answer ? answer.reference! : ""
        assert.strictEqual((yield* closed({ ...one, ...(isNamed && { reference }) }))._tag, "Declined")
        assert.strictEqual(approve(reference).status, 404)
        assert.strictEqual(yield* kept(one), 0)
      }
    })
  )

  it.effect("one that was confirmed at the bank while nobody looked has settled", () =>
    Effect.gen(function* () {
      const { approve } = yield* Stripe
      const one = attempt("spt_test_3ds")
      const { answer } = yield* charged(one)
      const reference = "reference" in answer ? answer.reference! : ""
      approve(reference)
      assert.deepStrictEqual(yield* closed({ ...one, reference }), { _tag: "Settled", reference })
    })
  )

  it.effect(
    "one that failed before it became a payment: unknown at first, declined when nothing can run any more",
    () =>
      Effect.gen(function* () {
        const one = attempt("spt_test_500_before")
        yield* charged(one)
        assert.deepStrictEqual(yield* closed(one), { _tag: "Unknown" })
        const tenMinutesAgo = new Date(Date.now() - 11 * 60_000)
        assert.strictEqual((yield* closed({ ...one, startedAt: tenMinutesAgo }))._tag, "Declined")
        assert.strictEqual(yield* kept(one), 0)
      })
  )

  it.effect("one that is still processing is unknown, and not canceled", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_processing")
      yield* charged(one)
      assert.deepStrictEqual(yield* closed(one), { _tag: "Unknown" })
      assert.deepStrictEqual(yield* statuses(one), ["processing"])
    })
  )

  it.effect("one that is older than its key: the list still knows that it has paid", () =>
    Effect.gen(function* () {
      const { forgetKeys } = yield* Stripe
      const yesterday = new Date(Date.now() - 25 * 60 * 60_000)
      const one = attempt("spt_test_timeout", { startedAt: yesterday })
      yield* charged(one)
      forgetKeys()
      const [paid] = yield* intentsOf(one)
      assert.deepStrictEqual(yield* closed(one), { _tag: "Settled", reference: paid!.id })
      assert.strictEqual(yield* kept(one), 4200)
      assert.deepStrictEqual((yield* statuses(one)).sort(), ["canceled", "succeeded"])
    })
  )

  it.effect("finds an attempt behind hundreds of others", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_timeout")
      yield* charged(one)
      yield* Effect.forEach(Array.from({ length: 230 }), () => charged(attempt("spt_test_ok")), { concurrency: 20 })
      yield* settled(one)
    })
  )

  it.effect("of a late charge and a close at once, never both", () =>
    Effect.gen(function* () {
      for (let turn = 0; turn < 10; turn++) {
        const one = attempt("spt_test_ok")
        const late = yield* Effect.forkChild(charged(one))
        if (turn % 2) yield* pause(turn)
        const end = yield* closed(one)
        const { answer } = yield* Fiber.join(late)
        assert.strictEqual(answer._tag, end._tag)
        assert.strictEqual(yield* kept(one), end._tag === "Settled" ? 4200 : 0)
      }
    })
  )

  it.effect("an amount that Stripe never takes was never taken", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* closed(attempt("spt_test_ok", { amount: 10 })))._tag, "Declined")
    })
  )

  it.effect("nobody there: unavailable, and to be asked again", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(closed(attempt("spt_test_ok"))))._tag, "Unavailable")
    }).pipe(Effect.provide(stripeBy({ apiBase: "http://127.0.0.1:1" })))
  )
})
