import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import {
  type Invalid,
  NotFound,
  OrderMovedOn,
  type RoleNeeded,
  type Unauthorized,
  type Unavailable
} from "../../schemas/errors.ts"
import type { Order } from "../../schemas/order.ts"
import type { OrderMoved, ShopReport } from "../../schemas/shopOrder.ts"
import { orderStep } from "../domain/orderLife.ts"
import { isKnown, wrongReport } from "../domain/shopReport.ts"
import type { Caller } from "../ports/Caller.ts"
import { Orders } from "../store/Orders.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Fulfilment } from "./Fulfilment.ts"
import { Standing } from "./Standing.ts"

type Refused = Unauthorized | RoleNeeded | NotFound | Invalid | OrderMovedOn | Unavailable

/** What the database may be asked for: ids and numbers of orders. */
const isName = (text: string) => /^[A-Za-z0-9_-]{1,64}$/.test(text)

const told = ({ carrier, id, number, status, trackingNumber, trackingUrl }: Order, news: boolean): OrderMoved => ({
  order: { id, orderNumber: number, status, carrier, trackingNumber, trackingUrl },
  message: news
    ? `Order ${number} is ${status.replaceAll("_", " ")}. The buyer is told${trackingUrl === null ? "" : `, with ${trackingUrl}`}.`
    : `Order ${number} is ${status.replaceAll("_", " ")} already. Nothing was changed, and nobody is told again.`
})

/** What a shop says of its own orders. */
export class ShopOrders extends Context.Service<
  ShopOrders,
  {
    /** By id or number. What leads back is refused; what is known already changes nothing. */
    readonly report: (idOrNumber: string, report: ShopReport) => Effect.Effect<OrderMoved, Refused, Caller>
  }
>()("craftlocal/services/ShopOrders") {
  static readonly layer = Layer.effect(
    ShopOrders,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const standing = yield* Standing
      const orders = yield* Orders
      const fulfilment = yield* Fulfilment
      return {
        report: Effect.fn("ShopOrders.report")(
          function* (idOrNumber, report) {
            const { status, ...said } = report
            const shops = yield* standing.shops
            const order = isName(idOrNumber) ? yield* orders.take(idOrNumber) : undefined
            if (order === undefined || shops.every(({ id }) => id !== order.shop.id)) {
              return yield* new NotFound({ what: "order" })
            }
            if (isKnown(order, report)) return told(order, false)
            const wrong = wrongReport(order, report)
            if (wrong !== undefined) return yield* wrong
            const next = yield* Effect.fromResult(orderStep(order, status))
            if (next !== status) return yield* new OrderMovedOn({ from: order.status, event: status })
            return told(yield* fulfilment.happened(order.id, { type: status, ...said }), true)
          },
          sql.withTransaction,
          orUnavailable
        )
      }
    })
  )
}
