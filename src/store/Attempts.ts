import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

type Ended = "settled" | "declined"

/** The book of every attempt to take money. */
export class Attempts extends Context.Service<
  Attempts,
  {
    /** False when the confirmation number is taken; nothing is written then. */
    readonly start: (attempt: {
      readonly id: string
      readonly checkoutId: string
      readonly confirmationNumber: string
      readonly amount: number
      readonly currency: string
      readonly at: Date
    }) => Effect.Effect<boolean, SqlError.SqlError>
    readonly challenge: (id: string) => Effect.Effect<void, SqlError.SqlError>
    readonly end: (id: string, status: Ended, at: Date, reason?: string) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Attempts") {
  static readonly layer = Layer.effect(
    Attempts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        start: ({ amount, at, checkoutId, confirmationNumber: number, currency, id }) =>
          Effect.map(
            sql`INSERT INTO attempts (id, checkout_id, confirmation_number, amount, currency, status, started_at)
              SELECT ${id}, ${checkoutId}, ${number}, ${amount}::int, ${currency}, 'started', ${at}::timestamptz
              WHERE NOT EXISTS (SELECT FROM orders WHERE number IN (${number}, ${`${number}-1`}))
              ON CONFLICT (confirmation_number) DO NOTHING RETURNING 1`,
            (rows) => rows.length > 0
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
