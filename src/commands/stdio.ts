import { Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { layerJobs, layerServices, passOnStdio, serveStdio, type Toolset, toolsets } from "../App.ts"
import type { Config } from "../config.ts"
import { layerMachines, runningServer } from "../machines.ts"
import { configured } from "./configured.ts"
import { layerReadyDatabase } from "./database.ts"
import { demoShop } from "./demoShop.ts"

const toolset = Flag.Literals("toolset", toolsets).pipe(
  Flag.withDescription("Offer the tools of one toolset only"),
  Flag.optional
)

/** Beside a server that holds the database, calls are passed on to it; alone, this process opens the database itself. */
const run = Effect.fn("stdio")(function* (config: Config, only: Toolset | undefined) {
  const address = runningServer(config)
  if (address !== undefined) {
    const path = only === undefined ? "/mcp" : `/mcp/${only}`
    return yield* passOnStdio({ url: `${address}${path}`, accessToken: config.accessToken })
  }
  const services = layerServices.pipe(
    Layer.provideMerge(layerMachines(config)),
    Layer.provideMerge(Layer.effectDiscard(demoShop(config))),
    Layer.provideMerge(layerReadyDatabase(config))
  )
  const jobs = layerJobs.pipe(Layer.provideMerge(services))
  yield* Effect.provide(serveStdio({ toolset: only, accessToken: config.accessToken }), jobs)
})

export const stdio = Command.make("stdio", { toolset }, ({ toolset }) =>
  configured((config) => run(config, toolset._tag === "Some" ? toolset.value : undefined), { logsToStderr: true })
).pipe(Command.withDescription("Serve MCP over standard input and output"))
