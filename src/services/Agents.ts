import { randomBytes } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { NotFound, type Unavailable } from "../../schemas/errors.ts"
import { Ids } from "../ports/Ids.ts"
import { type AgentKey, AgentKeys } from "../store/AgentKeys.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

/** The buying agents that an operator lets in. A key is shown once, when it is made, and kept as its hash. */
export class Agents extends Context.Service<
  Agents,
  {
    readonly create: (name: string) => Effect.Effect<{ readonly id: string; readonly key: string }, Unavailable>
    readonly list: Effect.Effect<ReadonlyArray<AgentKey>, Unavailable>
    readonly revoke: (id: string) => Effect.Effect<void, NotFound | Unavailable>
  }
>()("craftlocal/services/Agents") {
  static readonly layer = Layer.effect(
    Agents,
    Effect.gen(function* () {
      const agentKeys = yield* AgentKeys
      const ids = yield* Ids
      return {
        create: Effect.fn("Agents.create")(function* (name) {
          const id = yield* ids.next("key")
          const key = `acp_${randomBytes(32).toString("base64url")}`
          yield* orUnavailable(agentKeys.insert({ id, name, key, at: yield* now }))
          return { id, key }
        }),
        list: orUnavailable(agentKeys.list),
        revoke: Effect.fn("Agents.revoke")(function* (id) {
          const revoked = yield* orUnavailable(agentKeys.revoke(id, yield* now))
          if (!revoked) return yield* new NotFound({ what: "agent key" })
        })
      }
    })
  )
}
