import { assert, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Contents } from "../../schemas/checkout.ts"
import { ListingId, ShopId } from "../../schemas/ids.ts"
import { seedForPlans } from "../../scripts/explain.ts"
import { layerStore } from "../../src/App.ts"
import { ordersOf } from "../../src/domain/orders.ts"
import { holdsOf } from "../../src/domain/stock.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { PaymentSteps } from "../../src/store/payments/PaymentSteps.ts"
import { attempt, contents, fresh, settlement } from "../contracts/checkouts.ts"
import { layerMigrated } from "../kept/layerKept.ts"

const things = [
  { listingId: ListingId.make("lst_101"), shopId: ShopId.make("shp_102"), variant: "" },
  { listingId: ListingId.make("lst_4001"), shopId: ShopId.make("shp_2"), variant: "" }
]

/** The same contents, of listings and shops that the seeded market has. */
const there = (given: Contents): Contents =>
  JSON.parse(
    things.reduce(
      (text, { listingId, shopId }, index) =>
        text.replaceAll(given.lines[index]!.listingId, listingId).replaceAll(given.lines[index]!.shopId, shopId),
      JSON.stringify(given)
    )
  )

/** Past checkouts, so that a scan of them would be dear. */
const past = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* seedForPlans(5000)
  yield* sql`INSERT INTO checkouts (id, owner, channel, state, data, expires_at, created_at, updated_at)
    SELECT 'chk_past' || i, 'guest', 'mcp', 'Ready', '{}', now(), now(), now() FROM generate_series(1, 5000) i`
  yield* sql`INSERT INTO attempts (id, checkout_id, confirmation_number, amount, currency, status, started_at)
    SELECT 'att_past' || i, 'chk_past' || i, 'CL-past' || i, 1, 'USD', 'declined', now() FROM generate_series(1, 5000) i`
  yield* sql`ANALYZE`
})

const rowsRead = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const rows = yield* sql<{ name: string; read: number }>`SELECT relname AS name, seq_tup_read::int AS read
    FROM pg_stat_xact_user_tables WHERE relname IN ('listings', 'checkouts', 'attempts')`
  return Object.fromEntries(rows.map(({ name, read }) => [name, read]))
})

layer(
  layerStore.pipe(
    Layer.provideMerge(Layer.effectDiscard(past).pipe(Layer.provideMerge(layerMigrations))),
    Layer.provideMerge(layerMigrated)
  ),
  { timeout: 60_000 }
)("the statements of a payment", (it) => {
  it.effect("find everything by its indexes", () =>
    Effect.gen(function* () {
      const [checkouts, steps, sql] = [yield* Checkouts, yield* PaymentSteps, yield* SqlClient.SqlClient]
      const mine = there(contents)
      const checkout = fresh({ state: { _tag: "Ready", contents: mine } })
      const its = {
        ...attempt("plan"),
        orders: attempt("plan").orders.map((one, index) => ({
          ...one,
          shopId: things[index]!.shopId
        })) as never
      }
      yield* checkouts.insert(checkout)
      const before = yield* sql.withTransaction(rowsRead)
      assert.deepStrictEqual(before, { attempts: 0, checkouts: 0, listings: 0 })
      const read = yield* sql.withTransaction(
        Effect.gen(function* () {
          const started = yield* steps.start({
            checkout: { ...checkout, state: { _tag: "Paying", contents: mine, attempt: its } },
            holds: holdsOf(things.map((thing) => ({ ...thing, quantity: 1 })) as never),
            attempt: its,
            amount: 1,
            currency: "USD"
          })
          assert.deepStrictEqual(started, {})
          const paid = { ...checkout, version: 2 }
          const orders = ordersOf(checkout, mine, its, checkout.updatedAt, "succeeded")
          assert.isTrue(yield* steps.settle({ ...settlement(paid, its), orders }))
          return yield* rowsRead
        })
      )
      assert.deepStrictEqual(read, { attempts: 0, checkouts: 0, listings: 0 })
      const scanned = yield* sql.withTransaction(
        Effect.andThen(sql`SELECT count(*) FROM attempts WHERE amount > 1`, rowsRead)
      )
      assert.isAtLeast(scanned.attempts!, 5000)
      const [{ held }] = (yield* sql<{ held: number }>`SELECT count(*)::int AS held FROM stock_holds`) as [
        { held: number }
      ]
      assert.strictEqual(held, 0)
    })
  )
})
