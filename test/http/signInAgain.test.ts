import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.dispose())

const chicago = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }

const rest = async (token: string, path: string, body?: unknown) => {
  const answer = await world.fetch(`/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any }
}

const tool = async (token: string, name: string, input: unknown) => {
  const answer = await world.fetch("/mcp", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2025-11-25",
      authorization: `Bearer ${token}`
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } })
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any }
}

const shippable = async () => {
  const rows = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled AND stock > 2
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
  )
  return rows[0]!.id
}

describe("a signed-in buyer whose token expires in the middle of a checkout", () => {
  it("is asked to sign in again, and then goes on where they were, over REST", async () => {
    const signIn = () => world.token("buyer@craftlocal.test", "orders.read", "orders.write")
    const first = await signIn()
    world.passes("50 minutes")
    const opened = await rest(first, "/checkouts", { listing_id: await shippable() })
    const { id } = opened.body.checkout_session
    const said = { shipping_address: chicago, shipping_method: "standard" }
    const ready = await rest(first, `/checkouts/${id}`, said)
    assert.strictEqual(ready.body.checkout_session.status, "ready")

    world.passes("11 minutes")
    const paying = { payment_token: "spt_test_ok" }
    const refused = await rest(first, `/checkouts/${id}/complete`, paying)
    assert.strictEqual(refused.status, 401)
    assert.match(refused.headers.get("www-authenticate")!, /error="invalid_token"/)

    const second = await signIn()
    const still = await rest(second, `/checkouts/${id}`)
    assert.deepStrictEqual(still.body.checkout_session, ready.body.checkout_session)
    const paid = await rest(second, `/checkouts/${id}/complete`, paying)
    assert.strictEqual(paid.body.order.payment_status, "succeeded")
    assert.strictEqual(paid.body.order.total, ready.body.checkout_session.total)
  })

  it("and over MCP, where a stranger who signs in finds nothing", async () => {
    const first = await world.token("buyer@craftlocal.test")
    world.passes("50 minutes")
    const opened = await tool(first, "create_checkout", { listing_id: await shippable() })
    const { id } = opened.body.result.structuredContent.checkout_session
    await tool(first, "update_checkout", { session_id: id, shipping_address: chicago, shipping_method: "standard" })

    world.passes("11 minutes")
    const paying = { session_id: id, payment_token: "spt_test_ok" }
    const refused = await tool(first, "complete_checkout", paying)
    assert.strictEqual(refused.status, 401)

    const stranger = await world.token("guest-buyer@craftlocal.test")
    const foreign = await tool(stranger, "complete_checkout", paying)
    assert.match(foreign.body.result.content[0].text, /NOT_FOUND/)
    const paid = await tool(await world.token("buyer@craftlocal.test"), "complete_checkout", paying)
    assert.strictEqual(paid.body.result.structuredContent.order.payment_status, "succeeded")
  })
})
