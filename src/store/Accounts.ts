import { Context, Effect, Layer, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Role } from "../../schemas/access.ts"
import { Address } from "../../schemas/address.ts"
import { type AccountId, canExist } from "../../schemas/ids.ts"

export interface Account {
  readonly id: AccountId
  /** None where it was erased, or where another issuer keeps it. */
  readonly email: string | null
  /** When its owner has shown that letters to it arrive. */
  readonly emailVerifiedAt: Date | null
  readonly name: string
  readonly phone: string | null
  /** The one that a checkout begins with. */
  readonly address: Address | null
  readonly roles: ReadonlyArray<Role>
  /** Since when the account is in the Circle. */
  readonly memberSince: Date | null
  /** Whatever was issued to it before is void. */
  readonly tokensValidFrom: Date | null
  readonly createdAt: Date
}

interface Row {
  readonly id: AccountId
  readonly email: string | null
  readonly email_verified_at: Date | null
  readonly name: string
  readonly phone: string | null
  readonly address: unknown
  readonly roles: ReadonlyArray<Role>
  readonly member_since: Date | null
  readonly tokens_valid_from: Date | null
  readonly created_at: Date
}

const addressOf = Schema.decodeUnknownSync(Schema.NullOr(Address))

const ofRow = (row: Row): Account => ({
  id: row.id,
  email: row.email,
  emailVerifiedAt: row.email_verified_at,
  name: row.name,
  phone: row.phone,
  address: addressOf(row.address),
  roles: row.roles,
  memberSince: row.member_since,
  tokensValidFrom: row.tokens_valid_from,
  createdAt: row.created_at
})

