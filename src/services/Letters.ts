import { Context, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import type { Order } from "../../schemas/order.ts"
import { Mail } from "../ports/Mail.ts"
import { Site } from "../ports/Site.ts"
import type { Undeliverable } from "../ports/Undeliverable.ts"
import { Accounts } from "../store/Accounts.ts"
import { Orders } from "../store/Orders.ts"
import { orUnavailable } from "../store/Sql.ts"
import { asHtml } from "./letters/asHtml.ts"
import { asText } from "./letters/asText.ts"
import { changed } from "./letters/changed.ts"
import { confirmation } from "./letters/confirmation.ts"
import { sold, takenBack } from "./letters/sold.ts"
import type { Written } from "./letters/Written.ts"

type Sent = Effect.Effect<void, Unavailable | Undeliverable>

/**
 * Writes the letters that messages ask for, and hands them to the mail. The same message again sends its letter under
 * the same id. An order that is gone, and somebody without an e-mail address, get none.
 */
export class Letters extends Context.Service<
  Letters,
  {
    /** To the buyer: the confirmation. */
    readonly placed: (orderId: string) => Sent
    /** To the shop: what it sold. */
    readonly sold: (orderId: string) => Sent
    /** To the buyer: what happened. */
    readonly changed: (orderId: string, eventId: string) => Sent
    /** To the shop: the buyer canceled. */
    readonly takenBack: (orderId: string, eventId: string) => Sent
  }
>()("craftlocal/services/Letters") {
  static readonly layer = Layer.effect(
    Letters,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const orders = yield* Orders
      const mail = yield* Mail
      const sender = yield* Site

      const send = Effect.fnUntraced(function* (
        id: string,
        to: string | null | undefined,
        written: Written | undefined
      ) {
        if (!to || written === undefined) return
        yield* mail.send({ id, to, subject: written.subject, text: asText(written), html: asHtml(written) })
      })

      const about = (name: string, use: (order: Order) => Sent): ((orderId: string) => Sent) =>
        Effect.fn(`Letters.${name}`)(function* (orderId) {
          const order = yield* orUnavailable(orders.find(orderId))
          if (order !== undefined) yield* use(order)
        })

      const eventOf = ({ events }: Order, eventId: string) => events.find(({ id }) => id === eventId)

      const toShop = Effect.fnUntraced(function* (id: string, { shop }: Order, written: Written | undefined) {
        const seller = yield* orUnavailable(accounts.ofShop(shop.id))
        yield* send(id, seller?.email, written)
      })

      return {
        placed: about("placed", (order) => send(`placed:${order.id}`, order.buyer.email, confirmation(order, sender))),
        sold: about("sold", (order) => toShop(`sold:${order.id}`, order, sold(order, sender))),
        changed: (orderId, eventId) =>
          about("changed", (order) => {
            const event = eventOf(order, eventId)
            return send(`changed:${eventId}`, order.buyer.email, event && changed(order, event, sender))
          })(orderId),
        takenBack: (orderId, eventId) =>
          about("takenBack", (order) => {
            const event = eventOf(order, eventId)
            return toShop(`canceled:${eventId}`, order, event && takenBack(order, event.note, sender))
          })(orderId)
      }
    })
  )
}
