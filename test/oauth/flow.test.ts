import { exportJWK, generateKeyPair, SignJWT } from "jose"
import { afterAll, assert, beforeAll, beforeEach, describe, it } from "vitest"
import { formsOf } from "../http/account/person.ts"
import { openWorld, publicUrl, type World } from "../world.ts"
import { type Browser, openBrowser, type Shown } from "./browser.ts"
import { openClient, pkce, type Tokens } from "./client.ts"
import { chatGpt, claude, claudeCode, clientDocuments } from "./documents.ts"

let world: World
let signed: (claims: Record<string, unknown>) => Promise<string>

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: "chatgpt", alg: "RS256", use: "sig" }
  signed = (claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "chatgpt" })
      .setIssuedAt()
      .setExpirationTime("1m")
      .setJti(crypto.randomUUID())
      .sign(privateKey)
  world = await openWorld({ outside: clientDocuments({ keys: [jwk] }) })
}, 60_000)
afterAll(() => world.dispose())
// Nobody here is held back for having signed in so often.
beforeEach(() => world.passes("1 minute"))

const read = async (path: string, init?: RequestInit) => {
  const answer = await world.fetch(path, init)
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any }
}

const buyer = (browser: Browser) => browser.agree("buyer@craftlocal.test", "demo-buyer")
const seller = (browser: Browser) => browser.agree("seller@craftlocal.test", "demo-seller")

