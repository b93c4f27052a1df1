import { Context, Data, Duration, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Attempt, Checkout as Session } from "../../schemas/checkout.ts"
import type { IllegalStep, OutOfStock, StaleCheckout, Unavailable } from "../../schemas/errors.ts"
import { step } from "../domain/checkout.ts"
import { ordersOf } from "../domain/orders.ts"
import { holdsOf } from "../domain/stock.ts"
import { Site } from "../ports/Site.ts"
import { Attempts } from "../store/Attempts.ts"
import { Checkouts } from "../store/Checkouts.ts"
import { Orders } from "../store/Orders.ts"
import { Outbox } from "../store/Outbox.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Stock } from "../store/Stock.ts"
import { outOfStock } from "./Checkout.ts"
import { now } from "./now.ts"

/** The confirmation number that was drawn is somebody else's. */
export class NumberTaken extends Data.TaggedError("NumberTaken")<{}> {}

/** What commits together with a step. */
type Also = (moved: Session) => Effect.Effect<void>

type Moved = Effect.Effect<Session, IllegalStep | StaleCheckout | Unavailable>

/**
 * The steps of a payment that are one transaction each: the state of the checkout, the stock, the book of attempts and
 * the orders change together or not at all.
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
    /** The money is there: the orders are made and the stock is sold. `also` commits with it. */
    readonly settle: (session: Session, attempt: Attempt, reference: string | undefined, also: Also) => Moved
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
      const orders = yield* Orders
      const outbox = yield* Outbox
      const { checkoutTtl } = yield* Site

      const move = Effect.fnUntraced(function* (session: Session, event: Parameters<typeof step>[1]) {
        const state = yield* Effect.fromResult(step(session.state, event))
        const at = yield* now
        const expiresAt = new Date(at.getTime() + Duration.toMillis(checkoutTtl))
        return yield* checkouts.save({ ...session, state, updatedAt: at, expiresAt })
      })

      const start = Effect.fn("Settlement.start")(
        function* (session: Session, attempt: Attempt) {
          const { contents } = session.state
          const paying = yield* move(session, { _tag: "PaymentStarted", attempt })
          const [short] = yield* stock.hold(session.id, holdsOf(contents.lines))
          if (short !== undefined) {
            const line = contents.lines.find(
              (each) => each.listingId === short.listingId && each.variant === short.variant
            )!
            return yield* outOfStock(contents, line.id, short.available)
          }
          const { currency, totals } = contents.quote
          const begun = yield* attempts.start({
            id: attempt.id,
            checkoutId: session.id,
            confirmationNumber: attempt.confirmationNumber,
            amount: totals.total,
            currency,
            at: paying.updatedAt
          })
          if (!begun) return yield* new NumberTaken()
          return paying
        },
        sql.withTransaction,
        orUnavailable
      )

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

      const settle = Effect.fn("Settlement.settle")(
        function* (session: Session, attempt: Attempt, reference: string | undefined, also: Also) {
          const settled = yield* move(session, { _tag: "PaymentSettled", attemptId: attempt.id })
          const made = ordersOf(session, session.state.contents, attempt, settled.updatedAt, "succeeded")
          yield* orders.insert(made)
          yield* stock.sell(session.id)
          yield* attempts.end(attempt.id, "settled", settled.updatedAt, { reference })
          const completed = { _tag: "CheckoutCompleted", checkoutId: session.id } as const
          yield* Effect.orDie(outbox.offer(completed, { id: `completed:${session.id}` }))
          yield* also(settled)
          return settled
        },
        sql.withTransaction,
        orUnavailable
      )

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
