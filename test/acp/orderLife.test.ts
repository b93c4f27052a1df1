import { Effect } from "effect"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { Fulfilment, type Happening } from "../../src/services/Fulfilment.ts"
import { openWorld, type World } from "../world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.dispose())

const versions = ["2026-04-17", "2026-01-30", "2025-09-29"] as const

const agent = async (method: string, path: string, version: string, body?: unknown) => {
  const answer = await world.fetch(`/checkout_sessions${path}`, {
    method,
    headers: {
      authorization: "Bearer acp_demo_key",
      "api-version": version,
      "content-type": "application/json",
      ...(method === "POST" && { "idempotency-key": crypto.randomUUID() })
    },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  return (await answer.json()) as any
}

const bought = async () => {
  const [mug] = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND stock > 5 AND shipping_enabled
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
  )
  const address = {
    name: "Ann",
    line_one: "1 Main St",
    city: "Chicago",
    state: "IL",
    postal_code: "60601",
    country: "US"
  }
  const created = await agent("POST", "", "2026-04-17", {
    line_items: [{ id: mug!.id, quantity: 2 }],
    currency: "usd",
    capabilities: {},
    buyer: { email: "ann@example.com" },
    fulfillment_details: { address }
  })
  const instrument = { type: "card", credential: { type: "spt", token: "spt_test_life" } }
  return agent("POST", `/${created.id}/complete`, "2026-04-17", {
    payment_data: { handler_id: "card_tokenized", instrument }
  })
}

const happens = (order: string, happening: Happening) =>
  world.run(Effect.flatMap(Fulfilment, ({ happened }) => happened(order, happening)))

describe("the order on a completed session", () => {
  it("stands as it was bought until something happens, and then tells of it in every version", async () => {
    const paid = await bought()
    assert.deepStrictEqual(await agent("GET", `/${paid.id}`, "2026-04-17"), paid)

    await happens(paid.order.id, { type: "shipped", carrier: "UPS", trackingNumber: "1Z9" })
    const shipped = await agent("GET", `/${paid.id}`, "2026-04-17")
    assert.strictEqual(shipped.order.status, "shipped")
    assert.deepInclude(shipped.order.fulfillments[0], {
      status: "shipped",
      carrier: "ups",
      tracking_number: "1Z9",
      tracking_url: "https://www.ups.com/track?tracknum=1Z9"
    })
    assert.deepStrictEqual({ ...shipped, order: undefined }, { ...paid, order: undefined })
    assert.strictEqual((await agent("GET", `/${paid.id}`, "2026-01-30")).order.status, "shipped")

    await happens(paid.order.id, { type: "delivered" })
    assert.strictEqual((await agent("GET", `/${paid.id}`, "2026-04-17")).order.status, "completed")
    for (const version of versions) {
      const { order } = await agent("GET", `/${paid.id}`, version)
      assert.deepInclude(order, { id: paid.order.id, checkout_session_id: paid.id })
    }
  })

  it("says what was canceled and what goes back", async () => {
    const paid = await bought()
    await happens(paid.order.id, { type: "canceled", note: "broke in the kiln" })
    const { order, status } = await agent("GET", `/${paid.id}`, "2026-04-17")
    assert.deepStrictEqual([status, order.status], ["completed", "canceled"])
    assert.deepStrictEqual(
      order.line_items.map(({ quantity, status }: any) => [quantity.current, status]),
      [[0, "removed"]]
    )
    const refund = order.adjustments.find(({ type }: any) => type === "refund")
    assert.deepInclude(refund, {
      status: "pending",
      amount: order.totals.find(({ type }: any) => type === "total").amount
    })
  })
})
