import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { type Settle, settleStatement } from "./settleStatement.ts"
import { type Start, type Started, startStatement } from "./startStatement.ts"

/** The steps of a payment that are one statement each, though they touch many tables: done whole, or not at all. */
export class PaymentSteps extends Context.Service<
  PaymentSteps,
  {
    /** Answers what was in the way; nothing has changed then. */
    readonly start: (start: Start) => Effect.Effect<Started, SqlError.SqlError>
    /** False when the checkout has another version; nothing has changed then. */
    readonly settle: (settle: Settle) => Effect.Effect<boolean, SqlError.SqlError>
  }
>()("craftlocal/store/PaymentSteps") {
  static readonly layer = Layer.effect(
    PaymentSteps,
    Effect.map(SqlClient.SqlClient, (sql) => ({
      start: (start) => Effect.map(startStatement(sql, start), ([row]) => row!.started),
      settle: (settle) => Effect.map(settleStatement(sql, settle), ([row]) => row!.settled)
    }))
  )
}
