import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Viewer } from "../../schemas/access.ts"
import type { AccountId, AgentKeyId, ListingId } from "../../schemas/ids.ts"
import { layerServices, layerStore } from "../../src/App.ts"
import { Auth } from "../../src/ports/Auth.ts"
import { Cache } from "../../src/ports/Cache.ts"
import { Caller } from "../../src/ports/Caller.ts"
import { Ids } from "../../src/ports/Ids.ts"
import { Images } from "../../src/ports/Images.ts"
import { Mail } from "../../src/ports/Mail.ts"
import { RateLimit } from "../../src/ports/RateLimit.ts"
import { Taxes } from "../../src/ports/Taxes.ts"
import { Vault } from "../../src/ports/Vault.ts"
import { Webhooks } from "../../src/ports/Webhooks.ts"
import type { LayerDatabase } from "../databases.ts"
import { layerBooked } from "./books.ts"

/** Two makers, and a handful of things: a mug with variants, a bowl, a scarf, the last print, a thing beyond price. */
export const stockShelves = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`INSERT INTO accounts (id, email, name, roles, phone, address, member_since) VALUES
    ('acc_ada', 'ada@craftlocal.test', 'Ada Buyer', '{buyer}', '+1 503 555 0100',
      '{"line1": "1 Main St", "city": "Portland", "state": "OR", "zip": "97201", "country": "US"}', NULL),
    ('acc_mia', 'mia@craftlocal.test', 'Mia Member', '{buyer}', NULL, NULL, '2026-01-01T00:00:00Z'),
    ('acc_kiln', 'kiln@craftlocal.test', 'Kim Kiln', '{seller}', NULL, NULL, NULL),
    ('acc_loom', 'loom@craftlocal.test', 'Lou Loom', '{seller}', NULL, NULL, NULL)`
  yield* sql`INSERT INTO categories (slug, name, position) VALUES ('ceramics', 'Ceramics', 1), ('textiles', 'Textiles', 2)`
  yield* sql`INSERT INTO cities (slug, name, state) VALUES ('chicago', 'Chicago', 'IL'), ('asheville', 'Asheville', 'NC')`
  yield* sql`INSERT INTO shops (id, account_id, name, description, city, return_policy) VALUES
    ('shp_kiln', 'acc_kiln', 'Clay & Kiln', 'Pots.', 'chicago', '30 days'),
    ('shp_loom', 'acc_loom', 'Warp Weft', 'Cloth.', 'asheville', '14 days')`
  yield* sql`INSERT INTO listings (id, shop_id, title, description, price, category, city, stock, shipping_enabled,
      shipping_cost, pickup_enabled, lead_time_days, status, channel) VALUES
    ('lst_mug', 'shp_kiln', 'Blue Mug', 'A mug.', 2800, 'ceramics', 'chicago', 10, true, 500, true, 2, 'active', 'demo'),
    ('lst_bowl', 'shp_kiln', 'Salad Bowl', 'A bowl.', 6001, 'ceramics', 'chicago', 10, true, 801, true, 3, 'active', 'demo'),
    ('lst_scarf', 'shp_loom', 'Wool Scarf', 'Warm.', 4999, 'textiles', 'asheville', 10, true, 399, false, 1, 'active', 'demo'),
    ('lst_print', 'shp_loom', 'Last Print', 'One.', 3000, 'textiles', 'asheville', 1, true, 300, true, 1, 'active', 'demo'),
    ('lst_crown', 'shp_kiln', 'Crown', 'Dear.', 100000000, 'ceramics', 'chicago', 99, true, 0, true, 1, 'active', 'demo'),
    ('lst_draft', 'shp_kiln', 'Secret Mug', 'Not yet.', 2800, 'ceramics', 'chicago', 5, true, 500, true, 2, 'draft', 'demo')`
  yield* sql`INSERT INTO variants (listing_id, name, price_delta, stock, position)
    VALUES ('lst_mug', 'Small', -300, 5, 1), ('lst_mug', 'Large', 500, 5, 2)`
  yield* sql`INSERT INTO discount_codes (code, title, kind, percent, amount, shop_id, minimum, priority, starts_at, ends_at) VALUES
    ('TENTH', '10 % off', 'percentage', 10, NULL, NULL, 0, 1, NULL, NULL),
    ('CLOTH', '$5 off cloth', 'fixed', NULL, 500, 'shp_loom', 2000, 2, NULL, NULL),
    ('OVER', 'Over', 'fixed', NULL, 500, NULL, 0, 2, NULL, '1969-12-31T00:00:00Z')`
})

/** A stocked database with the stores over it. */
export const stores = (db: LayerDatabase) =>
  layerStore.pipe(Layer.provideMerge(Layer.effectDiscard(stockShelves).pipe(Layer.provideMerge(db))), Layer.orDie)

/** Every use case, over a stocked database, with a provider of payments whose books are open. */
export const market = (db: LayerDatabase) =>
  layerServices.pipe(
    Layer.provideMerge(Layer.effectDiscard(stockShelves).pipe(Layer.provideMerge(db))),
    Layer.provideMerge(
      Layer.mergeAll(
        Auth.layerMemory,
        Cache.layerMemory,
        Ids.layer,
        Images.layerMemory,
        layerBooked,
        Mail.layerMemory,
        RateLimit.layerMemory(),
        Taxes.layerMemory,
        Vault.layerMemory,
        Webhooks.layerMemory
      )
    ),
    Layer.orDie
  )

export const guest: Viewer = { _tag: "Guest" }
export const account = (id: string): Viewer => ({ _tag: "Account", accountId: id as AccountId, scopes: [] })
export const agent = (id: string): Viewer => ({ _tag: "Agent", agentKeyId: id as AgentKeyId })

/** Says who asks; nobody we know, unless told otherwise. */
export const by = (viewer: Viewer = guest, from = "test") =>
  Effect.provideService(Caller, { viewer, channel: "mcp", from, correlationId: "cor_test" })

export const lst = (name: string) => `lst_${name}` as ListingId

/** How many there are on the shelf, of a listing and of each of its variants. */
export const shelf = Effect.fnUntraced(function* (listingId: string) {
  const sql = yield* SqlClient.SqlClient
  const [row] = yield* sql<{ stock: number }>`SELECT stock FROM listings WHERE id = ${listingId}`
  const variants = yield* sql<{ name: string; stock: number }>`SELECT name, stock FROM variants
    WHERE listing_id = ${listingId} ORDER BY position`
  return { stock: row!.stock, variants: Object.fromEntries(variants.map(({ name, stock }) => [name, stock])) }
})

/** The shelves are full again: ten of each, five of each variant, and the last print. */
export const refill = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`UPDATE listings SET stock = CASE id WHEN 'lst_print' THEN 1 WHEN 'lst_crown' THEN 99 ELSE 10 END`
  yield* sql`UPDATE variants SET stock = 5`
})
