import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { send } from "./answer.ts"
import { acp, goesTo, rest, says, tool } from "./ask.ts"
import { type Market, openMarket } from "./market.ts"
import { goodAcp } from "./rows/goodAcp.ts"
import { strangeIds } from "./rows/values.ts"
import { tables } from "./tables.ts"

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.world.dispose())

describe("what looks odd and is not wrong", () => {
  it("a least price above the highest finds nothing", async () => {
    const { body } = await market.sent(rest("GET", "/listings/search?price_min=50&price_max=20"))
    assert.deepStrictEqual([body.listings, body.total_count], [[], 0])
    const told = await market.sent(tool("search_listings", { price_min: 50, price_max: 20 }))
    assert.strictEqual(told.body.result.structuredContent.total_count, 0)
  })

  it("a shop, a tag, a category or a city that is none finds nothing", async () => {
    for (const id of Object.values(strangeIds).filter((id) => id.length < 60 && id !== "")) {
      for (const said of [{ shop_id: id }, { tags: [id] }, { category: id }, { city: id }]) {
        const { body } = await market.sent(tool("search_listings", said))
        assert.strictEqual(body.result.structuredContent.total_count, 0, JSON.stringify(said))
      }
    }
  })

  it("words that mean something to a query language are words", async () => {
    for (const query of ["'); DROP TABLE listings; --", ":*|!&<->", "a\0b", "mug \ud83d", "__proto__", "%", "\\"]) {
      await market.sent(tool("search_listings", { query }))
    }
  })

  it("fields and parameters that nobody knows are ignored", async () => {
    await market.sent(rest("GET", "/listings/search?colour=blue&__proto__=1"))
    await market.sent(rest("POST", "/checkouts", { listing_id: market.plain, constructor: 1 }))
    await market.sent(says("__proto__", { quantity: -1 })(tool("create_checkout", { listing_id: market.plain })))
    await market.sent(acp("POST", "", { ...market.acpAsked(), metadata: { constructor: "x" } }))
  })

  it("paying what is paid answers the same order", async () => {
    const id = await market.paid()
    const before = await tables(market.world)
    const pay = rest("POST", `/checkouts/${id}/complete`, { payment_token: "spt_test_ok" })
    const first = await market.sent(pay)
    const again = await market.sent(tool("complete_checkout", { session_id: id, payment_token: "spt_test_ok" }))
    assert.strictEqual(again.body.result.structuredContent.order.id, first.body.order.id)
    const after = await tables(market.world)
    assert.deepStrictEqual({ ...after, audit: "" }, { ...before, audit: "" })
  })

  it("an agent reads of a declined token, and of an address nobody delivers to, in its session", async () => {
    const id = await market.session()
    const declined = await market.sent(acp("POST", `/${id}/complete`, { payment_data: { token: "constructor" } }))
    assert.include(
      declined.body.messages.map(({ code }: { code: string }) => code),
      "payment_declined"
    )
    const abroad = says("fulfillment_details.address.country", "FR")(goodAcp.create(market))
    const { body } = await market.sent(abroad)
    assert.include(
      body.messages.map(({ code }: { code: string }) => code),
      "region_restricted"
    )
  })
})

describe("a page about nothing", () => {
  const pages = ["/l", "/checkout", "/orders"]
  const ids = Object.entries(strangeIds).filter(([, id]) => id !== "")
  it.each(ids)("%s is missing, whatever it would be about", async (_, id) => {
    for (const page of pages) {
      const path = `${page}/${encodeURIComponent(id.toWellFormed())}`
      const { status } = await market.world.fetch(path)
      assert.strictEqual(status, 404, path)
    }
    const asked = goesTo(`/images/${encodeURIComponent(id.toWellFormed())}/1.svg`)(rest("GET", ""))
    assert.strictEqual((await send(market.world, asked)).status, 404)
  })
})
