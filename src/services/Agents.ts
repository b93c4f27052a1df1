import { randomBytes } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { Invalid, NotFound, type Unavailable } from "../../schemas/errors.ts"
import { isWebhookUrl } from "../domain/webhookUrl.ts"
import { Ids } from "../ports/Ids.ts"
import { Vault } from "../ports/Vault.ts"
import { type AgentKey, AgentKeys, type Dialect } from "../store/AgentKeys.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

/** Where an agent wants to be told about its orders. Without a secret one is made. */
export interface WantedWebhook {
  readonly url: string
  readonly secret?: string | undefined
  readonly dialect: Dialect
}

/** What an operator is shown once. The secret is there when we made it. */
export interface MadeKey {
  readonly id: string
  readonly key: string
  readonly webhookSecret?: string
}

const shortest = 16
const drawnSecret = () => `whsec_${randomBytes(32).toString("base64url")}`

const issuesOf = ({ secret, url }: WantedWebhook) => [
  ...(isWebhookUrl(url)
    ? []
    : [{ path: "webhook_url", message: "Expected an https address without a password; http on this machine only" }]),
  ...(secret === undefined || secret.length >= shortest
    ? []
    : [{ path: "webhook_secret", message: `Expected at least ${shortest} characters` }])
]

/** The buying agents that an operator lets in. A key is shown once, when it is made, and kept as its hash. */
export class Agents extends Context.Service<
  Agents,
  {
    readonly create: (name: string, webhook?: WantedWebhook) => Effect.Effect<MadeKey, Invalid | Unavailable>
    readonly list: Effect.Effect<ReadonlyArray<AgentKey>, Unavailable>
    readonly revoke: (id: string) => Effect.Effect<void, NotFound | Unavailable>
  }
>()("craftlocal/services/Agents") {
  static readonly layer = Layer.effect(
    Agents,
    Effect.gen(function* () {
      const agentKeys = yield* AgentKeys
      const ids = yield* Ids
      const vault = yield* Vault
      return {
        create: Effect.fn("Agents.create")(function* (name, wanted) {
          const issues = wanted === undefined ? [] : issuesOf(wanted)
          if (issues.length > 0) return yield* new Invalid({ issues })
          const id = yield* ids.next("key")
          const key = `acp_${randomBytes(32).toString("base64url")}`
          const made = wanted === undefined || wanted.secret !== undefined ? undefined : drawnSecret()
          const webhook = wanted && {
            url: wanted.url,
            dialect: wanted.dialect,
            secret: yield* vault.seal(made ?? wanted.secret!, id)
          }
          yield* orUnavailable(agentKeys.insert({ id, name, key, at: yield* now, webhook }))
          return { id, key, ...(made !== undefined && { webhookSecret: made }) }
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
