import { afterAll, assert, beforeAll, it } from "vitest"
import { openWorld, type World } from "../world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

const ask = async (path: string, key: string, body: unknown) => {
  const answer = await world.fetch(`/checkout_sessions${path}`, {
    method: "POST",
    headers: {
      authorization: "Bearer acp_demo_key",
      "api-version": "2026-04-17",
      "content-type": "application/json",
      "idempotency-key": key
    },
    body: JSON.stringify(body)
  })
  return { status: answer.status, body: (await answer.json()) as any }
}

it("a completion whose process died is answered with the order when the same request comes again", async () => {
  const [mug] = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND stock > 5 AND shipping_enabled
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) LIMIT 1`
  )
  const created = await ask("", "again-1", {
    line_items: [{ id: mug!.id, quantity: 1 }],
    currency: "usd",
    capabilities: {},
    buyer: { email: "ann@example.com" },
    fulfillment_details: {
      address: {
        name: "Ann",
        line_one: "1 Main St",
        city: "Chicago",
        state: "IL",
        postal_code: "60601",
        country: "US"
      }
    }
  })
  const path = `/${created.body.id}/complete`
  const paying = {
    payment_data: {
      handler_id: created.body.capabilities.payment.handlers[0].id,
      instrument: { type: "card", credential: { type: "spt", token: "spt_test_again" } }
    }
  }
  const first = await ask(path, "again-2", paying)
  assert.strictEqual(first.body.status, "completed")

  // As if the process had died after the orders were made by somebody else, and before its answer was kept.
  await world.sql(
    (sql) => sql`UPDATE idempotency SET status = NULL, body = NULL, running_until = now() - interval '1 year'
      WHERE key = 'again-2'`
  )
  const again = await ask(path, "again-2", paying)
  assert.strictEqual(again.status, 200)
  assert.deepStrictEqual(again.body.order, first.body.order)

  const other = await ask(path, "again-3", paying)
  assert.strictEqual(other.status, 409)
})
