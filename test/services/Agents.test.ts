import { assert } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { Auth } from "../../src/ports/Auth.ts"
import { Ids } from "../../src/ports/Ids.ts"
import { Vault } from "../../src/ports/Vault.ts"
import { Agents } from "../../src/services/Agents.ts"
import { Identify } from "../../src/services/Identify.ts"
import { AgentKeys } from "../../src/store/AgentKeys.ts"
import { Bearers } from "../../src/store/Bearers.ts"
import { onEveryDatabase } from "../databases.ts"

const agents = Layer.mergeAll(Agents.layer, Identify.layer).pipe(
  Layer.provideMerge(AgentKeys.layer),
  Layer.provideMerge(Bearers.layer),
  Layer.provideMerge(Layer.mergeAll(Ids.layer, Auth.layerMemory, Vault.layerMemory))
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

    it.effect("know where to tell an agent about its orders, and keep the secret for it sealed", () =>
      Effect.gen(function* () {
        const { create, list, revoke } = yield* Agents
        const { webhook } = yield* AgentKeys
        const { open } = yield* Vault
        const url = "https://agent.test/webhooks"
        const made = yield* create("With", { url, dialect: "openai" })
        assert.match(made.webhookSecret!, /^whsec_[\w-]{43}$/)
        const kept = (yield* webhook(made.id))!
        assert.deepStrictEqual<ReadonlyArray<string>>(
          [kept.agentKeyId, kept.url, kept.dialect],
          [made.id, url, "openai"]
        )
        assert.notInclude(kept.secret, made.webhookSecret!)
        assert.strictEqual(yield* open(kept.secret, made.id), made.webhookSecret)
        const listed = (yield* list).find(({ id }) => id === made.id)
        assert.deepInclude(listed, { webhookUrl: url, webhookDialect: "openai" })
        assert.notInclude(JSON.stringify(yield* list), kept.secret)
        yield* revoke(made.id)
        assert.isUndefined(yield* webhook(made.id))
        const given = yield* create("Given", { url, secret: "a secret of the agent", dialect: "acp" })
        assert.notProperty(given, "webhookSecret")
        assert.strictEqual(yield* open((yield* webhook(given.id))!.secret, given.id), "a secret of the agent")
      })
    )

    it.effect("are not made for a webhook that cannot be right", () =>
      Effect.gen(function* () {
        const { create, list } = yield* Agents
        const before = (yield* list).length
        const error = yield* Effect.flip(create("No", { url: "http://agent.test/", secret: "short", dialect: "acp" }))
        assert.deepStrictEqual(error._tag === "Invalid" && error.issues.map(({ path }) => path), [
          "webhook_url",
          "webhook_secret"
        ])
        assert.strictEqual((yield* list).length, before)
      })
    )
  }
)
