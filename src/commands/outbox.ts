import { Console, Effect, Layer } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { layerServices } from "../App.ts"
import { layerMachines } from "../machines.ts"
import { replayedAtOnce, Undelivered } from "../services/Undelivered.ts"
import { configured } from "./configured.ts"
import { layerReadyDatabase } from "./database.ts"

const json = Flag.Boolean("json").pipe(Flag.withDescription("Print as JSON"), Flag.withDefault(false))
const all = Flag.Boolean("all").pipe(Flag.withDescription("All that are dead"), Flag.withDefault(false))
const id = Argument.String("id").pipe(Argument.withDescription("The message's id, from the list"), Argument.optional)

const withUndelivered = <A, E>(use: (undelivered: Undelivered["Service"]) => Effect.Effect<A, E>) =>
  configured((config) =>
    Effect.flatMap(Undelivered, use).pipe(
      Effect.provide(
        layerServices.pipe(Layer.provide(layerMachines(config)), Layer.provide(layerReadyDatabase(config)))
      )
    )
  )

const list = Command.make("list", { json }, ({ json }) =>
  withUndelivered(({ dead }) =>
    Effect.gen(function* () {
      const messages = yield* dead
      const lines = messages.map(
        ({ attempts, id, lastFailure, message, since }) =>
          `${id}  ${message}  ${attempts} attempts  ${since.toISOString().slice(0, 16)}Z  ${lastFailure ?? ""}`
      )
      yield* Console.log(json ? JSON.stringify(messages) : lines.join("\n") || "No message is dead.")
    })
  )
).pipe(Command.withDescription("List the messages that were given up"))

const wrong = (line: string) =>
  Effect.sync(() => {
    console.error(line)
    process.exitCode = 2
  })

const replay = Command.make("replay", { json, all, id }, ({ all, id, json }) => {
  const one = id._tag === "Some" ? id.value : undefined
  if (all === (one !== undefined)) return wrong("Name one message, or say --all.")
  return withUndelivered(({ replay, replayAll }) =>
    Effect.gen(function* () {
      const replayed = one === undefined ? yield* replayAll : yield* Effect.as(replay(one), 1)
      const more = replayed === replayedAtOnce ? " There may be more: say it again." : ""
      yield* Console.log(json ? JSON.stringify({ replayed }) : `Waiting again: ${replayed}.${more}`)
    })
  )
}).pipe(Command.withDescription("Let dead messages be delivered after all"))

export const outbox = Command.make("outbox").pipe(
  Command.withDescription("Letters, refunds and webhooks that could not be delivered"),
  Command.withSubcommands([list, replay])
)
