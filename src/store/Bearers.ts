import { createHash } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Role } from "../../schemas/access.ts"
import { type AccountId, canExist } from "../../schemas/ids.ts"

/** Who stands behind a token of an issuer elsewhere. */
export interface Foreigner {
  readonly issuer: string
  readonly subject: string
  /** That the issuer has verified. */
  readonly email: string | undefined
  readonly name: string | undefined
  /** Undefined leaves them as they are. */
  readonly roles: ReadonlyArray<Role> | undefined
}

interface Known {
  readonly id: AccountId
  readonly since: Date | null
  readonly erased_at: Date | null
}

/** The person's name at the issuer is kept as its hash, which stays when an account is erased: older tokens stay void. */
const masked = ({ issuer, subject }: Foreigner) =>
  createHash("sha256").update(`${issuer} ${subject}`).digest("base64url")

/** Whether those whom good tokens speak for still stand. */
export class Bearers extends Context.Service<
  Bearers,
  {
    /** The account is there, did not void its tokens since, and did not take the grant back. */
    readonly account: (options: {
      readonly id: string
      readonly grantId: string | undefined
      readonly issuedAt: Date
    }) => Effect.Effect<boolean, SqlError.SqlError>
    /** The service account is in force. */
    readonly service: (id: string) => Effect.Effect<boolean, SqlError.SqlError>
    /**
     * The account of somebody who signs in elsewhere, by a token of that moment; made with `newId` when they come for the
     * first time, or again after it was erased. Undefined when they have voided what was issued then.
     */
    readonly foreigner: (
      who: Foreigner,
      times: { readonly issuedAt: Date; readonly now: Date },
      newId: AccountId
    ) => Effect.Effect<AccountId | undefined, SqlError.SqlError>
  }
>()("craftlocal/store/Bearers") {
  static readonly layer = Layer.effect(
    Bearers,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient

      const known = Effect.fnUntraced(function* (who: Foreigner) {
        const [row] = yield* sql<Known>`SELECT a.id, a.tokens_valid_from AS since, a.erased_at FROM identities i
          JOIN accounts a ON a.id = i.account_id WHERE i.issuer = ${who.issuer} AND i.subject = ${masked(who)}`
        return row
      })

      /**
       * An address belongs to one account: whoever proves it at the issuer is its person. Whoever opened that account
       * here without proving it chose a password that is not the person's.
       */
      const admitted = Effect.fnUntraced(function* (who: Foreigner, newId: AccountId, at: Date) {
        yield* sql`SELECT pg_advisory_xact_lock(hashtext(${masked(who)}))`
        const before = yield* known(who)
        if (before !== undefined && before.erased_at === null) return before.id
        const { email = null, issuer, name = "", roles = [] } = who
        const email_verified_at = email === null ? null : at
        const row = { id: newId, email, email_verified_at, name, roles: [...roles], created_at: at }
        yield* sql`INSERT INTO accounts ${sql.insert(row)} ON CONFLICT DO NOTHING`
        const [{ id } = { id: newId }] = yield* sql<{ id: AccountId }>`SELECT id FROM accounts
          WHERE id = ${newId} OR lower(email) = lower(${email}) LIMIT 1`
        yield* sql`DELETE FROM passwords WHERE account_id IN (
          SELECT id FROM accounts WHERE id = ${id} AND email_verified_at IS NULL)`
        yield* sql`UPDATE accounts SET email_verified_at = ${at}
          WHERE id = ${id} AND email IS NOT NULL AND email_verified_at IS NULL`
        yield* sql`INSERT INTO identities ${sql.insert({ issuer, subject: masked(who), account_id: id, created_at: at })}
          ON CONFLICT (issuer, subject) DO UPDATE SET account_id = excluded.account_id`
        return id
      }, sql.withTransaction)

      return {
        account: Effect.fnUntraced(function* ({ grantId, id, issuedAt }) {
          if (!canExist(id)) return false
          const rows = yield* sql`SELECT 1 FROM accounts WHERE id = ${id} AND erased_at IS NULL
            AND (tokens_valid_from IS NULL OR tokens_valid_from <= ${issuedAt})
            AND (${grantId ?? null}::text IS NULL OR EXISTS (SELECT 1 FROM oidc_payload
              WHERE model = 'Grant' AND id = ${grantId ?? null}))`
          return rows.length === 1
        }),
        service: (id) =>
          Effect.map(
            sql`SELECT 1 FROM service_accounts WHERE id = ${id} AND revoked_at IS NULL`,
            (rows) => rows.length === 1
          ),
        foreigner: Effect.fnUntraced(function* (who, { issuedAt, now }, newId) {
          const before = yield* known(who)
          if (before?.since != null && before.since > issuedAt) return undefined
          const id = before?.erased_at === null ? before.id : yield* admitted(who, newId, now)
          if (who.roles !== undefined) {
            yield* sql`UPDATE accounts SET roles = ${[...who.roles]} WHERE id = ${id} AND roles <> ${[...who.roles]}`
          }
          return id
        })
      }
    })
  )
}
