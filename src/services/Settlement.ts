import { Context, Data, Duration, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Attempt, Checkout as Session } from "../../schemas/checkout.ts"
import { type IllegalStep, type OutOfStock, StaleCheckout, type Unavailable } from "../../schemas/errors.ts"
import { step } from "../domain/checkout.ts"
import { ordersOf } from "../domain/orders.ts"
import { holdsOf } from "../domain/stock.ts"
import { Site } from "../ports/Site.ts"
import { Attempts } from "../store/Attempts.ts"
import { Checkouts } from "../store/Checkouts.ts"
import { PaymentSteps } from "../store/payments/PaymentSteps.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Stock } from "../store/Stock.ts"
import type { Trail } from "../store/Trail.ts"
import { outOfStock } from "./Checkout.ts"
import { now } from "./now.ts"

/** The confirmation number that was drawn is somebody else's. */
export class NumberTaken extends Data.TaggedError("NumberTaken")<{}> {}

/** What commits together with a step. */
type Also = (moved: Session) => Effect.Effect<void>

/** Runs a step with the trail that it is to write along. */
export type Along = <B, E, R>(
  moved: Session,
  step: (trail: Trail | undefined) => Effect.Effect<B, E, R>
) => Effect.Effect<B, E | SqlError.SqlError, R>

type Moved = Effect.Effect<Session, IllegalStep | StaleCheckout | Unavailable>

/**
 * The steps of a payment, each a transaction, and those of every purchase a single statement: the state of the checkout,
 * the stock, the book of attempts and the orders change together or not at all.
 */
export class Settlement extends Context.Service<
  Settlement,
  {
    /** Holds the stock and saves that money is about to move. */
    readonly start: (
      session: Session,
      attempt: Attempt
    ) => Effect.Effect<Session, OutOfStock | NumberTaken | IllegalStep | StaleCheckout | Unavailable>
    readonly challenge: (
      session: Session,
      attempt: Attempt,
      asked: { readonly url: string; readonly reference?: string },
      also: Also
    ) => Moved
    /** The buyer's bank has answered: the provider is about to be asked again. */
    readonly resume: (session: Session, attempt: Attempt) => Moved
    /** The money is there: the orders are made and the stock is sold. The trail commits with it. */
    readonly settle: (session: Session, attempt: Attempt, reference: string | undefined, along: Along) => Moved
    /** The money will not come: what was held is on the shelf again, and the checkout is open for another try. */
    readonly decline: (session: Session, attempt: Attempt, reason: string) => Moved
    readonly cancel: (session: Session, also: Also) => Moved
  }
>()("craftlocal/services/Settlement") {
  static readonly layer = Layer.effect(
    Settlement,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const checkouts = yield* Checkouts
      const stock = yield* Stock
      const attempts = yield* Attempts
      const steps = yield* PaymentSteps
      const { checkoutTtl } = yield* Site

      /** By the law, with its time begun anew, and not saved yet. */
      const moved = Effect.fnUntraced(function* (session: Session, event: Parameters<typeof step>[1]) {
        const state = yield* Effect.fromResult(step(session.state, event))
        const at = yield* now
        const expiresAt = new Date(at.getTime() + Duration.toMillis(checkoutTtl))
        return { ...session, state, updatedAt: at, expiresAt } satisfies Session
      })
      const move = (session: Session, event: Parameters<typeof step>[1]) =>
        Effect.flatMap(moved(session, event), checkouts.save)
      const next = (session: Session): Session => ({ ...session, version: session.version + 1 })

      const start = Effect.fn("Settlement.start")(function* (session: Session, attempt: Attempt) {
        const { contents } = session.state
        const paying = yield* moved(session, { _tag: "PaymentStarted", attempt })
        const { currency, totals } = contents.quote
        const holds = holdsOf(contents.lines)
        const { refused, short } = yield* steps.start({
          checkout: paying,
          holds,
          attempt,
          amount: totals.total,
          currency
        })
        switch (refused) {
          case "stale":
            return yield* new StaleCheckout()
          case "short": {
            const { available, listingId, variant } = short![0]!
            const line = contents.lines.find((each) => each.listingId === listingId && each.variant === variant)!
            return yield* outOfStock(contents, line.id, available)
          }
          case "number":
            return yield* new NumberTaken()
          default:
            return next(paying)
        }
      }, orUnavailable)

      const challenge = Effect.fn("Settlement.challenge")(
        function* (
          session: Session,
          attempt: Attempt,
          { reference, url }: { readonly url: string; readonly reference?: string },
          also: Also
        ) {
          yield* attempts.challenge(attempt.id, reference)
          const challenged = yield* move(session, { _tag: "ChallengeRequired", attemptId: attempt.id, url })
          yield* also(challenged)
          return challenged
        },
        sql.withTransaction,
        orUnavailable
      )

      const resume = Effect.fn("Settlement.resume")(
        (session: Session, attempt: Attempt) => move(session, { _tag: "ChallengeAnswered", attemptId: attempt.id }),
        orUnavailable
      )

      const settle = Effect.fn("Settlement.settle")(function* (
        session: Session,
        attempt: Attempt,
        reference: string | undefined,
        along: Along
      ) {
        const completed = yield* moved(session, { _tag: "PaymentSettled", attemptId: attempt.id })
        const orders = ordersOf(session, session.state.contents, attempt, completed.updatedAt, "succeeded")
        const content = { _tag: "CheckoutCompleted", checkoutId: session.id } as const
        const message = { id: `completed:${session.id}`, content }
        const settled = next(completed)
        yield* along(
          settled,
          Effect.fnUntraced(function* (trail) {
            const one = { checkout: completed, orders, attemptId: attempt.id, reference, message, trail }
            if (!(yield* steps.settle(one))) return yield* new StaleCheckout()
          })
        )
        return settled
      }, orUnavailable)

      const decline = Effect.fn("Settlement.decline")(
        function* (session: Session, attempt: Attempt, reason: string) {
          const open = yield* move(session, { _tag: "PaymentDeclined", attemptId: attempt.id })
          yield* stock.release(session.id)
          yield* attempts.end(attempt.id, "declined", open.updatedAt, { reason })
          return open
        },
        sql.withTransaction,
        orUnavailable
      )

      const cancel = Effect.fn("Settlement.cancel")(
        function* (session: Session, also: Also) {
          const canceled = yield* move(session, { _tag: "CancelRequested" })
          yield* also(canceled)
          return canceled
        },
        sql.withTransaction,
        orUnavailable
      )

      return Settlement.of({ start, challenge, resume, settle, decline, cancel })
    })
  )
}