const claudeHere = () => openClient(world.fetch, claude)
const orders = (token: string) =>
  read("/api/v1/orders", { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status)
const claimsOf = ({ access_token }: Tokens) =>
  JSON.parse(Buffer.from(access_token.split(".")[1]!, "base64url").toString()) as Record<string, unknown>

describe("what clients look for before they connect", () => {
  it("is told of the authorization server alike by both names", async () => {
    const { body } = await read("/.well-known/oauth-authorization-server")
    assert.deepInclude(body, {
      issuer: publicUrl,
      authorization_endpoint: `${publicUrl}/oauth/authorize`,
      token_endpoint: `${publicUrl}/oauth/token`,
      registration_endpoint: `${publicUrl}/oauth/register`,
      revocation_endpoint: `${publicUrl}/oauth/revoke`,
      userinfo_endpoint: `${publicUrl}/oauth/userinfo`,
      jwks_uri: `${publicUrl}/oauth/jwks`,
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code", "refresh_token", "client_credentials"],
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none", "private_key_jwt", "client_secret_basic"],
      client_id_metadata_document_supported: true,
      authorization_response_iss_parameter_supported: true
    })
    assert.includeMembers(body.scopes_supported, ["openid", "email", "offline_access", "orders.read", "seller.manage"])
    assert.deepStrictEqual((await read("/.well-known/openid-configuration")).body, body)
  })

  it("is told of each address of ours, exactly as people enter it, and of no refresh tokens", async () => {
    for (const path of ["", "/mcp", "/mcp/storefront", "/mcp/cart", "/mcp/orders", "/mcp/seller"]) {
      const { body, headers } = await read(`/.well-known/oauth-protected-resource${path}`)
      assert.strictEqual(body.resource, `${publicUrl}${path === "" ? "/mcp" : path}`)
      assert.deepStrictEqual(body.authorization_servers, [publicUrl])
      assert.deepStrictEqual(body.bearer_methods_supported, ["header"])
      assert.notInclude(body.scopes_supported, "offline_access")
      assert.strictEqual(headers.get("access-control-allow-origin"), "*")
    }
    assert.strictEqual((await world.fetch("/.well-known/oauth-protected-resource/mcp/acp")).status, 404)
  })

  it("may be read from any page, as tokens may be asked for", async () => {
    const anywhere = { origin: "http://localhost:6274" }
    for (const path of ["/.well-known/oauth-authorization-server", "/.well-known/jwks.json", "/oauth/jwks"]) {
      const { headers, status } = await read(path, { headers: anywhere })
      assert.deepStrictEqual([status, headers.get("access-control-allow-origin")], [200, "*"])
    }
    const { status } = await world.fetch("/oauth/token", { method: "OPTIONS", headers: anywhere })
    assert.strictEqual(status, 204)
    assert.strictEqual((await world.fetch("/mcp", { method: "POST", headers: anywhere })).status, 403)
  })

  it("finds public keys at both addresses, and nothing private", async () => {
    const { body } = await read("/oauth/jwks")
    assert.deepStrictEqual((await read("/.well-known/jwks.json")).body, body)
    for (const key of body.keys) {
      assert.notProperty(key, "d")
      assert.deepInclude(key, { kty: "EC", crv: "P-256", alg: "ES256", use: "sig" })
    }
  })
})

describe("a client that is known by its metadata document", () => {
  it("gets a code for its person, tokens for the code, and who the person is", async () => {
    const browser = openBrowser(world)
    const client = claudeHere()
    const { answer, verifier } = await client.ask(browser, "openid email profile orders.read", buyer(browser))
    assert.strictEqual(answer.get("iss"), publicUrl)
    assert.strictEqual(answer.get("state"), "of the client")
    const tokens = await client.exchange(answer.get("code")!, verifier)
    assert.deepInclude(tokens, { status: 200, scope: "orders.read", token_type: "Bearer", expires_in: 3600 })
    assert.deepInclude(claimsOf(tokens), {
      iss: publicUrl,
      aud: `${publicUrl}/mcp`,
      client_id: claude.clientId,
      scope: "orders.read"
    })
    assert.strictEqual(await orders(tokens.access_token), 200)

    const { body } = await read("/oauth/userinfo", { headers: { authorization: `Bearer ${tokens.access_token}` } })
    assert.deepStrictEqual(body, {
      sub: claimsOf(tokens).sub,
      email: "buyer@craftlocal.test",
      email_verified: true,
      name: "Avery Collins"
    })
  })

  it("learns no more of the person than they allowed", async () => {
    const browser = openBrowser(world)
    const silent = await claudeHere().connect(browser, "orders.read", buyer(browser))
    const about = async ({ access_token }: Tokens) =>
      read("/oauth/userinfo", { headers: { authorization: `Bearer ${access_token}` } })
    const refused = await about(silent)
    assert.deepStrictEqual([refused.status, refused.body.error], [403, "insufficient_scope"])
    const brief = await about(await claudeHere().connect(browser, "openid", buyer(browser)))
    assert.hasAllKeys(brief.body, ["sub"])
    assert.strictEqual((await read("/oauth/userinfo")).status, 401)
  })

  it("may sign for itself, when it says that it prefers to", async () => {
    const browser = openBrowser(world)
    const client = openClient(world.fetch, chatGpt)
    const { answer, verifier } = await client.ask(browser, "orders.read", buyer(browser))
    const code = answer.get("code")!
    const assertion = await signed({ iss: chatGpt.clientId, sub: chatGpt.clientId, aud: publicUrl })
    const proof = {
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion
    }
    const tokens = await client.exchange(code, verifier, proof)
    assert.strictEqual(tokens.status, 200, tokens.error_description)
    const again = await client.refresh(tokens.refresh_token, proof)
    assert.strictEqual(again.error, "invalid_client", "a proof is good once")
  })

  it("on the person's own computer listens at any port, by either name", async () => {
    for (const clientId of [claudeCode.clientId, "https://chatgpt.com/oauth/codex/1/client.json"]) {
      for (const redirectUri of [
        "http://localhost:51234/callback",
        "http://127.0.0.1:8/callback",
        "http://localhost/callback"
      ]) {
        const browser = openBrowser(world)
        const pages: Array<Shown> = []
        const tokens = await openClient(world.fetch, { clientId, redirectUri }).connect(
          browser,
          "orders.read",
          (page) => {
            pages.push(page)
            return buyer(browser)(page)
          }
        )
        assert.strictEqual(tokens.status, 200, redirectUri)
        assert.include(pages.at(-1)!.text, "a program on this computer")
      }
    }
    const elsewhere = openClient(world.fetch, { ...claudeCode, redirectUri: "http://evil.test:80/callback" })
    const { shown } = await elsewhere.ask(openBrowser(world), "orders.read", assert.fail as never)
    assert.include(shown.text, "This app could not be connected")
  })

  it("is asked for by its host, and its name is told as what it calls itself", async () => {
    const browser = openBrowser(world)
    await browser.signIn("buyer@craftlocal.test", "demo-buyer")
    const { challenge } = pkce()
    const page = await browser.go(
      claudeHere().authorizeUrl({
        scope: "orders.read orders.write",
        code_challenge: challenge,
        code_challenge_method: "S256"
      })
    )
    for (const said of [
      "<strong>Claude</strong>",
      "claude.ai",
      "Place, change and cancel orders for you",
      "Avery Collins"
    ]) {
      assert.include(page.text, said)
    }
    assert.include(page.headers.get("content-security-policy")!, "form-action 'self' https://claude.ai")
    assert.notInclude(page.text, "<script")
  })
})

describe("a client that registers itself", () => {
  const register = (body: unknown) =>
    read("/oauth/register", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body)
    })

  it("gets a name, no secret, and tokens for its people, without having said any scopes", async () => {
    const redirectUri = "http://127.0.0.1:6276/oauth/callback"
    const { body, status } = await register({ client_name: "Inspector", redirect_uris: [redirectUri] })
    assert.deepStrictEqual([status, body.token_endpoint_auth_method], [201, "none"])
    assert.notProperty(body, "client_secret")
    const browser = openBrowser(world)
    const pages: Array<Shown> = []
    const client = openClient(world.fetch, { clientId: body.client_id, redirectUri })
    const tokens = await client.connect(browser, "orders.read", (page) => {
      pages.push(page)
      return buyer(browser)(page)
    })
    assert.strictEqual(tokens.status, 200)
    assert.include(pages.at(-1)!.text, "nobody vouches for that name")
  })

  it("is shown by a name that cannot turn letters round, hide, or fill the page", async () => {
    const redirectUri = "https://long.test/cb"
    const name = `<b>\u202eTPGtahC\u200b\n${"x".repeat(500)}`
    const { body } = await register({ client_name: name, redirect_uris: [redirectUri] })
    const browser = openBrowser(world)
    await browser.signIn("buyer@craftlocal.test", "demo-buyer")
    const { challenge } = pkce()
    const asked = { scope: "orders.read", code_challenge: challenge, code_challenge_method: "S256" }
    const client = openClient(world.fetch, { clientId: body.client_id, redirectUri })
    const { text } = await browser.go(client.authorizeUrl(asked))
    assert.notMatch(text, /[\u202e\u200b\0]|<b>|x{60}/)
    assert.include(text, "TPGtahC")
  })

  it("may leave out what it asks for, and gets what most need: orders", async () => {
    const browser = openBrowser(world)
    for (const scope of ["", " "]) {
      const tokens = await claudeHere().connect(browser, scope, buyer(browser))
      assert.deepInclude(tokens, { status: 200, scope: "orders.read orders.write" })
    }
  })

  it("is made a public client that acts for people, whatever it asks to be", async () => {
    const { body } = await register({
      redirect_uris: ["https://app.test/cb"],
      grant_types: ["client_credentials", "implicit"],
      token_endpoint_auth_method: "client_secret_basic",
      scope: "admin notifications.send",
      client_secret: "of my own"
    })
    assert.deepInclude(body, {
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"]
    })
    const token = await openClient(world.fetch, { clientId: body.client_id, redirectUri: "" }).token({
      grant_type: "client_credentials",
      scope: "admin"
    })
    assert.strictEqual(token.status, 400)
    assert.notProperty(token, "access_token")
  })

  it("is made the same at every spelling of the address, and held to the same limit", async () => {
    for (const path of ["/OAUTH/register", "/oauth/register/"]) {
      const answer = await world.fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          redirect_uris: ["https://app.test/cb"],
          grant_types: ["client_credentials"],
          token_endpoint_auth_method: "client_secret_basic"
        })
      })
      assert.notProperty(await answer.json(), "client_secret", path)
      assert.include(answer.headers.get("ratelimit") ?? '"clients"', '"clients"')
    }
  })

  it("is refused with addresses that answers must not go to", async () => {
    for (const uri of [
      "http://evil.test/callback",
      "javascript:alert(1)",
      "data:text/html,x",
      "https://app.test/cb#fragment",
      "not an address",
      "http://169.254.169.254/latest"
    ]) {
      const { body, status } = await register({ redirect_uris: [uri] })
      assert.deepStrictEqual([status, /^invalid_/.test(body.error)], [400, true], uri)
    }
    for (const body of [
      { redirect_uris: ["https://app.test/cb"], client_name: "a\0b" },
      { redirect_uris: ["https://app.test/cb"], client_name: "a\ud800b" },
      [],
      "x",
      null,
      { redirect_uris: [] },
      { redirect_uris: "https://app.test" },
      {}
    ]) {
      assert.strictEqual((await register(body)).status, 400, JSON.stringify(body))
    }
  })

  it("is forgotten after a day when nobody let it in, but for those that register once and for all", async () => {
    const nobody = await register({ redirect_uris: ["https://nobody.test/cb"] })
    const chat = await register({ redirect_uris: ["https://chatgpt.com/connector/oauth/x"] })
    const used = await register({ redirect_uris: ["https://used.test/cb"] })
    const browser = openBrowser(world)
    const usedClient = { clientId: used.body.client_id, redirectUri: "https://used.test/cb" }
    await openClient(world.fetch, usedClient).connect(browser, "orders.read", buyer(browser))
    await world.sql(
      (sql) => sql`UPDATE oidc_payload SET created_at = created_at - interval '2 days' WHERE model = 'Client'`
    )
    await world.sweep()
    const there = async (id: string) =>
      (await world.sql((sql) => sql`SELECT 1 FROM oidc_payload WHERE model = 'Client' AND id = ${id}`)).length
    assert.deepStrictEqual(
      [await there(nobody.body.client_id), await there(chat.body.client_id), await there(used.body.client_id)],
      [0, 1, 1]
    )
    const gone = await openClient(world.fetch, { clientId: nobody.body.client_id, redirectUri: "" }).refresh("x")
    assert.deepStrictEqual([gone.status, gone.error], [401, "invalid_client"])
  })
})

