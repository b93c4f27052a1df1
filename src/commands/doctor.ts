import { Console, Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { SqlClient } from "effect/sql"
import { settings } from "../config.ts"
import { layerDatabase, runningServer } from "../machines.ts"
import { countUndelivered } from "../services/Undelivered.ts"
import { configured } from "./configured.ts"

interface Finding {
  readonly what: string
  readonly ok: boolean
  readonly says: string
}

const json = Flag.Boolean("json").pipe(Flag.withDescription("Print as JSON"), Flag.withDefault(false))

const database = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [row] = yield* sql<{ version: string }>`SELECT split_part(version(), ' ', 2) AS version`
  const { dead, waiting } = yield* countUndelivered
  const findings: ReadonlyArray<Finding> = [
    { what: "database", ok: true, says: `PostgreSQL ${row!.version} answers` },
    { what: "outbox", ok: dead === 0, says: `${waiting} messages wait, ${dead} are dead` }
  ]
  return findings
})

const said = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.keys(settings).filter((name) => environment[name]?.trim())

/** What is set, and whether what we need answers. */
export const doctor = Command.make("doctor", { json }, ({ json }) =>
  configured((config) =>
    Effect.gen(function* () {
      const running = runningServer(config)
      const data: ReadonlyArray<Finding> = yield* running === undefined
        ? Effect.match(Effect.scoped(Effect.provide(database, layerDatabase(config))), {
            onFailure: (error) => [{ what: "database", ok: false, says: error.message }],
            onSuccess: (found) => found
          })
        : Effect.succeed([{ what: "database", ok: true, says: `held by the server at ${running}` }])
      const findings: ReadonlyArray<Finding> = [
        { what: "node", ok: Number(process.versions.node.split(".")[0]) >= 24, says: process.version },
        { what: "settings", ok: true, says: said(process.env).join(", ") || "all standard" },
        ...data
      ]
      yield* json
        ? Console.log(JSON.stringify(findings))
        : Console.log(findings.map(({ ok, says, what }) => `${ok ? "ok    " : "FAILED"} ${what}: ${says}`).join("\n"))
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1
    })
  )
).pipe(Command.withDescription("Look at the settings, and whether what the server needs answers"))
