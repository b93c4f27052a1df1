import { expect, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { plantMarket } from "../../src/demo/plant.ts"
import { layerDb } from "../../src/live/sql/Db.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { layerPlanted } from "../kept/layerKept.ts"
import { dawn } from "../world.ts"

/** Every row of every table but when each migration was made, where each sequence stands, and every index. */
const everything = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const tables = yield* sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1`
  const rows = yield* Effect.forEach(tables, ({ name }) =>
    Effect.map(
      sql<{
        rows: string
      }>`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS rows
        FROM ${sql(name)} t`,
      ([row]) => [name, row!.rows]
    )
  )
  const sequences = yield* sql`SELECT sequencename, last_value FROM pg_sequences ORDER BY 1`
  const indexes = yield* sql`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`
  return { rows, sequences, indexes }
})

const made = Layer.effectDiscard(plantMarket({ seed: 1, now: dawn })).pipe(
  Layer.provideMerge(layerMigrations),
  Layer.provideMerge(layerDb("memory:"))
)

it.live(
  "what worlds begin with is what a first start makes",
  () =>
    Effect.gen(function* () {
      const copied = yield* Effect.provide(everything, layerPlanted(dawn), { local: true })
      expect(copied.rows.length).toBeGreaterThan(30)
      expect(copied).toEqual(yield* Effect.provide(everything, made, { local: true }))
    }),
  120_000
)
