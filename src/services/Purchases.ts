import { Context, Duration, Effect, Layer } from "effect"
import {
  type CancelWindowOver,
  type Forbidden,
  NotFound,
  type OrderMovedOn,
  Unauthorized,
  type Unavailable
} from "../../schemas/errors.ts"
import type { OrderId } from "../../schemas/ids.ts"
import type { Order, OrderDetail, OrdersAnswer, OrdersQuery } from "../../schemas/order.ts"
import { maySeeByLink, mayTouch, ownerOf } from "../domain/access.ts"
import { orderDetail, orderSummary, type Side } from "../domain/orderView.ts"
import { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import { Accounts } from "../store/Accounts.ts"
import { Orders } from "../store/Orders.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Fulfilment } from "./Fulfilment.ts"
import { now } from "./now.ts"

/** For whoever holds no more than the id of a guest's order, which may be a link that was passed on. */
const unnamed = (order: OrderDetail): OrderDetail => ({
  ...order,
  shippingAddress: null,
  pickupNotes: null,
  buyer: { name: "", email: "" }
})

/** What was bought and what was sold. */
export class Purchases extends Context.Service<
  Purchases,
  {
    /** Newest first. Without a role: what the account bought, or what its shop sold when it bought nothing. */
    readonly list: (query: OrdersQuery) => Effect.Effect<OrdersAnswer, Unauthorized | Unavailable, Caller>
    /** To its buyer and to its shop. */
    readonly detail: (id: OrderId) => Effect.Effect<OrderDetail, NotFound | Unavailable, Caller>
    /** By its buyer, as long as that is allowed. */
    readonly cancel: (
      id: OrderId,
      reason?: string
    ) => Effect.Effect<OrderDetail, NotFound | Forbidden | OrderMovedOn | CancelWindowOver | Unavailable, Caller>
    /** For the page a link leads to. */
    readonly byLink: (id: string) => Effect.Effect<Order, NotFound | Unavailable, Caller>
  }
>()("craftlocal/services/Purchases") {
  static readonly layer = Layer.effect(
    Purchases,
    Effect.gen(function* () {
      const orders = yield* Orders
      const fulfilment = yield* Fulfilment
      const accounts = yield* Accounts
      const { cancelWindow, publicUrl } = yield* Site

      const window = Duration.toMillis(cancelWindow)
      const detail = (order: Order) => Effect.map(now, (at) => orderDetail(order, { publicUrl, window, at }))

      return {
        list: Effect.fn("Purchases.list")(function* (query) {
          const { viewer } = yield* Caller
          if (viewer._tag !== "Account") return yield* new Unauthorized({ why: "Orders belong to an account." })
          const shops = yield* orUnavailable(accounts.shopsOf(viewer.accountId))
          const of = Effect.fnUntraced(function* (side: Side) {
            const whose = side === "buyer" ? { owner: ownerOf(viewer) } : { shops }
            const page = yield* orUnavailable(orders.list(whose, query))
            return {
              orders: page.orders.map((order) => orderSummary(order, side, publicUrl)),
              totalCount: page.totalCount,
              hasMore: query.offset + page.orders.length < page.totalCount
            } satisfies OrdersAnswer
          })
          if (query.role !== undefined) return yield* of(query.role)
          const bought = yield* of("buyer")
          return bought.totalCount > 0 || shops.length === 0 ? bought : yield* of("seller")
        }),
        detail: Effect.fn("Purchases.detail")(function* (id) {
          const { viewer } = yield* Caller
          const order = yield* orUnavailable(orders.find(id))
          if (order === undefined) return yield* new NotFound({ what: "order" })
          if (order.owner !== "guest" && mayTouch(viewer, order.owner)) return yield* detail(order)
          const shops = viewer._tag === "Account" ? yield* orUnavailable(accounts.shopsOf(viewer.accountId)) : []
          if (shops.includes(order.shop.id)) return yield* detail(order)
          return yield* new NotFound({ what: "order" })
        }),
        cancel: Effect.fn("Purchases.cancel")(function* (id, reason) {
          const order = yield* fulfilment.cancel(id, reason)
          return order.owner === "guest" ? unnamed(yield* detail(order)) : yield* detail(order)
        }),
        byLink: Effect.fn("Purchases.byLink")(function* (id) {
          const { viewer } = yield* Caller
          const order = yield* orUnavailable(orders.find(id))
          if (order === undefined || !maySeeByLink(viewer, order.owner)) return yield* new NotFound({ what: "order" })
          return order
        })
      }
    })
  )
}
