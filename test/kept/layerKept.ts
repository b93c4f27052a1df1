import { readFile } from "node:fs/promises"
import { Effect, Layer } from "effect"
import { layerPglite } from "../../src/live/sql/Embedded.ts"
import { migrated, open, planted } from "./kept.ts"

/** The embedded database in memory as a copy of one that is kept. Migrating and planting it find all of it done. */
const layerCopy = (kept: () => Promise<string>) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const loadDataDir = yield* Effect.promise(async () => new Blob([await readFile(await kept())]))
      const db = yield* Effect.acquireRelease(
        Effect.promise(() => open({ loadDataDir })),
        (db) => Effect.promise(() => db.close())
      )
      return layerPglite(db, "memory")
    })
  )

/** With our tables. */
export const layerMigrated = layerCopy(migrated)

/** With the demo shop as of a moment. */
export const layerPlanted = (now: Date) => layerCopy(() => planted(now))
