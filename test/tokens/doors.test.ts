import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { call, type Era, post } from "../mcp/clients.ts"
import { openBrowser } from "../oauth/browser.ts"
import { openClient } from "../oauth/client.ts"
import { claude, clientDocuments } from "../oauth/documents.ts"
import { dawn, openWorld, publicUrl, type World } from "../world.ts"
import { joined, openForge, partsOf } from "./forging.ts"

let world: World
/** The buyer's, and good. */
let good: string
/** Of an app that the buyer let in, and good. */
let known: string
let bad: Readonly<Record<string, string>>

const now = dawn.getTime() / 1000
const names = [
  "a token without a signature",
  "a token with another's signature",
  "a token whose owner was changed",
  "a token that is over",
  "a token that begins later",
  "a token of another issuer",
  "a token for another site",
  "a token for an address of ours that takes none",
  "a token of another type",
  "an ID token",
  "a refresh token",
  "an agent's key",
  "a token of an account that was deleted",
  "a token from before its account signed out everywhere",
  "a token that was taken back",
  "two tokens",
  "the same token twice",
  "a good token after a bad one",
  "a token in quotes",
  "a token in two parts",
  "a token after a tab",
  "a token without a space",
  "a scheme without a token",
  "a scheme and spaces",
  "nothing at all",
  "a token without a scheme",
  "a password",
  "a token by another scheme",
  "a header without end"
] as const

/** Whoever is let in here by a header is not who they say. */
const headersOf = (all: Readonly<Record<string, string>>): Record<(typeof names)[number], string> => ({
  "a token without a signature": `Bearer ${all.unsigned}`,
  "a token with another's signature": `Bearer ${all.tampered}`,
  "a token whose owner was changed": `Bearer ${all.changed}`,
  "a token that is over": `Bearer ${all.expired}`,
  "a token that begins later": `Bearer ${all.early}`,
  "a token of another issuer": `Bearer ${all.foreign}`,
  "a token for another site": `Bearer ${all.elsewhere}`,
  "a token for an address of ours that takes none": `Bearer ${all.forAgents}`,
  "a token of another type": `Bearer ${all.otherType}`,
  "an ID token": `Bearer ${all.idToken}`,
  "a refresh token": `Bearer ${all.refreshToken}`,
  "an agent's key": "Bearer acp_demo_key",
  "a token of an account that was deleted": `Bearer ${all.erased}`,
  "a token from before its account signed out everywhere": `Bearer ${all.signedOut}`,
  "a token that was taken back": `Bearer ${all.revoked}`,
  "two tokens": `Bearer ${all.revoked}, Bearer ${good}`,
  "the same token twice": `Bearer ${good}, Bearer ${good}`,
  "a good token after a bad one": `Bearer x Bearer ${good}`,
  "a token in quotes": `Bearer "${good}"`,
  "a token in two parts": `Bearer ${good.slice(0, 40)} ${good.slice(40)}`,
  "a token after a tab": `Bearer\t${good}`,
  "a token without a space": `Bearer${good}`,
  "a scheme without a token": "Bearer",
  "a scheme and spaces": "Bearer   ",
  "nothing at all": "",
  "a token without a scheme": good,
  "a password": `Basic ${Buffer.from(`buyer@craftlocal.test:demo-buyer`).toString("base64")}`,
  "a token by another scheme": `DPoP ${good}`,
  "a header without end": `Bearer ${"a".repeat(10_000)}`
})

