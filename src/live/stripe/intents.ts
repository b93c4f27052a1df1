import { Effect } from "effect"
import type Stripe from "stripe"
import type { Due, Outcome } from "../../ports/Payments.ts"
import { ask } from "./ask.ts"
import { reasonOf } from "./reasons.ts"
import type { Trouble } from "./Trouble.ts"

export type Intent = Stripe.PaymentIntent

/** The key under which an attempt is made once, also by whoever ends it. */
export const keyOf = (attemptId: string) => `craftlocal:charge:${attemptId}`

export const metadataOf = ({ attemptId, checkoutId }: Due) => ({
  checkout_session_id: checkoutId,
  attempt_id: attemptId
})

/** How a payment stands that was given up because the buyer's bank did not confirm it. */
export const unproven = "abandoned"

/** What became of a payment, by how it stands. `page` is where a buyer goes whom the bank names no page. */
export const outcomeOf = (intent: Intent, page: string): Outcome => {
  const { cancellation_reason, id: reference, last_payment_error, next_action, status } = intent
  switch (status) {
    case "succeeded":
    case "requires_capture":
      return { _tag: "Settled", reference }
    case "requires_action":
      return { _tag: "Challenged", reference, url: next_action?.redirect_to_url?.url ?? page }
    case "canceled":
      return {
        _tag: "Declined",
        reason: cancellation_reason === unproven ? "not_authenticated" : reasonOf(last_payment_error)
      }
    case "requires_payment_method":
    case "requires_confirmation":
      return { _tag: "Declined", reason: reasonOf(last_payment_error) }
    default:
      return { _tag: "Unknown" }
  }
}

/** Clocks may differ by so much, in seconds. */
const skew = 300
const perPage = 100
const mostPages = 200

/** Only what was made since then, as lists are asked for it. */
export const since = (from: Date | undefined) =>
  from === undefined ? {} : { created: { gte: Math.max(0, Math.floor(from.getTime() / 1000) - skew) } }

/** The one that says most comes first: money that moved, then money that may. */
const telling = ["succeeded", "requires_capture", "processing", "requires_action"]
const rank = ({ status }: Intent) => (telling.includes(status) ? telling.indexOf(status) : telling.length)

/** The payment of an attempt whose name was never heard, among those begun since then. */
export const find = Effect.fnUntraced(function* (
  stripe: Stripe,
  attemptId: string,
  from: Date | undefined
): Effect.fn.Return<Intent | undefined, Trouble> {
  const found: Array<Intent> = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const params: Stripe.PaymentIntentListParams = {
      limit: perPage,
      ...since(from),
      ...(after !== undefined && { starting_after: after })
    }
    const { data, has_more } = yield* ask(() => stripe.paymentIntents.list(params))
    found.push(...data.filter(({ metadata }) => metadata.attempt_id === attemptId))
    after = data.at(-1)?.id
    // One attempt is one payment, unless its key was forgotten meanwhile.
    if (!has_more || found.some(({ status }) => telling.includes(status))) break
  }
  return found.sort((a, b) => rank(a) - rank(b))[0]
})

export const retrieve = (stripe: Stripe, id: string): Effect.Effect<Intent, Trouble> =>
  ask(() => stripe.paymentIntents.retrieve(id))

/** Ends a payment whose money has not moved; answers how it stands then. */
export const cancel = (
  stripe: Stripe,
  id: string,
  why?: Stripe.PaymentIntentCancelParams.CancellationReason
): Effect.Effect<Intent, Trouble> =>
  ask(() => stripe.paymentIntents.cancel(id, why === undefined ? {} : { cancellation_reason: why })).pipe(
    Effect.catchIf(
      ({ kind }) => kind === "invalid",
      () => retrieve(stripe, id)
    )
  )
