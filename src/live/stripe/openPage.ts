import { Clock, Effect } from "effect"
import type Stripe from "stripe"
import type { Invitation, Outcome } from "../../ports/Payments.ts"
import { ask } from "./ask.ts"
import { orBecame, unknown } from "./became.ts"
import { day } from "./charge.ts"
import { find, keyOf, metadataOf, outcomeOf } from "./intents.ts"
import { findPage, look, standing, withPayment } from "./sessions.ts"
import type { Trouble } from "./Trouble.ts"

/** Stripe keeps a page for half an hour at least and a day at most, by its own clock; in milliseconds, with some to spare. */
const shortest = 35 * 60 * 1000
const longest = day - 5 * 60 * 1000

/** In characters. */
const longestWords = 250

const paramsOf = (one: Invitation, back: string, now: number): Stripe.Checkout.SessionCreateParams => {
  const { amount, checkoutId, currency, email, shops, until } = one
  const metadata = metadataOf(one)
  const name = `Your order from ${shops.join(", ")}`.slice(0, longestWords)
  const expires = Math.min(Math.max(until.getTime(), now + shortest), now + longest)
  return {
    ...withPayment,
    mode: "payment",
    line_items: [{ quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name } } }],
    // A card pays at once or not at all, and in the currency that was shown.
    allowed_payment_method_types: ["card"],
    adaptive_pricing: { enabled: false },
    client_reference_id: checkoutId,
    metadata,
    payment_intent_data: { metadata },
    success_url: `${back}/paid`,
    cancel_url: back,
    expires_at: Math.ceil(expires / 1000),
    ...(email !== undefined && { customer_email: email })
  }
}

/** A page of Stripe's own for one attempt, opened once under its key however often it is asked for. */
export const openPage = Effect.fnUntraced(function* (stripe: Stripe, one: Invitation, back: string) {
  const { attemptId } = one
  const now = yield* Clock.currentTimeMillis
  const params = paramsOf(one, back, now)

  /** What the key was used for before: this page, or the end of the attempt. */
  const before: Effect.Effect<Outcome | undefined, Trouble> = Effect.gen(function* () {
    const since = new Date(now - day)
    const page = yield* findPage(stripe, attemptId, since)
    if (page !== undefined) return standing(page)
    const payment = yield* find(stripe, attemptId, since)
    return payment && outcomeOf(payment, back)
  })

  const asked: Effect.Effect<Outcome, Trouble> = Effect.gen(function* () {
    const made = yield* ask(() => stripe.checkout.sessions.create(params, { idempotencyKey: keyOf(attemptId) }))
    if (made.lastResponse.headers["idempotent-replayed"] !== "true") return standing(made)
    return yield* look(stripe, made.id).pipe(
      Effect.map(standing),
      Effect.catchTag("Trouble", () => unknown)
    )
  })

  return yield* orBecame(asked, before)
})
