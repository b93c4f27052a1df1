import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { type Authentication, Payments } from "../../../src/ports/Payments.ts"
import { attempt, charged, intentsOf, kept, opened, posts, Stripe, watched } from "./opened.ts"

const proof = {
  three_ds_cryptogram: "AAIBBYNoEwAAACcKhAJkdQAAAAA=",
  electronic_commerce_indicator: "05",
  transaction_id: "c4e59ceb-a382-4d6a-bc87-385d591fa09d",
  version: "2.2.0"
}

/** A payment that the buyer's bank asks about, and what came of its answer. */
const answered = (authentication: Authentication, meanwhile: (id: string) => Effect.Effect<unknown, never, Stripe>) =>
  Effect.gen(function* () {
    const { confirm } = yield* Payments
    const one = attempt("spt_test_3ds")
    yield* charged(one)
    const [intent] = yield* intentsOf(one)
    yield* meanwhile(intent!.id)
    const { answer, log } = yield* watched(confirm({ ...one, reference: intent!.id }, authentication))
    return { answer, log, one, intent: intent! }
  })

const nothing = () => Effect.void
const atBank = (approves: boolean) => (id: string) =>
  Effect.map(Stripe, ({ approve, refuse }) => (approves ? approve(id) : refuse(id)))

layer(opened, { excludeTestServices: true })("confirming at Stripe", (it) => {
  for (const outcome of ["authenticated", "attempt_acknowledged", "informational"]) {
    it.effect(`${outcome} with a proof: Stripe gets the proof, under a key of its own`, () =>
      Effect.gen(function* () {
        const { answer, intent, one } = yield* answered({ outcome, outcome_details: proof }, nothing)
        assert.deepStrictEqual(answer, { _tag: "Settled", reference: intent.id })
        const [asked] = yield* posts
        const card = "payment_method_options[card][three_d_secure]"
        assert.strictEqual(asked!.path, `/v1/payment_intents/${intent.id}/confirm`)
        assert.deepStrictEqual(asked!.form, {
          [`${card}[cryptogram]`]: proof.three_ds_cryptogram,
          [`${card}[electronic_commerce_indicator]`]: "05",
          [`${card}[transaction_id]`]: proof.transaction_id,
          [`${card}[version]`]: "2.2.0"
        })
        assert.include(String(asked!.key), `craftlocal:confirm:${one.attemptId}:`)
        assert.strictEqual(yield* kept(one), 4200)
      })
    )
  }

  it.effect("authenticated without a proof: the buyer was at the bank's page, and Stripe knows how it went", () =>
    Effect.gen(function* () {
      const yes = { outcome: "authenticated" }
      assert.strictEqual((yield* answered(yes, nothing)).answer._tag, "Challenged")
      assert.strictEqual((yield* answered(yes, atBank(true))).answer._tag, "Settled")
      const refused = yield* answered(yes, atBank(false))
      assert.deepStrictEqual(refused.answer, { _tag: "Declined", reason: "not_authenticated" })
      assert.deepStrictEqual(yield* posts, [])
    })
  )

  for (const outcome of ["denied", "abandoned", "canceled", "rejected", "internal_error", "attempt_acknowledged"]) {
    it.effect(`${outcome} without a proof ends the payment`, () =>
      Effect.gen(function* () {
        const { answer, one } = yield* answered({ outcome }, nothing)
        assert.deepStrictEqual(answer, { _tag: "Declined", reason: "not_authenticated" })
        const [intent] = yield* intentsOf(one)
        assert.strictEqual(intent!.status, "canceled")
      })
    )
  }

  it.effect("denied, but the buyer had confirmed before: it has settled", () =>
    Effect.gen(function* () {
      const { answer, one } = yield* answered({ outcome: "denied" }, atBank(true))
      assert.strictEqual(answer._tag, "Settled")
      assert.strictEqual(yield* kept(one), 4200)
    })
  )

  it.effect("a proof that the bank does not accept, and a card without funds", () =>
    Effect.gen(function* () {
      for (const [three_ds_cryptogram, reason] of [
        ["wrong", "not_authenticated"],
        ["poor", "insufficient_funds"]
      ] as const) {
        const details = { ...proof, three_ds_cryptogram }
        const { answer, log } = yield* answered({ outcome: "authenticated", outcome_details: details }, nothing)
        assert.deepStrictEqual(answer, { _tag: "Declined", reason })
        assert.notInclude(log, three_ds_cryptogram)
      }
    })
  )
})
