import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { insertRows } from "./insert.ts"
import { demoService, generateMarket } from "./market.ts"
import { demoPasswords } from "./passwords.ts"
import type { Market } from "./rows.ts"

/** Every table that the demo shop fills; what hangs on them goes with them. */
const tables: ReadonlyArray<keyof Market> = [
  "cities",
  "categories",
  "accounts",
  "addresses",
  "passwords",
  "shops",
  "listings",
  "variants",
  "reviews",
  "questions",
  "discount_codes",
  "agent_keys",
  "service_accounts",
  "checkouts",
  "attempts",
  "orders",
  "order_lines",
  "order_events",
  "refunds"
]

export interface PlantOptions {
  readonly seed: number
  readonly now: Date
  /** Empties the tables of the demo shop first, whoever filled them. */
  readonly fresh?: boolean
}

/** The seed of the demo shop that stands in this database; undefined where there is none. */
export const plantedSeed = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [row] = yield* sql<{ value: string }>`SELECT value FROM settings WHERE name = 'demo_seed'`
  return row && Number(row.value)
})

/** A demo that was planted before there were passwords gets them. */
const lendPasswords = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  for (const [email, { hash }] of Object.entries(demoPasswords)) {
    yield* sql`INSERT INTO passwords (account_id, hash, changed_at)
      SELECT id, ${hash}, created_at FROM accounts WHERE email = ${email} ON CONFLICT DO NOTHING`
  }
})

/** Writes the demo shop, all or nothing, and only where none stands yet. Answers whether it did. */
export const plantMarket = Effect.fn("plantMarket")(function* ({ fresh = false, now, seed }: PlantOptions) {
  const sql = yield* SqlClient.SqlClient
  const planted = yield* sql.withTransaction(
    Effect.gen(function* () {
      yield* sql`SELECT pg_advisory_xact_lock(hashtext('demo_seed'))`
      if (!fresh && (yield* plantedSeed) !== undefined) {
        yield* lendPasswords
        yield* insertRows("service_accounts", [demoService(now)], { skip: true })
        return false
      }
      if (fresh) yield* sql`TRUNCATE ${sql.csv(tables.map((table) => sql`${sql(table)}`))} CASCADE`
      const market = generateMarket({ seed, now })
      yield* Effect.forEach(
        tables,
        (table) => insertRows(table, market[table], { skip: table === "cities" || table === "categories" }),
        { discard: true }
      )
      yield* sql`INSERT INTO settings (name, value) VALUES ('demo_seed', ${String(seed)})
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`
      return true
    })
  )
  if (planted) yield* sql`ANALYZE`
  return planted
})
