import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { AccountId } from "../../schemas/ids.ts"
import { hashKey } from "./AgentKeys.ts"

/** That somebody is signed in, in one browser, which alone knows its handle. */
export interface BrowserSession {
  readonly id: string
  readonly accountId: AccountId
  /** When its owner gave the password. */
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

/** The browsers in which people are signed in. */
export class Browsers extends Context.Service<
  Browsers,
  {
    readonly insert: (handle: string, session: BrowserSession) => Effect.Effect<void, SqlError.SqlError>
    /** One that is in force: neither over, nor void since its account ended everything that came before. */
    readonly find: (handle: string, now: Date) => Effect.Effect<BrowserSession | undefined, SqlError.SqlError>
    /** The one seen last first. */
    readonly list: (accountId: string, now: Date) => Effect.Effect<ReadonlyArray<BrowserSession>, SqlError.SqlError>
    readonly touch: (id: string, lastSeenAt: Date, expiresAt: Date) => Effect.Effect<void, SqlError.SqlError>
    /** False when there is none by this handle. */
    readonly end: (handle: string) => Effect.Effect<boolean, SqlError.SqlError>
    /** False when the account has none by this id. */
    readonly revoke: (accountId: string, id: string) => Effect.Effect<boolean, SqlError.SqlError>
    readonly endAll: (accountId: string) => Effect.Effect<void, SqlError.SqlError>
    /** Leaves the account the newest so many. */
    readonly keep: (accountId: string, most: number) => Effect.Effect<void, SqlError.SqlError>
    readonly sweep: (now: Date) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Browsers") {
  static readonly layer = Layer.effect(
    Browsers,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql`s.id, s.account_id AS "accountId", s.created_at AS "createdAt",
        s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt"`
      const inForce = (now: Date) => sql`browser_sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.expires_at > ${now} AND s.created_at >= coalesce(a.tokens_valid_from, s.created_at)`
      return {
        insert: (handle, { accountId, createdAt, expiresAt, id, lastSeenAt }) =>
          Effect.asVoid(
            sql`INSERT INTO browser_sessions ${sql.insert({
              hash: hashKey(handle),
              id,
              account_id: accountId,
              created_at: createdAt,
              last_seen_at: lastSeenAt,
              expires_at: expiresAt
            })}`
          ),
        find: (handle, now) =>
          Effect.map(
            sql<BrowserSession>`SELECT ${columns} FROM ${inForce(now)} AND s.hash = ${hashKey(handle)}`,
            ([row]) => row
          ),
        list: (accountId, now) =>
          sql<BrowserSession>`SELECT ${columns} FROM ${inForce(now)} AND s.account_id = ${accountId}
            ORDER BY s.last_seen_at DESC, s.id LIMIT 100`,
        touch: (id, lastSeenAt, expiresAt) =>
          Effect.asVoid(sql`UPDATE browser_sessions SET last_seen_at = ${lastSeenAt}, expires_at = ${expiresAt}
            WHERE id = ${id}`),
        end: (handle) =>
          Effect.map(
            sql`DELETE FROM browser_sessions WHERE hash = ${hashKey(handle)} RETURNING 1`,
            (rows) => rows.length > 0
          ),
        revoke: (accountId, id) =>
          Effect.map(
            sql`DELETE FROM browser_sessions WHERE account_id = ${accountId} AND id = ${id} RETURNING 1`,
            (rows) => rows.length > 0
          ),
        endAll: (accountId) => Effect.asVoid(sql`DELETE FROM browser_sessions WHERE account_id = ${accountId}`),
        keep: (accountId, most) =>
          Effect.asVoid(sql`DELETE FROM browser_sessions WHERE account_id = ${accountId} AND id NOT IN (
            SELECT id FROM browser_sessions WHERE account_id = ${accountId}
            ORDER BY created_at DESC, id LIMIT ${most})`),
        sweep: (now) => Effect.asVoid(sql`DELETE FROM browser_sessions WHERE expires_at <= ${now}`)
      }
    })
  )
}
