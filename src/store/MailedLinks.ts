import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { AccountId } from "../../schemas/ids.ts"
import { hashKey } from "./AgentKeys.ts"

/** What whoever can read an account's letters may do once. */
export type Purpose = "reset_password" | "verify_email"

/** Links in letters: each works once, and not for long. Their tokens are kept as SHA-256. */
export class MailedLinks extends Context.Service<
  MailedLinks,
  {
    readonly insert: (link: {
      readonly token: string
      readonly accountId: string
      readonly purpose: Purpose
      readonly expiresAt: Date
    }) => Effect.Effect<void, SqlError.SqlError>
    /** Whose it is, while it works. */
    readonly find: (
      token: string,
      purpose: Purpose,
      now: Date
    ) => Effect.Effect<AccountId | undefined, SqlError.SqlError>
    /** Whose it was; from then on it works no more. */
    readonly use: (
      token: string,
      purpose: Purpose,
      now: Date
    ) => Effect.Effect<AccountId | undefined, SqlError.SqlError>
    /** How many of an account work. */
    readonly live: (accountId: string, purpose: Purpose, now: Date) => Effect.Effect<number, SqlError.SqlError>
    /** None of the account's works any more. */
    readonly endAll: (accountId: string, purpose: Purpose) => Effect.Effect<void, SqlError.SqlError>
    readonly sweep: (now: Date) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/MailedLinks") {
  static readonly layer = Layer.effect(
    MailedLinks,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const working = (purpose: Purpose, now: Date) =>
        sql`purpose = ${purpose} AND used_at IS NULL AND expires_at > ${now}`
      const whose = ([row]: ReadonlyArray<{ readonly account_id: AccountId }>) => row?.account_id
      return {
        insert: ({ accountId, expiresAt, purpose, token }) =>
          Effect.asVoid(
            sql`INSERT INTO mailed_links ${sql.insert({
              hash: hashKey(token),
              account_id: accountId,
              purpose,
              expires_at: expiresAt
            })}`
          ),
        find: (token, purpose, now) =>
          Effect.map(
            sql<{ account_id: AccountId }>`SELECT account_id FROM mailed_links
              WHERE hash = ${hashKey(token)} AND ${working(purpose, now)}`,
            whose
          ),
        use: (token, purpose, now) =>
          Effect.map(
            sql<{ account_id: AccountId }>`UPDATE mailed_links SET used_at = ${now}
              WHERE hash = ${hashKey(token)} AND ${working(purpose, now)} RETURNING account_id`,
            whose
          ),
        live: (accountId, purpose, now) =>
          Effect.map(
            sql<{ n: number }>`SELECT count(*)::int AS n FROM mailed_links
              WHERE account_id = ${accountId} AND ${working(purpose, now)}`,
            ([row]) => row!.n
          ),
        endAll: (accountId, purpose) =>
          Effect.asVoid(sql`DELETE FROM mailed_links WHERE account_id = ${accountId} AND purpose = ${purpose}
            AND used_at IS NULL`),
        sweep: (now) => Effect.asVoid(sql`DELETE FROM mailed_links WHERE expires_at <= ${now}`)
      }
    })
  )
}
