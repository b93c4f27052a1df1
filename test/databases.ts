import { layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import type { SqlClient } from "effect/sql"
import pg from "pg"
import { describe } from "vitest"
import { layerDb } from "../src/live/sql/Db.ts"
import { layerMigrations } from "../src/store/migrations/index.ts"
import { layerMigrated } from "./kept/layerKept.ts"

/** A real Postgres that tests may make databases on. */
export const server = process.env.DATABASE_TEST_URL ?? "postgres://postgres@127.0.0.1:5432/"

export const administer = async (statement: string) => {
  const client = new pg.Client({ connectionString: new URL("/postgres", server).href, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const isThere = await administer("SELECT 1").then(
  () => true,
  () => false
)

/** A database of its own on the real server, dropped when its suite ends. */
export const layerScratch = Layer.unwrap(
  Effect.gen(function* () {
    const name = `craftlocal_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
    yield* Effect.acquireRelease(
      Effect.promise(() => administer(`CREATE DATABASE ${name}`)),
      () => Effect.promise(() => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    )
    return Layer.orDie(layerDb(new URL(`/${name}`, server).href, { poolMax: 25 }))
  })
)

export type LayerDatabase = Layer.Layer<SqlClient.SqlClient>

const migrated = (db: LayerDatabase): LayerDatabase => Layer.orDie(layerMigrations.pipe(Layer.provideMerge(db)))

export interface Database {
  readonly name: string
  /** Every time it is built: an empty database with our tables. */
  readonly layer: LayerDatabase
  /** The same, without our tables. */
  readonly bare: LayerDatabase
  /** Whether its statements run beside one another, and can be stopped. The embedded one has a single connection. */
  readonly concurrent: boolean
  readonly skipped: boolean
}

const embedded = Layer.orDie(layerDb("memory:"))

/** Where a missing server is no reason to skip, the suites over it run and fail. */
export const skipped = !isThere && !process.env.CI

/** Both machines that keep the promises of our stores. */
export const databases: ReadonlyArray<Database> = [
  {
    name: "the embedded database",
    layer: migrated(Layer.orDie(layerMigrated)),
    bare: embedded,
    concurrent: false,
    skipped: false
  },
  {
    name: skipped
      ? "Postgres (skipped: install Postgres 15 or later on 127.0.0.1:5432, or set DATABASE_TEST_URL)"
      : "Postgres",
    layer: migrated(layerScratch),
    bare: layerScratch,
    concurrent: true,
    skipped
  }
]

type Methods<R> = Parameters<Parameters<ReturnType<typeof layer<R, unknown>>>[1]>[0]

/** The same suite on every machine, each over a fresh database. */
export const onEveryDatabase = <R>(
  what: string,
  over: (database: Database) => Layer.Layer<R, unknown>,
  suite: (it: Methods<R>, database: Database) => void,
  options: { readonly excludeTestServices?: boolean } = {}
) => {
  for (const database of databases) {
    describe.skipIf(database.skipped)(`${what} on ${database.name}`, () => {
      layer(over(database), { timeout: 60_000, ...options })((it) => suite(it, database))
    })
  }
}
