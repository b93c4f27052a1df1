import { Array, Effect } from "effect"
import type { Order } from "../../../schemas/acp/Order.ts"
import type { Unavailable } from "../../../schemas/errors.ts"
import { acpOrderOf } from "../../domain/acp/order.ts"
import { Orders } from "../../store/Orders.ts"
import { Refunds } from "../../store/Refunds.ts"
import { orUnavailable } from "../../store/Sql.ts"

/**
 * The orders of a checkout as the one order that the protocol knows, as they stand now; undefined where there are none,
 * or where nothing has happened to them since they were bought.
 */
export const orderOfCheckout = (
  checkoutId: string,
  publicUrl: string
): Effect.Effect<Order | undefined, Unavailable, Orders | Refunds> =>
  Effect.gen(function* () {
    const orders = yield* (yield* Orders).ofCheckout(checkoutId)
    if (!Array.isReadonlyArrayNonEmpty(orders) || orders.every(({ events }) => events.length < 2)) return undefined
    const refunds = yield* (yield* Refunds).ofOrders(orders.map(({ id }) => id))
    return acpOrderOf(orders, refunds, publicUrl)
  }).pipe(orUnavailable)