describe("a refresh token", () => {
  it("is replaced each time, and used twice takes back everything that was given", async () => {
    const browser = openBrowser(world)
    const client = claudeHere()
    const first = await client.connect(browser, "orders.read", buyer(browser))
    const second = await client.refresh(first.refresh_token)
    assert.strictEqual(second.status, 200)
    assert.notStrictEqual(second.refresh_token, first.refresh_token)
    assert.strictEqual(await orders(second.access_token), 200)

    assert.strictEqual((await client.refresh(first.refresh_token)).error, "invalid_grant")
    assert.strictEqual((await client.refresh(second.refresh_token)).error, "invalid_grant")
    world.passes("61 seconds")
    assert.strictEqual(await orders(second.access_token), 401, "a token of a grant that was taken back")
  })

  it("used twice at the same moment works once", async () => {
    const browser = openBrowser(world)
    const client = claudeHere()
    const { refresh_token } = await client.connect(browser, "orders.read", buyer(browser))
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.refresh(refresh_token)))
    assert.isAtMost(answers.filter(({ status }) => status === 200).length, 1)
  })

  it("that is revoked works no more, and its access tokens are refused within a minute", async () => {
    const browser = openBrowser(world)
    const client = claudeHere()
    const { access_token, refresh_token } = await client.connect(browser, "orders.read", buyer(browser))
    assert.strictEqual(await orders(access_token), 200)
    const { status } = await client.post("/oauth/revoke", { token: refresh_token, client_id: claude.clientId })
    assert.strictEqual(status, 200)
    assert.strictEqual((await client.refresh(refresh_token)).error, "invalid_grant")
    world.passes("61 seconds")
    assert.strictEqual(await orders(access_token), 401)
  })

  it("of one client is worth nothing to another", async () => {
    const browser = openBrowser(world)
    const { refresh_token } = await claudeHere().connect(browser, "orders.read", buyer(browser))
    const other = openClient(world.fetch, claudeCode)
    assert.strictEqual((await other.refresh(refresh_token)).error, "invalid_grant")
  })
})

