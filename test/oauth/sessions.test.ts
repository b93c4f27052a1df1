import { afterAll, assert, beforeAll, beforeEach, describe, it } from "vitest"
import { formsOf } from "../http/account/person.ts"
import { openWorld, publicUrl, type World } from "../world.ts"
import { openBrowser } from "./browser.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.dispose())
beforeEach(() => world.passes("1 minute"))

const call = async (name: string, input: object = {}, token?: string) => {
  const answer = await world.fetch("/mcp", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(token && { authorization: `Bearer ${token}` })
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } })
  })
  const { result } = (await answer.json()) as any
  return {
    status: answer.status,
    result,
    session: result.structuredContent?.session,
    error: result.isError ? JSON.parse(result.content[0].text).error : undefined
  }
}

const pathOf = (url: string) => url.slice(publicUrl.length)

/** Signs in at the link, ticks these scopes and allows them. */
const signInAt = async (url: string, email: string, password: string, scopes: ReadonlyArray<string>) => {
  const browser = openBrowser(world)
  let page = await browser.go(pathOf(url))
  if (page.url.pathname === "/sign-in") page = await browser.submit(page, { email, password })
  const [form] = formsOf(page.text)
  const fields = new URLSearchParams({ ...form!.hidden, answer: "allow" })
  for (const scope of scopes) fields.append("scope", scope)
  return { page, after: await browser.post(form!.action, fields as never) }
}

const buyer = ["buyer@craftlocal.test", "demo-buyer"] as const
const seller = ["seller@craftlocal.test", "demo-seller"] as const

describe("a client that cannot do OAuth", () => {
  it("gives its user a link, and acts for them once they have signed in there", async () => {
    const { session } = await call("create_session")
    assert.match(session.id, /^sess_[A-Za-z0-9_-]{43}$/)
    assert.deepInclude(session, { status: "pending", scopes: [] })
    assert.notInclude(session.sign_in_url, session.id, "the link tells nothing of what the client holds")
    const early = await call("get_orders", { sign_in_session: session.id })
    assert.deepStrictEqual([early.status, early.error.code], [200, "UNAUTHORIZED"])

    const { page, after } = await signInAt(session.sign_in_url, ...buyer, ["orders.read"])
    assert.include(page.text, "Go on only if you asked an assistant yourself")
    assert.strictEqual(after.location, "/sign-in/allowed")

    const { session: signedIn } = await call("get_auth_status", { session_id: session.id })
    assert.deepInclude(signedIn, {
      status: "authenticated",
      account: { name: "Avery Collins" },
      scopes: ["orders.read"]
    })
    const orders = await call("get_orders", { sign_in_session: session.id })
    assert.isAbove(orders.result.structuredContent.total_count, 0)
  })

  it("may do what its user chose, and no more, whatever it asks for", async () => {
    const { session } = await call("create_session")
    await call("authenticate", { session_id: session.id, scopes: ["seller.manage", "orders.read"] })
    await signInAt(session.sign_in_url, ...seller, ["orders.read", "seller.manage", "admin", "orders.write"])
    const { session: signedIn } = await call("get_auth_status", { session_id: session.id })
    assert.sameMembers(signedIn.scopes, ["orders.read", "seller.manage"])
    const { result } = await call("get_seller_dashboard", { sign_in_session: session.id })
    assert.property(result.structuredContent, "dashboard")

    const narrow = (await call("create_session")).session
    await signInAt(narrow.sign_in_url, ...buyer, [])
    const refused = await call("get_orders", { sign_in_session: narrow.id })
    assert.deepStrictEqual([refused.error.code, refused.error.details.scopes], ["FORBIDDEN", ["orders.read"]])
  })

  it("is told alike of sessions that are over, that are another client's, and that never were", async () => {
    const { session } = await call("create_session")
    const other = await world.token("guest-buyer@craftlocal.test", "orders.read")
    const strangers = [
      await call("get_auth_status", { session_id: session.id }, other),
      await call("get_auth_status", { session_id: `sess_${"x".repeat(43)}` }),
      await call("get_auth_status", { session_id: "sess_\0" }),
      await call("get_auth_status", { session_id: "" }),
      await call("authenticate", { session_id: session.id }, other)
    ]
    world.passes("11 minutes")
    strangers.push(await call("get_auth_status", { session_id: session.id }))
    for (const { error } of strangers) assert.deepStrictEqual(error, strangers[0]!.error)
  })

  it("acts for ten minutes after each use, and for an hour in all", async () => {
    const { session } = await call("create_session")
    await signInAt(session.sign_in_url, ...buyer, ["orders.read"])
    for (let minutes = 9; minutes < 60; minutes += 9) {
      world.passes("9 minutes")
      assert.isUndefined((await call("get_orders", { sign_in_session: session.id })).error, `after ${minutes} minutes`)
    }
    world.passes("9 minutes")
    const over = await call("get_orders", { sign_in_session: session.id })
    assert.strictEqual(over.error.code, "UNAUTHORIZED")
    await world.sweep()
    const left = await world.sql((sql) => sql`SELECT 1 FROM sign_in_sessions`)
    assert.lengthOf(left as ReadonlyArray<unknown>, 0)
  })

  it("cannot sign in by its link twice, nor after the user has refused", async () => {
    const { session } = await call("create_session")
    await signInAt(session.sign_in_url, ...buyer, ["orders.read"])
    const browser = openBrowser(world)
    assert.strictEqual((await browser.go(pathOf(session.sign_in_url))).status, 404)

    const refused = (await call("create_session")).session
    const person = openBrowser(world)
    const page = await person.submit(await person.go(pathOf(refused.sign_in_url)), {
      email: buyer[0],
      password: buyer[1]
    })
    await person.submit(page, { answer: "refuse" })
    assert.strictEqual((await call("get_auth_status", { session_id: refused.id })).error.code, "NOT_FOUND")
  })

  it("is kept as hashes, and told once: whoever reads the tables can use nothing of it", async () => {
    const { session } = await call("create_session", { idempotency_key: "create-session-0001" })
    await call("authenticate", { session_id: session.id, idempotency_key: "authenticate-0001" })
    for (const table of ["sign_in_sessions", "idempotency", "audit", "outbox"]) {
      const rows = JSON.stringify(await world.sql((sql) => sql`SELECT * FROM ${sql(table)}`))
      assert.notInclude(rows, session.id, table)
      assert.notInclude(rows, session.sign_in_url.split("/").at(-1), table)
    }
    const again = await call("create_session", { idempotency_key: "create-session-0001" })
    assert.notStrictEqual(again.session?.id, session.id, "two who chose the same key")
  })

  it("is not taken for somebody's token: one that has a token acts by that", async () => {
    const { session } = await call("create_session")
    await signInAt(session.sign_in_url, ...seller, ["orders.read"])
    const token = await world.token("guest-buyer@craftlocal.test", "orders.read")
    const { result } = await call("get_orders", { sign_in_session: session.id }, token)
    assert.strictEqual(result.structuredContent.total_count, 0)
  })
})
