import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { compose } from "./compose.ts"
import { insertRows } from "./insert.ts"
import { offer, shopsOfCraft } from "./listings.ts"
import { plantMarket } from "./plant.ts"
import { random } from "./random.ts"
import type { ListingRow } from "./rows.ts"
import type { Shop } from "./shops.ts"
import { crafts } from "./words/index.ts"
import { series } from "./words/series.ts"
import { makers } from "./words/shops.ts"

export interface PlantListingsOptions<E, R> {
  /** How many active listings there shall be in all; there are never taken any away. */
  readonly count: number
  readonly seed: number
  readonly now: Date
  /** Told after each batch, in active listings. */
  readonly onProgress?: (done: number, total: number) => Effect.Effect<void, E, R>
}

const batch = 2000

/** The listing with this number, always the same one; the older the higher its number. */
const listingAt = (number: number, shops: ReadonlyArray<ReadonlyArray<Shop>>, seed: number, now: Date): ListingRow => {
  const r = random(seed, `listing ${number}`)
  const place = r.int(0, crafts.length - 1)
  const craft = crafts[place]!
  const shop = r.pick(shops[place]!)
  const composed = compose(craft, shop.maker.notes, r, r.pick)
  const title = r.chance(0.8) ? `${r.pick(series)} ${composed.title}` : composed.title
  const terms = { status: "active" as const, age: 700 * r.next() ** 1.5, plain: r.chance(0.4), simple: true }
  const { row } = offer(shop, craft, { ...composed, title }, terms, now, r)
  return { ...row, popularity: Math.floor(200 * r.next() ** 6) }
}

const demoShops = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const rows = yield* sql<Shop["row"]>`SELECT s.* FROM shops s JOIN accounts a ON a.id = s.account_id
    WHERE a.email LIKE '%@craftlocal.test' ORDER BY s.id`
  return rows.flatMap((row): ReadonlyArray<Shop> => {
    const maker = makers.find(({ name }) => name === row.name)
    return maker ? [{ row, maker, quality: 1 }] : []
  })
})

/** Fills the demo shop up to so many active listings, for measurements: without variants, reviews or orders. */
export const plantListings = Effect.fn("plantListings")(function* <E = never, R = never>(
  options: PlantListingsOptions<E, R>
) {
  const { count, now, onProgress, seed } = options
  const sql = yield* SqlClient.SqlClient
  yield* plantMarket({ seed, now })
  const shops = yield* demoShops
  const selling = crafts.map((craft) => shopsOfCraft(shops, craft))
  const [there] = yield* sql<{ all: number; active: number }>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE status = 'active'))::int AS active FROM listings`
  let number = there!.all
  for (let done = there!.active; done < count; ) {
    const more = Math.min(batch, count - done)
    const rows = Array.from({ length: more }, (_, index) => listingAt(number + index, selling, seed, now))
    yield* insertRows("listings", rows, { skip: true })
    number += more
    done += more
    if (onProgress !== undefined) yield* onProgress(done, count)
  }
  yield* sql`ANALYZE`
})