describe("an authorization is refused", () => {
  const asked = async (params: Readonly<Record<string, string>>, client = claudeHere()) => {
    const { challenge } = pkce()
    const given = { scope: "orders.read", code_challenge: challenge, code_challenge_method: "S256", ...params }
    const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""))
    return openBrowser(world).go(client.authorizeUrl(sent))
  }

  it("without PKCE, or with the plain kind", async () => {
    for (const params of [
      { code_challenge: "", code_challenge_method: "" },
      { code_challenge_method: "plain" },
      { code_challenge: "short" }
    ]) {
      const { url } = await asked(params)
      assert.strictEqual(url.origin, "https://claude.ai")
      assert.strictEqual(url.searchParams.get("error"), "invalid_request")
      assert.strictEqual(url.searchParams.get("iss"), publicUrl)
    }
  })

  it("on a page, when it says what cannot be kept", async () => {
    for (const params of [{ state: "a\0b" }, { scope: "orders.read\0" }, { nonce: "\0" }]) {
      const page = await asked(params)
      assert.deepStrictEqual([page.status, page.url.origin], [400, publicUrl])
      assert.include(page.text, "This app could not be connected")
    }
  })

  it("for an address that is not ours", async () => {
    for (const resource of ["https://other.test/mcp", `${publicUrl}/mcp/acp`, `${publicUrl}/`, publicUrl]) {
      const { url } = await asked({ resource })
      assert.strictEqual(url.searchParams.get("error"), "invalid_target", resource)
    }
  })

  it("for several addresses at once", async () => {
    const { challenge } = pkce()
    const given = { scope: "orders.read", code_challenge: challenge, code_challenge_method: "S256" }
    const url = `${claudeHere().authorizeUrl(given)}&resource=${encodeURIComponent(`${publicUrl}/mcp/cart`)}`
    const page = await openBrowser(world).go(url)
    assert.strictEqual(page.status, 400)
    assert.include(page.text, "invalid_target")
  })

  it("with any other kind of answer", async () => {
    for (const response_type of ["token", "id_token", "code token", "code id_token"]) {
      const { hash } = (await asked({ response_type })).url
      assert.strictEqual(new URLSearchParams(hash.slice(1)).get("error"), "unsupported_response_type")
    }
  })

  it("on a page, and without a redirect, when the answer would go where it must not", async () => {
    for (const redirect_uri of [
      "https://evil.test/cb",
      "https://claude.ai.evil.test/api/mcp/auth_callback",
      "https://claude.ai/api/mcp/auth_callback/../../evil",
      "https://claude.ai/api/mcp/auth_callback?next=https://evil.test",
      "https://claude.ai@evil.test/api/mcp/auth_callback",
      "//evil.test",
      "/oauth/authorize",
      "javascript:alert(1)"
    ]) {
      const page = await asked({ redirect_uri })
      assert.strictEqual(page.status, 400, redirect_uri)
      assert.strictEqual(page.url.origin, publicUrl)
      assert.include(page.text, "This app could not be connected")
      assert.notInclude(page.text, "<script")
    }
  })

  it("of clients whose documents cannot be had, or say something else", async () => {
    for (const clientId of [
      "https://nobody.test/client.json",
      "https://169.254.169.254/latest/meta-data",
      "https://localhost/client.json",
      "http://claude.ai/client.json",
      "cli_unknown",
      `https://claude.ai/${"x".repeat(5000)}`,
      "https://claude.ai/\0",
      "\0"
    ]) {
      const page = await asked({}, openClient(world.fetch, { ...claude, clientId }))
      assert.include([400, 401], page.status, clientId.slice(0, 60))
      assert.strictEqual(page.url.origin, publicUrl)
    }
  })

  it("when the person does not allow it, with the issuer named", async () => {
    const browser = openBrowser(world)
    const { answer } = await claudeHere().ask(browser, "orders.read", (page) =>
      page.url.pathname === "/sign-in" ? buyer(browser)(page) : browser.submit(page, { answer: "refuse" })
    )
    assert.deepStrictEqual([answer.get("error"), answer.get("iss")], ["access_denied", publicUrl])
  })

  it("when it is begun in one browser and finished in another", async () => {
    const [one, other] = [openBrowser(world), openBrowser(world)]
    await other.signIn("seller@craftlocal.test", "demo-seller")
    const { challenge } = pkce()
    const page = await one.go(
      claudeHere().authorizeUrl({ scope: "orders.read", code_challenge: challenge, code_challenge_method: "S256" })
    )
    const interaction = page.url.searchParams.get("next")!
    assert.match(interaction, /^\/oauth\/interaction\//)
    assert.include((await other.go(interaction)).text, "This sign-in is over")
  })

  it("when the form was not given to this browser", async () => {
    const browser = openBrowser(world)
    await browser.signIn("buyer@craftlocal.test", "demo-buyer")
    const { challenge } = pkce()
    const page = await browser.go(
      claudeHere().authorizeUrl({ scope: "orders.read", code_challenge: challenge, code_challenge_method: "S256" })
    )
    const action = page.url.pathname
    for (const [fields, headers] of [
      [{ answer: "allow" }, {}],
      [{ answer: "allow", csrf: "x" }, {}],
      [{ answer: "allow" }, { origin: "https://evil.test", "sec-fetch-site": "cross-site" }]
    ] as const) {
      const { location, status } = await browser.post(action, fields, headers)
      assert.deepStrictEqual([status, location], [403, null])
    }
  })
})

