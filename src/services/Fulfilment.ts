import { Context, Duration, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { CancelWindowOver, Forbidden, NotFound, OrderMovedOn, type Unavailable } from "../../schemas/errors.ts"
import type { Order, ReportedType } from "../../schemas/order.ts"
import { lacking, mayTouch } from "../domain/access.ts"
import { cancelableUntil, orderStep } from "../domain/orderLife.ts"
import { carrierOf, trackingUrl } from "../domain/tracking.ts"
import { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { Orders } from "../store/Orders.ts"
import { type Message, Outbox } from "../store/Outbox.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Stock } from "../store/Stock.ts"
import { now } from "./now.ts"
import { Repayment } from "./Repayment.ts"

/** What happened to an order. Refunds go through `Repayment`. */
export interface Happening {
  readonly type: ReportedType
  /** When; now, if it was not said. */
  readonly at?: Date
  readonly note?: string
  readonly location?: string
  readonly carrier?: string
  readonly trackingNumber?: string
  readonly trackingUrl?: string
}

/** What the database may be asked for: ids and numbers of orders. */
const isName = (text: string) => /^[A-Za-z0-9_-]{1,64}$/.test(text)

/** What happens to orders after they were paid. */
export class Fulfilment extends Context.Service<
  Fulfilment,
  {
    /** Tells of a carrier or a shop that was let in already. By id or number; the buyer is told. */
    readonly happened: (
      idOrNumber: string,
      happening: Happening
    ) => Effect.Effect<Order, NotFound | OrderMovedOn | Unavailable>
    /**
     * By the buyer, in the cancel window: the money goes back and the pieces are on the shelf again. A guest's order
     * answers to whoever holds its unguessable id; for an account's the token must allow `orders.write`.
     */
    readonly cancel: (
      id: string,
      reason?: string
    ) => Effect.Effect<Order, NotFound | Forbidden | OrderMovedOn | CancelWindowOver | Unavailable, Caller>
  }
>()("craftlocal/services/Fulfilment") {
  static readonly layer = Layer.effect(
    Fulfilment,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const orders = yield* Orders
      const stock = yield* Stock
      const outbox = yield* Outbox
      const repayment = yield* Repayment
      const ids = yield* Ids
      const { cancelWindow } = yield* Site

      const offer = (message: Message, id: string) => Effect.orDie(outbox.offer(message, { id }))

      const move = Effect.fnUntraced(function* (order: Order, { carrier, type, ...said }: Happening) {
        const status = yield* Effect.fromResult(orderStep(order, type))
        const id = yield* ids.next("evt")
        const kept = carrier === undefined ? order.carrier : carrierOf(carrier)
        const followed = said.trackingUrl ?? trackingUrl(kept, said.trackingNumber ?? null)
        yield* orders.move(order.id, {
          status,
          event: {
            id,
            type,
            at: said.at ?? (yield* now),
            note: said.note ?? null,
            location: said.location ?? null,
            amount: null
          },
          ...(kept !== null && { carrier: kept }),
          ...(said.trackingNumber !== undefined && { trackingNumber: said.trackingNumber }),
          trackingUrl: followed
        })
        if (type === "canceled") {
          yield* stock.restock(order.id)
          yield* repayment.ofOrder(order, order.totals.total - order.refunded, said.note ?? "canceled")
        }
        yield* offer({ _tag: "OrderChanged", orderId: order.id, eventId: id }, `changed:${id}`)
        if (order.owner.startsWith("agent:")) {
          yield* offer({ _tag: "AgentUpdate", checkoutId: order.checkoutId, event: "order_update" }, `agent:${id}`)
        }
        return id
      })

      const take = (name: string) => (isName(name) ? orders.take(name) : Effect.succeed(undefined))

      const read = Effect.fnUntraced(function* (id: string) {
        const order = yield* orders.find(id)
        return order === undefined ? yield* new NotFound({ what: "order" }) : order
      })

      const happened = Effect.fn("Fulfilment.happened")(
        function* (idOrNumber: string, happening: Happening) {
          const order = yield* take(idOrNumber)
          if (order === undefined) return yield* new NotFound({ what: "order" })
          yield* move(order, happening)
          return yield* read(order.id)
        },
        sql.withTransaction,
        orUnavailable
      )

      const cancel = Effect.fn("Fulfilment.cancel")(
        function* (id: string, reason?: string) {
          const { viewer } = yield* Caller
          const order = yield* take(id)
          if (order === undefined || order.id !== id || !mayTouch(viewer, order.owner)) {
            return yield* new NotFound({ what: "order" })
          }
          const scopes = viewer._tag === "Account" ? lacking(viewer, ["orders.write"]) : []
          if (scopes.length > 0 && order.owner !== "guest") return yield* new Forbidden({ scopes })
          if (order.status !== "pending") return yield* new OrderMovedOn({ from: order.status, event: "canceled" })
          const window = Duration.toMillis(cancelWindow)
          if (cancelableUntil(order, window, yield* now) === null) {
            return yield* new CancelWindowOver({ until: new Date(order.createdAt.getTime() + window).toISOString() })
          }
          const eventId = yield* move(order, { type: "canceled", ...(reason !== undefined && { note: reason }) })
          yield* offer({ _tag: "OrderCanceled", orderId: order.id, eventId }, `canceled:${eventId}`)
          return yield* read(order.id)
        },
        sql.withTransaction,
        orUnavailable
      )

      return Fulfilment.of({ happened, cancel })
    })
  )
}
