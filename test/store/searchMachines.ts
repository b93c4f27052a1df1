import { Effect, Layer } from "effect"
import pg from "pg"
import { layerDb } from "../../src/live/sql/Db.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { layerMigrated } from "../kept/layerKept.ts"

const server = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/"

const admin = async (statement: string) => {
  const client = new pg.Client({ connectionString: new URL("/postgres", server).href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const isThere = await admin("SELECT 1").then(
  () => true,
  () => false
)

/** A database of its own on the real server, dropped when the test ends. */
export const layerScratch = Layer.unwrap(
  Effect.gen(function* () {
    const name = `craftlocal_search_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
    yield* Effect.acquireRelease(
      Effect.promise(() => admin(`CREATE DATABASE ${name}`)),
      () => Effect.promise(() => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    )
    return layerDb(new URL(`/${name}`, server).href)
  })
)

const migrated = (db: typeof layerScratch | typeof layerMigrated) => layerMigrations.pipe(Layer.provideMerge(db))

/** Where a missing server is a failure and not a skip, the tests over it run and fail. */
export const real = {
  name: isThere || process.env.CI ? "real Postgres" : "real Postgres (skipped: start one on 127.0.0.1:5432)",
  skipped: !isThere && process.env.CI === undefined,
  db: migrated(layerScratch)
}

export const machines = [{ name: "embedded", skipped: false, db: migrated(layerMigrated) }, real]