describe("a code", () => {
  const coded = async () => {
    const browser = openBrowser(world)
    const client = claudeHere()
    const { answer, verifier } = await client.ask(browser, "orders.read", buyer(browser))
    return { client, code: answer.get("code")!, verifier }
  }

  it("works once, and used twice takes back what it gave", async () => {
    const { client, code, verifier } = await coded()
    const tokens = await client.exchange(code, verifier)
    assert.strictEqual(tokens.status, 200)
    assert.strictEqual((await client.exchange(code, verifier)).error, "invalid_grant")
    assert.strictEqual((await client.refresh(tokens.refresh_token)).error, "invalid_grant")
  })

  it("needs the verifier, the client and the address that it was asked for with", async () => {
    const { client, code, verifier } = await coded()
    for (const change of [
      { code_verifier: pkce().verifier },
      { code_verifier: "" },
      { redirect_uri: "https://claude.com/api/mcp/auth_callback" },
      { client_id: claudeCode.clientId },
      { resource: "https://other.test/mcp" },
      { resource: `${publicUrl}/mcp/cart` }
    ]) {
      const { status } = await client.exchange(code, verifier, change)
      assert.include([400, 401], status, JSON.stringify(change))
    }
  })
})

describe("whom a client acts for", () => {
  it("is asked for at every spelling of the address, whoever was there before", async () => {
    const browser = openBrowser(world)
    await claudeHere().connect(browser, "orders.read", buyer(browser))
    await browser.signOut()
    for (const path of [
      "/oauth/authorize/",
      "/OAuth/authorize",
      "/oauth//authorize",
      "/oauth/%61uthorize",
      "/oauth/authorize;x"
    ]) {
      for (const prompt of [{}, { prompt: "none" }]) {
        const { challenge } = pkce()
        const asked = { scope: "orders.read", code_challenge: challenge, code_challenge_method: "S256", ...prompt }
        const page = await browser.go(claudeHere().authorizeUrl(asked).replace("/oauth/authorize", path))
        assert.isNull(page.url.searchParams.get("code"), path)
      }
    }
    const session = [...browser.cookies.keys()].filter((name) => name.startsWith("oauth_session"))
    assert.deepStrictEqual(session, [])
  })

  it("is who is signed in now, not who was when another client connected", async () => {
    const browser = openBrowser(world)
    const first = await claudeHere().connect(browser, "openid orders.read", buyer(browser))
    await browser.signOut()
    const second = await claudeHere().connect(browser, "openid orders.read", seller(browser))
    assert.notStrictEqual(claimsOf(first).sub, claimsOf(second).sub)
  })

  it("can be changed in the middle", async () => {
    const browser = openBrowser(world)
    await browser.signIn("buyer@craftlocal.test", "demo-buyer")
    let switched = false
    const tokens = await claudeHere().connect(browser, "openid orders.read", (page) => {
      if (page.url.pathname === "/sign-in")
        return browser.submit(page, { email: "seller@craftlocal.test", password: "demo-seller" })
      if (switched) return browser.submit(page, { answer: "allow" })
      switched = true
      return browser.submit(page, { answer: "switch" })
    })
    const { body } = await read("/oauth/userinfo", { headers: { authorization: `Bearer ${tokens.access_token}` } })
    const [row] = (await world.sql(
      (sql) => sql`SELECT id FROM accounts WHERE email = 'seller@craftlocal.test'`
    )) as ReadonlyArray<{ id: string }>
    assert.strictEqual(body.sub, row!.id)
  })

  it("gives away nothing that is not theirs, nor what only machines do", async () => {
    const browser = openBrowser(world)
    const tokens = await claudeHere().connect(browser, "orders.read admin notifications.send", buyer(browser))
    assert.strictEqual(tokens.scope, "orders.read")
    const admin = openBrowser(world)
    const theirs = await claudeHere().connect(admin, "admin", admin.agree("admin@craftlocal.test", "demo-admin"))
    assert.strictEqual(theirs.scope, "admin")
  })

  it("no longer, once they have chosen another password", async () => {
    const browser = openBrowser(world)
    const client = claudeHere()
    const tokens = await client.connect(
      browser,
      "orders.read",
      browser.agree("guest-buyer@craftlocal.test", "demo-guest")
    )
    assert.strictEqual(await orders(tokens.access_token), 200)
    world.passes("61 seconds")
    await world.sql(
      (sql) => sql`UPDATE accounts SET tokens_valid_from = now() + interval '1 minute'
      WHERE email = 'guest-buyer@craftlocal.test'`
    )
    assert.strictEqual(await orders(tokens.access_token), 401)
    assert.strictEqual((await client.refresh(tokens.refresh_token)).error, "invalid_grant")
  })
})

