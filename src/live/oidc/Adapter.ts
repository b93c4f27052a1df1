import { Effect } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { type Adapter, type AdapterPayload, errors } from "oidc-provider"

interface Row {
  readonly payload: AdapterPayload
  readonly consumed: number | null
}

interface ServiceAccount {
  readonly id: string
  readonly name: string
  readonly secret_hash: string
  readonly scopes: ReadonlyArray<string>
}

/** A service account as the provider knows clients: it may have tokens for itself, and nothing else. */
const clientOf = ({ id, name, scopes, secret_hash }: ServiceAccount): AdapterPayload => ({
  client_id: id,
  client_name: name,
  client_secret: secret_hash,
  grant_types: ["client_credentials"],
  response_types: [],
  redirect_uris: [],
  token_endpoint_auth_method: "client_secret_basic",
  scope: scopes.join(" ")
})

/** Keeps what the provider wants kept, one row for each artifact. It calls from promises, outside of any transaction. */
export const makeAdapter = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const run = Effect.runPromiseWith(yield* Effect.context<never>())
  const write = (statement: Effect.Effect<unknown, SqlError.SqlError>) => run(Effect.asVoid(statement))
  const storable = (id: string) => !id.includes("\0") && id.length <= 2048

  const serviceAccount = (id: string) =>
    sql<ServiceAccount>`SELECT id, name, secret_hash, scopes FROM service_accounts
      WHERE id = ${id} AND revoked_at IS NULL`.pipe(Effect.map(([found]) => found && clientOf(found)))

  return (model: string): Adapter => {
    const find = (column: "id" | "uid" | "user_code", value: string) =>
      sql<Row>`SELECT payload, extract(epoch FROM consumed_at)::int AS consumed FROM oidc_payload
        WHERE model = ${model} AND ${sql(column)} = ${value} AND (expires_at IS NULL OR expires_at > now())`.pipe(
        Effect.map(([row]) => row && { ...row.payload, ...(row.consumed !== null && { consumed: row.consumed }) })
      )
    const client = (id: string) =>
      Effect.flatMap(find("id", id), (found) => (found === undefined ? serviceAccount(id) : Effect.succeed(found)))
    /** What must be new is refused when it is there already, also when two come at the same moment. */
    const first = (id: string, expiresIn: number) =>
      run(
        Effect.flatMap(
          sql`INSERT INTO oidc_payload (model, id, payload, expires_at)
            VALUES (${model}, ${id}, '{}', now() + ${expiresIn}::int * interval '1 second')
            ON CONFLICT DO NOTHING RETURNING id`,
          ({ length }) => (length === 1 ? Effect.void : Effect.fail(new errors.InvalidClient("used before")))
        )
      )
    const keep: Adapter["upsert"] = (id, payload, expiresIn) =>
      write(sql`INSERT INTO oidc_payload (model, id, payload, grant_id, user_code, uid, expires_at)
        VALUES (${model}, ${id}, ${JSON.stringify(payload)}, ${payload.grantId ?? null}, ${payload.userCode ?? null},
          ${payload.uid ?? null}, now() + ${expiresIn ?? null}::int * interval '1 second')
        ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
          user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`)
    return {
      upsert: (id, payload, expiresIn) =>
        model === "ReplayDetection" ? first(id, expiresIn ?? 3600) : keep(id, payload, expiresIn),
      find: async (id) => (storable(id) ? run(model === "Client" ? client(id) : find("id", id)) : undefined),
      findByUid: (uid) => run(find("uid", uid)),
      findByUserCode: (code) => run(find("user_code", code)),
      // Of two who come with the same code or refresh token at the same moment, one is too late.
      consume: (id) =>
        run(
          Effect.flatMap(
            sql`UPDATE oidc_payload SET consumed_at = now()
              WHERE model = ${model} AND id = ${id} AND consumed_at IS NULL RETURNING id`,
            ({ length }) => (length === 1 ? Effect.void : Effect.fail(new errors.InvalidGrant("already used")))
          )
        ),
      destroy: (id) => write(sql`DELETE FROM oidc_payload WHERE model = ${model} AND id = ${id}`),
      revokeByGrantId: (grantId) =>
        write(sql`DELETE FROM oidc_payload WHERE grant_id = ${grantId}
        OR (model = 'Grant' AND id = ${grantId})`)
    }
  }
})
