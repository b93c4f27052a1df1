import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openIssuer } from "../doubles/issuer.ts"
import { type Running, serve } from "../process/server.ts"

let issuer: Awaited<ReturnType<typeof openIssuer>>
let server: Running
beforeAll(async () => {
  issuer = await openIssuer()
  server = await serve({ DATABASE_URL: "memory:", OIDC_ISSUER: issuer.issuer })
}, 60_000)
afterAll(async () => {
  server.child.kill("SIGTERM")
  await server.ended
  await issuer.close()
})

/** JSON, or the one message of an event stream. */
const bodyOf = (text: string) => {
  const json = /^data: ?(\{.*)$/m.exec(text)?.[1] ?? text
  return json.startsWith("{") ? JSON.parse(json) : {}
}

const read = async (path: string, init?: RequestInit) => {
  const answer = await fetch(`${server.url}${path}`, { redirect: "manual", ...init })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: bodyOf(text) }
}

/** A token of the issuer, as Keycloak makes them: for our address, within the hour. */
const token = (sub: string, claims: Readonly<Record<string, unknown>> = {}) => {
  const now = Math.floor(Date.now() / 1000)
  const usual = { iss: issuer.issuer, aud: `${server.url}/mcp`, iat: now, exp: now + 3600, azp: "an-app" }
  return issuer.sign({ claims: { ...usual, sub, scope: "openid profile orders.read", ...claims } })
}

const rest = async (path: string, token: string, init?: RequestInit) =>
  read(`/api/v1${path}`, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } })

const mcp = (message: object, token?: string, path = "/mcp") =>
  read(path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(token && { authorization: `Bearer ${token}` })
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, ...message })
  })
const call = (name: string, token?: string, input: object = {}) =>
  mcp({ method: "tools/call", params: { name, arguments: input } }, token)

const account = async (token: string) => (await rest("/account", token)).body.account
const totalOf = async (token: string) => (await rest("/orders?status=all", token)).body.total_count