beforeAll(async () => {
  world = await openWorld({ outside: clientDocuments() })
  const early = await world.token("buyer@craftlocal.test")
  const erased = await world.token("guest-buyer@craftlocal.test", "profile", "orders.write")
  const signedOut = await world.token("seller2@craftlocal.test")

  const client = openClient(world.fetch, claude)
  const connect = () => {
    const browser = openBrowser(world)
    return client.connect(
      browser,
      "openid email offline_access orders.read",
      browser.agree("buyer@craftlocal.test", "demo-buyer")
    )
  }
  const revoked = await connect()
  const standing = (await connect()) as Awaited<ReturnType<typeof connect>> & { readonly id_token: string }

  // Each is good until something happens, and is known as good.
  for (const token of [erased, signedOut, revoked.access_token]) {
    assert.strictEqual((await search(`Bearer ${token}`)).status, 200)
  }
  world.passes("1 minute")
  const json = { "content-type": "application/json", authorization: `Bearer ${erased}` }
  const body = JSON.stringify({ confirm: "guest-buyer@craftlocal.test", password: "demo-guest" })
  assert.strictEqual((await world.fetch("/api/v1/account", { method: "DELETE", headers: json, body })).status, 200)
  const maker = openBrowser(world)
  await maker.signIn("seller2@craftlocal.test", "demo-seller2")
  const account = await maker.go("/account")
  const [, csrf] = /name="csrf" value="([^"]*)"/.exec(account.text)!
  await maker.post("/account/sign-out-everywhere", { csrf: csrf! })
  await client.post("/oauth/revoke", { token: revoked.refresh_token, client_id: claude.clientId })
  world.passes("61 seconds")

  good = await world.token("buyer@craftlocal.test", "orders.read")
  known = standing.access_token
  const forge = await openForge(world, good)
  const { claims, header, signature } = partsOf(good)
  const admin = partsOf(await world.token("admin@craftlocal.test", "admin")).claims
  bad = headersOf({
    unsigned: joined({ ...header, alg: "none" }, claims, ""),
    tampered: joined(header, claims, partsOf(early).signature),
    changed: joined(header, { ...claims, sub: admin.sub, scope: "admin" }, signature),
    expired: await forge({ claims: { iat: now - 7200, exp: now - 3600 } }),
    early: await forge({ claims: { nbf: now + 3600 } }),
    foreign: await forge({ claims: { iss: "https://issuer.example" } }),
    elsewhere: await forge({ claims: { aud: "https://shop.example/mcp" } }),
    forAgents: await forge({ claims: { aud: `${publicUrl}/mcp/acp` } }),
    otherType: await forge({ header: { typ: "JWT" } }),
    idToken: standing.id_token,
    refreshToken: standing.refresh_token,
    erased,
    signedOut,
    revoked: revoked.access_token
  })
}, 60_000)
afterAll(() => world.dispose())

const search = (authorization: string) => world.fetch("/api/v1/listings/search?limit=1", { headers: { authorization } })

const tool = (path: string, era: Era) => async (authorization: string) => {
  const answer = await post(world, call("search_listings", { limit: 1 }), { era, path, headers: { authorization } })
  return answer as { readonly status: number; readonly headers: Headers; readonly body: any }
}

const json = async (answer: Promise<Response>) => {
  const { headers, status } = await answer
  return { status, headers, body: (await (await answer).json()) as any }
}

const metadata = (path: string) => `${publicUrl}/.well-known/oauth-protected-resource${path}`

interface Door {
  readonly says: string
  readonly channel: string
  readonly metadata: string
  /** Something that guests may do too, so that nobody is taken for a guest unnoticed. */
  readonly ask: (
    authorization: string
  ) => Promise<{ readonly status: number; readonly headers: Headers; readonly body: any }>
  readonly codeOf: (body: any) => unknown
}

const doors: ReadonlyArray<Door> = [
  ...(["legacy", "modern"] as const).flatMap((era) =>
    ["/mcp", "/mcp/storefront"].map((path) => ({
      says: `${path} in the ${era} era`,
      channel: "mcp",
      metadata: metadata(path),
      ask: tool(path, era),
      codeOf: (body: any) => body.error?.data.code
    }))
  ),
  {
    says: "REST",
    channel: "rest",
    metadata: metadata("/mcp"),
    ask: (authorization) => json(search(authorization)),
    codeOf: (body) => body.error?.code
  },
  {
    says: "/oauth/userinfo",
    channel: "web",
    metadata: metadata("/mcp"),
    ask: (authorization) => json(world.fetch("/oauth/userinfo", { headers: { authorization } })),
    codeOf: (body) => (body.error === "invalid_token" ? "UNAUTHORIZED" : body.error)
  }
]

