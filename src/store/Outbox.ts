import { Context, Layer, Schedule, Schema } from "effect"
import { PersistedQueue } from "effect/persistence"

/** What the world must be told after a transaction. */
export const Message = Schema.TaggedUnion({
  /** To the buyer of an order, and to its shop. */
  OrderPlaced: { orderId: Schema.String }
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
