import type { Array } from "effect"
import type { SqlClient } from "effect/sql"
import type { Checkout } from "../../../schemas/checkout.ts"
import type { NewOrder } from "../../domain/orders.ts"
import { auditRow } from "../Audit.ts"
import { dataOf } from "../checkoutData.ts"
import { type Message, outboxQueue } from "../Outbox.ts"
import { firstEventRow, lineRows, orderRow } from "../orders/newRows.ts"
import { keptRow, type Trail } from "../Trail.ts"

/** A checkout as it is once its money is there, still under the version before. */
export interface Settle {
  readonly checkout: Checkout
  readonly orders: Array.NonEmptyReadonlyArray<NewOrder>
  readonly attemptId: string
  /** What the provider calls the attempt, if it said so. */
  readonly reference: string | undefined
  /** Whom it concerns is told by this, under its id once. */
  readonly message: { readonly id: string; readonly content: Message }
  readonly trail: Trail | undefined
}

const json = (value: unknown) => JSON.stringify(value)

/** Saves the checkout with its orders, what was sold, the message and the trail; false when somebody else was first. */
export const settleStatement = (
  sql: SqlClient.SqlClient,
  { attemptId, checkout, message, orders, reference, trail }: Settle
) => sql<{ settled: boolean }>`SELECT settle_payment(${checkout.id}, ${checkout.version}, ${dataOf(checkout.state)},
  ${checkout.updatedAt}, ${checkout.expiresAt}, ${json(orders.map(orderRow))}, ${json(orders.flatMap(lineRows))},
  ${json(orders.map(firstEventRow))}, ${attemptId}, ${reference ?? null},
  ${outboxQueue}, ${message.id}, ${json(message.content)},
  ${trail ? json(auditRow(trail.audit)) : null}, ${trail?.kept ? json(keptRow(trail.kept)) : null}) AS settled`
