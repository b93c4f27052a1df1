import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Unavailable } from "../../schemas/errors.ts"
import type { Undeliverable } from "../ports/Undeliverable.ts"
import { DeadLetters } from "../store/DeadLetters.ts"
import { Orders } from "../store/Orders.ts"
import { Message, Outbox } from "../store/Outbox.ts"
import { orUnavailable } from "../store/Sql.ts"
import { AccountLetters } from "./AccountLetters.ts"
import { AgentUpdates, firstUpdate } from "./AgentUpdates.ts"
import { Letters } from "./Letters.ts"
import { Repayment } from "./Repayment.ts"

/** Takes messages out of the outbox and does what each asks for. */
export class Deliveries extends Context.Service<
  Deliveries,
  {
    /** Does what a message asks for, under the name it has in the outbox. Again it does no more. */
    readonly deliver: (message: Message, id: string) => Effect.Effect<void, Unavailable | Undeliverable>
    /** Waits for the next message and delivers it. One that fails is already scheduled again when its error is seen. */
    readonly deliverNext: Effect.Effect<void, unknown>
  }
>()("craftlocal/services/Deliveries") {
  static readonly layer = Layer.effect(
    Deliveries,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const orders = yield* Orders
      const outbox = yield* Outbox
      const accountLetters = yield* AccountLetters
      const agentUpdates = yield* AgentUpdates
      const deadLetters = yield* DeadLetters
      const letters = yield* Letters
      const repayment = yield* Repayment

      const offer = (message: Message, id: string) => Effect.orDie(outbox.offer(message, { id }))

      /** One message for each who is concerned, so that a letter that cannot be sent does not repeat the others. */
      const spread = Effect.fnUntraced(
        function* (checkoutId: string) {
          const its = yield* orders.ofCheckout(checkoutId)
          for (const { id } of its) {
            yield* offer({ _tag: "OrderPlaced", orderId: id }, `placed:${id}`)
            yield* offer({ _tag: "OrderSold", orderId: id }, `sold:${id}`)
          }
          if (its[0] !== undefined && (yield* agentUpdates.wanted(its[0].owner))) {
            yield* offer({ _tag: "AgentUpdate", checkoutId, event: "order_create" }, firstUpdate(checkoutId))
          }
        },
        sql.withTransaction,
        orUnavailable
      )

      const deliver: Deliveries["Service"]["deliver"] = (message, id) =>
        Message.match(message, {
          CheckoutCompleted: ({ checkoutId }) => spread(checkoutId),
          OrderPlaced: ({ orderId }) => letters.placed(orderId),
          OrderSold: ({ orderId }) => letters.sold(orderId),
          OrderChanged: ({ eventId, orderId }) => letters.changed(orderId, eventId),
          OrderCanceled: ({ eventId, orderId }) => letters.takenBack(orderId, eventId),
          AgentUpdate: (update) => agentUpdates.tell(update, id),
          RefundDue: ({ refundId }) => repayment.give(refundId),
          EmailToConfirm: ({ accountId }) => accountLetters.toConfirm(accountId, id),
          AlreadyRegistered: ({ accountId }) => accountLetters.alreadyRegistered(accountId, id),
          PasswordForgotten: ({ accountId }) =>
            accountId === null ? Effect.void : accountLetters.forgotten(accountId, id),
          PasswordChanged: ({ accountId }) => accountLetters.changed(accountId, id)
        })

      /** What can never be delivered is not tried again. */
      const deliverOnce = (message: Message, { id }: { readonly id: string }) =>
        Effect.catchTag(
          deliver(message, id),
          "Undeliverable",
          Effect.fnUntraced(function* ({ why }) {
            yield* orUnavailable(deadLetters.bury(id, why))
            yield* Effect.logWarning("a message was given up", { id, why })
          })
        )

      return { deliver, deliverNext: outbox.take(deliverOnce) }
    })
  )
}
