import { Context, Effect, Equal, Layer } from "effect"
import type { Attempt, Contents, Checkout as Session } from "../../schemas/checkout.ts"
import {
  IllegalStep,
  type Invalid,
  type NotFound,
  NotReady,
  type OutOfStock,
  PaymentDeclined,
  type RateLimited,
  SessionExpired,
  StaleCheckout,
  TotalChanged,
  type Unavailable
} from "../../schemas/errors.ts"
import { AttemptId } from "../../schemas/ids.ts"
import type { Cents } from "../../schemas/money.ts"
import { type Completion, completionOf } from "../domain/completion.ts"
import { missing, shopsOf } from "../domain/contents.ts"
import { hostedCard } from "../domain/hostedCard.ts"
import { planned } from "../domain/orders.ts"
import { Arrival, type Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { type Authentication, type Due, type Outcome, Payments } from "../ports/Payments.ts"
import { Checkouts } from "../store/Checkouts.ts"
import { orUnavailable } from "../store/Sql.ts"
import { type Changes, Checkout, outOfStock, stillOpen } from "./Checkout.ts"
import { now } from "./now.ts"
import { dueOf, patiently } from "./payment/asking.ts"
import { ending } from "./payment/ending.ts"
import { type Record, unrecorded } from "./Record.ts"
import { Repayment } from "./Repayment.ts"
import { type Along, Settlement } from "./Settlement.ts"

export interface Paying {
  /** The same request was begun before, by a process that stopped: nobody knows what its sender was told. */
  readonly again?: boolean
  readonly changes: Changes
  readonly token: string | typeof hostedCard
  /** What a challenge of the buyer's bank ended in. */
  readonly authentication: Authentication | undefined
  /** What the buyer saw, where the caller says so: nothing else counts as shown to this request. */
  readonly expected?: Cents | undefined
}

export type NotPaid =
  | NotFound
  | Invalid
  | NotReady
  | OutOfStock
  | TotalChanged
  | PaymentDeclined
  | SessionExpired
  | IllegalStep
  | StaleCheckout
  | RateLimited
  | Unavailable

/** The total that the buyer can have seen; none before it is final, or when no answer told it. */
const shownTotal = ({ quote, unshown }: Contents) => (quote.final && !unshown ? quote.totals.total : undefined)

/** What goes where, as the buyer's bank was asked to pay for it. */
const goods = ({ address, codes, deliveries }: Contents) => ({ address, codes, deliveries })

/** Taking money for a checkout, as a saga: save that it moves, move it, save what became of it. */
export class Payment extends Context.Service<
  Payment,
  {
    /** `record` commits with the orders. Again on a completed checkout it answers the same orders. */
    readonly complete: (
      id: string,
      paying: Paying,
      record?: Record<Completion>
    ) => Effect.Effect<Completion, NotPaid, Caller>
    /** While the buyer's bank asks, the attempt is closed at the provider first. `record` commits with it. */
    readonly cancel: (
      id: string,
      record?: (canceled: Session) => Effect.Effect<void>
    ) => Effect.Effect<Session, NotFound | SessionExpired | IllegalStep | StaleCheckout | Unavailable, Caller>
    /** Asks the provider about a payment that nobody finished, and finishes it. */
    readonly reconcile: (session: Session) => Effect.Effect<Session, IllegalStep | StaleCheckout | Unavailable>
    /** The provider says that something happened to an attempt: it is asked, and what it says is done. */
    readonly hear: (attemptId: string) => Effect.Effect<void, IllegalStep | StaleCheckout | Unavailable>
    /** The buyer is back from the provider's own page: it is asked how that went, and what it says is done. */
    readonly returned: (id: string) => Effect.Effect<void, NotFound | IllegalStep | StaleCheckout | Unavailable, Caller>
    /** Ends what was begun at the provider's own page, unless it was paid: the checkout is open again. */
    readonly leave: (id: string) => Effect.Effect<void, NotFound | IllegalStep | StaleCheckout | Unavailable, Caller>
    /** Ends a checkout whose time is over. */
    readonly expire: (session: Session) => Effect.Effect<Session, IllegalStep | StaleCheckout | Unavailable>
  }
>()("craftlocal/services/Payment") {
  static readonly layer = Layer.effect(
    Payment,
    Effect.gen(function* () {
      const checkout = yield* Checkout
      const checkouts = yield* Checkouts
      const settlement = yield* Settlement
      const repayment = yield* Repayment
      const payments = yield* Payments
      const ids = yield* Ids
      const { begun, ...endings } = yield* ending

      const plan = Effect.fnUntraced(function* (contents: Contents, token: Paying["token"]) {
        const orderIds = yield* Effect.forEach(shopsOf(contents.lines), () => ids.next("ord"))
        const confirmationNumber = yield* ids.number
        return {
          id: AttemptId.make(yield* ids.next("att")),
          confirmationNumber,
          orders: planned(contents, confirmationNumber, orderIds),
          ...(token === hostedCard && { hosted: true as const })
        } satisfies Attempt
      })

      /** The last step of a payment, by what the provider says. */
      const finish = Effect.fnUntraced(function* (
        session: Session,
        attempt: Attempt,
        outcome: Outcome,
        record: Record<Completion>
      ) {
        switch (outcome._tag) {
          case "Settled": {
            const along: Along = (settled, step) => record.along(completionOf(settled, "succeeded"), step)
            const settled = yield* settlement.settle(session, attempt, outcome.reference, along).pipe(
              Effect.catchTags({
                IllegalStep: () => giveBack(session, attempt, outcome.reference),
                StaleCheckout: () => giveBack(session, attempt, outcome.reference)
              })
            )
            return completionOf(settled, "succeeded")
          }
          case "Challenged": {
            const also = (challenged: Session) => record(completionOf(challenged, "authentication_required"))
            const challenged = yield* settlement.challenge(session, attempt, outcome, also)
            return completionOf(challenged, "authentication_required")
          }
          case "Unknown":
            return completionOf(session, "processing")
          case "Declined":
            yield* settlement.decline(session, attempt, outcome.reason)
            return yield* new PaymentDeclined({ reason: outcome.reason })
        }
      })

      /** Money that can no longer become orders goes back, unless somebody else made them of it. */
      const giveBack = Effect.fnUntraced(function* (session: Session, attempt: Attempt, reference?: string) {
        const found = yield* orUnavailable(checkouts.find(session.id))
        if (found?.state._tag === "Completed" && found.state.attempt.id === attempt.id) return found
        yield* repayment.late(dueOf(session, attempt), reference)
        return yield* new StaleCheckout()
      })

      /** `Unavailable` is certain that nothing was charged; no answer is not. */
      const charge = (session: Session, attempt: Attempt, asked: Effect.Effect<Outcome, Unavailable>) =>
        Effect.tapError(patiently(asked), () => settlement.decline(session, attempt, "unavailable"))

      /**
       * What the completing request itself says is saved first. It is charged only if the total is the one that was
       * shown before the request came; a refusal that does not tell the new total leaves it marked as not shown.
       */
      const agreed = Effect.fnUntraced(function* (session: Session, changes: Changes, shown: number | undefined) {
        const { contents } = session.state
        const revised = yield* checkout.revised(contents, changes)
        const issues = missing(revised)
        const { currency, totals } = revised.quote
        const isShown = totals.total === shown
        const hides = issues.length > 0 && !isShown && revised.quote.final && !Equal.equals(revised, contents)
        const kept: Contents = hides ? { ...revised, unshown: true } : revised
        const isTold = isShown || issues.length > 0
        // Saved also when it is only told again, so that who has seen it can tell by when it was saved.
        const saved =
          isTold && Equal.equals(kept, contents)
            ? session
            : yield* checkout.move(session, { _tag: "Revised", contents: kept })
        const [short] = revised.shortages
        if (short !== undefined && issues.length === revised.shortages.length) {
          return yield* outOfStock(revised, short.lineId, short.available)
        }
        if (issues.length > 0) return yield* new NotReady({ missing: issues })
        if (!isShown) return yield* new TotalChanged({ total: totals.total / 100, currency })
        return saved
      })

      /** Numbers for people are drawn by chance; one that is taken is drawn again, before any money moves. */
      const start = Effect.fnUntraced(
        function* (ready: Session, token: Paying["token"]) {
          const attempt = yield* plan(ready.state.contents, token)
          return { attempt, paying: yield* settlement.start(ready, attempt) }
        },
        Effect.retry({ times: 5, while: (error) => error._tag === "NumberTaken" }),
        Effect.catchTag("NumberTaken", (error) => Effect.die(error))
      )

      const openPage = (due: Due, { expiresAt: until, owner, state }: Session): Effect.Effect<Outcome, Unavailable> => {
        const { buyer, lines } = state.contents
        const shops = [...new Set(lines.map(({ shopName }) => shopName))]
        // A guest's page is for whoever holds the link, who is not told who buys.
        const email = owner.startsWith("account:") ? buyer.email : undefined
        return (
          payments.cardPage?.open({ ...due, shops, until, ...(email !== undefined && { email }) }) ??
          Effect.succeed({ _tag: "Declined", reason: "unknown_token" })
        )
      }

      const pay = Effect.fnUntraced(function* (
        session: Session,
        { changes, token }: Paying,
        shown: number | undefined,
        record: Record<Completion>
      ) {
        yield* stillOpen(session.state, session.expiresAt, yield* now)
        const ready = yield* agreed(session, changes, shown)
        const { attempt, paying } = yield* start(ready, token)
        const due = dueOf(ready, attempt)
        const asked = token === hostedCard ? openPage(due, paying) : payments.charge({ ...due, token })
        return yield* finish(paying, attempt, yield* charge(paying, attempt, asked), record)
      })

      const answer = Effect.fnUntraced(function* (
        session: Session,
        attempt: Attempt,
        { authentication, changes }: Paying,
        record: Record<Completion>
      ) {
        const { contents } = session.state
        const revised = yield* checkout.revised(contents, changes)
        // What the bank was asked about can no longer change.
        if (authentication === undefined || !Equal.equals(goods(revised), goods(contents))) {
          return yield* new IllegalStep({ from: "Challenged", event: "PaymentStarted" })
        }
        const its = yield* begun(session, attempt)
        const paying = yield* settlement.resume(session, attempt)
        // A provider that cannot be reached has not ended the attempt: nobody knows yet what will become of it.
        const asked = payments
          .confirm(its, authentication)
          .pipe(Effect.catchTag("Unavailable", () => Effect.succeed<Outcome>({ _tag: "Unknown" })))
        return yield* finish(paying, attempt, yield* patiently(asked), record)
      })

      const attempted = Effect.fnUntraced(function* (
        id: string,
        paying: Paying,
        known: { shown?: number | undefined },
        arrived: Date,
        record: Record<Completion>
      ) {
        const session = yield* checkout.read(id)
        const { state } = session
        // When somebody else was first, what they saved was not shown to this request.
        if (!("shown" in known)) {
          const unseen = paying.again || session.updatedAt > arrived
          const total = unseen ? undefined : shownTotal(state.contents)
          known.shown = paying.expected === undefined || paying.expected === total ? total : undefined
        }
        switch (state._tag) {
          case "Completed": {
            const completion = completionOf(session, "succeeded")
            yield* record(completion)
            return completion
          }
          case "Paying":
            return completionOf(session, "processing")
          case "Challenged":
            if (session.expiresAt <= (yield* now)) return yield* new SessionExpired()
            // Asked for again, it is the page that is open already.
            if (paying.token === hostedCard && state.attempt.hosted) {
              const completion = completionOf(session, "authentication_required")
              yield* record(completion)
              return completion
            }
            return yield* answer(session, state.attempt, paying, record)
          default:
            return yield* pay(session, paying, known.shown, record)
        }
      })

      const complete: Payment["Service"]["complete"] = Effect.fn("Payment.complete")(
        (id, paying, record = unrecorded) => {
          const known = {}
          return Effect.gen(function* () {
            const arrived = (yield* Arrival) ?? (yield* now)
            return yield* Effect.retry(
              Effect.suspend(() => attempted(id, paying, known, arrived, record)),
              { times: 2, while: (error: NotPaid) => error._tag === "StaleCheckout" }
            )
          })
        }
      )

      return Payment.of({
        complete,
        ...endings
      })
    })
  )
}