describe("a marketplace whose people sign in elsewhere", () => {
  it("says who signs its tokens, at each of its addresses", async () => {
    for (const path of ["", "/mcp", "/mcp/storefront", "/mcp/seller"]) {
      const { body } = await read(`/.well-known/oauth-protected-resource${path}`)
      assert.deepStrictEqual(body.authorization_servers, [issuer.issuer])
      assert.strictEqual(body.resource, `${server.url}${path === "" ? "/mcp" : path}`)
    }
  })

  it("is no authorization server itself", async () => {
    const addresses = [
      ["GET", "/.well-known/oauth-authorization-server"],
      ["GET", "/.well-known/openid-configuration"],
      ["GET", "/.well-known/jwks.json"],
      ["GET", "/oauth/authorize?client_id=x"],
      ["GET", "/oauth/jwks"],
      ["GET", "/oauth/userinfo"],
      ["GET", "/oauth/interaction/x"],
      ["POST", "/oauth/token"],
      ["POST", "/oauth/register"],
      ["POST", "/oauth/revoke"]
    ] as const
    for (const [method, path] of addresses) {
      const { body, status } = await read(path, { method })
      assert.deepStrictEqual([status, body.error?.code], [404, "NOT_FOUND"], path)
    }
  })

  it("tells where accounts are kept, on every page where people would sign in", async () => {
    for (const path of ["/sign-in", "/register", "/forgot-password", "/reset-password?token=x", "/account"]) {
      const { status, text } = await read(path)
      assert.strictEqual(status, 200, path)
      assert.include(text, "Accounts are kept elsewhere")
      assert.include(text, `href="${issuer.issuer}"`)
      assert.notInclude(text, "<form", path)
      assert.strictEqual((await read(path, { method: "POST" })).status, 404, path)
    }
    assert.notInclude((await read("/")).text, "demo-buyer")
    assert.notInclude((await read("/orders/ord_x")).text, "/sign-in")
    const { body, status } = await read("/dev/token", { method: "POST", body: "{}" })
    assert.strictEqual(status, 404)
    assert.strictEqual(body.error.message, `Tokens come from ${issuer.issuer}. Ask there for one.`)
    assert.notInclude(server.output(), "demo-buyer")
  })

  it("offers no sign-in by a link, which would lead nowhere", async () => {
    const { body } = await mcp({ method: "tools/list", params: {} })
    const names = body.result.tools.map(({ name }: { name: string }) => name)
    assert.include(names, "get_orders")
    for (const name of ["create_session", "authenticate", "get_auth_status"]) assert.notInclude(names, name)
    assert.strictEqual((await mcp({ method: "tools/list", params: {} }, undefined, "/mcp/session")).status, 404)
    assert.strictEqual((await read("/.well-known/oauth-protected-resource/mcp/session")).status, 404)
  })

  it("lets whoever comes with a good token call tools and REST, as one account of their own", async () => {
    const first = await token("person-1", { name: "Nia Park", email: "nia@example.com", email_verified: true })
    const { body } = await call("get_orders", first)
    assert.strictEqual(body.result.structuredContent.total_count, 0)
    const made = await account(first)
    assert.deepInclude(made, { name: "Nia Park", email: "nia@example.com", email_verified: true })
    const again = await account(await token("person-1", { iat: Math.floor(Date.now() / 1000) - 5 }))
    assert.strictEqual(again.id, made.id)
    assert.notStrictEqual((await account(await token("person-2"))).id, made.id)
  })

  it("knows an account by an e-mail address that the issuer has verified, and by no other", async () => {
    const email = "Buyer@craftlocal.test"
    const unproven = await token("stranger", { email, email_verified: false })
    assert.strictEqual(await totalOf(unproven), 0)
    assert.isNull((await account(unproven)).email)
    assert.strictEqual(await totalOf(await token("says-so", { email, email_verified: "true" })), 0)
    assert.isAbove(await totalOf(await token("avery", { email, email_verified: true })), 0)
    // Known from then on, whatever the address is.
    assert.isAbove(await totalOf(await token("avery", { email: "moved@example.com", email_verified: true })), 0)
    assert.strictEqual(await totalOf(unproven), 0)
  })

  it("reads roles where issuers put them", async () => {
    for (const roles of [
      { roles: ["admin", "uma_authorization"] },
      { realm_access: { roles: ["admin"] } },
      { app_metadata: { roles: ["admin"] } }
    ]) {
      const operator = await token(`operator-${Object.keys(roles)[0]}`, { scope: "admin", ...roles })
      assert.strictEqual((await rest("/admin/audit", operator)).status, 200, JSON.stringify(roles))
    }
    // What the issuer says no more of somebody is over; what it says nothing of stays.
    const silent = await token("operator-roles", { scope: "admin", iat: Math.floor(Date.now() / 1000) - 1 })
    assert.strictEqual((await rest("/admin/audit", silent)).status, 200)
    const demoted = await token("operator-roles", { scope: "admin", roles: ["uma_authorization"] })
    assert.strictEqual((await rest("/admin/audit", demoted)).status, 403)
    const nobody = await token("no-operator", { scope: "admin" })
    assert.strictEqual((await rest("/admin/audit", nobody)).status, 403)
  })

  it("reads permissions where issuers put them, and asks for those that are missing by its own metadata", async () => {
    for (const claims of [
      { scope: undefined, scp: ["orders.read"] },
      { scope: "openid", permissions: ["orders.read"] }
    ]) {
      assert.strictEqual((await call("get_orders", await token("scoped", claims))).status, 200, JSON.stringify(claims))
    }
    const narrow = await token("scoped", { scope: "openid made.up" })
    const { headers, status } = await call("get_orders", narrow)
    const challenge = headers.get("www-authenticate")!
    assert.strictEqual(status, 403)
    assert.include(challenge, `error="insufficient_scope"`)
    assert.include(challenge, `scope="orders.read"`)
    const metadata = /resource_metadata="([^"]*)"/.exec(challenge)![1]!
    const { body } = await read(metadata.slice(server.url.length))
    assert.deepStrictEqual(body.authorization_servers, [issuer.issuer])
    assert.strictEqual((await call("get_orders")).status, 401)
  })

  it("refuses what is not for it", async () => {
    const now = Math.floor(Date.now() / 1000)
    for (const [what, claims] of Object.entries({
      "for another address": { aud: "https://other.test/mcp" },
      "of another issuer": { iss: server.url },
      over: { iat: now - 7200, exp: now - 3600 },
      "for a client": { nonce: "n" }
    })) {
      assert.strictEqual((await rest("/orders", await token("person-1", claims))).status, 401, what)
    }
  })
})
