import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import { erased, leftBehind } from "./personal/erased.ts"
import { held } from "./personal/held.ts"

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>

/** Everything that is kept about an account, wherever it is kept. */
export class PersonalData extends Context.Service<
  PersonalData,
  {
    /** By kind, as JSON. */
    readonly read: (accountId: string) => Effect.Effect<Readonly<Record<string, Rows>>, SqlError.SqlError>
    /** What others wait for: orders its shops have still to send, and payments under way. */
    readonly pending: (
      accountId: string
    ) => Effect.Effect<{ readonly toSend: number; readonly paying: number }, SqlError.SqlError>
    /** Inside a transaction: the person goes, the books stay. An order that is still being made keeps its buyer until it is sent. */
    readonly erase: (accountId: string, at: Date) => Effect.Effect<void, SqlError.SqlError>
    /** What erased accounts still have goes, and their orders that were sent meanwhile lose their buyers. */
    readonly sweep: Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/PersonalData") {
  static readonly layer = Layer.effect(
    PersonalData,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const rows = ([kind, statement]: readonly [string, Statement.Fragment]) =>
        Effect.map(
          sql<{ rows: Rows | null }>`SELECT json_agg(found) AS rows FROM (${statement}) found`,
          ([row]) => [kind, row?.rows ?? []] as const
        )
      return {
        read: (accountId) =>
          Effect.map(Effect.forEach(Object.entries(held(sql, accountId)), rows), (kinds) => Object.fromEntries(kinds)),
        pending: Effect.fnUntraced(function* (accountId) {
          const [row] = yield* sql<{ toSend: number; paying: number }>`SELECT
            (SELECT count(*)::int FROM orders o JOIN shops s ON s.id = o.shop_id WHERE s.account_id = ${accountId}
              AND o.status NOT IN ('delivered', 'cancelled')) AS "toSend",
            (SELECT count(*)::int FROM checkouts WHERE owner = ${`account:${accountId}`}
              AND state IN ('Paying', 'Challenged')) AS paying`
          return row!
        }),
        erase: (accountId, at) => Effect.all(erased(sql, accountId, at), { discard: true }),
        sweep: Effect.gen(function* () {
          yield* sql.withTransaction(Effect.all(leftBehind(sql), { discard: true }))
        })
      }
    })
  )
}