describe("what a person let in", () => {
  it("stands on the page of their account, and can be disconnected there, by nobody else", async () => {
    const browser = openBrowser(world)
    const client = openClient(world.fetch, claudeCode)
    const tokens = await client.connect(browser, "orders.read", buyer(browser))
    assert.strictEqual(await orders(tokens.access_token), 200)
    const page = await browser.go("/account")
    assert.include(page.text, "Disconnect claude.ai")
    assert.include(page.text, "See your orders, with names and addresses")

    const other = openBrowser(world)
    await other.signIn("seller2@craftlocal.test", "demo-seller2")
    const end = { client: claudeCode.clientId }
    const [form] = formsOf((await other.go("/account")).text)
    assert.strictEqual((await other.post("/account/clients/end", { ...form!.hidden, ...end })).status, 404)
    assert.strictEqual((await client.refresh(tokens.refresh_token)).status, 200)

    const ours = formsOf(page.text).find(({ hidden }) => hidden.client === claudeCode.clientId)!
    const { location } = await browser.post(ours.action, ours.hidden)
    assert.strictEqual(location, "/account?notice=disconnected")
    assert.strictEqual((await client.refresh(tokens.refresh_token)).error, "invalid_grant")
    world.passes("61 seconds")
    assert.strictEqual(await orders(tokens.access_token), 401)
    const rows = (await world.sql(
      (sql) => sql`SELECT action FROM audit WHERE client = ${claudeCode.clientId} AND action LIKE 'account.client_%'`
    )) as ReadonlyArray<{ action: string }>
    assert.includeMembers(
      rows.map(({ action }) => action),
      ["account.client_allowed", "account.client_disconnected"]
    )
  })
})

