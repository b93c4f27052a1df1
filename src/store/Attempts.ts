import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import type { CheckoutId } from "../../schemas/ids.ts"

type Ended = "settled" | "declined"

/** What the provider said with the end of an attempt: why, and what it calls it. */
interface Said {
  readonly reason?: string
  readonly reference?: string | undefined
}

/** An attempt as the book has it. The amount is in minor units. */
export interface KeptAttempt {
  readonly id: string
  readonly checkoutId: CheckoutId
  readonly amount: number
  readonly currency: string
  readonly status: "started" | "challenged" | Ended
  readonly reference: string | null
  readonly startedAt: Date
}

/** The book of every attempt to take money. `PaymentSteps` begins them, and ends those that are settled. */
export class Attempts extends Context.Service<
  Attempts,
  {
    readonly find: (id: string) => Effect.Effect<KeptAttempt | undefined, SqlError.SqlError>
    /** The one that paid a checkout. */
    readonly settled: (checkoutId: string) => Effect.Effect<KeptAttempt | undefined, SqlError.SqlError>
    /** By what the provider calls it. */
    readonly named: (reference: string) => Effect.Effect<KeptAttempt | undefined, SqlError.SqlError>
    readonly challenge: (id: string, reference: string | undefined) => Effect.Effect<void, SqlError.SqlError>
    readonly end: (id: string, status: Ended, at: Date, said?: Said) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Attempts") {
  static readonly layer = Layer.effect(
    Attempts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const select = (which: Statement.Fragment) => sql<KeptAttempt>`SELECT id, checkout_id AS "checkoutId", amount,
        currency, status, reference, started_at AS "startedAt" FROM attempts WHERE ${which}`
      return {
        find: (id) => Effect.map(select(sql`id = ${id}`), ([row]) => row),
        settled: (checkoutId) =>
          Effect.map(select(sql`checkout_id = ${checkoutId} AND status = 'settled'`), ([row]) => row),
        named: (reference) => Effect.map(select(sql`reference = ${reference}`), ([row]) => row),
        challenge: (id, reference) =>
          Effect.asVoid(
            sql`UPDATE attempts SET status = 'challenged', reference = ${reference ?? null} WHERE id = ${id}`
          ),
        end: (id, status, at, { reason, reference } = {}) =>
          Effect.asVoid(
            sql`UPDATE attempts SET status = ${status}, ended_at = ${at}, reason = ${reason ?? null},
              reference = coalesce(${reference ?? null}, reference) WHERE id = ${id}`
          )
      }
    })
  )
}
