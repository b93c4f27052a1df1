import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Scope } from "../../schemas/access.ts"
import { hashKey } from "./AgentKeys.ts"

/** A program that acts for itself, without its secret. */
export interface ServiceAccount {
  readonly id: string
  readonly name: string
  readonly scopes: ReadonlyArray<Scope>
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

interface Row extends Omit<ServiceAccount, "createdAt" | "revokedAt"> {
  readonly created_at: Date
  readonly revoked_at: Date | null
}

/** Programs that have tokens for themselves, by client credentials. Secrets are kept as their hash. */
export class ServiceAccounts extends Context.Service<
  ServiceAccounts,
  {
    readonly insert: (account: {
      readonly id: string
      readonly name: string
      readonly secret: string
      readonly scopes: ReadonlyArray<Scope>
      readonly at: Date
    }) => Effect.Effect<void, SqlError.SqlError>
    /** Newest first, the revoked ones too. */
    readonly list: Effect.Effect<ReadonlyArray<ServiceAccount>, SqlError.SqlError>
    /** False when there is no such account in force. */
    readonly revoke: (id: string, at: Date) => Effect.Effect<boolean, SqlError.SqlError>
  }
>()("craftlocal/store/ServiceAccounts") {
  static readonly layer = Layer.effect(
    ServiceAccounts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        insert: ({ at, id, name, scopes, secret }) =>
          Effect.asVoid(
            sql`INSERT INTO service_accounts ${sql.insert({ id, name, secret_hash: hashKey(secret), scopes: [...scopes], created_at: at })}`
          ),
        list: Effect.map(
          sql<Row>`SELECT id, name, scopes, created_at, revoked_at FROM service_accounts ORDER BY created_at DESC, id`,
          (rows) =>
            rows.map(({ created_at, id, name, revoked_at, scopes }) => ({
              id,
              name,
              scopes,
              createdAt: created_at,
              revokedAt: revoked_at
            }))
        ),
        revoke: (id, at) =>
          Effect.map(
            sql`UPDATE service_accounts SET revoked_at = ${at} WHERE id = ${id} AND revoked_at IS NULL RETURNING id`,
            ({ length }) => length === 1
          )
      }
    })
  )
}
