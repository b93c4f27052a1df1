import { Effect } from "effect"
import { BadSetting, type Config, readConfig } from "../config.ts"
import { layerLogs } from "../machines.ts"

/** Runs a command with the settings of the environment and its logs set up; a bad setting stops it with one line. */
export const configured = <A, E, R>(
  command: (config: Config) => Effect.Effect<A, E, R>,
  options: { readonly logsToStderr?: boolean } = {}
) =>
  Effect.suspend(() => {
    const config = readConfig(process.env, process.stdout.isTTY === true)
    return Effect.provide(command(config), layerLogs(config, options.logsToStderr))
  }).pipe(
    Effect.catchDefect((defect) =>
      defect instanceof BadSetting
        ? Effect.sync(() => {
            console.error(defect.message)
            process.exit(2)
          })
        : Effect.die(defect)
    )
  )
