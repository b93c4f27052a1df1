import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Scope } from "../../schemas/access.ts"
import type { AccountId } from "../../schemas/ids.ts"
import { hashKey } from "./AgentKeys.ts"

/** A sign-in of a client that cannot do OAuth. */
export interface KeptSignIn {
  readonly boundTo: string
  /** What the client asked for. */
  readonly asked: ReadonlyArray<Scope>
  /** Who signed in, and what they allow; nobody yet. */
  readonly account: { readonly id: AccountId; readonly name: string } | undefined
  readonly scopes: ReadonlyArray<Scope>
  readonly createdAt: Date
  readonly expiresAt: Date
}

interface Row {
  readonly bound_to: string
  readonly asked: ReadonlyArray<Scope>
  readonly account_id: AccountId | null
  readonly name: string | null
  readonly scopes: ReadonlyArray<Scope> | null
  readonly created_at: Date
  readonly expires_at: Date
}

const ofRow = ({ account_id, asked, bound_to, created_at, expires_at, name, scopes }: Row): KeptSignIn => ({
  boundTo: bound_to,
  asked,
  account: account_id === null ? undefined : { id: account_id, name: name ?? "" },
  scopes: scopes ?? [],
  createdAt: created_at,
  expiresAt: expires_at
})

export class SignInSessions extends Context.Service<
  SignInSessions,
  {
    readonly insert: (session: {
      readonly handle: string
      readonly link: string
      readonly boundTo: string
      readonly asked: ReadonlyArray<Scope>
      readonly at: Date
      readonly expiresAt: Date
    }) => Effect.Effect<void, SqlError.SqlError>
    readonly byHandle: (handle: string, at: Date) => Effect.Effect<KeptSignIn | undefined, SqlError.SqlError>
    readonly byLink: (link: string, at: Date) => Effect.Effect<KeptSignIn | undefined, SqlError.SqlError>
    /** Asks for something else, as long as nobody has signed in. */
    readonly ask: (handle: string, asked: ReadonlyArray<Scope>) => Effect.Effect<void, SqlError.SqlError>
    /** Once; false when somebody did already, or its time is over. */
    readonly signIn: (options: {
      readonly link: string
      readonly accountId: AccountId
      readonly scopes: ReadonlyArray<Scope>
      readonly at: Date
      readonly expiresAt: Date
    }) => Effect.Effect<boolean, SqlError.SqlError>
    /** It was used: it lives on until then. */
    readonly prolong: (handle: string, expiresAt: Date) => Effect.Effect<void, SqlError.SqlError>
    readonly refuse: (link: string) => Effect.Effect<void, SqlError.SqlError>
    readonly sweep: (at: Date) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/SignInSessions") {
  static readonly layer = Layer.effect(
    SignInSessions,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const find = Effect.fnUntraced(function* (column: "hash" | "link_hash", secret: string, at: Date) {
        // Whoever voided what was issued to them voided this too.
        const [row] =
          yield* sql<Row>`SELECT s.*, a.name FROM sign_in_sessions s LEFT JOIN accounts a ON a.id = s.account_id
          WHERE ${sql(`s.${column}`)} = ${hashKey(secret)} AND s.expires_at > ${at}
            AND (a.tokens_valid_from IS NULL OR a.tokens_valid_from <= s.signed_in_at)`
        return row && ofRow(row)
      })
      return {
        insert: ({ asked, at, boundTo, expiresAt, handle, link }) =>
          Effect.asVoid(
            sql`INSERT INTO sign_in_sessions ${sql.insert({
              hash: hashKey(handle),
              link_hash: hashKey(link),
              bound_to: boundTo,
              asked: [...asked],
              created_at: at,
              expires_at: expiresAt
            })}`
          ),
        byHandle: (handle, at) => find("hash", handle, at),
        byLink: (link, at) => find("link_hash", link, at),
        ask: (handle, asked) =>
          Effect.asVoid(
            sql`UPDATE sign_in_sessions SET asked = ${[...asked]} WHERE hash = ${hashKey(handle)} AND account_id IS NULL`
          ),
        signIn: ({ accountId, at, expiresAt, link, scopes }) =>
          Effect.map(
            sql`UPDATE sign_in_sessions SET account_id = ${accountId}, scopes = ${[...scopes]}, signed_in_at = ${at},
                expires_at = ${expiresAt}
              WHERE link_hash = ${hashKey(link)} AND account_id IS NULL AND expires_at > ${at} RETURNING hash`,
            ({ length }) => length === 1
          ),
        prolong: (handle, expiresAt) =>
          Effect.asVoid(
            sql`UPDATE sign_in_sessions SET expires_at = ${expiresAt} WHERE hash = ${hashKey(handle)} AND account_id IS NOT NULL`
          ),
        refuse: (link) =>
          Effect.asVoid(sql`DELETE FROM sign_in_sessions WHERE link_hash = ${hashKey(link)} AND account_id IS NULL`),
        sweep: (at) => Effect.asVoid(sql`DELETE FROM sign_in_sessions WHERE expires_at <= ${at}`)
      }
    })
  )
}
