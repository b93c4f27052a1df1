import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { type Begun, type Invitation, Payments } from "../../../src/ports/Payments.ts"
import { attempt, charged, closed, intentsOf, kept, opened, posts, Stripe, sent, stripeBy, watched } from "./opened.ts"

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

/** An attempt at a page that nobody made before. */
const invitation = (over: Partial<Invitation> = {}): Invitation & Begun => ({
  ...attempt(""),
  hosted: true,
  shops: ["Clay & Kiln", "Warp Weft"],
  until: inMinutes(40),
  ...over
})

const opening = (one: Invitation) =>
  Effect.flatMap(Payments, ({ cardPage }) =>
    watched(Effect.catch(cardPage!.open(one), (error) => Effect.succeed(error)))
  )
const looked = (one: Begun) => Effect.flatMap(Payments, ({ cardPage }) => cardPage!.look(one))

/** A page that is open, under its name at Stripe. */
const open = Effect.fnUntraced(function* (over: Partial<Invitation> = {}) {
  const one = invitation(over)
  const { answer } = yield* opening(one)
  assert.strictEqual(answer._tag, "Challenged")
  const { reference } = answer as { readonly reference: string }
  return { answer, one, reference, named: { ...one, reference } }
})

const pagesOf = ({ attemptId }: { readonly attemptId: string }) =>
  Effect.map(Stripe, ({ books }) =>
    [...books.sessions.values()].filter(({ metadata }) => metadata.attempt_id === attemptId)
  )

const settledBy = (one: Begun) =>
  Effect.map(intentsOf(one), (intents) => ({ _tag: "Settled", reference: intents.at(-1)!.id }) as const)