export class Accounts extends Context.Service<
  Accounts,
  {
    /** Not one that was erased. */
    readonly find: (id: string) => Effect.Effect<Account | undefined, SqlError.SqlError>
    readonly findByEmail: (email: string) => Effect.Effect<Account | undefined, SqlError.SqlError>
    /** Whose shop it is. */
    readonly ofShop: (shopId: string) => Effect.Effect<Account | undefined, SqlError.SqlError>
    /** The shops this account sells under. */
    readonly shopsOf: (id: string) => Effect.Effect<ReadonlyArray<string>, SqlError.SqlError>
    /** A new buyer; false when the e-mail belongs to an account already. */
    readonly insert: (account: {
      readonly id: string
      readonly email: string
      readonly name: string
      readonly at: Date
    }) => Effect.Effect<boolean, SqlError.SqlError>
    /** What is given takes the place of what was. */
    readonly update: (
      id: string,
      changes: { readonly name?: string | undefined; readonly phone?: string | null | undefined }
    ) => Effect.Effect<void, SqlError.SqlError>
    /** Into the Circle, by an account that is locked: since when it is in it, and whether it is new there. */
    readonly join: (
      id: string,
      at: Date
    ) => Effect.Effect<{ readonly since: Date; readonly isNew: boolean }, SqlError.SqlError>
    /** Letters to its e-mail arrive; that they did before is not forgotten. */
    readonly verifyEmail: (id: string, at: Date) => Effect.Effect<void, SqlError.SqlError>
    /** Whatever was issued to it before this moment is void: clients that were let in, and sign-ins of other kinds, are gone. */
    readonly voidTokens: (id: string, before: Date) => Effect.Effect<void, SqlError.SqlError>
    /** Nobody else changes what belongs to it until this transaction ends. False when it was erased. */
    readonly lock: (id: string) => Effect.Effect<boolean, SqlError.SqlError>
    /** False when it was erased; when not, it is not erased before this transaction ends. */
    readonly stands: (id: string) => Effect.Effect<boolean, SqlError.SqlError>
    /** Forgets those opened before this moment whose e-mail nobody confirmed, and that own nothing. */
    readonly sweep: (openedBefore: Date) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Accounts") {
  static readonly layer = Layer.effect(
    Accounts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql`a.id, a.email, a.email_verified_at, a.name, a.phone, a.roles, a.member_since,
        a.tokens_valid_from, a.created_at,
        (SELECT address FROM addresses WHERE account_id = a.id AND is_default) AS address`
      return {
        find: Effect.fnUntraced(function* (id) {
          if (!canExist(id)) return undefined
          const [row] = yield* sql<Row>`SELECT ${columns} FROM accounts a WHERE a.id = ${id} AND a.erased_at IS NULL`
          return row && ofRow(row)
        }),
        findByEmail: Effect.fnUntraced(function* (email) {
          if (email.includes("\0")) return undefined
          const [row] = yield* sql<Row>`SELECT ${columns} FROM accounts a WHERE lower(a.email) = lower(${email})`
          return row && ofRow(row)
        }),
        ofShop: Effect.fnUntraced(function* (shopId) {
          const [row] = yield* sql<Row>`SELECT ${columns} FROM accounts a JOIN shops s ON s.account_id = a.id
            WHERE s.id = ${shopId}`
          return row && ofRow(row)
        }),
        shopsOf: (id) =>
          Effect.map(sql<{ id: string }>`SELECT id FROM shops WHERE account_id = ${id}`, (rows) =>
            rows.map((row) => row.id)
          ),
        insert: ({ at, email, id, name }) =>
          Effect.map(
            sql`INSERT INTO accounts (id, email, name, roles, created_at)
              VALUES (${id}, ${email}, ${name}, '{buyer}', ${at}) ON CONFLICT DO NOTHING RETURNING 1`,
            (rows) => rows.length > 0
          ),
        update: Effect.fnUntraced(function* (id, { name, phone }) {
          if (name !== undefined) yield* sql`UPDATE accounts SET name = ${name} WHERE id = ${id} AND erased_at IS NULL`
          if (phone !== undefined)
            yield* sql`UPDATE accounts SET phone = ${phone} WHERE id = ${id} AND erased_at IS NULL`
        }),
        join: Effect.fnUntraced(function* (id, at) {
          const [row] = yield* sql<{ since: Date }>`UPDATE accounts SET member_since = ${at}
            WHERE id = ${id} AND member_since IS NULL RETURNING member_since AS since`
          if (row !== undefined) return { since: row.since, isNew: true }
          const [before] = yield* sql<{ since: Date }>`SELECT member_since AS since FROM accounts WHERE id = ${id}`
          return { since: before!.since, isNew: false }
        }),
        verifyEmail: (id, at) =>
          Effect.asVoid(
            sql`UPDATE accounts SET email_verified_at = ${at} WHERE id = ${id} AND email_verified_at IS NULL`
          ),
        voidTokens: Effect.fnUntraced(function* (id, before) {
          yield* sql`UPDATE accounts SET tokens_valid_from = ${before} WHERE id = ${id}`
          yield* sql`DELETE FROM oidc_payload WHERE payload ? 'accountId' AND payload ->> 'accountId' = ${id}`
          yield* sql`DELETE FROM sign_in_sessions WHERE account_id = ${id}`
        }, sql.withTransaction),
        lock: (id) =>
          Effect.map(
            sql`SELECT FROM accounts WHERE id = ${id} AND erased_at IS NULL FOR UPDATE`,
            ({ length }) => length === 1
          ),
        stands: (id) =>
          Effect.map(
            sql<{ erased_at: Date | null }>`SELECT erased_at FROM accounts WHERE id = ${id} FOR SHARE`,
            ([row]) => row === undefined || row.erased_at === null
          ),
        // Passwords, links and browsers go with their account.
        sweep: (openedBefore) =>
          Effect.asVoid(sql`DELETE FROM accounts a WHERE a.email_verified_at IS NULL AND a.email IS NOT NULL
            AND a.erased_at IS NULL AND a.created_at < ${openedBefore} AND a.member_since IS NULL AND a.roles = '{buyer}'
            AND EXISTS (SELECT FROM passwords WHERE account_id = a.id)
            AND NOT EXISTS (SELECT FROM identities WHERE account_id = a.id)
            AND NOT EXISTS (SELECT FROM addresses WHERE account_id = a.id)
            AND NOT EXISTS (SELECT FROM shops WHERE account_id = a.id)
            AND NOT EXISTS (SELECT FROM reviews WHERE account_id = a.id)
            AND NOT EXISTS (SELECT FROM carts WHERE owner = 'account:' || a.id)
            AND NOT EXISTS (SELECT FROM checkouts WHERE owner = 'account:' || a.id)
            AND NOT EXISTS (SELECT FROM orders WHERE owner = 'account:' || a.id)`)
      }
    })
  )
}
