import { Clock, Effect } from "effect"
import type Stripe from "stripe"
import type { Charge, Outcome } from "../../ports/Payments.ts"
import { ask } from "./ask.ts"
import { orBecame, unknown } from "./became.ts"
import { preview } from "./connect.ts"
import { objectionTo } from "./granted.ts"
import { find, keyOf, metadataOf, outcomeOf, retrieve } from "./intents.ts"
import type { Trouble } from "./Trouble.ts"

/** Shared payment tokens, by Stripe's name and by that of the protocol. */
const isShared = (token: string) => /^(spt|vt)_[A-Za-z0-9_]{1,250}$/.test(token)

/** Who asks under a key that is used finds what it made among those of so long, in milliseconds. */
export const day = 24 * 60 * 60 * 1000

const paramsOf = (charge: Charge, page: string | undefined) => {
  const { amount, currency, token } = charge
  const params = {
    amount,
    currency,
    confirm: true,
    payment_method_data: { shared_payment_granted_token: token },
    metadata: metadataOf(charge),
    ...(page !== undefined && { return_url: page })
  }
  return params as unknown as Stripe.PaymentIntentCreateParams
}

/** One attempt to charge, made once under its key however often it is asked for. */
export const charge = Effect.fnUntraced(function* (stripe: Stripe, one: Charge, page: string | undefined) {
  const { attemptId, token } = one
  if (!isShared(token)) return { _tag: "Declined", reason: "unknown_token" } as const

  /** What became of this attempt before, if it was ever made. */
  const before: Effect.Effect<Outcome | undefined, Trouble> = Effect.flatMap(Clock.currentTimeMillis, (now) =>
    Effect.map(find(stripe, attemptId, new Date(now - day)), (intent) => intent && outcomeOf(intent, page ?? ""))
  )

  const asked: Effect.Effect<Outcome, Trouble> = Effect.gen(function* () {
    const objection = yield* objectionTo(stripe, one)
    // The token may be used up by this very attempt.
    if (objection !== undefined) return (yield* before) ?? { _tag: "Declined", reason: objection }
    const options = { idempotencyKey: keyOf(attemptId), apiVersion: preview }
    const made = yield* ask(() => stripe.paymentIntents.create(paramsOf(one, page), options))
    if (made.lastResponse.headers["idempotent-replayed"] !== "true") return outcomeOf(made, page ?? "")
    // An answer that is told again tells how it was. It was made, whatever keeps us from seeing how it is.
    return yield* retrieve(stripe, made.id).pipe(
      Effect.map((intent) => outcomeOf(intent, page ?? "")),
      Effect.catchTag("Trouble", () => unknown)
    )
  })

  return yield* orBecame(asked, before)
})