describe("a service account", () => {
  const basic = (secret: string) => ({
    authorization: `Basic ${Buffer.from(`craftlocal-gateway:${secret}`).toString("base64")}`
  })
  const ask = (secret: string, scope = "notifications.send") =>
    openClient(world.fetch, { clientId: "craftlocal-gateway", redirectUri: "" }).post(
      "/oauth/token",
      { grant_type: "client_credentials", scope, resource: `${publicUrl}/mcp` },
      basic(secret)
    )

  it("has tokens for itself by its secret, with its own scopes and no others", async () => {
    const tokens = await ask("demo-service-secret")
    assert.deepInclude(tokens, { status: 200, scope: "notifications.send" })
    assert.notProperty(tokens, "refresh_token")
    const { sub, client_id } = claimsOf(tokens)
    assert.deepStrictEqual([sub, client_id], ["craftlocal-gateway", "craftlocal-gateway"])
    const wide = await ask("demo-service-secret", "admin")
    assert.strictEqual(wide.error, "invalid_scope")
    assert.strictEqual((await ask("wrong")).error, "invalid_client")
  })

  it("whose secret is wrong is noted, as clients are that register", async () => {
    await ask("guessed")
    await world.fetch("/oauth/register", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ redirect_uris: ["https://noted.test/cb"] })
    })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const rows = (await world.sql(
      (sql) => sql`SELECT DISTINCT action, outcome FROM audit WHERE action LIKE 'oauth.%' ORDER BY 1, 2`
    )) as ReadonlyArray<{ action: string; outcome: string }>
    assert.deepInclude(rows, { action: "oauth.token_refused", outcome: "invalid_client" })
    assert.deepInclude(rows, { action: "oauth.client_registered", outcome: "done" })
  })

  it("is nobody's account: what belongs to people is not there for it", async () => {
    const { access_token } = await ask("demo-service-secret")
    assert.strictEqual(await orders(access_token), 403)
  })
})
