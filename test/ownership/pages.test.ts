import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { steps } from "../../src/http/pages/checkout/Desk.ts"
import { send } from "../badinput/answer.ts"
import { tool } from "../badinput/ask.ts"
import { type Market, openMarket } from "../badinput/market.ts"
import { tables } from "../badinput/tables.ts"
import { formsOf } from "../http/account/person.ts"
import { type Browser, openBrowser } from "../oauth/browser.ts"
import { openClient, pkce } from "../oauth/client.ts"
import { publicUrl } from "../world.ts"
import { heldById } from "./heldById.ts"
import { type Tokens, tokensOf } from "./people.ts"
import { carts, checkouts, orders } from "./things.ts"

let market: Market
let tokens: Tokens
let buyer: Browser
let strangers: Readonly<Record<string, Browser>>
beforeAll(async () => {
  market = await openMarket()
  tokens = await tokensOf(market)
  buyer = await signedIn("buyer@craftlocal.test", "demo-buyer")
  strangers = {
    nobody: openBrowser(market.world),
    "another buyer": await signedIn("guest-buyer@craftlocal.test", "demo-guest"),
    "another maker": await signedIn("seller2@craftlocal.test", "demo-seller2"),
    "an admin": await signedIn("admin@craftlocal.test", "demo-admin")
  }
}, 60_000)
afterAll(() => market.world.dispose())

const signedIn = async (email: string, password: string) => {
  const browser = openBrowser(market.world)
  await browser.signIn(email, password)
  return browser
}

const unknownLike = (id: string) => id.replace(/(_?).+/s, (all) => `${all.slice(0, 4)}${"Z".repeat(all.length - 4)}`)

/** What stands on a page, but for what it was asked by and what each form is given anew. */
const shown = (text: string, id: string) => {
  const unseen = formsOf(text).flatMap(({ hidden }) => Object.values(hidden))
  return [id, ...unseen].reduce((left, each) => (each === "" ? left : left.replaceAll(each, "…")), text)
}

/** A page is missing to all of them, as if it had never been. */
const assertMissing = async (path: string, id: string, behind = "") => {
  const before = await tables(market.world)
  for (const [who, browser] of Object.entries(strangers)) {
    const about = async (which: string) => {
      const { location, status, text } = await browser.open(`${path}${which}${behind}`)
      return { status, location: location?.replaceAll(which, "…"), text: shown(text, which) }
    }
    assert.deepStrictEqual(await about(id), await about(unknownLike(id)), `${path} to ${who}`)
  }
  assert.deepStrictEqual(await tables(market.world), before)
}

describe("a page about what is an account's", () => {
  it.each([
    ["/cart/", carts],
    ["/checkout/", checkouts],
    ["/orders/", orders]
  ] as const)("%s is not there to anybody else", async (path, things) => {
    await assertMissing(path, await things["an account's"]!.make(market, tokens))
  })

  it("/orders/…/invoice is not there to anybody else, and told in full to the account and to the shop", async () => {
    const id = await market.bought()
    await assertMissing("/orders/", id, "/invoice")
    assert.include((await buyer.open(`/orders/${id}/invoice`)).text, "1 Main St")
    const sold = await market.sold("standard")
    const maker = await signedIn("seller@craftlocal.test", "demo-seller")
    assert.include((await maker.open(`/orders/${sold}/invoice`)).text, "1 Main St")
    assert.notInclude((await strangers.nobody!.open(`/orders/${sold}/invoice`)).text, "1 Main St")
  })

  it("lets the account cancel its order by hand", async () => {
    const id = await market.bought()
    const [form] = formsOf((await buyer.open(`/orders/${id}`)).text)
    const gone = await buyer.post(form!.action, form!.hidden)
    assert.deepStrictEqual([gone.status, gone.location], [303, `/orders/${id}`])
    assert.include((await buyer.open(`/orders/${id}`)).text, "Cancelled")
  })

  it("is a page for its shop too, which cannot cancel it there", async () => {
    const order = await market.bought()
    await market.world.sql(
      (sql) => sql`UPDATE orders SET shop_id = (SELECT s.id FROM shops s JOIN accounts a ON a.id = s.account_id
        WHERE a.email = 'seller@craftlocal.test' LIMIT 1) WHERE id = ${order}`
    )
    const maker = await signedIn("seller@craftlocal.test", "demo-seller")
    const page = await maker.open(`/orders/${order}`)
    assert.deepStrictEqual([page.status, formsOf(page.text)], [200, []])
    const [form] = formsOf((await maker.open(`/l/${market.plain}`)).text)
    const { csrf } = form!.hidden
    assert.strictEqual((await maker.post(`/orders/${order}/cancel`, { csrf: csrf! })).status, 404)
  })

  it("hears no form of anybody else", async () => {
    const id = await checkouts["an account's"]!.make(market, tokens)
    const sent = { email: "thief@example.com", quantity: "0", card: "spt_test_ok", total: "1", answer: "confirm" }
    const before = await tables(market.world)
    for (const [who, browser] of Object.entries(strangers)) {
      const [form] = formsOf((await browser.open(`/l/${market.plain}`)).text)
      for (const step of steps) {
        const about = async (which: string) => {
          const answer = await browser.post(`/checkout/${which}/${step}`, { csrf: form!.hidden.csrf!, ...sent })
          return { status: answer.status, text: shown(answer.text, which) }
        }
        assert.strictEqual((await about(id)).status, 404, `${step} of ${who}`)
        assert.deepStrictEqual(await about(id), await about(unknownLike(id)), `${step} of ${who}`)
      }
    }
    assert.deepStrictEqual(await tables(market.world), before)
  })

  it("tells that account what it has said, and hears its forms", async () => {
    const id = await checkouts["an account's"]!.make(market, tokens)
    const page = await buyer.open(`/checkout/${id}`)
    for (const known of ['value="ada@example.com"', 'value="1 Main St"']) assert.include(page.text, known)
    const form = formsOf(page.text).find(({ action }) => action.endsWith("/pay"))!
    const paid = await buyer.post(form.action, { ...form.hidden, card: "spt_test_ok" })
    assert.deepStrictEqual([paid.status, paid.location], [303, `/checkout/${id}`])
    assert.include((await buyer.open(`/checkout/${id}`)).text, "Thank you")
  })

  it("is there to that account's browser", async () => {
    for (const [path, things] of [
      ["/cart/", carts],
      ["/checkout/", checkouts],
      ["/orders/", orders]
    ] as const) {
      const id = await things["an account's"]!.make(market, tokens)
      assert.strictEqual((await buyer.open(`${path}${id}`)).status, 200, path)
    }
  })
})

