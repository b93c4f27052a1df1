import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { OrderId } from "../../schemas/ids.ts"

/** Money that goes back. The amount is in minor units; without an order the charge never became one. */
export interface KeptRefund {
  readonly id: string
  readonly attemptId: string
  readonly orderId: OrderId | null
  readonly amount: number
  readonly currency: string
  readonly reason: string
  readonly status: "pending" | "completed" | "failed"
  /** What the payment provider calls it. */
  readonly reference: string | null
  readonly createdAt: Date
}

/** The book of refunds. An attempt never gives back more than it took. */
export class Refunds extends Context.Service<
  Refunds,
  {
    /** Inside a transaction. False when that much is not left of what was charged; nothing is written then. */
    readonly start: (
      refund: Omit<KeptRefund, "status" | "createdAt" | "currency" | "reference"> & { readonly at: Date }
    ) => Effect.Effect<boolean, SqlError.SqlError>
    /** Inside a transaction: all of an attempt, and nobody starts another until it ends. */
    readonly take: (attemptId: string) => Effect.Effect<ReadonlyArray<KeptRefund>, SqlError.SqlError>
    readonly find: (id: string) => Effect.Effect<KeptRefund | undefined, SqlError.SqlError>
    readonly ofOrders: (orderIds: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<KeptRefund>, SqlError.SqlError>
    /** False when it had ended before. */
    readonly end: (
      id: string,
      status: "completed" | "failed",
      at: Date,
      reference: string | undefined
    ) => Effect.Effect<boolean, SqlError.SqlError>
    /** It had been given, and came back. False when the book did not say that it was given. */
    readonly undo: (id: string, at: Date) => Effect.Effect<boolean, SqlError.SqlError>
  }
>()("craftlocal/store/Refunds") {
  static readonly layer = Layer.effect(
    Refunds,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql`id, attempt_id AS "attemptId", order_id AS "orderId", amount, currency, reason, status,
        reference, created_at AS "createdAt"`
      return {
        start: Effect.fnUntraced(function* ({ amount, at, attemptId, id, orderId, reason }) {
          yield* sql`SELECT 1 FROM attempts WHERE id = ${attemptId} FOR UPDATE`
          const rows =
            yield* sql`INSERT INTO refunds (id, attempt_id, order_id, amount, currency, reason, status, created_at)
            SELECT ${id}, a.id, ${orderId}, ${amount}::int, a.currency, ${reason}, 'pending', ${at}::timestamptz
            FROM attempts a WHERE a.id = ${attemptId} AND a.amount >= ${amount}::int +
              (SELECT coalesce(sum(r.amount), 0) FROM refunds r WHERE r.attempt_id = a.id AND r.status <> 'failed')
            RETURNING 1`
          return rows.length > 0
        }),
        take: Effect.fnUntraced(function* (attemptId) {
          yield* sql`SELECT 1 FROM attempts WHERE id = ${attemptId} FOR UPDATE`
          return yield* sql<KeptRefund>`SELECT ${columns} FROM refunds WHERE attempt_id = ${attemptId}
            ORDER BY created_at, id`
        }),
        find: (id) => Effect.map(sql<KeptRefund>`SELECT ${columns} FROM refunds WHERE id = ${id}`, ([row]) => row),
        ofOrders: (orderIds) =>
          orderIds.length === 0
            ? Effect.succeed([])
            : sql<KeptRefund>`SELECT ${columns} FROM refunds WHERE ${sql.in("order_id", orderIds)} ORDER BY created_at, id`,
        end: (id, status, at, reference) =>
          Effect.map(
            sql`UPDATE refunds SET status = ${status}, ended_at = ${at}, reference = ${reference ?? null}
              WHERE id = ${id} AND status = 'pending' RETURNING 1`,
            (rows) => rows.length > 0
          ),
        undo: (id, at) =>
          Effect.map(
            sql`UPDATE refunds SET status = 'failed', ended_at = ${at}
              WHERE id = ${id} AND status = 'completed' RETURNING 1`,
            (rows) => rows.length > 0
          )
      }
    })
  )
}
