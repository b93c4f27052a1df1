import { Context, Duration, Effect, Layer } from "effect"
import { NotFound, Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import type { OrderId } from "../../schemas/ids.ts"
import type { Order, OrderDetail, OrderSummary, OrdersAnswer, OrdersQuery } from "../../schemas/order.ts"
import { mayTouch, ownerOf } from "../domain/access.ts"
import { cancelableUntil } from "../domain/orderLife.ts"
import { absolute } from "../domain/publicUrls.ts"
import { beforeAndOff } from "../domain/sessionView.ts"
import { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import { Accounts } from "../store/Accounts.ts"
import { Orders } from "../store/Orders.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

type Side = "buyer" | "seller"

/** What was bought and what was sold. */
export class Purchases extends Context.Service<
  Purchases,
  {
    /** Newest first. Without a role: what the account bought, or what its shop sold when it bought nothing. */
    readonly list: (query: OrdersQuery) => Effect.Effect<OrdersAnswer, Unauthorized | Unavailable, Caller>
    /** To its buyer and to its shop. */
    readonly detail: (id: OrderId) => Effect.Effect<OrderDetail, NotFound | Unavailable, Caller>
    /** For the page a link leads to: the order of a guest or an agent, by its unguessable id alone. */
    readonly byLink: (id: string) => Effect.Effect<Order, NotFound | Unavailable>
  }
>()("craftlocal/services/Purchases") {
  static readonly layer = Layer.effect(
    Purchases,
    Effect.gen(function* () {
      const orders = yield* Orders
      const accounts = yield* Accounts
      const { cancelWindow, publicUrl } = yield* Site

      const itemsOf = ({ lines }: Order) =>
        lines.map(({ image, listingId, quantity, title, unitPrice, variant }) => ({
          listingId,
          title,
          image: image === null ? "" : absolute(publicUrl, image),
          quantity,
          price: unitPrice as unknown as OrderSummary["total"],
          ...(variant !== "" && { variant })
        }))

      const summary = (order: Order, side: Side): OrderSummary => ({
        id: order.id,
        orderNumber: order.number,
        confirmationNumber: order.confirmationNumber,
        status: order.status,
        total: order.totals.total,
        currency: order.currency,
        createdAt: order.createdAt.toISOString(),
        estimatedDelivery: order.estimatedDelivery,
        trackingUrl: order.trackingUrl,
        items: itemsOf(order),
        seller: side === "buyer" ? { shopName: order.shop.name } : null,
        buyer: side === "seller" ? { name: order.buyer.name } : null
      })

      const detail = (order: Order, at: Date): OrderDetail => ({
        id: order.id,
        orderNumber: order.number,
        confirmationNumber: order.confirmationNumber,
        status: order.status,
        createdAt: order.createdAt.toISOString(),
        items: itemsOf(order),
        ...beforeAndOff(order.totals),
        tax: order.totals.tax,
        shippingCost: order.totals.fulfillment,
        total: order.totals.total,
        currency: order.currency,
        paymentStatus: order.paymentStatus,
        refunded: order.refunded,
        shippingMethod: order.method,
        shippingAddress: order.address,
        pickupNotes: order.pickupNotes,
        carrier: order.carrier,
        trackingNumber: order.trackingNumber,
        trackingUrl: order.trackingUrl,
        estimatedDelivery: order.estimatedDelivery,
        cancelableUntil: cancelableUntil(order, Duration.toMillis(cancelWindow), at)?.toISOString() ?? null,
        events: order.events.map(({ id: _, at, ...event }) => ({ ...event, at: at.toISOString() })),
        seller: { shopName: order.shop.name, city: order.shop.city },
        buyer: { name: order.buyer.name, email: order.buyer.email }
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
              orders: page.orders.map((order) => summary(order, side)),
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
          if (order.owner !== "guest" && mayTouch(viewer, order.owner)) return detail(order, yield* now)
          const shops = viewer._tag === "Account" ? yield* orUnavailable(accounts.shopsOf(viewer.accountId)) : []
          if (shops.includes(order.shop.id)) return detail(order, yield* now)
          return yield* new NotFound({ what: "order" })
        }),
        byLink: Effect.fn("Purchases.byLink")(function* (id) {
          const order = yield* orUnavailable(orders.find(id))
          if (order === undefined || order.owner.startsWith("account:")) return yield* new NotFound({ what: "order" })
          return order
        })
      }
    })
  )
}
