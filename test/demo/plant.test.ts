import { expect, layer } from "@effect/vitest"
import { Effect, Layer, Option } from "effect"
import { SqlClient } from "effect/sql"
import { generateMarket } from "../../src/demo/market.ts"
import { layerPictures } from "../../src/demo/Pictures.ts"
import { plantedSeed, plantMarket } from "../../src/demo/plant.ts"
import { plantListings } from "../../src/demo/plantListings.ts"
import { Pictures } from "../../src/ports/Pictures.ts"
import { hashKey } from "../../src/store/AgentKeys.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { Orders } from "../../src/store/Orders.ts"
import { layerMigrated } from "../kept/layerKept.ts"

const now = new Date("2026-03-01T12:00:00Z")
const market = generateMarket({ seed: 1, now })

const tables = Object.keys(market) as ReadonlyArray<keyof typeof market>

const counts = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  return Object.fromEntries(
    yield* Effect.forEach(tables, (table) =>
      Effect.map(sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql(table)}`, ([row]) => [table, row!.n] as const)
    )
  )
})

const expected = Object.fromEntries(tables.map((table) => [table, market[table].length]))

layer(
  Layer.mergeAll(Checkouts.layer, Orders.layer, layerPictures).pipe(
    Layer.provideMerge(layerMigrations),
    Layer.provideMerge(layerMigrated)
  ),
  { excludeTestServices: true, timeout: 60_000 }
)("The demo shop in a database", (it) => {
  it.effect("is planted whole: every row of every table", () =>
    Effect.gen(function* () {
      expect(yield* plantedSeed).toBeUndefined()
      expect(yield* plantMarket({ seed: 1, now })).toBe(true)
      expect(yield* plantedSeed).toBe(1)
      expect(yield* counts).toEqual(expected)
    })
  )

  it.effect("is left alone when it is planted again, with whatever seed", () =>
    Effect.gen(function* () {
      expect(yield* plantMarket({ seed: 2, now })).toBe(false)
      expect(yield* plantedSeed).toBe(1)
      expect(yield* counts).toEqual(expected)
    })
  )

  it.effect("keeps what was generated: texts, prices, lists and dates", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      for (const listing of market.listings.slice(0, 20)) {
        const [row] = yield* sql<Record<string, unknown>>`SELECT * FROM listings WHERE id = ${listing.id}`
        expect({ ...row, weight_oz: undefined }).toMatchObject({ ...listing, weight_oz: undefined })
      }
    })
  )

  it.effect("has stock that is the sum over the variants", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const wrong = yield* sql`SELECT l.id FROM listings l JOIN variants v ON v.listing_id = l.id
        GROUP BY l.id HAVING l.stock <> sum(v.stock) OR min(l.price + v.price_delta) < 0`
      expect(wrong).toEqual([])
    })
  )

  it.effect("has checkouts and orders that the stores can read", () =>
    Effect.gen(function* () {
      const { id, owner } = market.orders[0]!
      const order = yield* (yield* Orders).find(id)
      expect(order).toMatchObject({ id, owner, totals: { total: market.orders[0]!.total } })
      const checkout = yield* (yield* Checkouts).find(market.orders[0]!.checkout_id)
      expect(checkout!.state._tag).toBe("Completed")
    })
  )

  it.effect("has the demo agent's key as it is verified", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const [key] = yield* sql`SELECT id, name, hash FROM agent_keys`
      expect(key).toEqual({ id: "key_demo", name: "Demo agent", hash: hashKey("acp_demo_key") })
    })
  )

  it.effect("draws the pictures that its listings name, and no others", () =>
    Effect.gen(function* () {
      const pictures = yield* Pictures
      const [listing] = market.listings
      const [, , id, file] = listing!.images[0]!.split("/")
      expect(Option.getOrThrow(yield* pictures.svg(id!, file!))).toMatch(/^<svg/)
      expect(yield* pictures.svg(id!, "9.svg")).toEqual(Option.none())
      expect(yield* pictures.svg("lst_0000000000000000", "1.svg")).toEqual(Option.none())
      expect(yield* pictures.svg("..", "1.svg")).toEqual(Option.none())
    })
  )

  it.effect("grows to any number of listings, telling how far it is, and only once", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const told: Array<number> = []
      const onProgress = (done: number) => Effect.sync(() => void told.push(done))
      yield* plantListings({ count: 2500, seed: 1, now, onProgress })
      yield* plantListings({ count: 2500, seed: 1, now, onProgress })
      const [row] = yield* sql<{ active: number; titles: number; shops: number }>`
        SELECT count(*)::int AS active, count(DISTINCT title)::int AS titles, count(DISTINCT shop_id)::int AS shops
        FROM listings WHERE status = 'active'`
      expect(row!.active).toBe(2500)
      expect(row!.titles).toBeGreaterThan(2300)
      expect(row!.shops).toBe(market.shops.length)
      expect(told).toEqual([2300, 2500])
    })
  )

  it.effect("is planted anew when asked to, without what was added", () =>
    Effect.gen(function* () {
      expect(yield* plantMarket({ seed: 2, now, fresh: true })).toBe(true)
      expect(yield* plantedSeed).toBe(2)
      expect((yield* counts).listings).toBe(generateMarket({ seed: 2, now }).listings.length)
    })
  )
})
