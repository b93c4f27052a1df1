import { createHash } from "node:crypto"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { type WidgetName, widgets } from "../../schemas/widgets.ts"
import { jsonSchema } from "../../src/mcp/jsonSchema.ts"
import { tools } from "../../src/mcp/tools/index.ts"
import { address } from "../parity/doors.ts"
import { dawn, openWorld, type World } from "../world.ts"
import { call, envelope, eras, post } from "./clients.ts"
import { specifiedWidgets } from "./specified.ts"

type Json = { readonly [key: string]: any }

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

const use = async (name: string, args: Json = {}, options: Parameters<typeof post>[2] = {}): Promise<Json> =>
  (await post(world, call(name, args), options)).body.result
const told = ({ _meta }: Json) => _meta["craftlocal/answer"]

describe("a tool that has a widget", () => {
  it("names it, and every tool that a widget calls says that widgets may", async () => {
    const listed: ReadonlyArray<Json> = (await post(world, { method: "tools/list" })).body.result.tools
    const named = listed.map(({ _meta, name }) => [name, _meta.ui.resourceUri?.split(/[/.]/)[3]])
    const { checkout_session, ...others } = Object.fromEntries(named.filter(([, widget]) => widget !== undefined))
    assert.deepStrictEqual(others, specifiedWidgets)
    assert.strictEqual(checkout_session, "checkout-session")
    for (const { _meta, name } of listed) {
      assert.strictEqual(_meta["openai/widgetAccessible"], name === "list_categories" ? undefined : true, name)
    }
  })

  for (const era of eras) {
    it(`is answered with when it was and what else can be called there, beside what the model reads (${era})`, async () => {
      const whole = await use("search_listings", { query: "mug" }, { era })
      assert.deepStrictEqual(told(whole), { at: dawn.toISOString(), tools: tools.map(({ name }) => name) })
      assert.notInclude(JSON.stringify([whole.structuredContent, whole.content]), "craftlocal/answer")
      const some = await use("search_listings", {}, { era, path: "/mcp/storefront" })
      assert.deepStrictEqual(told(some).tools, ["search_listings", "get_listing", "list_categories"])
    })
  }

  it("says nothing of it when it refuses, nor does a tool without a widget", async () => {
    assert.isUndefined((await use("get_listing", { listing_id: "lst_nothing" }))._meta)
    assert.isUndefined((await use("list_categories"))._meta)
  })

  it("tells an answer again with the time at which it was true", async () => {
    const { listings } = (await use("search_listings")).structuredContent
    const args = { listing_id: listings.find(({ in_stock }: Json) => in_stock).id, idempotency_key: "0123456789abcdef" }
    const first = await use("add_to_cart", args)
    world.passes("10 minutes")
    const again = await use("add_to_cart", args, { path: "/mcp/cart" })
    assert.strictEqual(told(again).at, dawn.toISOString())
    assert.notDeepEqual(told(again).tools, told(first).tools)
    assert.deepStrictEqual(again.structuredContent, first.structuredContent)
    const { at } = told(await use("get_cart", { cart_id: first.structuredContent.cart_id }))
    assert.strictEqual(Date.parse(at) - dawn.getTime(), 600_000)
  })
})

/** Something for fifty dollars or more that costs something to ship. */
const shipped = async () => {
  const [dear] = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND stock > 3 AND price >= 5000
      AND shipping_enabled AND shipping_cost > 0
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
  )
  return dear!.id
}