describe("a sign-in that somebody has begun", () => {
  it("by a link that was followed is not there any more, to nobody", async () => {
    const { body } = await market.sent(tool("create_session"))
    const link = new URL(body.result.structuredContent.session.sign_in_url).pathname
    await buyer.submit(await buyer.go(link), { answer: "allow" })
    await assertMissing("/sign-in/sessions/", link.split("/").at(-1)!)
  })

  it("for an app is not there to another browser", async () => {
    const { world } = market
    const registered = await world.fetch("/oauth/register", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ redirect_uris: ["https://app.example/back"], token_endpoint_auth_method: "none" })
    })
    const { client_id: clientId } = (await registered.json()) as { client_id: string }
    const client = openClient(world.fetch, { clientId, redirectUri: "https://app.example/back" })
    const asked = { scope: "orders.read", code_challenge: pkce().challenge, code_challenge_method: "S256" }
    const consent = await buyer.go(client.authorizeUrl(asked))
    assert.strictEqual(consent.url.origin, publicUrl)
    const [, uid] = /^\/oauth\/interaction\/(.+)$/.exec(consent.url.pathname)!
    await assertMissing("/oauth/interaction/", uid!)
    const [form] = formsOf(consent.text)
    const forged = await strangers["another buyer"]!.post(form!.action, { ...form!.hidden, answer: "allow" })
    assert.notInclude(forged.location ?? "", "app.example")
    assert.strictEqual((await buyer.submit(consent, { answer: "allow" })).url.origin, "https://app.example")
  })
})

describe("what answers to whoever holds its id", () => {
  it.each(heldById)("%s, because %s", async (_, __, pathOf) => {
    const path = await pathOf(market)
    for (const who of [undefined, tokens["another buyer"], tokens.service]) {
      const headers: Record<string, string> = who === undefined ? {} : { authorization: `Bearer ${who}` }
      assert.strictEqual((await market.world.fetch(path, { headers })).status, 200, path)
    }
    const unknown = path.replace(/_[^_/]+(\/invoice)?$/, "_nothing$1")
    assert.strictEqual((await market.world.fetch(unknown)).status, 404, unknown)
  })

  it("and a guest's order is told by its page alone, without where the guest lives", async () => {
    const path = await heldById.at(-1)![2](market)
    const id = path.split("/").at(-1)!
    const answer = await send(market.world, { door: "rest", method: "GET", path: `/api/v1${path}`, headers: {} })
    assert.strictEqual(answer.status, 401)
    assert.notInclude(await (await market.world.fetch(`/orders/${id}`)).text(), "1 Main St")
  })
})
