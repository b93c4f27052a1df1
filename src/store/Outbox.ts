import { Context, type Duration, Layer, Schedule, Schema } from "effect"
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
  RefundDue: { refundId: Schema.String },
  /** To the owner of an account: a link that proves the e-mail theirs. */
  EmailToConfirm: { accountId: Schema.String },
  /** To the owner of an account: somebody wanted to open another with the same e-mail. */
  AlreadyRegistered: { accountId: Schema.String },
  /** To the owner of an account: a link to choose a new password; to nobody without one. */
  PasswordForgotten: { accountId: Schema.NullOr(Schema.String) },
  /** To the owner of an account: the password was changed. */
  PasswordChanged: { accountId: Schema.String }
})
export type Message = typeof Message.Type

/** What the queue is called in the table. */
export const outboxQueue = "messages"

/** How long a message waits for whom. */
export interface Patience {
  readonly maxAttempts: number
  readonly retrySchedule: Schedule.Schedule<any, number>
  readonly pollInterval: Duration.Input
  /** After this long without a sign of life its worker is taken for dead, and another begins. In whole seconds. */
  readonly lockExpiration: Duration.Input
  /** How often a worker gives a sign of life for what it works at. */
  readonly lockRefreshInterval: Duration.Input
}

/**
 * Tried again after one second, three, nine and so on up to a quarter of an hour, each a fifth shorter or longer by
 * chance. Twenty attempts take somewhat more than three hours; after that an operator is needed.
 */
export const patience: Patience = {
  maxAttempts: 20,
  retrySchedule: Schedule.jittered(Schedule.min([Schedule.exponential("1 second", 3), Schedule.spaced("15 minutes")])),
  pollInterval: "1 second",
  lockExpiration: "2 minutes",
  lockRefreshInterval: "30 seconds"
}

/**
 * Messages that commit with the change that caused them: `offer` writes through the `SqlClient` of the fiber, so inside
 * a transaction it holds or falls with everything else. Delivered at least once, by as many workers as there are.
 */
export class Outbox extends Context.Service<Outbox, PersistedQueue.PersistedQueue<Message>>()(
  "craftlocal/store/Outbox"
) {
  static readonly layerWith = ({ maxAttempts, retrySchedule, ...store }: Patience) =>
    Layer.effect(Outbox, PersistedQueue.make({ name: outboxQueue, schema: Message, maxAttempts, retrySchedule })).pipe(
      Layer.provide(PersistedQueue.layer),
      Layer.provide(PersistedQueue.layerStoreSql({ tableName: "outbox", ...store }))
    )

  static readonly layer = Outbox.layerWith(patience)
}
