import { Context, Effect, Layer } from "effect"
import type { Order } from "../../schemas/order.ts"
import { absolute } from "../domain/publicUrls.ts"
import { Mail } from "../ports/Mail.ts"
import { Site } from "../ports/Site.ts"
import { Orders } from "../store/Orders.ts"
import { type Message, Outbox } from "../store/Outbox.ts"
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
    /** Waits for the next message and delivers it. One that fails is already scheduled again when its error is seen. */
    readonly deliverNext: Effect.Effect<void, unknown>
  }
>()("craftlocal/services/Letters") {
  static readonly layer = Layer.effect(
    Letters,
    Effect.gen(function* () {
      const orders = yield* Orders
      const mail = yield* Mail
      const { name, publicUrl } = yield* Site
      const outbox = yield* Outbox

      /** The same message again sends the letter under the same id. */
      const deliver = Effect.fn("Letters.deliver")(function* ({ orderId }: Message) {
        const order = yield* orUnavailable(orders.find(orderId))
        if (order === undefined) return
        yield* mail.send({
          id: `placed:${order.id}`,
          to: order.buyer.email,
          subject: `${name}: your order ${order.number} at ${order.shop.name}`,
          text: confirmation(order, absolute(publicUrl, `/orders/${order.id}`))
        })
      })

      return { deliverNext: outbox.take(deliver) }
    })
  )
}
