import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import pg from "pg"
import type { ShopId } from "../schemas/ids.ts"
import type { SearchQuery } from "../schemas/listing.ts"
import { cents } from "../schemas/money.ts"
import { layerDb } from "../src/live/sql/Db.ts"
import { Listings } from "../src/store/Listings.ts"
import { asked } from "../src/store/listings/Asked.ts"
import { searchStatement } from "../src/store/listings/searchStatement.ts"
import { layerMigrations } from "../src/store/migrations/index.ts"

/** Fills an empty database with made-up listings: common words and rare ones, as real titles have them. */
export const seedForPlans = Effect.fnUntraced(function* (listings: number) {
  const sql = yield* SqlClient.SqlClient
  const list = (text: string) => `{${text.trim().split(/\s+/).join(",")}}`
  yield* sql`CREATE FUNCTION pick(words text[], i int, salt int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT words[1 + floor(array_length(words, 1) * ((hashint4(i + salt * 1000003) & 1048575) / 1048576.0) ^ 2)::int]
  $$`
  yield* sql`INSERT INTO accounts (id, email, name, roles)
    SELECT 'acc_' || i, 'maker' || i || '@craftlocal.test', 'Maker ' || i, '{seller}' FROM generate_series(1, 200) i`
  yield* sql`INSERT INTO categories (slug, name, position)
    SELECT slug, initcap(replace(slug, '-', ' ')), n FROM unnest(${list(categories)}::text[]) WITH ORDINALITY c (slug, n)`
  yield* sql`INSERT INTO cities (slug, name, state)
    SELECT slug, initcap(replace(slug, '-', ' ')), 'IL' FROM unnest(${list(cities)}::text[]) slug`
  yield* sql`INSERT INTO shops (id, account_id, name, description, city, return_policy)
    SELECT 'shp_' || i, 'acc_' || i, 'Workshop ' || i, '', pick(${list(cities)}::text[], i, 1), '30 days'
    FROM generate_series(1, 200) i`
  const batch = 5000
  for (let from = 1; from <= listings; from += batch) {
    yield* sql`INSERT INTO listings
      (id, shop_id, title, description, price, category, city, tags, materials, stock, status, popularity, channel,
        created_at)
      SELECT 'lst_' || i, s.id, initcap(look || ' ' || stuff || ' ' || noun),
        'A ' || look || ' ' || noun || ' of ' || stuff || '. ' || (
          SELECT string_agg(pick(${list(looks + nouns + stuffs)}::text[], i, k) ||
            CASE WHEN k % 3 = 0 THEN ' and' ELSE '' END, ' ') FROM generate_series(20, 45) k
        ),
        500 + (hashint4(i) & 16383), pick(${list(categories)}::text[], i, 2), s.city, ARRAY[noun, stuff], ARRAY[stuff],
        CASE WHEN i % 17 = 0 THEN 0 ELSE 3 END, CASE WHEN i % 25 = 0 THEN 'draft' ELSE 'active' END,
        hashint4(i + 7) & 4095, 'demo', timestamptz '2026-01-01' - i * interval '1 minute'
      FROM generate_series(${from}::int, ${Math.min(listings, from + batch - 1)}::int) i CROSS JOIN
        LATERAL (SELECT pick(${list(looks)}::text[], i, 3) AS look, pick(${list(stuffs)}::text[], i, 4) AS stuff,
          pick(${list(nouns)}::text[], i, 5) AS noun) w
        JOIN shops s ON s.id = 'shp_' || (1 + i % 200)`
  }
  yield* sql`VACUUM ANALYZE listings`
  yield* sql`VACUUM ANALYZE shelves`
})

const categories = "ceramics jewelry textiles woodwork home-decor candles bags toys paper-goods glass bath-body art"
const cities = "chicago portland austin asheville santa-fe seattle brooklyn denver"
const looks = ` blue rustic modern speckled tiny large woven carved hammered painted green vintage natural striped floral dark
  bright ribbed matte glossy folded pressed layered braided etched dyed quilted smoked polished stamped`
const stuffs = ` ceramic silver wool walnut glass beeswax leather maple cotton oak lavender linen stoneware gold alpaca cherry
  copper soy canvas birch brass pine felt porcelain cedar hemp bronze jute pewter silk`
const nouns = ` mug necklace blanket bowl vase candle tote puzzle journal board soap print cup earrings scarf spoon mirror
  wreath purse doll card apron lotion painting plate bracelet quilt box lamp lantern bag train notebook towel balm poster
  planter teapot ring brooch pillow rug basket stool clock coaster hook shelf kite whistle puppet rattle ornament garland
  bookmark stamp frame tile pitcher jar saucer ladle butterdish incense diffuser hairpin cufflink anklet shawl mitten`