describe("the Circle", () => {
  const asNewcomer = async () => {
    const token = await world.token("guest-buyer@craftlocal.test", "orders.write")
    return { headers: { authorization: `Bearer ${token}` } }
  }
  /** A checkout of it, with its total. */
  const shipping = async (options?: Parameters<typeof post>[2]) => {
    const opened = await use("create_checkout", { listing_id: await shipped() }, options)
    const session_id = opened.structuredContent.checkout_session.id
    const to = { session_id, email: "ann@example.com", shipping_address: address, shipping_method: "standard" }
    return (await use("update_checkout", to, options)).structuredContent.checkout_session as Json
  }

  it("is told to guests, with what it gives, and that they sign in first", async () => {
    const { content, structuredContent } = await use("get_membership")
    const { benefits, ...membership } = structuredContent.membership
    assert.deepStrictEqual(membership, {
      program: "Circle",
      member: false,
      member_since: null,
      signed_in: false,
      free_shipping_from: 50,
      currency: "usd"
    })
    assert.include(benefits[0], "$50.00")
    for (const benefit of benefits) assert.include(content[0].text, benefit)
    assert.include(content[0].text, "sign in")
    assert.deepStrictEqual((await use("check-circle-membership")).structuredContent, structuredContent)
    const { text } = (await use("join_membership")).content[0]
    assert.strictEqual(JSON.parse(text).error.code, "UNAUTHORIZED")
  })

  it("ships for free from the moment of joining on, as it says, and joining again changes nothing", async () => {
    const newcomer = await asNewcomer()
    const { membership } = (await use("get_membership", {}, newcomer)).structuredContent
    assert.deepInclude(membership, { signed_in: true, member: false, member_since: null })
    const before = await shipping(newcomer)
    assert.isAbove(before.shipping, 0)

    const joined = (await use("join_membership", {}, newcomer)).structuredContent
    assert.match(joined.message, /^Welcome/)
    assert.deepInclude(joined.membership, { member: true, signed_in: true })
    const after = await shipping(newcomer)
    assert.deepStrictEqual([after.subtotal, after.shipping], [before.subtotal, before.shipping])
    assert.strictEqual(after.discount, after.shipping)
    assert.closeTo(after.total, before.total - before.shipping, before.tax)
    assert.strictEqual(after.discounts.applied[0].title, "Circle free shipping")

    world.passes("1 day")
    const again = (await use("circle-signup", {}, await asNewcomer())).structuredContent
    assert.strictEqual(again.membership.member_since, joined.membership.member_since)
    assert.match(again.message, /nothing has changed/)
    const audited = await world.sql(
      (sql) => sql<{ action: string }>`SELECT action FROM audit WHERE action = 'join_membership' AND outcome = 'done'`
    )
    assert.lengthOf(audited, 2)
  })

  it("is the same by REST, where one key has one effect", async () => {
    const { headers } = await asNewcomer()
    const read = await world.fetch("/api/v1/membership", { headers })
    const { membership } = (await use("get_membership", {}, { headers })).structuredContent
    assert.deepStrictEqual(await read.json(), { membership })
    const join = (more: Record<string, string>) =>
      world.fetch("/api/v1/membership", { method: "POST", headers: { ...headers, ...more } })
    const first = await join({ "idempotency-key": "join-once" })
    const second = await join({ "idempotency-key": "join-once" })
    assert.deepStrictEqual([first.status, second.headers.get("idempotent-replayed")], [200, "true"])
    assert.deepStrictEqual(await second.json(), await first.json())
    const guest = await world.fetch("/api/v1/membership")
    assert.deepInclude(((await guest.json()) as Json).membership, { member: false, signed_in: false })
    assert.strictEqual((await world.fetch("/api/v1/membership", { method: "POST" })).status, 401)
  })
})

describe("the payment link", () => {
  const link = async (session_id: string) => {
    const { content, structuredContent } = await use("get_payment_link", { session_id })
    return { ...structuredContent, text: content[0].text } as Json
  }

  it("leads to the checkout's own page, with its total once that is known, and says when there is nothing to pay", async () => {
    const listing_id = await shipped()
    const opened = await use("create_checkout", { listing_id })
    const { continue_url, expires_at, id } = opened.structuredContent.checkout_session
    const early = await link(id)
    assert.deepInclude(early, { url: continue_url, session_id: id, status: "pending", currency: "usd", expires_at })
    assert.notProperty(early, "total")
    assert.include(early.text, continue_url)
    assert.include(early.text, "to the buyer only")
    assert.strictEqual((await world.fetch(continue_url)).status, 200)

    const to = { session_id: id, email: "ann@example.com", shipping_address: address, shipping_method: "standard" }
    const { total } = (await use("update_checkout", to)).structuredContent.checkout_session
    const ready = await link(id)
    assert.deepInclude(ready, { status: "ready", total })
    assert.include(ready.text, `$${total.toFixed(2)}`)
    assert.include(ready.text, "to the buyer only")

    await use("complete_checkout", { session_id: id, payment_token: "spt_test_link" })
    assert.match((await link(id)).text, /paid already/)

    const other = (await use("create_checkout", { listing_id })).structuredContent.checkout_session.id
    await use("cancel_checkout", { session_id: other })
    const over = await link(other)
    assert.strictEqual(over.status, "canceled")
    assert.match(over.text, /canceled.*create_checkout/)
    assert.notInclude(over.text, "http")
  })

  it("of nobody's checkout is not there", async () => {
    const { text } = (await use("get_payment_link", { session_id: "chk_nobody" })).content[0]
    assert.strictEqual(JSON.parse(text).error.code, "NOT_FOUND")
  })
})

