import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** A client that a person let in. */
export interface Grant {
  readonly id: string
  readonly clientId: string
  /** As it calls itself, where it registered. */
  readonly clientName: string | null
  readonly scopes: ReadonlyArray<string>
  readonly grantedAt: Date
}

interface Row {
  readonly id: string
  readonly client_id: string
  readonly client_name: string | null
  readonly granted_at: Date
  readonly payload: {
    readonly openid?: { readonly scope?: string }
    readonly resources?: Readonly<Record<string, string>>
  }
}

const words = (text: string | undefined) => (text ?? "").split(" ").filter((word) => word !== "")

const ofRow = ({ client_id, client_name, granted_at, id, payload }: Row): Grant => ({
  id,
  clientId: client_id,
  clientName: client_name,
  scopes: [...new Set([...words(payload.openid?.scope), ...Object.values(payload.resources ?? {}).flatMap(words)])],
  grantedAt: granted_at
})

/** What people allowed clients. Written by the authorization server; read, and taken back, here. */
export class Grants extends Context.Service<
  Grants,
  {
    /** What a client may know of the person, by its grant. */
    readonly openIdScopes: (id: string) => Effect.Effect<ReadonlyArray<string>, SqlError.SqlError>
    /** Newest first. */
    readonly ofAccount: (accountId: string) => Effect.Effect<ReadonlyArray<Grant>, SqlError.SqlError>
    /** Takes back all that the account allowed a client, with everything that was issued by it. False when that was nothing. */
    readonly revoke: (accountId: string, clientId: string) => Effect.Effect<boolean, SqlError.SqlError>
    /**
     * Forgets what is past its time, and clients that registered a day ago and that nobody lets in any more. ChatGPT
     * registers once and comes back with the same name for ever.
     */
    readonly sweep: (at: Date) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Grants") {
  static readonly layer = Layer.effect(
    Grants,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const live = sql`(g.expires_at IS NULL OR g.expires_at > now())`
      return {
        openIdScopes: Effect.fnUntraced(function* (id) {
          const [row] = yield* sql<{ scope: string | null }>`SELECT payload->'openid'->>'scope' AS scope
            FROM oidc_payload g WHERE model = 'Grant' AND id = ${id} AND ${live}`
          return words(row?.scope ?? "")
        }),
        ofAccount: Effect.fnUntraced(function* (accountId) {
          const rows = yield* sql<Row>`SELECT g.id, g.payload, g.created_at AS granted_at,
              g.payload->>'clientId' AS client_id, c.payload->>'client_name' AS client_name
            FROM oidc_payload g LEFT JOIN oidc_payload c ON c.model = 'Client' AND c.id = g.payload->>'clientId'
            WHERE g.model = 'Grant' AND g.payload ? 'accountId' AND g.payload->>'accountId' = ${accountId} AND ${live}
            ORDER BY g.created_at DESC, g.id`
          return rows.map(ofRow)
        }),
        revoke: Effect.fnUntraced(function* (accountId, clientId) {
          const rows = yield* sql`WITH gone AS (DELETE FROM oidc_payload WHERE model = 'Grant' AND payload ? 'accountId'
              AND payload->>'accountId' = ${accountId} AND payload->>'clientId' = ${clientId} RETURNING id),
            others AS (DELETE FROM oidc_payload WHERE grant_id IN (SELECT id FROM gone))
            SELECT id FROM gone`
          return rows.length > 0
        }),
        sweep: Effect.fnUntraced(function* (at) {
          yield* sql`DELETE FROM oidc_payload WHERE expires_at < now()`
          const dayBefore = new Date(at.getTime() - 24 * 60 * 60 * 1000)
          yield* sql`DELETE FROM oidc_payload c WHERE model = 'Client' AND created_at < ${dayBefore}
            AND NOT EXISTS (SELECT 1 FROM oidc_payload g WHERE g.model = 'Grant' AND g.payload->>'clientId' = c.id)
            AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(c.payload->'redirect_uris') uri
              WHERE uri NOT LIKE 'https://chatgpt.com/%')`
          yield* sql`DELETE FROM oidc_payload t WHERE model = 'RegistrationAccessToken'
            AND NOT EXISTS (SELECT 1 FROM oidc_payload c WHERE c.model = 'Client' AND c.id = t.payload->>'clientId')`
        })
      }
    })
  )
}
