import { Context, Layer, Schedule, Schema } from "effect"
import { PersistedQueue } from "effect/persistence"

/** What the world must be told, or asked for, after a transaction. */
export const Message = Schema.TaggedUnion({
  /** A checkout became orders: everybody whom that concerns gets a message of their own. */
  CheckoutCompleted: { checkoutId: Schema.String },
  /** To the buyer: the confirmation of an order. */
  OrderPlaced: { orderId: Schema.String },
  /** To the shop: what it has sold. */
  OrderSold: { orderId: Schema.String },
  /** To the buyer: what happened to an order. */
  OrderChanged: { orderId: Schema.String, eventId: Schema.String },
  /** To the shop: the buyer canceled. */
  OrderCanceled: { orderId: Schema.String, eventId: Schema.String },
  /** To the agent through which was bought: the orders of a checkout as they now are. */
  AgentUpdate: { checkoutId: Schema.String, event: Schema.Literals(["order_create", "order_update"]) },
  /** To the payment provider: money goes back. */
  RefundDue: { refundId: Schema.String }
})
export type Message = typeof Message.Type

/**
 * Messages that commit with the change that caused them: `offer` writes through the `SqlClient` of the fiber, so inside
 * a transaction it holds or falls with everything else. Delivered at least once, by as many workers as there are.
 */
export class Outbox extends Context.Service<Outbox, PersistedQueue.PersistedQueue<Message>>()(
  "craftlocal/store/Outbox"
) {
  static readonly layer = Layer.effect(
    Outbox,
    PersistedQueue.make({
      name: "messages",
      schema: Message,
      maxAttempts: 10,
      retrySchedule: Schedule.exponential("1 second")
    })
  ).pipe(
    Layer.provide(PersistedQueue.layer),
    Layer.provide(
      PersistedQueue.layerStoreSql({ tableName: "outbox", pollInterval: "1 second", lockExpiration: "2 minutes" })
    )
  )
}