describe("the resource of a widget", () => {
  const list = async (options: Parameters<typeof post>[2] = {}): Promise<ReadonlyArray<Json>> =>
    (await post(world, { method: "resources/list" }, options)).body.result.resources
  const from = (userAgent: string) => ({ headers: { "user-agent": userAgent } })
  const domains = async (options: Parameters<typeof post>[2]) => {
    const [{ _meta, uri }] = (await list(options)) as [Json]
    const [page] = (await post(world, { method: "resources/read", params: { uri } }, options)).body.result.contents
    assert.deepStrictEqual(page._meta, _meta, "the entry and the contents say the same")
    return [_meta.ui.domain, _meta["openai/widgetDomain"]]
  }
  const showsPictures = (view: unknown) => /"images?":/.test(JSON.stringify(view))

  it("is named and described for people, and asks for a border", async () => {
    const resources = await list()
    assert.deepStrictEqual(
      resources.map(({ name }) => name),
      Object.keys(widgets)
    )
    for (const { _meta, description, name, title } of resources) {
      assert.strictEqual(title.toLowerCase(), name.split("_").join(" "))
      assert.strictEqual(_meta["openai/widgetDescription"], description)
      assert.deepStrictEqual([_meta.ui.prefersBorder, _meta["openai/widgetPrefersBorder"]], [true, true])
    }
  })

  it("lets it reach pictures of ours where its view has some, its links where it has some, and nothing else", async () => {
    const ours = "http://localhost:3001"
    for (const { _meta, name } of await list()) {
      const { csp } = _meta.ui
      const pictures = showsPictures(jsonSchema(widgets[name as WidgetName].view, "output")) ? [ours] : []
      assert.deepStrictEqual(
        csp,
        { connectDomains: [], resourceDomains: pictures, frameDomains: [], baseUriDomains: [] },
        name
      )
      const { redirect_domains, ...same } = _meta["openai/widgetCSP"]
      assert.deepStrictEqual(same, { connect_domains: [], resource_domains: pictures }, name)
      if (redirect_domains !== undefined) assert.strictEqual(redirect_domains[0], ours, name)
    }
    const linksOf = Object.fromEntries(
      (await list()).map(({ _meta, name }) => [name, _meta["openai/widgetCSP"].redirect_domains])
    )
    for (const name of ["product_grid", "listing_form", "seller_dashboard"]) assert.isUndefined(linksOf[name], name)
    assert.deepStrictEqual(linksOf.checkout, [ours])
    assert.include(linksOf.order_detail, "https://www.ups.com")
  })

  it("has an origin of its own as each host wants it, and none where nobody asks", async () => {
    assert.deepStrictEqual(await domains(from("openai-mcp/1.0.0")), ["http://localhost:3001", "http://localhost:3001"])
    const hash = (path: string) =>
      createHash("sha256").update(`http://localhost:3001${path}`).digest("hex").slice(0, 32)
    assert.deepStrictEqual(await domains(from("Claude-User")), [`${hash("/mcp")}.claudemcpcontent.com`, undefined])
    assert.deepStrictEqual(await domains({ ...from("Claude-User"), path: "/mcp/cart" }), [
      `${hash("/mcp/cart")}.claudemcpcontent.com`,
      undefined
    ])
    const _meta = { ...envelope, "io.modelcontextprotocol/clientInfo": { name: "claude-ai", version: "1" } }
    const message = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "resources/list", params: { _meta } })
    const modern = { "mcp-protocol-version": "2026-07-28", "mcp-method": "resources/list" }
    const [byName] = (await post(world, message, { headers: modern })).body.result.resources
    assert.strictEqual(byName._meta.ui.domain, `${hash("/mcp")}.claudemcpcontent.com`)
    assert.deepStrictEqual(await domains(from("goose/1.0")), [undefined, undefined])
  })

  it("is kept by no cache between hosts, as the list of tools may be", async () => {
    const scopeOf = async (method: string, params = {}) =>
      (await post(world, { method, params }, { era: "modern" })).body.result.cacheScope
    const [{ uri }] = (await list()) as [Json]
    assert.deepStrictEqual([await scopeOf("resources/list"), await scopeOf("tools/list")], ["private", "public"])
    const headers = { "mcp-name": uri }
    const read = await post(world, { method: "resources/read", params: { uri } }, { era: "modern", headers })
    assert.strictEqual(read.body.result.cacheScope, "private")
  })

  it("answers addresses of older builds, and no others", async () => {
    const read = (uri: string) => post(world, { method: "resources/read", params: { uri } })
    const old = "ui://craftlocal/order_list.0123456789ab.html"
    const [page] = (await read(old)).body.result.contents
    assert.deepStrictEqual([page.uri, page.mimeType], [old, "text/html;profile=mcp-app"])
    assert.isDefined((await read("ui://craftlocal/nothing.0123456789ab.html")).body.error)
  })
})
