import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../world.ts"
import { type Bought, doors, type Shopping } from "./doors.ts"

let world: World
let shopping: Shopping

beforeAll(async () => {
  world = await openWorld()
  const rows = await world.sql(
    (sql) => sql<{ id: string; shop_id: string }>`SELECT DISTINCT ON (shop_id) id, shop_id FROM listings l
      WHERE status = 'active' AND shipping_enabled AND stock >= 20
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY shop_id, id LIMIT 2`
  )
  const [one, two] = rows.length === 2 ? rows : await plenty()
  shopping = {
    code: "WELCOME10",
    lines: [
      { id: one!.id, quantity: 2 },
      { id: two!.id, quantity: 1 }
    ]
  }
})
afterAll(() => world.dispose())

/** Two listings of two shops, with enough of each for every door. */
const plenty = async () => {
  await world.sql(
    (sql) => sql`UPDATE listings l SET stock = 50 WHERE status = 'active' AND shipping_enabled
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id)`
  )
  return world.sql(
    (sql) => sql<{ id: string; shop_id: string }>`SELECT DISTINCT ON (shop_id) id, shop_id FROM listings l
      WHERE status = 'active' AND shipping_enabled AND stock >= 20
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY shop_id, id LIMIT 2`
  )
}

const stockOf = async () =>
  (
    await world.sql(
      (sql) =>
        sql<{ stock: number }>`SELECT stock FROM listings WHERE ${sql.in(
          "id",
          shopping.lines.map(({ id }) => id)
        )} ORDER BY id`
    )
  ).map(({ stock }) => stock)

describe("the same purchase at two shops, with a discount", () => {
  it("costs the same, makes the same orders and takes the same stock through every door", async () => {
    const told: Record<string, Bought> = {}
    const taken: Record<string, ReadonlyArray<number>> = {}
    for (const [door, buy] of Object.entries(doors)) {
      const before = await stockOf()
      told[door] = await buy(world, shopping)
      taken[door] = (await stockOf()).map((left, index) => before[index]! - left)
    }
    for (const door of Object.keys(doors)) {
      assert.deepStrictEqual(told[door], told.service, door)
      assert.deepStrictEqual(taken[door], taken.service, door)
    }
    assert.strictEqual(told.service!.orders, 2)
    assert.isTrue(told.service!.confirmed)
    assert.strictEqual(
      taken.service!.reduce((sum, pieces) => sum + pieces, 0),
      3
    )
  })

  it("is kept the same: each row of the orders but for names, times, and the channel it came by", async () => {
    const rows = await world.sql(
      (sql) => sql<Record<string, unknown>>`SELECT channel, method, status, payment_status, currency, items_base,
          items_discount, subtotal, discount, fulfillment, tax, total, estimated_delivery::text AS due, shop_id
        FROM orders WHERE channel <> 'demo' ORDER BY channel, checkout_id, shop_id`
    )
    const channels = new Set(rows.map(({ channel }) => channel))
    assert.deepStrictEqual([...channels].sort(), ["acp", "mcp", "rest", "web"])
    const of = (channel: string) => rows.filter((row) => row.channel === channel).map(({ channel: _, ...row }) => row)
    assert.lengthOf(of("web"), 2)
    for (const channel of ["mcp", "rest"]) assert.deepStrictEqual(of(channel), of("web"))
    // By HTTP and by MCP.
    assert.deepStrictEqual(of("acp"), [...of("web"), ...of("web")])
  })

  it("leaves money and orders in balance", async () => {
    const [row] = await world.sql(
      (sql) => sql<{ charged: number; ordered: number }>`SELECT
        (SELECT sum(amount)::int FROM attempts a JOIN checkouts c ON c.id = a.checkout_id
          WHERE a.status = 'settled' AND c.channel <> 'demo') AS charged,
        (SELECT sum(total)::int FROM orders WHERE channel <> 'demo') AS ordered`
    )
    assert.strictEqual(row!.charged, row!.ordered)
  })
})
