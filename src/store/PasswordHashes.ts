import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** The hash of each account's password; accounts that sign in elsewhere have none. */
export class PasswordHashes extends Context.Service<
  PasswordHashes,
  {
    readonly find: (accountId: string) => Effect.Effect<string | undefined, SqlError.SqlError>
    /** Whether this is still its hash; it stays so until this transaction ends. */
    readonly holds: (accountId: string, hash: string) => Effect.Effect<boolean, SqlError.SqlError>
    readonly set: (accountId: string, hash: string, at: Date) => Effect.Effect<void, SqlError.SqlError>
    /** The same password, hashed anew, unless it was changed meanwhile. */
    readonly rehash: (accountId: string, from: string, to: string) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/PasswordHashes") {
  static readonly layer = Layer.effect(
    PasswordHashes,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        find: (accountId) =>
          Effect.map(
            sql<{ hash: string }>`SELECT hash FROM passwords WHERE account_id = ${accountId}`,
            ([row]) => row?.hash
          ),
        holds: (accountId, hash) =>
          Effect.map(
            sql`SELECT FROM passwords WHERE account_id = ${accountId} AND hash = ${hash} FOR SHARE`,
            (rows) => rows.length > 0
          ),
        set: (accountId, hash, at) =>
          Effect.asVoid(sql`INSERT INTO passwords (account_id, hash, changed_at) VALUES (${accountId}, ${hash}, ${at})
            ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at`),
        rehash: (accountId, from, to) =>
          Effect.asVoid(sql`UPDATE passwords SET hash = ${to} WHERE account_id = ${accountId} AND hash = ${from}`)
      }
    })
  )
}
