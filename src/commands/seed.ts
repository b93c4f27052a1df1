import { Console, Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { plantMarket } from "../demo/plant.ts"
import { plantListings } from "../demo/plantListings.ts"
import { now } from "../services/now.ts"
import { configured } from "./configured.ts"
import { layerReadyDatabase } from "./database.ts"

const listings = Flag.Int("listings").pipe(
  Flag.withDescription("Make this many listings in all, up to 1,000,000, for measurements"),
  Flag.optional
)
const fresh = Flag.Boolean("fresh").pipe(
  Flag.withDescription("Empty the shop first: everything in it is lost"),
  Flag.withDefault(false)
)

/** One line that counts up on a terminal, and a line for every tenth elsewhere. */
const progress = (done: number, total: number) =>
  Effect.sync(() => {
    const line = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} listings`
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === total ? "\n" : ""}`)
    else if (done === total || Math.floor((done * 10) / total) > Math.floor(((done - 2000) * 10) / total)) {
      process.stderr.write(`${line}\n`)
    }
  })

export const seed = Command.make("seed", { fresh, listings }, ({ fresh, listings }) =>
  configured((config) =>
    Effect.gen(function* () {
      const options = { seed: config.seed, now: yield* now }
      yield* plantMarket({ ...options, fresh })
      if (listings._tag === "Some") yield* plantListings({ ...options, count: listings.value, onProgress: progress })
      yield* Console.log("The demo shop is there.")
    }).pipe(Effect.provide(layerReadyDatabase(config)))
  )
).pipe(Command.withDescription("Fill the database with the demo shop"))
