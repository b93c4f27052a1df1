import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { layerDb } from "../../src/live/sql/Db.ts"

const directory = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "craft-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const visit = (dataDir: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    yield* sql`CREATE TABLE IF NOT EXISTS visits (at timestamptz)`
    yield* sql`INSERT INTO visits VALUES (now())`
    const [row] = yield* sql<{ count: number }>`SELECT count(*)::int AS count FROM visits`
    return row!.count
  }).pipe(Effect.provide(layerDb(undefined, { dataDir }), { local: true }))

/** A program that takes the lock, says so, and never lets go. */
const holder = (dataDir: string) => `
  import { Effect } from "effect"
  import { lockDataDir } from ${JSON.stringify(new URL("../../src/live/sql/DataDirLock.ts", import.meta.url).href)}
  Effect.runFork(Effect.scoped(Effect.andThen(lockDataDir(${JSON.stringify(dataDir)}), Effect.suspend(() => {
    console.log("held")
    return Effect.andThen(Effect.sleep("1 minute"), Effect.void)
  }))))`

describe("the embedded database", () => {
  it.live("keeps what was written in its directory", () =>
    Effect.gen(function* () {
      const dataDir = join(yield* directory, "db")
      assert.strictEqual(yield* visit(dataDir), 1)
      assert.strictEqual(yield* visit(dataDir), 2)
    })
  )

  it.live("what a dropped connection left open is undone, and its settings forgotten", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* sql`CREATE TABLE mugs (id int)`
      yield* Effect.scoped(
        Effect.gen(function* () {
          const dropped = yield* sql.reserve
          yield* dropped.executeRaw("BEGIN", [])
          yield* dropped.executeRaw("INSERT INTO mugs VALUES (1)", [])
          yield* dropped.executeRaw("SET search_path = nowhere", [])
        })
      )
      assert.deepStrictEqual(yield* sql`SELECT count(*)::int AS mugs FROM mugs`, [{ mugs: 0 }])
    }).pipe(Effect.provide(layerDb("memory:"), { local: true }))
  )

  it.live("refuses a directory that is open here or in another process, and takes over from a dead one", () =>
    Effect.gen(function* () {
      const dataDir = join(yield* directory, "db")
      const inUse = Effect.map(Effect.flip(visit(dataDir)), ({ _tag }) => _tag)
      yield* Effect.provide(
        Effect.gen(function* () {
          assert.strictEqual(yield* inUse, "DataDirInUse")
        }),
        layerDb(undefined, { dataDir }),
        { local: true }
      )
      const other = spawn(process.execPath, ["--input-type=module", "-e", holder(dataDir)], {
        stdio: ["ignore", "pipe", "inherit"]
      })
      yield* Effect.promise(() => new Promise((done) => other.stdout.once("data", done)))
      assert.strictEqual(yield* inUse, "DataDirInUse")
      const gone = new Promise((done) => other.once("exit", done))
      other.kill("SIGKILL")
      yield* Effect.promise(() => gone)
      assert.strictEqual(yield* visit(dataDir), 1)
    })
  )
})
