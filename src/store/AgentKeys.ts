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
    }) => Effect.Effect<void, SqlError.SqlError>
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
        insert: ({ at, id, key, name }) =>
          Effect.asVoid(sql`INSERT INTO agent_keys ${sql.insert({ id, name, hash: hashKey(key), created_at: at })}`),
        list: sql<AgentKey>`SELECT id, name, created_at AS "createdAt", revoked_at AS "revokedAt"
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
