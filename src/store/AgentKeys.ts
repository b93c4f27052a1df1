import { createHash } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { AgentKeyId } from "../../schemas/ids.ts"

/** Keys are kept as SHA-256, and found by it: a look-up by hash tells nothing about the key by its time. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex")

/** A key without the key. */
export interface AgentKey {
  readonly id: AgentKeyId
  readonly name: string
  readonly createdAt: Date
  readonly revokedAt: Date | null
  readonly webhookUrl: string | null
  readonly webhookDialect: Dialect | null
}

/** How an agent calls what it is told: by the protocol, or as OpenAI does. */
export type Dialect = "acp" | "openai"

/** Where an agent is told about its orders. The secret is sealed. */
export interface Webhook {
  readonly agentKeyId: AgentKeyId
  readonly url: string
  readonly secret: string
  readonly dialect: Dialect
}

export class AgentKeys extends Context.Service<
  AgentKeys,
  {
    /** Whose key this is, unless it was revoked. */
    readonly find: (key: string) => Effect.Effect<AgentKeyId | undefined, SqlError.SqlError>
    readonly insert: (agent: {
      readonly id: string
      readonly name: string
      readonly key: string
      readonly at: Date
      readonly webhook?: Omit<Webhook, "agentKeyId"> | undefined
    }) => Effect.Effect<void, SqlError.SqlError>
    /** Where the agent with this key is told; nowhere once its key is revoked. */
    readonly webhook: (id: string) => Effect.Effect<Webhook | undefined, SqlError.SqlError>
    /** Newest first, the revoked ones too. */
    readonly list: Effect.Effect<ReadonlyArray<AgentKey>, SqlError.SqlError>
    /** False when there is no such key in force. */
    readonly revoke: (id: string, at: Date) => Effect.Effect<boolean, SqlError.SqlError>
  }
>()("craftlocal/store/AgentKeys") {
  static readonly layer = Layer.effect(
    AgentKeys,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        find: Effect.fnUntraced(function* (key) {
          const [row] = yield* sql<{ id: AgentKeyId }>`SELECT id FROM agent_keys
            WHERE hash = ${hashKey(key)} AND revoked_at IS NULL`
          return row?.id
        }),
        insert: ({ at, id, key, name, webhook }) =>
          Effect.asVoid(
            sql`INSERT INTO agent_keys ${sql.insert({
              id,
              name,
              hash: hashKey(key),
              created_at: at,
              webhook_url: webhook?.url ?? null,
              webhook_secret: webhook?.secret ?? null,
              webhook_dialect: webhook?.dialect ?? null
            })}`
          ),
        webhook: (id) =>
          Effect.map(
            sql<Webhook>`SELECT id AS "agentKeyId", webhook_url AS url, webhook_secret AS secret,
              webhook_dialect AS dialect FROM agent_keys
              WHERE id = ${id} AND revoked_at IS NULL AND webhook_url IS NOT NULL`,
            ([row]) => row
          ),
        list: sql<AgentKey>`SELECT id, name, created_at AS "createdAt", revoked_at AS "revokedAt",
          webhook_url AS "webhookUrl", webhook_dialect AS "webhookDialect"
          FROM agent_keys ORDER BY created_at DESC, id`,
        revoke: (id, at) =>
          Effect.map(
            sql`UPDATE agent_keys SET revoked_at = ${at} WHERE id = ${id} AND revoked_at IS NULL RETURNING 1`,
            (rows) => rows.length > 0
          )
      }
    })
  )
}
