import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Unavailable } from "../../schemas/errors.ts"
import { Orders } from "../store/Orders.ts"
import { Message, Outbox } from "../store/Outbox.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Letters } from "./Letters.ts"
import { Repayment } from "./Repayment.ts"

/** Takes messages out of the outbox and does what each asks for. */
export class Deliveries extends Context.Service<
  Deliveries,
  {
    /** Does what a message asks for. Again it does no more. */
    readonly deliver: (message: Message) => Effect.Effect<void, Unavailable>
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
      const letters = yield* Letters
      const repayment = yield* Repayment

      const offer = (message: Message, id: string) => Effect.orDie(outbox.offer(message, { id }))

      /** One message for each who is concerned, so that a letter that cannot be sent does not repeat the others. */
      const spread = Effect.fnUntraced(
        function* (checkoutId: string) {
          for (const { id } of yield* orders.ofCheckout(checkoutId)) {
            yield* offer({ _tag: "OrderPlaced", orderId: id }, `placed:${id}`)
          }
        },
        sql.withTransaction,
        orUnavailable
      )

      const deliver: Deliveries["Service"]["deliver"] = Message.match({
        CheckoutCompleted: ({ checkoutId }) => spread(checkoutId),
        OrderPlaced: ({ orderId }) => letters.placed(orderId),
        OrderSold: () => Effect.void,
        OrderChanged: () => Effect.void,
        OrderCanceled: () => Effect.void,
        AgentUpdate: () => Effect.void,
        RefundDue: ({ refundId }) => repayment.give(refundId)
      })

      return { deliver, deliverNext: outbox.take(deliver) }
    })
  )
}
