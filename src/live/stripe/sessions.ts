import { Effect } from "effect"
import type Stripe from "stripe"
import type { Outcome } from "../../ports/Payments.ts"
import { ask } from "./ask.ts"
import type { Intent } from "./intents.ts"
import { since } from "./intents.ts"
import { reasonOf } from "./reasons.ts"
import type { Trouble } from "./Trouble.ts"

/** A page of Stripe's own where a buyer pays, and the payment it became. */
export type Page = Stripe.Checkout.Session

export const isPage = (reference: string | undefined): reference is string => reference?.startsWith("cs_") ?? false

/** Told with the page, so that both are of the same moment. */
export const withPayment = { expand: ["payment_intent"] }

const paymentOf = ({ payment_intent: payment }: Page): Intent | undefined =>
  payment === null || typeof payment === "string" ? undefined : payment

const moved = new Set<Intent["status"]>(["succeeded", "requires_capture"])
/** Of these nothing more comes when their page is over. */
const over = new Set<Intent["status"]>(["requires_payment_method", "requires_confirmation", "canceled"])

/** What became of a page. Money that moved counts, however the page stands; a card that was declined there ends nothing. */
export const standing = (page: Page): Outcome => {
  const payment = paymentOf(page)
  if (payment !== undefined && moved.has(payment.status)) return { _tag: "Settled", reference: payment.id }
  if (page.status === "open") return { _tag: "Challenged", reference: page.id, url: page.url ?? "" }
  const isOver =
    page.status === "expired" ? payment?.status !== "processing" : payment !== undefined && over.has(payment.status)
  return isOver ? { _tag: "Declined", reason: reasonOf(payment?.last_payment_error) } : { _tag: "Unknown" }
}

export const look = (stripe: Stripe, id: string): Effect.Effect<Page, Trouble> =>
  ask(() => stripe.checkout.sessions.retrieve(id, withPayment))

/** Nobody can pay there any more; answers how it stands then, which is paid if the buyer was faster. */
const shut = (stripe: Stripe, id: string): Effect.Effect<Page, Trouble> =>
  ask(() => stripe.checkout.sessions.expire(id, withPayment)).pipe(
    Effect.catchIf(
      ({ kind }) => kind === "invalid",
      () => look(stripe, id)
    )
  )

/** Ends a page for good, unless it has been paid. */
export const ended = Effect.fnUntraced(function* (stripe: Stripe, page: Page): Effect.fn.Return<Outcome, Trouble> {
  const before = standing(page)
  if (before._tag !== "Challenged") return before
  const after = standing(yield* shut(stripe, page.id))
  // It can neither be shut nor is it paid: just now the buyer is paying.
  return after._tag === "Challenged" ? { _tag: "Unknown" } : after
})

const perPage = 100
const mostPages = 200

/** The page of an attempt whose name was never heard, among those opened since then. */
export const findPage = Effect.fnUntraced(function* (
  stripe: Stripe,
  attemptId: string,
  from: Date | undefined
): Effect.fn.Return<Page | undefined, Trouble> {
  let after: string | undefined
  for (let count = 0; count < mostPages; count++) {
    const params: Stripe.Checkout.SessionListParams = {
      limit: perPage,
      expand: ["data.payment_intent"],
      ...since(from),
      ...(after !== undefined && { starting_after: after })
    }
    const { data, has_more } = yield* ask(() => stripe.checkout.sessions.list(params))
    const found = data.find(({ metadata }) => metadata?.attempt_id === attemptId)
    after = data.at(-1)?.id
    if (found !== undefined || !has_more) return found
  }
  return undefined
})
