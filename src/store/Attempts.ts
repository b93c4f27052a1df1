import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

type Ended = "settled" | "declined"

/** The book of every attempt to take money. */
export class Attempts extends Context.Service<
  Attempts,
  {
    readonly start: (attempt: {
      readonly id: string
      readonly checkoutId: string
      readonly amount: number
      readonly currency: string
      readonly at: Date
    }) => Effect.Effect<void, SqlError.SqlError>
    readonly challenge: (id: string) => Effect.Effect<void, SqlError.SqlError>
    readonly end: (id: string, status: Ended, at: Date, reason?: string) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Attempts") {
  static readonly layer = Layer.effect(
    Attempts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        start: ({ amount, at, checkoutId, currency, id }) =>
          Effect.asVoid(
            sql`INSERT INTO attempts ${sql.insert({
              id,
              checkout_id: checkoutId,
              amount,
              currency,
              status: "started",
              started_at: at
            })}`
          ),
        challenge: (id) => Effect.asVoid(sql`UPDATE attempts SET status = 'challenged' WHERE id = ${id}`),
        end: (id, status, at, reason) =>
          Effect.asVoid(
            sql`UPDATE attempts SET status = ${status}, ended_at = ${at}, reason = ${reason ?? null} WHERE id = ${id}`
          )
      }
    })
  )
}
