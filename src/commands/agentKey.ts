import { Console, Effect, Layer, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { layerServices } from "../App.ts"
import type { Config } from "../config.ts"
import { layerMachines } from "../machines.ts"
import { Agents, type MadeKey } from "../services/Agents.ts"
import { configured } from "./configured.ts"
import { layerReadyDatabase } from "./database.ts"

const json = Flag.Boolean("json").pipe(Flag.withDescription("Print as JSON"), Flag.withDefault(false))
const name = Argument.String("name").pipe(Argument.withDescription("Whose key it is, for the list"))
const id = Argument.String("id").pipe(Argument.withDescription("The key's id, from the list"))

const withAgents = <A, E>(use: (agents: Agents["Service"]) => Effect.Effect<A, E>) =>
  configured((config: Config) =>
    Effect.flatMap(Agents, use).pipe(
      Effect.provide(
        layerServices.pipe(Layer.provide(layerMachines(config)), Layer.provide(layerReadyDatabase(config)))
      )
    )
  )

const webhookUrl = Flag.String("webhook-url").pipe(
  Flag.withDescription("Where the agent is told about its orders"),
  Flag.optional
)
const webhookSecret = Flag.String("webhook-secret").pipe(
  Flag.withDescription("What it is signed with; made when it is not given"),
  Flag.optional
)
const webhookDialect = Flag.Literals("webhook-dialect", ["acp", "openai"]).pipe(
  Flag.withDescription("How events and the signature are called"),
  Flag.withDefault("acp" as const)
)

const shown = ({ id, key, webhookSecret }: MadeKey, name: string) =>
  [
    `${id} (${name})`,
    key,
    ...(webhookSecret === undefined ? [] : ["", "Webhooks are signed with:", webhookSecret]),
    "",
    "This is the only time this is shown."
  ].join("\n")

const create = Command.make(
  "create",
  { json, name, webhookUrl, webhookSecret, webhookDialect },
  ({ json, name, webhookDialect, webhookSecret, webhookUrl }) =>
    withAgents((agents) =>
      Effect.gen(function* () {
        const url = Option.getOrUndefined(webhookUrl)
        const secret = Option.getOrUndefined(webhookSecret)
        const wanted = { url: url ?? "", secret, dialect: webhookDialect }
        const made = yield* agents.create(name, url === undefined && secret === undefined ? undefined : wanted)
        yield* Console.log(json ? JSON.stringify(made) : shown(made, name))
      })
    )
).pipe(Command.withDescription("Make a key for a buying agent"))

const list = Command.make("list", { json }, ({ json }) =>
  withAgents((agents) =>
    Effect.gen(function* () {
      const keys = yield* agents.list
      const lines = keys.map(
        ({ createdAt, id, name, revokedAt, webhookUrl }) =>
          `${id}  ${createdAt.toISOString().slice(0, 10)}  ${revokedAt === null ? "in force" : "revoked "}  ${name}${
            webhookUrl === null ? "" : `  ${webhookUrl}`
          }`
      )
      yield* Console.log(json ? JSON.stringify(keys) : lines.join("\n") || "There are no agent keys.")
    })
  )
).pipe(Command.withDescription("List the keys of buying agents"))

const revoke = Command.make("revoke", { id }, ({ id }) =>
  withAgents((agents) => Effect.andThen(agents.revoke(id), Console.log(`${id} is revoked.`)))
).pipe(Command.withDescription("Take a key back"))

export const agentKey = Command.make("agent-key").pipe(
  Command.withDescription("Keys of buying agents, for ACP"),
  Command.withSubcommands([create, list, revoke])
)
