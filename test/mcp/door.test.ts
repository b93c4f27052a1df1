import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js"
import { StreamableHTTPClientTransport as FirstTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { type WidgetName, widgets, widgetUri } from "../../schemas/widgets.ts"
import { openWorld, type World } from "../world.ts"
import { call, connect, envelope, eras, post } from "./clients.ts"

let world: World
beforeAll(async () => {
  world = await openWorld({ origins: ["https://chatgpt.com"] })
})
afterAll(() => world.dispose())

for (const era of eras) {
  describe(`an official client of the ${era} era`, () => {
    it("reads the instructions, whose essentials stand in the first 512 characters", async () => {
      const client = await connect(world, era)
      const start = client.getInstructions()!.slice(0, 512)
      for (const tool of [
        "search_listings",
        "get_listing",
        "create_checkout",
        "complete_checkout",
        "add_to_cart",
        "get_orders"
      ]) {
        assert.include(start, tool)
      }
    })

    it("searches, and gets structured content beside a text that is complete without it", async () => {
      const client = await connect(world, era)
      const result = await client.callTool({ name: "search_listings", arguments: { query: "mug", price_max: 30 } })
      const { listings } = result.structuredContent as {
        listings: ReadonlyArray<{ id: string; title: string; price: number }>
      }
      assert.isNotEmpty(listings)
      const [{ text }] = result.content as unknown as [{ text: string }]
      for (const { id, price, title } of listings) {
        assert.isAtMost(price, 30)
        for (const said of [id, title, `$${price.toFixed(2)}`]) assert.include(text, said)
      }
    })

    it("reads refusals as one JSON text without structured content", async () => {
      const client = await connect(world, era)
      const refused = async (name: string, args: Record<string, unknown>) => {
        const result = await client.callTool({ name, arguments: args })
        assert.isTrue(result.isError)
        assert.isUndefined(result.structuredContent)
        const [{ text }, ...others] = result.content as unknown as [{ text: string }]
        assert.isEmpty(others)
        return JSON.parse(text).error
      }
      assert.strictEqual((await refused("get_listing", { listing_id: "lst_nothing" })).code, "NOT_FOUND")
      const wrong = await refused("search_listings", { limit: 1000, price_max: "cheap" })
      assert.strictEqual(wrong.code, "VALIDATION_ERROR")
      assert.sameMembers(
        wrong.details.issues.map(({ path }: { path: string }) => path),
        ["limit", "price_max"]
      )
    })

    it("learns of an unknown tool by a protocol error", async () => {
      const error = await (await connect(world, era)).callTool({ name: "nope", arguments: {} }).catch((error) => error)
      assert.strictEqual(error.code, -32602)
    })

    it("reads the widgets as resources with their policy, on every address", async () => {
      for (const path of ["/mcp", "/mcp/storefront", "/mcp/orders"]) {
        const client = await connect(world, era, { path })
        const { resources } = await client.listResources()
        assert.deepStrictEqual(
          resources.map(({ uri }) => uri),
          Object.keys(widgets).map((name) => widgetUri(name as WidgetName, "000000000000"))
        )
        const { contents } = await client.readResource({ uri: resources[0]!.uri })
        const [widget] = contents as ReadonlyArray<Record<string, any>>
        assert.strictEqual(widget!.mimeType, "text/html;profile=mcp-app")
        assert.include(widget!.text, "<!doctype html>")
        assert.deepStrictEqual(widget!._meta.ui.csp, {
          connectDomains: [],
          resourceDomains: ["http://localhost:3001"],
          frameDomains: [],
          baseUriDomains: []
        })
      }
    })

    it("sees the orders of an account with the right scope", async () => {
      const token = await world.token("buyer@craftlocal.test", "orders.read")
      const client = await connect(world, era, { token })
      const { structuredContent } = await client.callTool({ name: "get_orders", arguments: {} })
      const { orders, total_count } = structuredContent as {
        orders: ReadonlyArray<{ id: string }>
        total_count: number
      }
      assert.isAtLeast(total_count, 6)
      const detail = await client.callTool({ name: "get_order_detail", arguments: { order_id: orders[0]!.id } })
      assert.strictEqual((detail.structuredContent as any).order.buyer.email, "buyer@craftlocal.test")
    })
  })
}

it("an independent client of the first SDK finds its way too", async () => {
  const client = new FirstClient({ name: "first", version: "1" })
  const fetch = (input: string | URL, init?: RequestInit) => world.fetch(input, init)
  await client.connect(new FirstTransport(new URL("http://localhost:3001/mcp"), { fetch }) as never)
  assert.isNotEmpty((await client.listTools()).tools)
  const { structuredContent } = await client.callTool({ name: "list_categories", arguments: {} })
  assert.lengthOf((structuredContent as { categories: ReadonlyArray<unknown> }).categories, 12)
})

describe("a plain call is answered as the official handler answers it", () => {
  const calls = [
    call("list_categories"),
    call("search_listings", { query: "mug", limit: 2 }),
    call("get_listing", { listing_id: "lst_nothing" }),
    call("search_listings", { limit: -1 }),
    call("get_cart", { cart_id: "crt_nothing" })
  ]
  for (const era of eras) {
    for (const each of calls) {
      it(`${each.params.name} ${JSON.stringify(each.params.arguments)} (${era})`, async () => {
        const plain = await post(world, each, { era })
        // A key that the plain path does not know sends the same call the long way.
        const long = await post(world, { ...each, params: { ...each.params, unheard: 1 } }, { era })
        assert.strictEqual(plain.status, long.status)
        assert.deepStrictEqual(plain.body, long.body)
      })
    }
  }
})

describe("the door refuses", () => {
  it("pages of other origins, and lets those of ChatGPT and of hosts without pages in", async () => {
    const evil = await post(world, call("list_categories"), { headers: { origin: "https://evil.example" } })
    assert.strictEqual(evil.status, 403)
    assert.isString(evil.body.error.message)
    const good = await post(world, call("list_categories"), { headers: { origin: "https://chatgpt.com" } })
    assert.strictEqual(good.status, 200)
    assert.strictEqual(good.headers.get("access-control-allow-origin"), "https://chatgpt.com")
  })

  it("batches, what is not JSON, other methods, unknown versions and large bodies", async () => {
    assert.strictEqual((await post(world, "[]")).status, 400)
    assert.strictEqual((await post(world, `[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]`)).status, 400)
    assert.strictEqual((await post(world, "{")).status, 400)
    assert.strictEqual((await world.fetch("/mcp", { headers: { accept: "text/event-stream" } })).status, 405)
    assert.strictEqual((await world.fetch("/mcp", { method: "DELETE" })).status, 405)
    const old = await post(world, call("list_categories"), { headers: { "mcp-protocol-version": "1999-01-01" } })
    assert.strictEqual(old.status, 400)
    const huge = await post(world, call("search_listings", { query: "x".repeat(2 ** 20) }))
    assert.strictEqual(huge.status, 413)
  })

  it("a modern request that does not agree with itself", async () => {
    const params = { name: "list_categories", arguments: {}, _meta: envelope }
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params })
    const headers = { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call" }
    for (const name of ["get_orders", ""]) {
      const answer = await post(world, body, { headers: { ...headers, "mcp-name": name } })
      assert.strictEqual(answer.status, 400)
      assert.strictEqual(answer.body.error.code, -32020)
    }
  })

  it("bad tokens with 401 and a challenge", async () => {
    const answer = await post(world, call("list_categories"), { headers: { authorization: "Bearer forged" } })
    assert.strictEqual(answer.status, 401)
    assert.match(answer.headers.get("www-authenticate")!, /error="invalid_token"/)
    assert.strictEqual(answer.body.error.data.code, "UNAUTHORIZED")
  })

  it("scoped tools to guests: ChatGPT reads it in the result, others by the status", async () => {
    const other = await post(world, call("get_orders"))
    assert.strictEqual(other.status, 401)
    assert.match(
      other.headers.get("www-authenticate")!,
      /resource_metadata="http:\/\/localhost:3001\/\.well-known\/oauth-protected-resource\/mcp".*scope="orders.read"/
    )
    const chatGpt = await post(world, call("get_orders"), { headers: { "user-agent": "openai-mcp/1.0.0" } })
    assert.strictEqual(chatGpt.status, 200)
    assert.match(chatGpt.body.result._meta["mcp/www_authenticate"][0], /error="invalid_token"/)
    const token = await world.token("buyer@craftlocal.test", "openid")
    const poor = await post(world, call("get_orders"), { headers: { authorization: `Bearer ${token}` } })
    assert.strictEqual(poor.status, 403)
    assert.deepStrictEqual(JSON.parse(poor.body.result.content[0].text).error.details, { scopes: ["orders.read"] })
  })

  it("too many requests of one address, and says when to come again", async () => {
    const small = await openWorld({ perMinute: 3 })
    const statuses: Array<number> = []
    for (let turn = 0; turn < 5; turn++) statuses.push((await post(small, call("list_categories"))).status)
    const last = await post(small, call("list_categories"))
    assert.deepStrictEqual(statuses.slice(-2), [429, 429])
    assert.isAtLeast(Number(last.headers.get("retry-after")), 1)
    assert.strictEqual(last.body.error.data.code, "RATE_LIMITED")
    await small.dispose()
  })
})
