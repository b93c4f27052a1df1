import { Effect } from "effect"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../world.ts"

const perMinute = 40
const json = { "content-type": "application/json" }
let world: World
let admin: string
beforeAll(async () => {
  world = await openWorld({ perMinute })
  admin = await world.token("admin@craftlocal.test", "admin")
}, 60_000)
afterAll(() => world.dispose())

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const audit = (query = "", token = admin) => world.fetch(`/api/v1/admin/audit${query}`, { headers: bearer(token) })
const entries = async (query = "") => ((await (await audit(query)).json()) as any).entries as ReadonlyArray<any>
const tool = (name: string, input: object, headers: Record<string, string> = {}) =>
  world.fetch("/mcp", {
    method: "POST",
    headers: { ...json, accept: "application/json, text/event-stream", ...headers },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } })
  })

describe("the audit tells", () => {
  it("of every tool that was called, also of those that only read", async () => {
    const buyer = await world.token("buyer@craftlocal.test", "orders.read")
    await tool("get_orders", {}, { ...bearer(buyer), "request-id": "read-1" })
    await tool("get_order_detail", { order_id: "ord_none" }, { ...bearer(buyer), "request-id": "read-2" })
    const [order, orders] = [...(await entries("?correlation_id=read-2")), ...(await entries("?correlation_id=read-1"))]
    assert.match(orders.actor, /^account:acc_/)
    assert.include(orders, { action: "get_orders", channel: "mcp", outcome: "done", client: null, times: 1 })
    assert.include(order, { action: "get_order_detail", outcome: "NOT_FOUND" })
  })

  it("of what guests read by the second, since nobody knows them", async () => {
    for (let n = 0; n < 3; n++) await tool("list_categories", {})
    const [read, ...more] = await entries("?action=list_categories")
    assert.include(read, { actor: "guest", outcome: "done", times: 3 })
    assert.isEmpty(more)
  })

  it("of writes, what they changed, and of those that were refused, why", async () => {
    const { listings } = (await (await world.fetch("/api/v1/listings/search?limit=1")).json()) as any
    const add = (id: string, requestId: string) =>
      world.fetch("/api/v1/basket/items", {
        method: "POST",
        headers: { ...json, "request-id": requestId },
        body: JSON.stringify({ listing_id: id, quantity: 1 })
      })
    const { cart_id } = (await (await add(listings[0].id, "write-1")).json()) as any
    await add("lst_none", "write-2")
    await tool("add_to_cart", { listing_id: "lst_none", quantity: 1 }, { "request-id": "write-3" })
    const told = await Promise.all(["write-1", "write-2", "write-3"].map((id) => entries(`?correlation_id=${id}`)))
    assert.deepEqual(
      told.map((rows) => rows.map(({ action, outcome }) => [action, outcome])),
      [[["basket.add", "done"]], [["basket.add", "NOT_FOUND"]], [["add_to_cart", "NOT_FOUND"]]]
    )
    assert.strictEqual(told[0]![0].subject, cart_id)
  })

  it("of credentials, permissions and signatures that were refused, and of whoever asked too often", async () => {
    world.passes("1 minute")
    await world.fetch("/api/v1/orders", { headers: bearer("stolen-secret-token") })
    const old = await world.token("buyer@craftlocal.test", "orders.read")
    world.passes("2 hours")
    admin = await world.token("admin@craftlocal.test", "admin")
    await world.fetch("/api/v1/orders", { headers: bearer(old) })
    await world.fetch("/checkout_sessions/chk_1", { headers: bearer("guessed") })
    const reader = await world.token("buyer@craftlocal.test", "listings.read")
    await world.fetch("/api/v1/orders", { headers: bearer(reader) })
    await tool("get_orders", {}, bearer(reader))
    await world.fetch("/webhooks/orders", { method: "POST", headers: { ...json, "craftlocal-signature": "t=1,v1=0" } })
    for (let n = 0; n <= perMinute; n++) await world.fetch("/api/v1/categories")
    const told = async (action: string) =>
      (await entries(`?action=${action}`)).map(({ channel, outcome, times }) => `${channel} ${outcome} ${times}`).sort()
    assert.deepEqual(await told("credential.refused"), ["acp invalid 1", "rest expired 1", "rest invalid 1"])
    assert.include(await told("orders.list"), "rest FORBIDDEN 1")
    assert.include(await told("get_orders"), "mcp FORBIDDEN 1")
    assert.deepEqual(await told("webhooks.orders"), ["webhook invalid_signature 1"])
    assert.match((await told("throttled"))[0]!, /^rest address \d/)
    const all = JSON.stringify(await world.sql((sql) => sql`SELECT * FROM audit`))
    for (const secret of ["stolen-secret-token", old, reader, "guessed", "@craftlocal.test"]) {
      assert.notInclude(all, secret)
    }
  })
})

describe("the audit is read", () => {
  it("by admins alone: neither the scope nor the role is enough", async () => {
    world.passes("1 minute")
    const buyer = await world.token("buyer@craftlocal.test", "admin")
    const unasked = await world.token("admin@craftlocal.test", "orders.read")
    assert.strictEqual((await audit("", buyer)).status, 403)
    assert.strictEqual((await audit("", unasked)).status, 403)
    assert.strictEqual((await world.fetch("/api/v1/admin/audit")).status, 401)
    assert.strictEqual((await audit()).status, 200)
  })

  it("in pages, newest first, with nothing twice and nothing left out", async () => {
    world.passes("1 minute")
    await world.sql((sql) =>
      Effect.asVoid(sql`INSERT INTO audit (at, actor, channel, action, subject, correlation_id)
        SELECT '2026-01-01T00:00:00Z', 'account:many', 'rest', 'many', n, 'req_' || n FROM generate_series(1, 25) n`)
    )
    const subjects: Array<string> = []
    let cursor = ""
    for (let page = 0; page < 3; page++) {
      const answer = (await (await audit(`?actor=account:many&limit=10${cursor}`)).json()) as any
      subjects.push(...answer.entries.map(({ subject }: any) => subject))
      cursor = answer.next_cursor === undefined ? "" : `&cursor=${encodeURIComponent(answer.next_cursor)}`
      assert.strictEqual(cursor !== "", page < 2)
    }
    assert.deepEqual(
      subjects,
      Array.from({ length: 25 }, (_, n) => String(25 - n))
    )
  })

  it("not by nonsense", async () => {
    for (const query of [
      "limit=0",
      "limit=201",
      "cursor=nonsense",
      "from=yesterday",
      "subject=%00",
      "actor=%ED%A0%80x"
    ]) {
      assert.include([200, 400], (await audit(`?${query}`)).status, query)
    }
    assert.strictEqual((await audit("?cursor=nonsense")).status, 400)
    assert.strictEqual((await audit("?limit=0")).status, 400)
  })
})
