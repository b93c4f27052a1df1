import { readFileSync } from "node:fs"
import { PGlite, type PGliteOptions } from "@electric-sql/pglite"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { plantMarket } from "../../src/demo/plant.ts"
import { layerPglite } from "../../src/live/sql/Embedded.ts"
import { migrate } from "../../src/store/migrations/index.ts"
import { keep } from "./keep.ts"

export const open = (options: PGliteOptions) => PGlite.create({ ...options, extensions: { pg_trgm } })

const dumped = async (begin: PGliteOptions, work: Effect.Effect<unknown, unknown, SqlClient.SqlClient>) => {
  const db = await open(begin)
  await Effect.runPromise(Effect.provide(work, layerPglite(db, "memory")))
  // Nobody makes databases in one in memory: what they would be made of is two thirds of the files.
  await db.exec("UPDATE pg_database SET datistemplate = false")
  for (const template of ["template0", "template1"]) await db.exec(`DROP DATABASE IF EXISTS ${template}`)
  // Whoever opens a copy finds everything in its place, and nothing to do over again from the log.
  await db.exec("CHECKPOINT")
  const tar = await db.dumpDataDir("none")
  await db.close()
  return Buffer.from(await tar.arrayBuffer())
}

/** With our tables, and nothing in them. */
export const migrated = () => keep("migrated", () => dumped({ initDbStartParams: ["--wal-segsize=1"] }, migrate))

/** With the demo shop, as it is when it is planted at this moment. */
export const planted = (now: Date) =>
  keep(`planted-${now.toISOString().replaceAll(":", "")}`, async () =>
    dumped({ loadDataDir: new Blob([readFileSync(await migrated())]) }, plantMarket({ seed: 1, now }))
  )
