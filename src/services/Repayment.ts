import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Unavailable } from "../../schemas/errors.ts"
import type { OrderId } from "../../schemas/ids.ts"
import { cents } from "../../schemas/money.ts"
import type { Order } from "../../schemas/order.ts"
import { Ids } from "../ports/Ids.ts"
import { type Due, type Given, Payments } from "../ports/Payments.ts"
import { Undeliverable } from "../ports/Undeliverable.ts"
import { Attempts, type KeptAttempt } from "../store/Attempts.ts"
import { Orders } from "../store/Orders.ts"
import { type Message, Outbox } from "../store/Outbox.ts"
import { type KeptRefund, Refunds } from "../store/Refunds.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

const sumOf = (refunds: ReadonlyArray<KeptRefund>) => refunds.reduce((sum, { amount }) => sum + amount, 0)

/** What of an order has neither gone back nor is on its way, in cents. */
const unpromised = ({ id, refunded, totals }: Order, book: ReadonlyArray<KeptRefund>) =>
  totals.total - refunded - sumOf(book.filter(({ orderId, status }) => orderId === id && status === "pending"))

/** Money on its way back: written down first, given by the provider once, however often that has to be tried. */
export class Repayment extends Context.Service<
  Repayment,
  {
    /** All of a charge that came too late to become orders. Again it does nothing. */
    readonly late: (due: Due, reference: string | undefined) => Effect.Effect<void, Unavailable>
    /** So much of what an order cost, in cents. Inside the transaction of what caused it. */
    readonly ofOrder: (order: Order, amount: number, reason: string) => Effect.Effect<void, SqlError.SqlError>
    /**
     * Asks the provider for a refund that was written down. One that it refuses is asked for again as far as it is still
     * owed, if somebody gave a part of it back meanwhile, or if this is said again; else an operator is needed.
     */
    readonly give: (refundId: string) => Effect.Effect<void, Unavailable | Undeliverable>
    /** Asks the provider what went back of an attempt, and brings the book up to it. */
    readonly compare: (attemptId: string) => Effect.Effect<void, Unavailable>
  }
