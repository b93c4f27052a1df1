import { Console, Effect } from "effect"
import { Command } from "effect/cli"
import { migrate as bringUpToDate } from "../App.ts"
import { layerDatabase } from "../machines.ts"
import { configured } from "./configured.ts"

export const migrate = Command.make("migrate", {}, () =>
  configured((config) =>
    Effect.gen(function* () {
      const done = yield* bringUpToDate
      yield* Console.log(
        done.length === 0
          ? "The database is up to date."
          : done.map(([number, name]) => `applied ${String(number).padStart(4, "0")}_${name}`).join("\n")
      )
    }).pipe(Effect.provide(layerDatabase(config)))
  )
).pipe(Command.withDescription("Bring the database up to date"))
