import { Console, Effect, Layer } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { Scope } from "../../schemas/access.ts"
import { layerServices } from "../App.ts"
import type { Config } from "../config.ts"
import { layerMachines } from "../machines.ts"
import { ServiceAccounts } from "../services/ServiceAccounts.ts"
import { configured } from "./configured.ts"
import { layerReadyDatabase } from "./database.ts"

const json = Flag.Boolean("json").pipe(Flag.withDescription("Print as JSON"), Flag.withDefault(false))
const name = Argument.String("name").pipe(Argument.withDescription("What it is for, for the list"))
const id = Argument.String("id").pipe(Argument.withDescription("The account's id, from the list"))
const scopes = Flag.Literals("scope", Scope.literals).pipe(
  Flag.withDescription("What it may do; once for each scope"),
  Flag.atLeast(1)
)

const withAccounts = <A, E>(use: (accounts: ServiceAccounts["Service"]) => Effect.Effect<A, E>) =>
  configured((config: Config) =>
    Effect.flatMap(ServiceAccounts, use).pipe(
      Effect.provide(
        layerServices.pipe(Layer.provide(layerMachines(config)), Layer.provide(layerReadyDatabase(config)))
      )
    )
  )

const create = Command.make("create", { json, name, scopes }, ({ json, name, scopes }) =>
  withAccounts((accounts) =>
    Effect.gen(function* () {
      const { id, secret } = yield* accounts.create(name, scopes)
      const shown = [
        `client id      ${id}`,
        `client secret  ${secret}`,
        "",
        "This is the only time the secret is shown."
      ].join("\n")
      yield* Console.log(json ? JSON.stringify({ id, secret }) : shown)
    })
  )
).pipe(Command.withDescription("Let a program act for itself, by client credentials"))

const list = Command.make("list", { json }, ({ json }) =>
  withAccounts((accounts) =>
    Effect.gen(function* () {
      const all = yield* accounts.list
      const lines = all.map(
        ({ createdAt, id, name, revokedAt, scopes }) =>
          `${id}  ${createdAt.toISOString().slice(0, 10)}  ${revokedAt === null ? "in force" : "revoked "}  ${name}  ${scopes.join(" ")}`
      )
      yield* Console.log(json ? JSON.stringify(all) : lines.join("\n") || "There are no service accounts.")
    })
  )
).pipe(Command.withDescription("List the service accounts"))

const revoke = Command.make("revoke", { id }, ({ id }) =>
  withAccounts((accounts) => Effect.andThen(accounts.revoke(id), Console.log(`${id} is revoked.`)))
).pipe(Command.withDescription("Take a service account's access back"))

export const serviceAccount = Command.make("service-account").pipe(
  Command.withDescription("Programs that act for themselves, by client credentials"),
  Command.withSubcommands([create, list, revoke])
)