>()("craftlocal/services/Repayment") {
  static readonly layer = Layer.effect(
    Repayment,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const attempts = yield* Attempts
      const orders = yield* Orders
      const refunds = yield* Refunds
      const outbox = yield* Outbox
      const payments = yield* Payments
      const ids = yield* Ids

      const offer = (message: Message, id: string) => Effect.orDie(outbox.offer(message, { id }))

      const begin = Effect.fnUntraced(function* (refund: Omit<Parameters<typeof refunds.start>[0], "id" | "at">) {
        // Nothing was paid for what is free.
        if (refund.amount <= 0) return undefined
        const id = yield* ids.next("rfd")
        if (!(yield* refunds.start({ ...refund, id, at: yield* now }))) return undefined
        yield* offer({ _tag: "RefundDue", refundId: id }, `refund:${id}`)
        return id
      })

      const ofOrder: Repayment["Service"]["ofOrder"] = Effect.fn("Repayment.ofOrder")(function* (
        { checkoutId, id },
        amount,
        reason
      ) {
        const attempt = yield* attempts.settled(checkoutId)
        if (attempt === undefined || amount <= 0) return
        yield* begin({ attemptId: attempt.id, orderId: id, amount, reason })
      })

      const late: Repayment["Service"]["late"] = Effect.fn("Repayment.late")(
        function* ({ amount, attemptId }, reference) {
          yield* attempts.end(attemptId, "declined", yield* now, { reason: "late", reference })
          const refund = yield* begin({ attemptId, orderId: null, amount, reason: "late" })
          if (refund === undefined) return
          yield* Effect.logError("a charge that could not become orders goes back", { attempt: attemptId, refund })
        },
        sql.withTransaction,
        orUnavailable
      )

      /** The refund, its order and who is told of it change together. */
      const given = Effect.fnUntraced(
        function* (
          { amount, id, orderId }: Pick<KeptRefund, "amount" | "id" | "orderId">,
          reference: string | undefined
        ) {
          const at = yield* now
          const order = orderId === null ? undefined : yield* orders.take(orderId)
          if (!(yield* refunds.end(id, "completed", at, reference)) || order === undefined) return
          const eventId = yield* ids.next("evt")
          yield* orders.refund(order.id, {
            id: eventId,
            type: "refunded",
            at,
            note: null,
            location: null,
            amount: cents(amount)
          })
          yield* offer({ _tag: "OrderChanged", orderId: order.id, eventId }, `changed:${eventId}`)
          if (order.owner.startsWith("agent:")) {
            yield* offer(
              { _tag: "AgentUpdate", checkoutId: order.checkoutId, event: "order_update" },
              `agent:${eventId}`
            )
          }
        },
        sql.withTransaction,
        orUnavailable
      )

      /** False when the provider refuses. */
      const ask = Effect.fnUntraced(function* (refund: KeptRefund) {
        const { amount, attemptId, currency, id } = refund
        const attempt = yield* orUnavailable(attempts.find(attemptId))
        const reference = attempt?.reference ?? undefined
        const outcome = yield* payments.refund({
          key: id,
          attemptId,
          amount,
          currency,
          ...(attempt !== undefined && { startedAt: attempt.startedAt }),
          ...(reference !== undefined && { reference })
        })
        if (outcome._tag === "Refunded") {
          yield* given(refund, outcome.reference)
          return true
        }
        yield* orUnavailable(refunds.end(id, "failed", yield* now, undefined))
        yield* Effect.logError("the payment provider refuses to refund", { refund: id, reason: outcome.reason })
        return false
      })

      /** What of a refused refund has gone back in no other way, and is not on its way, is begun anew; or answered. */
      const again = Effect.fnUntraced(
        function* ({ amount, attemptId, orderId, reason }: KeptRefund, saidAgain: boolean) {
          const order = orderId === null ? undefined : yield* orders.take(orderId)
          const book = yield* refunds.take(attemptId)
          const left =
            (yield* attempts.find(attemptId))!.amount - sumOf(book.filter(({ status }) => status !== "failed"))
          const owed = Math.min(amount, left, order === undefined ? left : unpromised(order, book))
          if (owed <= 0) return 0
          if (owed === amount && !saidAgain) return owed
          yield* begin({ attemptId, orderId, amount: owed, reason })
          return 0
        },
        sql.withTransaction,
        orUnavailable
      )

      const give: Repayment["Service"]["give"] = Effect.fn("Repayment.give")(function* (refundId) {
        const refund = yield* orUnavailable(refunds.find(refundId))
        if (refund === undefined || refund.status === "completed") return
        const saidAgain = refund.status === "failed"
        if (!saidAgain && (yield* ask(refund))) return
        yield* compare(refund.attemptId)
        if ((yield* again(refund, saidAgain)) > 0) {
          return yield* new Undeliverable({ why: "The payment provider refuses to refund this." })
        }
      })

      /** What somebody gave back at the provider's own pages: of one order after the other, until it is used up. */
      const reported = Effect.fnUntraced(
        function* ({ checkoutId, id: attemptId, status }: KeptAttempt, { amount, key }: Given) {
          // Another attempt of the same checkout may have become its orders.
          const paid = status === "settled" ? yield* orders.ofCheckout(checkoutId) : []
          // The orders before the attempt, as whoever cancels one of them.
          const its = yield* Effect.forEach(paid, ({ id }) => orders.take(id))
          const book = yield* refunds.take(attemptId)
          if (book.some(({ reference }) => reference === key)) return
          let left = amount
          const write = Effect.fnUntraced(function* (part: number, orderId: OrderId | null) {
            const id = yield* ids.next("rfd")
            const refund = { id, attemptId, orderId, amount: part, reason: "reported" }
            if (!(yield* refunds.start({ ...refund, at: yield* now }))) return false
            yield* given(refund, key)
            left -= part
            return true
          })
          for (const order of its) {
            const part = Math.min(left, unpromised(order!, book))
            if (part > 0) yield* write(part, order!.id)
          }
          if (left === 0 || (yield* write(left, null))) return
          yield* Effect.logError("more went back of a payment than the book has room for", { attempt: attemptId, left })
        },
        sql.withTransaction,
        orUnavailable
      )

      /** What had been given came back, or could not be given. */
      const failed = Effect.fnUntraced(
        function* ({ amount, id, orderId }: KeptRefund) {
          const at = yield* now
          const order = orderId === null ? undefined : yield* orders.take(orderId)
          const wasGiven = yield* refunds.undo(id, at)
          if (wasGiven && orderId !== null) yield* orders.unrefund(orderId, amount, at)
          if (!wasGiven && !(yield* refunds.end(id, "failed", at, undefined))) return
          if (wasGiven && order?.owner.startsWith("agent:")) {
            const update = { _tag: "AgentUpdate", checkoutId: order.checkoutId, event: "order_update" } as const
            yield* offer(update, `bounced:${id}`)
          }
          yield* Effect.logError("a refund did not reach the buyer", { refund: id, order: orderId })
        },
        sql.withTransaction,
        orUnavailable
      )

      const compare: Repayment["Service"]["compare"] = Effect.fn("Repayment.compare")(function* (attemptId) {
        const attempt = yield* orUnavailable(attempts.find(attemptId))
        if (attempt === undefined) return
        const { reference, startedAt } = attempt
        const back = yield* payments.refunds({ attemptId, startedAt, ...(reference !== null && { reference }) })
        const book = yield* orUnavailable(refunds.take(attemptId))
        for (const each of back) {
          const known = book.filter(({ id, reference }) => id === each.key || reference === each.key)
          if (each.failed) yield* Effect.forEach(known, failed)
          else if (known.length === 0) yield* reported(attempt, each)
          else yield* Effect.forEach(known, (refund) => (refund.status === "pending" ? ask(refund) : Effect.void))
        }
      })

      return Repayment.of({ late, ofOrder, give, compare })
    })
  )
}
