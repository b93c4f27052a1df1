import { Cause, Effect } from "effect"
import { BadSetting, type Config, readConfig } from "../config.ts"
import { layerLogs } from "../machines.ts"
import { plainly } from "./plainly.ts"

const stop = (line: string, code: number) =>
  Effect.sync(() => {
    console.error(line)
    process.exit(code)
  })

/** Runs a command with the settings of the environment and its logs set up. What an operator can mend is told in one line. */
export const configured = <A, E, R>(
  command: (config: Config) => Effect.Effect<A, E, R>,
  options: { readonly logsToStderr?: boolean } = {}
) =>
  Effect.suspend(() => {
    const config = readConfig(process.env, process.stdout.isTTY === true)
    return Effect.provide(command(config), layerLogs(config, options.logsToStderr))
  }).pipe(
    Effect.catchCause((cause) => {
      const squashed = Cause.squash(cause)
      if (squashed instanceof BadSetting) return stop(squashed.message, 2)
      const line = plainly(squashed)
      return line === undefined ? Effect.failCause(cause) : stop(line, 1)
    })
  )
