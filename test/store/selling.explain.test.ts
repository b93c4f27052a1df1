import { assert, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { seedForPlans } from "../../scripts/explain.ts"
import { layerStore } from "../../src/App.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { OwnListings } from "../../src/store/OwnListings.ts"
import { Sales } from "../../src/store/Sales.ts"
import { layerMigrated } from "../kept/layerKept.ts"

/** Three thousand listings of two hundred shops, and ten thousand orders of them, so that a scan would be dear. */
const busy = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* seedForPlans(3000)
  yield* sql`INSERT INTO checkouts (id, owner, channel, state, data, expires_at, created_at, updated_at)
    SELECT 'chk_' || i, 'guest', 'mcp', 'Completed', '{}', now(), now(), now() FROM generate_series(1, 10000) i`
  yield* sql`INSERT INTO orders (id, number, confirmation_number, checkout_id, shop_id, owner, buyer_name, buyer_email,
      method, status, payment_status, currency, items_base, items_discount, subtotal, discount, fulfillment, tax, total,
      estimated_delivery, channel, created_at, updated_at)
    SELECT 'ord_' || i, 'CL-' || i, 'CL-' || i, 'chk_' || i, 'shp_' || (1 + i % 200), 'guest', '', '', 'standard',
      CASE WHEN i % 50 < 2 THEN 'pending' ELSE 'delivered' END, 'succeeded', 'usd', 100, 0, 100, 0, 0, 0, 100,
      '2026-01-01', 'mcp', timestamptz '2026-01-01' - i * interval '1 minute', now() FROM generate_series(1, 10000) i`
  yield* sql`INSERT INTO order_lines (order_id, position, listing_id, variant, title, quantity, unit_price, line_id, base,
      discount, subtotal, tax, total)
    SELECT 'ord_' || i, 1, 'lst_' || (1 + i % 3000), '', '', 1, 100, 'lin', 100, 0, 100, 0, 100
    FROM generate_series(1, 10000) i`
  yield* sql`UPDATE listings SET status = 'pending_review' WHERE id IN ('lst_7', 'lst_8')`
  yield* sql`ANALYZE`
})

const scanned = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const rows = yield* sql<{ name: string; read: number }>`SELECT relname AS name, seq_tup_read::int AS read
    FROM pg_stat_xact_user_tables WHERE relname IN ('listings', 'orders', 'order_lines') AND seq_tup_read > 0`
  return Object.fromEntries(rows.map(({ name, read }) => [name, read]))
})

layer(
  layerStore.pipe(
    Layer.provideMerge(Layer.effectDiscard(busy).pipe(Layer.provideMerge(layerMigrations))),
    Layer.provideMerge(layerMigrated)
  ),
  { timeout: 120_000 }
)("the statements of a shop", (it) => {
  it.effect("find its listings, its orders and what waits for review by their indexes", () =>
    Effect.gen(function* () {
      const [own, sales, sql] = [yield* OwnListings, yield* Sales, yield* SqlClient.SqlClient]
      const read = yield* sql.withTransaction(
        Effect.gen(function* () {
          const page = { limit: 20, offset: 0 }
          const mine = yield* own.ofShop("shp_7", { ...page, status: "all", query: "blue" })
          const drafts = yield* own.ofShop("shp_7", { ...page, status: "draft" })
          const waiting = yield* own.byStatus("pending_review", page)
          const row = yield* sales.of("shp_7", new Date("2025-12-02T00:00:00Z"))
          assert.isAbove(mine.totalCount + drafts.totalCount, 0)
          assert.strictEqual(waiting.totalCount, 2)
          assert.isAbove(row.salesCount, 40)
          assert.lengthOf(row.topProducts, 5)
          return yield* scanned
        })
      )
      assert.deepStrictEqual(read, {})
      const all = yield* sql.withTransaction(Effect.andThen(sql`SELECT count(*) FROM orders WHERE tax > 1`, scanned))
      assert.isAtLeast(all.orders!, 10_000)
    })
  )
})
