import { createHash } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { AgentKeyId } from "../../schemas/ids.ts"

/** Keys are kept as SHA-256, and found by it: a look-up by hash tells nothing about the key by its time. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex")

export class AgentKeys extends Context.Service<
  AgentKeys,
  {
    /** Whose key this is, unless it was revoked. */
    readonly find: (key: string) => Effect.Effect<AgentKeyId | undefined, SqlError.SqlError>
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
        })
      }
    })
  )
}
