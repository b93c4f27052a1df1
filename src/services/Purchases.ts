import { Context, Duration, Effect, Layer } from "effect"
import {
  type CancelWindowOver,
  type Forbidden,
  Invalid,
  NotFound,
  type OrderMovedOn,
  type RateLimited,
  Unauthorized,
  type Unavailable
} from "../../schemas/errors.ts"
import type { OrderId } from "../../schemas/ids.ts"
import type { Order, OrderDetail, OrdersAnswer, OrdersQuery } from "../../schemas/order.ts"
import { maySeeByLink, mayTouch, ownerOf } from "../domain/access.ts"
import { sameMailbox } from "../domain/emails.ts"
import { limits } from "../domain/limits.ts"
import { cancelableUntil } from "../domain/orderLife.ts"
import { orderDetail, orderSummary, type Side } from "../domain/orderView.ts"
import { Caller } from "../ports/Caller.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Site } from "../ports/Site.ts"
import { Accounts } from "../store/Accounts.ts"
import { Orders } from "../store/Orders.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Fulfilment } from "./Fulfilment.ts"
import { now } from "./now.ts"
import { takeFrom } from "./takeFrom.ts"

/** An order without who bought it and where it goes. */
const masked = (order: Order): Order => ({
  ...order,
  buyer: { name: "", email: "", phone: null },
  address: null,
  pickupNotes: null
})

/** An order as its page shows it. `cancelableUntil` is there for whoever may cancel it, `asksEmail` when that asks for more. */
export interface LinkedOrder {
  readonly order: Order
  readonly asksEmail: boolean
  readonly cancelableUntil: Date | null
}

/** What an invoice is written from. `isNamed`: it says who bought. */
export interface Invoiced {
  readonly order: Order
  readonly isNamed: boolean
}

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
    /** The same on the page a link leads to: a guest's only by who knows its e-mail address, since links are passed on. */
    readonly cancelByLink: (
      id: OrderId,
      said: { readonly email: string; readonly reason?: string }
    ) => Effect.Effect<
      OrderDetail,
      NotFound | Forbidden | Invalid | RateLimited | OrderMovedOn | CancelWindowOver | Unavailable,
      Caller
    >
    /** For the page a link leads to, without who bought it and where it goes. */
    readonly byLink: (id: string) => Effect.Effect<LinkedOrder, NotFound | Unavailable, Caller>
    /** To its buyer and to its shop. */
    readonly invoice: (id: string) => Effect.Effect<Invoiced, NotFound | Unavailable, Caller>
    /** The same for the page a link leads to: to whoever only holds the link, without who bought it. */
    readonly invoiceByLink: (id: string) => Effect.Effect<Invoiced, NotFound | Unavailable, Caller>
  }
>()("craftlocal/services/Purchases") {
  static readonly layer = Layer.effect(
    Purchases,
    Effect.gen(function* () {
      const orders = yield* Orders
      const fulfilment = yield* Fulfilment
      const accounts = yield* Accounts
      const limiter = yield* RateLimit
      const { cancelWindow, publicUrl } = yield* Site

      const window = Duration.toMillis(cancelWindow)
      const detail = (order: Order, side: Side) =>
        Effect.map(now, (at) => orderDetail(order, { publicUrl, window, at, side }))

      const find = (id: string) => orUnavailable(orders.find(id))

      const isOfShop = Effect.fnUntraced(function* ({ shop }: Order) {
        const { viewer } = yield* Caller
        const shops = viewer._tag === "Account" ? yield* orUnavailable(accounts.shopsOf(viewer.accountId)) : []
        return shops.includes(shop.id)
      })

      /** Its buyer and its shop know all of an order; a guest is nobody in particular. */
      const knowsAll = Effect.fnUntraced(function* (order: Order) {
        const { viewer } = yield* Caller
        if (order.owner !== "guest" && mayTouch(viewer, order.owner)) return true
        return yield* isOfShop(order)
      })

      const known = Effect.fnUntraced(function* (id: string) {
        const order = yield* find(id)
        if (order === undefined || !(yield* knowsAll(order))) return yield* new NotFound({ what: "order" })
        return order
      })

      const linked = Effect.fnUntraced(function* (id: string) {
        const { viewer } = yield* Caller
        const order = yield* find(id)
        if (order === undefined) return yield* new NotFound({ what: "order" })
        if (!maySeeByLink(viewer, order.owner) && !(yield* isOfShop(order)))
          return yield* new NotFound({ what: "order" })
        return order
      })

      const cancel = Effect.fn("Purchases.cancel")(function* (id: OrderId, reason?: string) {
        const order = yield* fulfilment.cancel(id, reason)
        const canceled = yield* detail(order, "buyer")
        return order.owner === "guest" ? unnamed(canceled) : canceled
      })

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
          const order = yield* known(id)
          const bought = order.owner !== "guest" && mayTouch(viewer, order.owner)
          return yield* detail(order, bought ? "buyer" : "seller")
        }),
        cancel,
        cancelByLink: Effect.fn("Purchases.cancelByLink")(function* (id, { email, reason }) {
          const order = yield* find(id)
          if (order?.owner === "guest") {
            const { from } = yield* Caller
            yield* takeFrom(limiter, limits.orderGuesses, `${id}/${from}`)
            yield* takeFrom(limiter, limits.allOrderGuesses, id)
            if (!sameMailbox(email, order.buyer.email)) {
              return yield* Invalid.of("email", "This is not the e-mail address the order was placed with")
            }
          }
          return yield* cancel(id, reason)
        }),
        byLink: Effect.fn("Purchases.byLink")(function* (id) {
          const { viewer } = yield* Caller
          const order = yield* linked(id)
          const until = cancelableUntil(order, window, yield* now)
          return {
            order: masked(order),
            asksEmail: order.owner === "guest",
            cancelableUntil: mayTouch(viewer, order.owner) ? until : null
          }
        }),
        invoice: Effect.fn("Purchases.invoice")(function* (id) {
          return { order: yield* known(id), isNamed: true }
        }),
        invoiceByLink: Effect.fn("Purchases.invoiceByLink")(function* (id) {
          const order = yield* linked(id)
          const isNamed = yield* knowsAll(order)
          return { order: isNamed ? order : masked(order), isNamed }
        })
      }
    })
  )
}
