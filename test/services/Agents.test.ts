import { assert } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { Auth } from "../../src/ports/Auth.ts"
import { Ids } from "../../src/ports/Ids.ts"
import { Vault } from "../../src/ports/Vault.ts"
import { Agents } from "../../src/services/Agents.ts"
import { Identify } from "../../src/services/Identify.ts"
import { AgentKeys } from "../../src/store/AgentKeys.ts"
import { onEveryDatabase } from "../databases.ts"

const agents = Layer.mergeAll(Agents.layer, Identify.layer).pipe(
  Layer.provide(AgentKeys.layer),
  Layer.provide([Ids.layer, Auth.layerMemory, Vault.layerMemory])
)

onEveryDatabase(
  "the keys of buying agents",
  (database) => agents.pipe(Layer.provide(database.layer)),
  (it) => {
    it.effect("let an agent in until they are taken back, and are never shown again", () =>
      Effect.gen(function* () {
        const { create, list, revoke } = yield* Agents
        const { agent } = yield* Identify
        const { id, key } = yield* create("A shopping assistant")
        assert.deepStrictEqual(yield* agent(`Bearer ${key}`), { _tag: "Agent", agentKeyId: id } as never)
        assert.notInclude(JSON.stringify(yield* list), key)
        yield* revoke(id)
        assert.strictEqual((yield* Effect.flip(agent(`Bearer ${key}`)))._tag, "Unauthorized")
        assert.strictEqual((yield* Effect.flip(revoke(id)))._tag, "NotFound")
      })
    )
  }
)