export interface Case {
  readonly name: string
  readonly query: Partial<SearchQuery>
  /** One of these must be in the plan. */
  readonly index: ReadonlyArray<string>
}

export const cases: ReadonlyArray<Case> = [
  { name: "no words", query: {}, index: ["listings_popular"] },
  { name: "newest", query: { sortBy: "newest" }, index: ["listings_newest"] },
  { name: "cheapest", query: { sortBy: "price_asc" }, index: ["listings_price"] },
  { name: "dearest", query: { sortBy: "price_desc" }, index: ["listings_price"] },
  { name: "category", query: { category: "glass" }, index: ["listings_category"] },
  { name: "city", query: { city: "denver" }, index: ["listings_city"] },
  { name: "price limit", query: { priceMax: cents(30_00) }, index: ["listings_price"] },
  { name: "shop", query: { shopId: "shp_7" as ShopId }, index: ["listings_shop"] },
  {
    name: "page of a shop",
    query: { shopId: "shp_7" as ShopId, sortBy: "newest", offset: 24 },
    index: ["listings_shop"]
  },
  { name: "tags", query: { tags: ["teapot", "brass"] }, index: ["listings_tags"] },
  { name: "one word", query: { query: "teapot" }, index: ["listings_search"] },
  { name: "two words", query: { query: "copper teapot" }, index: ["listings_search"] },
  { name: "two words, cheapest", query: { query: "copper teapot", sortBy: "price_asc" }, index: ["listings_search"] },
  {
    name: "two words, filters",
    query: { query: "copper teapot", category: "glass", city: "denver", priceMax: cents(50_00), inStock: true },
    index: ["listings_search"]
  },
  { name: "a typo", query: { query: "taepot" }, index: ["listings_search"] }
]

interface Plan {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly "Index Name"?: string
  readonly Plans?: ReadonlyArray<Plan>
}

const nodes = (plan: Plan): ReadonlyArray<Plan> => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** What is wrong with the plan of a search; empty when it reads listings by the index that was made for it. */
export const faults = Effect.fnUntraced(function* ({ index, query }: Case) {
  const sql = yield* SqlClient.SqlClient
  const places = {
    categories: query.category === undefined ? undefined : [query.category],
    cities: query.city === undefined ? undefined : [query.city]
  }
  const [text, values] = searchStatement(sql, asked({ limit: 20, offset: 0, ...query }, places)).compile()
  const [row] = yield* sql.unsafe<{ "QUERY PLAN": ReadonlyArray<{ Plan: Plan }> }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values
  )
  const steps = nodes(row!["QUERY PLAN"][0]!.Plan)
  const used = steps.flatMap((step) => step["Index Name"] ?? [])
  const scanned = steps.some((step) => /Seq Scan/.test(step["Node Type"]) && step["Relation Name"] === "listings")
  return [
    ...(scanned ? ["reads all listings"] : []),
    ...(index.some((name) => used.includes(name)) ? [] : [`uses ${used.join(", ") || "no index"}`])
  ]
})

const timed = Effect.fnUntraced(function* (query: Partial<SearchQuery>) {
  const listings = yield* Listings
  const times: Array<number> = []
  let total = 0
  for (let run = 0; run < 40; run++) {
    const started = performance.now()
    total = (yield* listings.search({ limit: 20, offset: 0, ...query })).totalCount
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return { total, p50: times[20]!, p95: times[38]! }
})

const program = Effect.fnUntraced(function* (listings: number) {
  const started = performance.now()
  yield* seedForPlans(listings)
  console.log(`${listings} listings in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  let failed = 0
  for (const each of cases) {
    const wrong = yield* faults(each)
    const { p50, p95, total } = yield* timed(each.query)
    failed += wrong.length
    const figures =
      `${total} found`.padStart(14) + `p50 ${p50.toFixed(1)} ms`.padStart(16) + `p95 ${p95.toFixed(1)} ms`.padStart(16)
    console.log(`${each.name.padEnd(22)}${figures}  ${wrong.length === 0 ? "ok" : wrong.join("; ")}`)
  }
  return failed
})

/** `node scripts/explain.ts [listings]`: a scratch database on TEST_DATABASE_URL, dropped at the end. */
if (import.meta.main) {
  const server = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/"
  const name = `craftlocal_explain_${process.pid}`
  const admin = new pg.Client({ connectionString: new URL("/postgres", server).href })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const db = layerMigrations.pipe(Layer.provideMerge(layerDb(new URL(`/${name}`, server).href)))
  const shop = Listings.layer.pipe(Layer.provideMerge(db))
  try {
    const failed = await Effect.runPromise(Effect.provide(program(Number(process.argv[2] ?? 100_000)), shop))
    process.exitCode = failed === 0 ? 0 : 1
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
}
