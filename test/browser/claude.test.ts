import {
  Client,
  type OAuthClientInformationMixed,
  type OAuthClientProvider,
  type OAuthTokens,
  StreamableHTTPClientTransport,
  UnauthorizedError
} from "@modelcontextprotocol/client"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { type Running, serve } from "../process/server.ts"
import { describeInChromium, launchChromium } from "./chromium.ts"
import { allowInBrowser } from "./connectPage.ts"

const redirectUrl = "http://localhost:51234/callback"
const buyer = { email: "buyer@craftlocal.test", password: "demo-buyer" }

/** What a program on a person's computer keeps of its sign-in. */
const keeping = () => {
  let client: OAuthClientInformationMixed | undefined
  let tokens: OAuthTokens | undefined
  let verifier = ""
  const asked: Array<URL> = []
  const provider: OAuthClientProvider = {
    redirectUrl,
    clientMetadata: {
      client_name: "Claude Code",
      redirect_uris: [redirectUrl],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: "none"
    },
    clientInformation: () => client,
    saveClientInformation: (given) => {
      client = given
    },
    tokens: () => tokens,
    saveTokens: (given) => {
      tokens = given
    },
    redirectToAuthorization: (url) => {
      asked.push(url)
    },
    saveCodeVerifier: (given) => {
      verifier = given
    },
    codeVerifier: () => verifier
  }
  return { provider, asked, tokens: () => tokens, client: () => client }
}

describeInChromium("Claude, by the official client, with a person in a real browser", () => {
  let server: Running
  let browser: Browser

  beforeAll(async () => {
    await buildWidgets()
    server = await serve({ DATABASE_URL: "memory:" })
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    server?.child.kill("SIGTERM")
    await server?.ended
  })

  test("a document that points inside the network is not read, and its client not known", async () => {
    for (const host of [
      "127.0.0.1",
      "[::1]",
      "localhost",
      "169.254.169.254",
      "10.0.0.1",
      "[::ffff:7f00:1]",
      "[fd00::1]"
    ]) {
      const asked = new URLSearchParams({
        client_id: `https://${host}/client.json`,
        redirect_uri: `https://${host}/callback`,
        response_type: "code",
        code_challenge: "x".repeat(43),
        code_challenge_method: "S256"
      })
      const answer = await fetch(`${server.url}/oauth/authorize?${asked}`, { redirect: "manual" })
      expect([answer.status, answer.headers.get("location")], host).toEqual([400, null])
      expect(await answer.text()).toContain("This app could not be connected")
    }
  })

  test("discovers the server, is asked to sign in by a 401, registers, connects and buys", {
    timeout: 90_000
  }, async () => {
    const kept = keeping()
    const seen: Array<string> = []
    const transport = () =>
      new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), {
        authProvider: kept.provider,
        fetch: async (input, init) => {
          const answer = await fetch(input, init)
          const { method } = init?.body ? JSON.parse(String(init.body).startsWith("{") ? String(init.body) : "{}") : {}
          seen.push(`${method ?? new URL(String(input)).pathname} ${answer.status}`)
          return answer
        }
      })
    const modern = { versionNegotiation: { mode: { pin: "2026-07-28" } } } as const
    const first = transport()
    const client = new Client({ name: "claude-code", version: "1" }, modern)
    await client.connect(first)
    expect(seen[0]).toBe("server/discover 200")
    const found = (await client.callTool({ name: "search_listings", arguments: { query: "mug" } })) as any
    expect(found.structuredContent.listings.length).toBeGreaterThan(0)

    // Only a 401 makes it sign in.
    await expect(client.callTool({ name: "get_orders", arguments: {} })).rejects.toBeInstanceOf(UnauthorizedError)
    expect(seen).toContain("tools/call 401")
    expect(seen).toContain("/.well-known/oauth-protected-resource/mcp 200")
    expect(seen.some((each) => each === "/oauth/register 201" || each.endsWith(" 201"))).toBe(true)
    expect(kept.client()!.client_id).toMatch(/^cli_/)

    const [url] = kept.asked
    expect(url!.searchParams.get("resource")).toBe(`${server.url}/mcp`)
    const { asked, back, troubles } = await allowInBrowser(browser, url!.href, { back: redirectUrl, ...buyer })
    expect(troubles).toEqual([])
    expect(asked).toContain("a program on this computer")
    expect(asked).toContain("nobody vouches for that name")
    await first.finishAuth(back.searchParams)
    expect(kept.tokens()!.refresh_token).toBeTypeOf("string")
    await client.close()

    const signedIn = new Client({ name: "claude-code", version: "1" }, modern)
    await signedIn.connect(transport())
    const call = async (name: string, args: Record<string, unknown>) =>
      ((await signedIn.callTool({ name, arguments: args })) as any).structuredContent
    const before = await call("get_orders", { limit: 1 })
    expect(before.total_count).toBeGreaterThan(0)

    const { listings } = await call("search_listings", { in_stock: true, sort_by: "newest", limit: 50 })
    let session: any
    for (const { id } of listings) {
      const { listing } = await call("get_listing", { listing_id: id })
      if (!listing.shipping_enabled || listing.variants.length > 0 || listing.stock < 3) continue
      session = (await call("create_checkout", { listing_id: id, quantity: 1 })).checkout_session
      break
    }
    const ready = await call("update_checkout", { session_id: session.id, shipping_method: "standard" })
    expect(ready.checkout_session.status).toBe("ready")
    const { order } = await call("complete_checkout", { session_id: session.id, payment_token: "spt_test_ok" })
    expect(order.payment_status).toBe("succeeded")
    expect((await call("get_orders", { limit: 1 })).total_count).toBe(before.total_count + 1)
    await signedIn.close()
  })
})
