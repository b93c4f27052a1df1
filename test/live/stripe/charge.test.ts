import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import {
  attempt,
  charged,
  closed,
  intentsOf,
  kept,
  opened,
  posts,
  Stripe,
  secretKey,
  sent,
  stripeBy,
  watched
} from "./opened.ts"

layer(opened, { excludeTestServices: true })("charging by Stripe", (it) => {
  it.effect("looks at the token, then makes one payment under a key of the attempt", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_ok")
      const { answer } = yield* charged(one)
      const [intent] = yield* intentsOf(one)
      assert.deepStrictEqual(answer, { _tag: "Settled", reference: intent!.id })
      const common = { version: "2026-04-22.preview", authorization: `Bearer ${secretKey}` }
      assert.deepStrictEqual(yield* sent, [
        {
          method: "GET",
          path: "/v1/shared_payment/granted_tokens/spt_test_ok",
          form: {},
          key: undefined,
          ...common
        },
        {
          method: "POST",
          path: "/v1/payment_intents",
          form: {
            amount: "4200",
            currency: "usd",
            confirm: "true",
            "payment_method_data[shared_payment_granted_token]": "spt_test_ok",
            "metadata[checkout_session_id]": "chk_1",
            "metadata[attempt_id]": one.attemptId,
            return_url: "https://shop.test/checkout/chk_1"
          },
          key: `craftlocal:charge:${one.attemptId}`,
          ...common
        }
      ])
    })
  )

  for (const [token, reason] of [
    ["spt_test_expired", "expired"],
    ["spt_test_over_limit", "over_limit"],
    ["spt_test_wrong_currency", "wrong_currency"],
    ["spt_test_revoked", "unknown_token"],
    ["spt_test_consumed", "used"],
    ["spt_nobody", "unknown_token"]
  ] as const) {
    it.effect(`a token that says so when it is looked at is not charged: ${token} is ${reason}`, () =>
      Effect.gen(function* () {
        const { answer } = yield* charged(attempt(token))
        assert.deepStrictEqual(answer, { _tag: "Declined", reason })
        assert.deepStrictEqual(yield* posts, [])
      })
    )

    it.effect(`where tokens cannot be looked at, the payment says that ${token} is ${reason}`, () =>
      Effect.gen(function* () {
        const { books } = yield* Stripe
        for (const inspection of ["missing", "forbidden"] as const) {
          books.inspection = inspection
          const { answer, log } = yield* charged(attempt(token))
          assert.deepStrictEqual(answer, { _tag: "Declined", reason })
          assert.lengthOf(yield* posts, 1)
          assert.notInclude(log, token)
        }
        books.inspection = "there"
      })
    )
  }

  it.effect("a token that was granted pays once, for no more than it may", () =>
    Effect.gen(function* () {
      const { url } = yield* Stripe
      const grant = (max: number) =>
        Effect.promise(async () => {
          const answer = await fetch(`${url}/v1/test_helpers/shared_payment/granted_tokens`, {
            method: "POST",
            headers: { authorization: `Bearer ${secretKey}` },
            body: new URLSearchParams({ "usage_limits[currency]": "usd", "usage_limits[max_amount]": String(max) })
          })
          return ((await answer.json()) as { readonly id: string }).id
        })
      const token = yield* grant(4200)
      assert.strictEqual((yield* charged(attempt(token))).answer._tag, "Settled")
      assert.deepStrictEqual((yield* charged(attempt(token))).answer, { _tag: "Declined", reason: "used" })
      const small = yield* charged(attempt(yield* grant(4199)))
      assert.deepStrictEqual(small.answer, { _tag: "Declined", reason: "over_limit" })
    })
  )

  for (const token of ["pm_card_visa", "tok_visa", "spt_", "spt_a/../b", "spt_test_ok?x", "4242424242424242", ""]) {
    it.effect(`${JSON.stringify(token)} is no shared token, and nobody is asked`, () =>
      Effect.gen(function* () {
        const { answer, log } = yield* charged(attempt(token))
        assert.deepStrictEqual(answer, { _tag: "Declined", reason: "unknown_token" })
        assert.deepStrictEqual(yield* sent, [])
        assert.strictEqual(log, "")
      })
    )
  }

  for (const [token, reason] of [
    ["spt_test_declined", "declined"],
    ["spt_test_insufficient", "insufficient_funds"],
    ["spt_test_expired_card", "expired"],
    ["spt_test_authentication", "not_authenticated"],
    ["spt_test_odd", "declined"]
  ] as const) {
    it.effect(`${token} is declined: ${reason}`, () =>
      Effect.gen(function* () {
        const one = attempt(token)
        const { answer, log } = yield* charged(one)
        assert.deepStrictEqual(answer, { _tag: "Declined", reason })
        assert.strictEqual(yield* kept(one), 0)
        assert.notInclude(log, token)
      })
    )
  }

  it.effect("a bank that asks is answered with its page, and the name of the payment", () =>
    Effect.gen(function* () {
      const { url } = yield* Stripe
      const one = attempt("spt_test_3ds")
      const { answer } = yield* charged(one)
      const [intent] = yield* intentsOf(one)
      assert.deepStrictEqual(answer, {
        _tag: "Challenged",
        reference: intent!.id,
        url: `${url}/bank/${intent!.id}`
      })
    })
  )

  for (const token of ["spt_test_limited_once", "spt_test_away_once", "spt_test_cut_before", "spt_test_cut_after"]) {
    it.effect(`${token}: asked again under the same key, it is charged once`, () =>
      Effect.gen(function* () {
        const one = attempt(token)
        const { answer, log } = yield* charged(one)
        assert.strictEqual(answer._tag, "Settled")
        assert.strictEqual(yield* kept(one), 4200)
        const keys = (yield* posts).map(({ key }) => key)
        assert.isAbove(keys.length, 1)
        assert.deepStrictEqual([...new Set(keys)], [`craftlocal:charge:${one.attemptId}`])
        assert.notInclude(log, token)
      })
    )
  }

  it.effect("a payment that was made and cannot be read again is unknown, for its money has moved", () =>
    Effect.gen(function* () {
      const { books } = yield* Stripe
      const one = attempt("spt_test_cut_after")
      books.reading = "limited"
      const { answer } = yield* charged(one)
      books.reading = "works"
      assert.deepStrictEqual(answer, { _tag: "Unknown" })
      assert.strictEqual(yield* kept(one), 4200)
    })
  )

  it.effect("nothing is not charged: Stripe takes no payment of it", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_ok", { amount: 0 })
      assert.deepStrictEqual((yield* charged(one)).answer, { _tag: "Settled" })
      assert.deepStrictEqual((yield* watched(closed(one))).answer, { _tag: "Declined", reason: "declined" })
      assert.deepStrictEqual(yield* sent, [])
    })
  )

  it.effect("too many requests: nothing was charged, and we are told when to come again", () =>
    Effect.gen(function* () {
      const one = attempt("spt_test_down")
      const { answer } = yield* charged(one)
      assert.deepInclude({ ...answer }, { _tag: "Unavailable", retryAfter: 7 })
      assert.deepStrictEqual(yield* intentsOf(one), [])
    })
  )

  for (const [token, moved] of [
    ["spt_test_500_before", 0],
    ["spt_test_500_after", 4200],
    ["spt_test_gone", 0],
    ["spt_test_timeout", 4200],
    ["spt_test_processing", 0]
  ] as const) {
    it.effect(`${token}: nobody knows, and it is not said to have failed`, () =>
      Effect.gen(function* () {
        const one = attempt(token)
        const { answer, log } = yield* charged(one)
        assert.deepStrictEqual(answer, { _tag: "Unknown" })
        assert.strictEqual(yield* kept(one), moved)
        assert.notInclude(log, token)
      })
    )
  }

  it.effect("nobody there at all: certain that nothing was charged", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* charged(attempt("spt_test_ok"))).answer._tag, "Unavailable")
    }).pipe(Effect.provide(stripeBy({ apiBase: "http://127.0.0.1:1" })))
  )

  for (const key of ["sk_test_wrong", "rk_test_limited"]) {
    it.effect(`a key that Stripe does not accept (${key}) is told to the operator, and nothing is charged`, () =>
      Effect.gen(function* () {
        const one = attempt("spt_test_secret")
        const { answer, log } = yield* charged(one)
        assert.strictEqual(answer._tag, "Unavailable")
        assert.deepStrictEqual(yield* intentsOf(one), [])
        assert.include(log, "Stripe does not accept our key")
        for (const secret of [key, one.token]) assert.notInclude(log, secret)
      }).pipe(Effect.provide(stripeBy({ secretKey: key })))
    )
  }
})