/** How often each door has refused a credential, as an operator reads it. */
const refusals = async () => {
  const headers = { authorization: `Bearer ${await world.token("admin@craftlocal.test", "admin")}` }
  const { body } = await json(world.fetch("/api/v1/admin/audit?action=credential.refused&limit=50", { headers }))
  const counts: Record<string, number> = { mcp: 0, rest: 0, web: 0, acp: 0 }
  for (const { channel, times } of body.entries) counts[channel] = (counts[channel] ?? 0) + times
  return { counts, text: JSON.stringify(body) }
}

describe("a credential that is no good", () => {
  it("is every one of those", () => {
    assert.sameMembers(Object.keys(bad), [...names])
    for (const [name, header] of Object.entries(bad)) assert.notInclude(header, "undefined", name)
  })

  it.each(doors)(
    "is refused at $says, never taken for a guest, and is noted",
    async ({ ask, channel, codeOf, ...door }) => {
      const before = await refusals()
      for (const name of names) {
        const { body, headers, status } = await ask(bad[name]!)
        assert.deepStrictEqual([status, codeOf(body)], [401, "UNAUTHORIZED"], name)
        const challenge = headers.get("www-authenticate")!
        assert.match(challenge, /^Bearer .*error="invalid_token"/, name)
        assert.include(challenge, `resource_metadata="${door.metadata}"`, name)
        assert.notInclude(JSON.stringify(body) + challenge, bad[name]!.slice(20, 60) || "nothing at all", name)
      }
      const after = await refusals()
      assert.strictEqual(after.counts[channel]! - before.counts[channel]!, names.length)
      for (const header of Object.values(bad))
        assert.isFalse(header.length > 20 && after.text.includes(header.slice(10)))
    }
  )

  it("opens no door of agents either, whoever's it is", async () => {
    const before = await refusals()
    const headers = (authorization: string) => ({ authorization, "api-version": "2026-04-17" })
    const { "an agent's key": _, ...others } = bad
    const all = { ...others, "a good token": `Bearer ${good}` }
    for (const [name, authorization] of Object.entries(all)) {
      for (const path of ["/checkout_sessions/chk_none", "/carts/crt_none"]) {
        const { body, status } = await json(world.fetch(path, { headers: headers(authorization) }))
        assert.deepStrictEqual([status, body.code], [401, "unauthorized"], name)
      }
      const binding = await tool("/mcp/acp", "legacy")(authorization)
      assert.deepStrictEqual([binding.status, binding.body.error.data.code], [401, "unauthorized"], name)
    }
    const after = await refusals()
    assert.strictEqual(after.counts.acp! - before.counts.acp!, 3 * Object.keys(all).length)
  })
})

describe("a good token", () => {
  it.each(doors)("is let in at $says, however its scheme is spelled and spaced", async ({ ask }) => {
    for (const scheme of ["Bearer ", "bearer ", "BEARER   "]) {
      for (const after of ["", "  "]) assert.strictEqual((await ask(`${scheme}${known}${after}`)).status, 200, scheme)
    }
  })

  it("counts in the header alone, never in an address or a form", async () => {
    for (const name of ["access_token", "token", "authorization"]) {
      const query = `?${name}=${good}`
      assert.strictEqual((await world.fetch(`/api/v1/orders${query}`)).status, 401, name)
      assert.strictEqual((await post(world, call("get_orders"), { path: `/mcp${query}` })).status, 401, name)
      assert.strictEqual((await world.fetch(`/oauth/userinfo${query}`)).status, 401, name)
      const body = new URLSearchParams({ [name]: known })
      assert.strictEqual((await world.fetch("/oauth/userinfo", { method: "POST", body })).status, 401, name)
    }
  })
})
