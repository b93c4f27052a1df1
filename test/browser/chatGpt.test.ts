import { exportJWK, generateKeyPair, SignJWT } from "jose"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { chatGpt, clientDocuments } from "../oauth/documents.ts"
import { type ChatGptClient, openChatGpt } from "./chatGpt.ts"
import { describeInChromium, launchChromium } from "./chromium.ts"
import { allowInBrowser } from "./connectPage.ts"
import { serveWorld } from "./worldServer.ts"

const buyer = { email: "buyer@craftlocal.test", password: "demo-buyer" }

describeInChromium("ChatGPT, with a person in a real browser", () => {
  let served: Awaited<ReturnType<typeof serveWorld>>
  let browser: Browser
  let signing: ChatGptClient

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true })
    const jwk = { ...(await exportJWK(publicKey)), kid: "chatgpt", alg: "RS256", use: "sig" }
    signing = {
      ...chatGpt,
      sign: (audience) =>
        new SignJWT({ iss: chatGpt.clientId, sub: chatGpt.clientId, aud: audience, jti: crypto.randomUUID() })
          .setProtectedHeader({ alg: "RS256", kid: "chatgpt" })
          .setIssuedAt()
          .setExpirationTime("1m")
          .sign(privateKey)
    }
    served = await serveWorld({ outside: clientDocuments({ keys: [jwk] }) })
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  /** Connects as ChatGPT does, looks at the person's orders, and buys for them. */
  const connectAndBuy = async (client: ChatGptClient) => {
    const { publicUrl, world } = served
    world.passes("1 minute")
    const chat = openChatGpt(fetch, `${publicUrl}/mcp`, client)
    const { result } = await chat.initialize()
    expect(result.protocolVersion).toBe("2025-11-25")
    const tools = await chat.listTools()
    const schemesOf = (name: string) => tools.find((tool) => tool.name === name)!.securitySchemes
    expect(schemesOf("search_listings")).toEqual([{ type: "noauth" }])
    expect(schemesOf("get_orders")).toEqual([{ type: "oauth2", scopes: ["orders.read"] }])

    // Everybody may look around.
    const found = await chat.call("search_listings", { query: "mug", in_stock: true })
    expect(found.structuredContent.listings.length).toBeGreaterThan(0)

    // What is somebody's own is asked for in the result of a tool, which arrives with 200.
    const refused = await chat.call("get_orders", {})
    expect([refused.status, refused.isError]).toEqual([200, true])
    const challenge = chat.challengeIn(refused)
    expect(challenge.scope).toBe("orders.read")
    const { finish, url } = await chat.begin(challenge)
    const { asked, back, troubles } = await allowInBrowser(browser, url, { back: client.redirectUri, ...buyer })
    expect(troubles).toEqual([])
    expect(asked).toContain("chatgpt.com")
    expect(asked).toContain("See your orders")
    expect(await finish(back)).toMatchObject({ email: buyer.email, email_verified: true })

    const before = await chat.call("get_orders", { limit: 1 })
    expect(before.structuredContent.total_count).toBeGreaterThan(0)

    const [{ id }] = (await world.sql(
      (sql) => sql`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled AND stock > 5
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
    )) as readonly [{ readonly id: string }]
    const opened = await chat.call("create_checkout", { listing_id: id, quantity: 1 })
    const { id: session_id } = opened.structuredContent.checkout_session
    // The person's address is known, so that only the way of sending is left to say.
    const chosen = await chat.call("update_checkout", { session_id, shipping_method: "standard" })
    expect(chosen.structuredContent.checkout_session.status).toBe("ready")
    const paid = await chat.call("complete_checkout", { session_id, payment_token: "spt_test_ok" })
    expect(paid.structuredContent.order.payment_status).toBe("succeeded")
    const after = await chat.call("get_orders", { limit: 1 })
    expect(after.structuredContent.total_count).toBe(before.structuredContent.total_count + 1)
    expect(after.structuredContent.orders[0].id).toBe(paid.structuredContent.order.id)
    return chat
  }

  test("connects by signing for itself after the challenge of a tool, and buys", { timeout: 60_000 }, async () => {
    await connectAndBuy(signing)
  })

  test("connects by its name alone, buys, and asks again for what it was not allowed before", {
    timeout: 60_000
  }, async () => {
    const redirectUri = "https://chatgpt.com/connector/oauth/cb_1"
    const client = { clientId: "https://chatgpt.com/oauth/cb_1/client.json", redirectUri }
    const chat = await connectAndBuy(client)
    const refused = await chat.call("get_seller_dashboard", {})
    const challenge = chat.challengeIn(refused)
    expect([challenge.error, challenge.scope]).toEqual(["insufficient_scope", "seller.manage"])
    const seller = { email: "seller@craftlocal.test", password: "demo-seller" }
    const { finish, url } = await chat.begin(challenge)
    const { back } = await allowInBrowser(browser, url, { back: redirectUri, ...seller })
    await finish(back)
    const { structuredContent } = await chat.call("get_seller_dashboard", {})
    expect(structuredContent.dashboard.active_listings).toBeGreaterThan(0)
  })
})
