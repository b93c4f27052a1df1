import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import pg from "pg"
import { plantMarket } from "../../src/demo/plant.ts"
import { layerDb } from "../../src/live/sql/Db.ts"
import { asked } from "../../src/store/listings/Asked.ts"
import { searchStatement } from "../../src/store/listings/searchStatement.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import type { Statement } from "./Plan.ts"

const server = process.env.DATABASE_TEST_URL ?? "postgres://postgres@127.0.0.1:5432/"

const administer = async (statement: string) => {
  const client = new pg.Client({ connectionString: new URL("/postgres", server).href, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The statement of a search as our store writes it; it must find its words, or the store would ask a second time. */
const statementOf = Effect.fnUntraced(function* (words: string) {
  const sql = yield* SqlClient.SqlClient
  const question = asked(
    { limit: 20, offset: 0, ...(words !== "" && { query: words }) },
    { categories: undefined, cities: undefined }
  )
  const [text, values] = searchStatement(sql, question).compile()
  const [row] = yield* searchStatement(sql, question)
  if (row === undefined || row.total === 0 || row.unknown.length > 0) {
    return yield* Effect.die(new Error(`the demo market has nothing for "${words}"`))
  }
  return [words, { text, values }] as const
})

export interface PlantedMarket {
  readonly databaseUrl: string
  readonly postgres: string
  readonly statements: Readonly<Record<string, Statement>>
  readonly drop: () => Promise<unknown>
}

/** A database of its own on a real Postgres with the demo market in it, and our statements for these searches. */
export const plantedMarket = async (searches: ReadonlyArray<string>): Promise<PlantedMarket> => {
  const name = `craftlocal_bench_${process.pid}`
  const databaseUrl = new URL(`/${name}`, server).href
  const drop = () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await administer(`CREATE DATABASE ${name}`)
  try {
    const planted = Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* plantMarket({ seed: 1, now: new Date("2026-11-20T09:00:00.000Z") })
      const [version] = yield* sql<{ server_version: string }>`SHOW server_version`
      yield* sql`VACUUM ANALYZE`
      return {
        postgres: version!.server_version.split(" ")[0]!,
        statements: Object.fromEntries(yield* Effect.forEach(searches, statementOf))
      }
    })
    const db = layerMigrations.pipe(Layer.provideMerge(layerDb(databaseUrl)))
    return { databaseUrl, drop, ...(await Effect.runPromise(Effect.provide(planted, db))) }
  } catch (cause) {
    await drop()
    throw cause
  }
}
