import { Effect } from "effect"
import type Stripe from "stripe"
import { Unavailable } from "../../../schemas/errors.ts"
import type { Given, Refund, RefundOutcome, Sought } from "../../ports/Payments.ts"
import { ask, unavailable } from "./ask.ts"
import { find } from "./intents.ts"
import { isPage, look } from "./sessions.ts"

type Kept = Stripe.Refund

const paymentOf = Effect.fnUntraced(function* (stripe: Stripe, { attemptId, reference, startedAt }: Sought) {
  if (!isPage(reference)) return reference ?? (yield* find(stripe, attemptId, startedAt))?.id
  const { payment_intent: payment } = yield* look(stripe, reference)
  return typeof payment === "string" ? payment : payment?.id
})

const perPage = 100

/** Every refund of a payment, the oldest first. */
const ofPayment = Effect.fnUntraced(function* (stripe: Stripe, payment: string) {
  const refunds: Array<Kept> = []
  while (true) {
    const after = refunds.at(-1)?.id
    const params = { payment_intent: payment, limit: perPage, ...(after !== undefined && { starting_after: after }) }
    const { data, has_more } = yield* ask(() => stripe.refunds.list(params))
    refunds.push(...data)
    if (!has_more || data.length === 0) return refunds.reverse()
  }
})

const hasFailed = ({ status }: Kept) => status === "failed" || status === "canceled"

const outcomeOf = (refund: Kept): RefundOutcome =>
  hasFailed(refund)
    ? { _tag: "Refused", reason: refund.failure_reason ?? refund.status ?? "failed" }
    : { _tag: "Refunded", reference: refund.id }

export const refund = Effect.fnUntraced(
  function* (stripe: Stripe, one: Refund) {
    const { amount, attemptId, key } = one
    const payment = yield* paymentOf(stripe, one)
    if (payment === undefined) return yield* new Unavailable({ what: "payment provider", retryAfter: 60 })

    const metadata = { refund_key: key, attempt_id: attemptId }
    const before = Effect.map(ofPayment(stripe, payment), (refunds) =>
      refunds.find((each) => each.metadata?.refund_key === key)
    )
    // Stripe forgets keys after a day; a message may come again after longer.
    const given = yield* before
    if (given !== undefined) return outcomeOf(given)
    return yield* ask(() =>
      stripe.refunds.create({ payment_intent: payment, amount, metadata }, { idempotencyKey: key })
    ).pipe(
      Effect.map(outcomeOf),
      Effect.catchTag("Trouble", (trouble) =>
        Effect.flatMap(before, (found): Effect.Effect<RefundOutcome, typeof trouble> => {
          if (found !== undefined) return Effect.succeed(outcomeOf(found))
          if (trouble.kind !== "invalid" && trouble.kind !== "card") return Effect.fail(trouble)
          return Effect.succeed({ _tag: "Refused", reason: trouble.code ?? trouble.about ?? "refused" })
        })
      )
    )
  },
  Effect.catchTag("Trouble", unavailable)
)

export const refunds = Effect.fnUntraced(
  function* (stripe: Stripe, sought: Sought) {
    const payment = yield* paymentOf(stripe, sought)
    if (payment === undefined) return []
    return (yield* ofPayment(stripe, payment)).map(
      (each): Given => ({
        key: each.metadata?.refund_key ?? each.id,
        attemptId: sought.attemptId,
        amount: each.amount,
        ...(hasFailed(each) && { failed: true })
      })
    )
  },
  Effect.catchTag("Trouble", unavailable)
)
