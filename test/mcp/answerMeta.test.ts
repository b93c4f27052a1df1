import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { tools } from "../../src/mcp/tools/index.ts"
import { dawn, openWorld, type World } from "../world.ts"
import { call, eras, post } from "./clients.ts"
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
