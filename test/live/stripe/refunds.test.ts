import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { Payments } from "../../../src/ports/Payments.ts"
import { attempt, charged, intentsOf, kept, opened, posts, Stripe, watched } from "./opened.ts"

const paid = Effect.fnUntraced(function* () {
  const one = attempt("spt_test_ok")
  yield* charged(one)
  const [intent] = yield* intentsOf(one)
  const { books } = yield* Stripe
  books.asked.length = 0
  const { attemptId, currency, startedAt } = one
  return { one, reference: intent!.id, due: { attemptId, currency, startedAt } }
})

layer(opened, { excludeTestServices: true })("refunds at Stripe", (it) => {
  it.effect("asks once under the key of the refund, by the name of the payment", () =>
    Effect.gen(function* () {
      const { refund } = yield* Payments
      const { due, one, reference } = yield* paid()
      const answer = yield* refund({ ...due, key: "rfd_1", amount: 1000, reference })
      assert.strictEqual(answer._tag, "Refunded")
      const [asked, ...more] = yield* posts
      assert.deepInclude(asked!, { path: "/v1/refunds", key: "rfd_1" })
      assert.deepStrictEqual(asked!.form, {
        payment_intent: reference,
        amount: "1000",
        "metadata[refund_key]": "rfd_1",
        "metadata[attempt_id]": one.attemptId
      })
      assert.deepStrictEqual(more, [])
      assert.deepStrictEqual(yield* refund({ ...due, key: "rfd_1", amount: 1000, reference }), answer)
      assert.strictEqual(yield* kept(one), 3200)
    })
  )

  it.effect("a part that was given days ago, when nobody knows the key any more, is not given again", () =>
    Effect.gen(function* () {
      const { forgetKeys } = yield* Stripe
      const { refund } = yield* Payments
      const { due, one, reference } = yield* paid()
      const answer = yield* refund({ ...due, key: "rfd_9", amount: 1000, reference })
      forgetKeys()
      assert.deepStrictEqual(yield* refund({ ...due, key: "rfd_9", amount: 1000, reference }), answer)
      assert.strictEqual(yield* kept(one), 3200)
    })
  )

  it.effect("finds the payment when nobody told its name", () =>
    Effect.gen(function* () {
      const { refund, refunds } = yield* Payments
      const { due, one } = yield* paid()
      assert.strictEqual((yield* refund({ ...due, key: "rfd_2", amount: 4200 }))._tag, "Refunded")
      assert.strictEqual(yield* kept(one), 0)
      assert.deepStrictEqual(yield* refunds(due), [{ key: "rfd_2", attemptId: one.attemptId, amount: 4200 }])
    })
  )

  it.effect("what is refunded already is refused, unless it was this one", () =>
    Effect.gen(function* () {
      const { forgetKeys } = yield* Stripe
      const { refund } = yield* Payments
      const { due, reference } = yield* paid()
      yield* refund({ ...due, key: "rfd_3", amount: 4200, reference })
      forgetKeys()
      assert.strictEqual((yield* refund({ ...due, key: "rfd_3", amount: 4200, reference }))._tag, "Refunded")
      assert.deepStrictEqual(yield* refund({ ...due, key: "rfd_4", amount: 1, reference }), {
        _tag: "Refused",
        reason: "charge_already_refunded"
      })
    })
  )

  it.effect("more than is left is refused for good", () =>
    Effect.gen(function* () {
      const { refund } = yield* Payments
      const { due, reference } = yield* paid()
      assert.strictEqual((yield* refund({ ...due, key: "rfd_5", amount: 9999, reference }))._tag, "Refused")
    })
  )

  it.effect("one that the bank does not take is refused, and told as failed", () =>
    Effect.gen(function* () {
      const { books } = yield* Stripe
      const { refund, refunds } = yield* Payments
      const { due, one, reference } = yield* paid()
      books.refunding = "fails"
      const answer = yield* refund({ ...due, key: "rfd_6", amount: 100, reference })
      books.refunding = "works"
      assert.deepStrictEqual(answer, { _tag: "Refused", reason: "lost_or_stolen_card" })
      const told = [{ key: "rfd_6", attemptId: one.attemptId, amount: 100, failed: true }]
      assert.deepStrictEqual(yield* refunds({ ...due, reference }), told)
    })
  )

  it.effect("a provider that breaks is asked again later, and gives back once", () =>
    Effect.gen(function* () {
      const { books } = yield* Stripe
      const { refund } = yield* Payments
      const { due, one, reference } = yield* paid()
      books.refunding = "breaks"
      const { answer } = yield* watched(Effect.flip(refund({ ...due, key: "rfd_7", amount: 4200, reference })))
      assert.strictEqual(answer._tag, "Unavailable")
      books.refunding = "works"
      assert.strictEqual((yield* refund({ ...due, key: "rfd_7", amount: 4200, reference }))._tag, "Refunded")
      assert.strictEqual(yield* kept(one), 0)
    })
  )

  it.effect("tells also what somebody gave back at Stripe's own pages, under its name there", () =>
    Effect.gen(function* () {
      const { refundByHand } = yield* Stripe
      const { refund, refunds } = yield* Payments
      const { due, one, reference } = yield* paid()
      yield* refund({ ...due, key: "rfd_8", amount: 1000, reference })
      const key = refundByHand(reference, 500)
      assert.deepStrictEqual(yield* refunds({ ...due, reference }), [
        { key: "rfd_8", attemptId: one.attemptId, amount: 1000 },
        { key, attemptId: one.attemptId, amount: 500 }
      ])
    })
  )
})