layer(opened, { excludeTestServices: true })("a page of Stripe's own", (it) => {
  it.effect("is opened for exactly the total, under the key of the attempt, and names it on its payment", () =>
    Effect.gen(function* () {
      const { url } = yield* Stripe
      const { answer, one, reference } = yield* open({ email: "ann@example.com" })
      assert.deepStrictEqual<unknown>(answer, { _tag: "Challenged", reference, url: `${url}/c/pay/${reference}` })
      const [asked, ...more] = yield* sent
      assert.deepStrictEqual(more, [])
      assert.deepInclude(asked!, {
        method: "POST",
        path: "/v1/checkout/sessions",
        key: `craftlocal:charge:${one.attemptId}`
      })
      const price = "line_items[0][price_data]"
      assert.deepStrictEqual(asked!.form, {
        "expand[0]": "payment_intent",
        mode: "payment",
        "line_items[0][quantity]": "1",
        [`${price}[currency]`]: "usd",
        [`${price}[unit_amount]`]: "4200",
        [`${price}[product_data][name]`]: "Your order from Clay & Kiln, Warp Weft",
        "allowed_payment_method_types[0]": "card",
        "adaptive_pricing[enabled]": "false",
        client_reference_id: "chk_1",
        "metadata[checkout_session_id]": "chk_1",
        "metadata[attempt_id]": one.attemptId,
        "payment_intent_data[metadata][checkout_session_id]": "chk_1",
        "payment_intent_data[metadata][attempt_id]": one.attemptId,
        success_url: "https://shop.test/checkout/chk_1/paid",
        cancel_url: "https://shop.test/checkout/chk_1",
        expires_at: String(Math.ceil(one.until.getTime() / 1000)),
        customer_email: "ann@example.com"
      })
    })
  )

  it.effect("lasts as long as Stripe lets it where a checkout is shorter or longer, and many shops fit its line", () =>
    Effect.gen(function* () {
      for (const minutes of [1, 29, 60 * 48]) {
        yield* open({ until: inMinutes(minutes), shops: Array.from({ length: 60 }, (_, at) => `Shop number ${at}`) })
      }
    })
  )

  it.effect("is the same one however often it is asked for, also in another minute or after an answer was lost", () =>
    Effect.gen(function* () {
      const { answer, one } = yield* open()
      const again = yield* Effect.forEach(
        [one, one, { ...one, until: inMinutes(50) }, { ...one, until: inMinutes(55) }],
        opening,
        { concurrency: 4 }
      )
      for (const each of again) assert.deepStrictEqual(each.answer, answer)
      assert.lengthOf(yield* pagesOf(one), 1)
    })
  )

  it.effect("is still open after a card was declined there, and paid with the next", () =>
    Effect.gen(function* () {
      const { atPage } = yield* Stripe
      const { named, one, reference, answer } = yield* open()
      assert.deepStrictEqual<unknown>(yield* looked(named), answer)
      atPage(reference, "fail")
      assert.deepStrictEqual<unknown>(yield* looked(named), answer)
      assert.strictEqual(yield* kept(one), 0)
      atPage(reference, "pay")
      const settled = yield* settledBy(one)
      assert.deepStrictEqual(yield* looked(named), settled)
      assert.deepStrictEqual(yield* closed(named), settled)
      // Whoever never heard its name finds it too.
      assert.deepStrictEqual(yield* looked(one), settled)
      assert.deepStrictEqual(yield* closed(one), settled)
      assert.deepStrictEqual<unknown>((yield* opening(one)).answer, settled)
      assert.strictEqual(yield* kept(one), 4200)
    })
  )

  it.effect("is shut when its attempt ends, by its name or without: nobody can pay there any more", () =>
    Effect.gen(function* () {
      const { atPage } = yield* Stripe
      for (const isNamed of [true, false]) {
        for (const tries of [true, false]) {
          const { named, one, reference } = yield* open()
          if (tries) atPage(reference, "fail")
          const reason = tries ? "insufficient_funds" : "declined"
          assert.deepStrictEqual(yield* closed(isNamed ? named : one), { _tag: "Declined", reason })
          assert.strictEqual(atPage(reference, "pay").status, 410)
          assert.strictEqual((yield* closed(named))._tag, "Declined")
          assert.strictEqual(yield* kept(one), 0)
        }
      }
    })
  )

  it.effect("is not opened for an attempt that was ended before it was heard of", () =>
    Effect.gen(function* () {
      const one = invitation()
      assert.strictEqual((yield* closed(one))._tag, "Declined")
      assert.deepStrictEqual<unknown>((yield* opening(one)).answer, { _tag: "Declined", reason: "declined" })
      assert.deepStrictEqual(yield* pagesOf(one), [])
    })
  )

  it.effect("of opening and ending at once, no page is left open behind an end", () =>
    Effect.gen(function* () {
      for (let turn = 0; turn < 10; turn++) {
        const one = invitation()
        const race = [opening(one), closed(one)] as const
        yield* Effect.all(turn % 2 ? race : [race[1], race[0]], { concurrency: 2 })
        yield* closed(one)
        for (const { status } of yield* pagesOf(one)) assert.strictEqual(status, "expired")
      }
    })
  )

  it.effect("is not known while a buyer is paying, and then it has settled", () =>
    Effect.gen(function* () {
      const { atPage } = yield* Stripe
      const { named, one, reference } = yield* open()
      atPage(reference, "begin")
      assert.deepStrictEqual(yield* closed(named), { _tag: "Unknown" })
      atPage(reference, "pay")
      assert.deepStrictEqual(yield* closed(named), yield* settledBy(one))
    })
  )

  it.effect("says that the money moved, though it was over", () =>
    Effect.gen(function* () {
      const { paidLate } = yield* Stripe
      const { refund } = yield* Payments
      const { named, one, reference } = yield* open()
      yield* closed(named)
      const { id } = paidLate(reference)
      for (const each of [named, one]) {
        assert.deepStrictEqual(yield* closed(each), { _tag: "Settled", reference: id })
      }
      // What goes back goes back of the payment, also by the name of the page.
      const { amount, attemptId, currency } = one
      yield* refund({ attemptId, amount, currency, key: `rfd_${attemptId}`, reference })
      assert.strictEqual(yield* kept(one), 0)
    })
  )

  it.effect("is asked about a buyer who says that it went well, and shut for one who gives up", () =>
    Effect.gen(function* () {
      const { atPage } = yield* Stripe
      const { confirm } = yield* Payments
      const { answer, named, one, reference } = yield* open()
      const proof = { three_ds_cryptogram: "A", transaction_id: "t", version: "2.2.0" }
      for (const yes of [{ outcome: "authenticated" }, { outcome: "authenticated", outcome_details: proof }]) {
        assert.deepStrictEqual<unknown>(yield* confirm(named, yes), answer)
      }
      assert.strictEqual((yield* confirm(named, { outcome: "denied" }))._tag, "Declined")
      assert.strictEqual(atPage(reference, "pay").status, 410)
      assert.strictEqual(yield* kept(one), 0)
    })
  )

  it.effect("costs nothing where nothing is to be paid, and too little is declined", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual<unknown>((yield* opening(invitation({ amount: 0 }))).answer, { _tag: "Settled" })
      assert.strictEqual((yield* opening(invitation({ amount: 20 }))).answer._tag, "Declined")
    })
  )

  it.effect("is no token: what names it is unknown as one, and nobody is asked", () =>
    Effect.gen(function* () {
      for (const token of ["hostedCard", "craftlocal/hostedCard", "Symbol(craftlocal/hostedCard)", "cs_test_1"]) {
        const { answer } = yield* charged(attempt(token))
        assert.deepStrictEqual(answer, { _tag: "Declined", reason: "unknown_token" })
        assert.deepStrictEqual(yield* posts, [])
      }
    })
  )

  it.effect("nobody there, or a key that is not accepted: nothing was opened, and the log names no buyer", () =>
    Effect.gen(function* () {
      for (const over of [{ apiBase: "http://127.0.0.1:1" }, { secretKey: "sk_test_wrong" }]) {
        const asked = opening(invitation({ email: "secret@example.com" }))
        const page = (id: string) => `https://shop.test/checkout/${id}`
        const { answer, log } = yield* Effect.provide(asked, stripeBy({ page, ...over }))
        assert.strictEqual(answer._tag, "Unavailable")
        for (const secret of ["secret@example.com", "sk_test"]) assert.notInclude(log, secret)
      }
    })
  )
})
