import { Context, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import type { Order } from "../../schemas/order.ts"
import { absolute } from "../domain/publicUrls.ts"
import { Mail } from "../ports/Mail.ts"
import { Site } from "../ports/Site.ts"
import { Orders } from "../store/Orders.ts"
import { orUnavailable } from "../store/Sql.ts"

const dollars = (amount: number) => `$${(amount / 100).toFixed(2)}`

const confirmation = (order: Order, link: string) =>
  [
    `Thank you, ${order.buyer.name}.`,
    "",
    `${order.shop.name} in ${order.shop.city} has your order ${order.number}.`,
    "",
    ...order.lines.map(({ quantity, title, unitPrice, variant }) => {
      const what = variant === "" ? title : `${title} (${variant})`
      return `  ${quantity} x ${what}  ${dollars(quantity * unitPrice)}`
    }),
    "",
    `  Delivery (${order.method})  ${dollars(order.totals.fulfillment)}`,
    `  Tax  ${dollars(order.totals.tax)}`,
    `  Total  ${dollars(order.totals.total)}`,
    "",
    `Expected by ${order.estimatedDelivery}. See it at ${link}.`
  ].join("\n")

/** Writes the letters that messages ask for, and hands them to the mail. */
export class Letters extends Context.Service<
  Letters,
  {
    /** To the buyer of an order. The same order again sends the letter under the same id. */
    readonly placed: (orderId: string) => Effect.Effect<void, Unavailable>
  }
>()("craftlocal/services/Letters") {
  static readonly layer = Layer.effect(
    Letters,
    Effect.gen(function* () {
      const orders = yield* Orders
      const mail = yield* Mail
      const { name, publicUrl } = yield* Site

      return {
        placed: Effect.fn("Letters.placed")(function* (orderId) {
          const order = yield* orUnavailable(orders.find(orderId))
          if (order === undefined) return
          yield* mail.send({
            id: `placed:${order.id}`,
            to: order.buyer.email,
            subject: `${name}: your order ${order.number} at ${order.shop.name}`,
            text: confirmation(order, absolute(publicUrl, `/orders/${order.id}`))
          })
        })
      }
    })
  )
}
