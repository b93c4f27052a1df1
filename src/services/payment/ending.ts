import { Duration, Effect } from "effect"
import type { Attempt, Checkout as Session } from "../../../schemas/checkout.ts"
import { SessionExpired, Unavailable } from "../../../schemas/errors.ts"
import { isShopping } from "../../domain/checkout.ts"
import { Caller } from "../../ports/Caller.ts"
import { type Begun, type Due, type Outcome, Payments } from "../../ports/Payments.ts"
import { Attempts } from "../../store/Attempts.ts"
import { Audit } from "../../store/Audit.ts"
import { Checkouts } from "../../store/Checkouts.ts"
import { orUnavailable } from "../../store/Sql.ts"
import { Checkout } from "../Checkout.ts"
import { now } from "../now.ts"
import { unrecorded } from "../Record.ts"
import { Repayment } from "../Repayment.ts"
import { Settlement } from "../Settlement.ts"
import { dueOf, patiently } from "./asking.ts"

/** A payment that was touched since then is still being made by the request that began it. */
const fresh = Duration.seconds(15)

const nothing = () => Effect.void

/** How a payment ends that nobody completes: it is canceled, closed, heard of, or its time is over. */
export const ending = Effect.gen(function* () {
  const checkout = yield* Checkout
  const checkouts = yield* Checkouts
  const settlement = yield* Settlement
  const attempts = yield* Attempts
  const audit = yield* Audit
  const repayment = yield* Repayment
  const payments = yield* Payments

  /** The attempt as its provider knows it. */
  const begun = Effect.fnUntraced(function* (session: Session, attempt: Attempt) {
    const kept = yield* orUnavailable(attempts.find(attempt.id))
    const reference = kept?.reference ?? undefined
    return {
      ...dueOf(session, attempt),
      startedAt: kept?.startedAt ?? session.updatedAt,
      ...(attempt.hosted && { hosted: true }),
      ...(reference !== undefined && { reference })
    } satisfies Begun
  })

  /** An attempt that was closed, by what its provider says. */
  const ended = Effect.fnUntraced(function* (session: Session, attempt: Attempt, outcome: Outcome) {
    if (outcome._tag === "Settled")
      return yield* settlement.settle(session, attempt, outcome.reference, unrecorded.along)
    return outcome._tag === "Declined" ? yield* settlement.decline(session, attempt, "voided") : session
  })

  const voided = Effect.fnUntraced(function* (session: Session, attempt: Attempt) {
    return yield* ended(session, attempt, yield* payments.close(yield* begun(session, attempt)))
  })

  /** Whoever waits for the answer has to come again when the provider cannot say, or not in time. */
  const known = Effect.fnUntraced(function* (asked: Effect.Effect<Outcome, Unavailable>) {
    const outcome = yield* patiently(asked)
    if (outcome._tag === "Unknown") return yield* new Unavailable({ what: "payment provider", retryAfter: 60 })
    return outcome
  })

  const heard = Effect.fnUntraced(function* (attemptId: string) {
    const kept = yield* orUnavailable(attempts.find(attemptId))
    if (kept === undefined) return
    const session = yield* orUnavailable(checkouts.find(kept.checkoutId))
    if (session === undefined) return
    const { state, updatedAt } = session
    if ("attempt" in state && state.attempt.id === kept.id) {
      const age = (yield* now).getTime() - updatedAt.getTime()
      const isOver = state._tag === "Completed"
      const isUnderWay = state._tag === "Paying" && age < Duration.toMillis(fresh)
      if (isOver || isUnderWay) return
      const { attempt } = state
      const its = yield* begun(session, attempt)
      // The buyer may still be at the provider's page, with another card: that is looked at, and not ended.
      const page = attempt.hosted && state._tag === "Challenged" ? payments.cardPage : undefined
      yield* ended(session, attempt, yield* known(page === undefined ? payments.close(its) : page.look(its)))
      return
    }
    const { amount, checkoutId, currency, reference, startedAt } = kept
    const due: Due = { attemptId, checkoutId, amount, currency }
    const outcome = yield* known(payments.close({ ...due, startedAt, ...(reference !== null && { reference }) }))
    if (outcome._tag === "Settled") yield* repayment.late(due, outcome.reference)
  })

  /** Somebody else may have moved it meanwhile. */
  const hear = Effect.fn("Payment.hear")((attemptId: string) =>
    Effect.retry(
      Effect.suspend(() => heard(attemptId)),
      { times: 2, while: ({ _tag }) => _tag !== "Unavailable" }
    )
  )

  return {
    begun,
    hear,
    returned: Effect.fn("Payment.returned")(function* (id: string) {
      const before = yield* checkout.byLink(id)
      if (before.state._tag !== "Challenged" || !before.state.attempt.hosted) return
      yield* hear(before.state.attempt.id)
      if ((yield* checkout.byLink(id)).version === before.version) return
      const { channel, correlationId } = yield* Caller
      const entry = { actor: "system", channel, action: "payment.returned", subject: id, correlationId }
      yield* orUnavailable(audit.add({ ...entry, at: yield* now }))
    }),
    leave: Effect.fn("Payment.leave")(function* (id: string) {
      const session = yield* checkout.read(id)
      const { state } = session
      if (state._tag !== "Challenged" || !state.attempt.hosted) return
      const outcome = yield* known(payments.close(yield* begun(session, state.attempt)))
      yield* ended(session, state.attempt, outcome)
    }),
    cancel: Effect.fn("Payment.cancel")(function* (
      id: string,
      record: (canceled: Session) => Effect.Effect<void> = nothing
    ) {
      const session = yield* checkout.read(id)
      const { expiresAt, state } = session
      if (isShopping(state) && expiresAt <= (yield* now)) return yield* new SessionExpired()
      if (state._tag !== "Challenged") return yield* settlement.cancel(session, record)
      const outcome = yield* known(payments.close(yield* begun(session, state.attempt)))
      return yield* settlement.cancel(yield* ended(session, state.attempt, outcome), record)
    }),
    reconcile: Effect.fn("Payment.reconcile")(function* (session: Session) {
      return session.state._tag === "Paying" ? yield* voided(session, session.state.attempt) : session
    }),
    expire: Effect.fn("Payment.expire")(function* (session: Session) {
      const { expiresAt, state } = session
      // Found overdue a moment ago, and lived on since.
      if (expiresAt > (yield* now)) return session
      const still = state._tag === "Challenged" ? yield* voided(session, state.attempt) : session
      return still.state._tag === "Completed" ? still : yield* checkout.move(still, { _tag: "TimedOut" })
    })
  }
})
