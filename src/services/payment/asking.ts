import { Duration, Effect } from "effect"
import type { Attempt, Checkout as Session } from "../../../schemas/checkout.ts"
import type { Due, Outcome } from "../../ports/Payments.ts"

/** How long the provider may take before its answer no longer counts as one. */
const patience = Duration.seconds(10)

/** Waits no longer than that; then nobody knows what became of it. */
export const patiently = Effect.timeoutOrElse({
  duration: patience,
  orElse: () => Effect.succeed<Outcome>({ _tag: "Unknown" })
})

/** What an attempt to pay a checkout asks for. */
export const dueOf = ({ id, state }: Session, attempt: Attempt): Due => {
  const { currency, totals } = state.contents.quote
  return { attemptId: attempt.id, checkoutId: id, amount: totals.total, currency }
}
