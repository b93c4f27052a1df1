import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { limits } from "../../src/domain/limits.ts"
import { openWorld, type World } from "../world.ts"

const perMinute = 60
const json = { "content-type": "application/json" }
let world: World
beforeAll(async () => {
  world = await openWorld({ perMinute })
}, 60_000)
afterAll(() => world.dispose())

const search = (headers: Record<string, string> = {}) => world.fetch("/api/v1/listings/search?limit=1", { headers })
const tool = (name: string, input: object, headers: Record<string, string> = {}) =>
  world.fetch("/mcp", {
    method: "POST",
    headers: { ...json, accept: "application/json, text/event-stream", ...headers },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } })
  })
const acp = (body: object, key = "acp_demo_key") =>
  world.fetch("/checkout_sessions", {
    method: "POST",
    headers: {
      ...json,
      authorization: `Bearer ${key}`,
      "api-version": "2026-04-17",
      "idempotency-key": crypto.randomUUID()
    },
    body: JSON.stringify(body)
  })
const bearer = async (email: string) => ({
  authorization: `Bearer ${await world.token(email, "orders.read", "orders.write")}`
})
const used = (answer: Response) => [answer.headers.get("ratelimit-policy"), answer.headers.get("ratelimit")]

describe("the minute of a caller", () => {
  it("is told on every answer", async () => {
    world.passes("1 minute")
    assert.deepEqual(used(await search()), [`"address";q=60;w=60`, `"address";r=59;t=1`])
    assert.deepEqual(used(await tool("list_categories", {})), [`"address";q=60;w=60`, `"address";r=58;t=2`])
    const buyer = await bearer("buyer@craftlocal.test")
    assert.deepEqual(used(await search(buyer)), [`"caller";q=60;w=60`, `"caller";r=59;t=1`])
    assert.deepEqual(used(await world.fetch("/health")), [null, null])
  })

  it("ends with 429 in the words of each door, and leaves others alone", async () => {
    world.passes("1 minute")
    for (let n = 0; n < perMinute; n++) await search()
    const [rest, mcp] = [await search(), await tool("list_categories", {})]
    for (const answer of [rest, mcp]) {
      assert.strictEqual(answer.status, 429)
      assert.deepEqual(used(answer), [`"address";q=60;w=60`, `"address";r=0;t=60`])
      assert.strictEqual(answer.headers.get("retry-after"), "60")
    }
    assert.deepNestedInclude(await rest.json(), { "error.code": "RATE_LIMITED", "error.details.retry_after": 60 })
    assert.deepNestedInclude(await mcp.json(), { jsonrpc: "2.0", "error.data.code": "RATE_LIMITED" })

    for (let n = 0; n < perMinute; n++) await acp({})
    const agent = await acp({})
    assert.strictEqual(agent.status, 429)
    assert.deepEqual(used(agent), [`"caller";q=60;w=60`, `"caller";r=0;t=60`])
    assert.strictEqual(agent.headers.get("retry-after"), "60")
    assert.deepInclude(await agent.json(), { type: "service_unavailable", code: "rate_limited" })
    assert.strictEqual((await search(await bearer("buyer@craftlocal.test"))).status, 200)
  })

  it("of an address goes with guesses at tokens and keys", async () => {
    world.passes("1 minute")
    for (let n = 0; n < perMinute / 2; n++) {
      await search({ authorization: "Bearer guessed" })
      await acp({}, "guessed")
    }
    const guess = await search({ authorization: "Bearer guessed" })
    assert.strictEqual(guess.status, 429)
    assert.include(used(guess)[1], `"address";r=0`)
  })
})

describe("discount codes", () => {
  it("can be tried so often in a minute, by whichever door, and the checkout stays open", async () => {
    world.passes("1 minute")
    const { listings } = (await (await search()).json()) as any
    const headers = { ...json, ...(await bearer("guest-buyer@craftlocal.test")) }
    const opened = await world.fetch("/api/v1/checkouts", {
      method: "POST",
      headers,
      body: JSON.stringify({ listing_id: listings[0].id })
    })
    const { checkout_session } = (await opened.json()) as any
    const rest = (codes: ReadonlyArray<string>, key: string = crypto.randomUUID()) =>
      world.fetch(`/api/v1/checkouts/${checkout_session.id}`, {
        method: "POST",
        headers: { ...headers, "idempotency-key": key },
        body: JSON.stringify({ discount_codes: codes })
      })
    const mcp = (codes: ReadonlyArray<string>) =>
      tool("update_checkout", { session_id: checkout_session.id, discount_codes: codes }, headers)
    const most = limits.codes.perMinute
    for (let n = 0; n < most / 2; n++) {
      assert.strictEqual((await rest([`GUESS${n}`])).status, 200)
      assert.notProperty(((await (await mcp([`TRY${n}`])).json()) as any).result, "isError")
    }
    assert.strictEqual((await rest([`TRY${most / 2 - 1}`])).status, 200, "what is there already is no guess")
    const refused = await rest(["WELCOME10"], "one-key")
    assert.strictEqual(refused.status, 429)
    assert.match(used(refused)[1]!, /^"caller";r=\d+;t=\d+, "codes";r=0;t=60$/)
    assert.strictEqual(refused.headers.get("retry-after"), "60")
    const told = ((await (await mcp(["WELCOME10"])).json()) as any).result
    assert.isTrue(told.isError)
    assert.include(told.content[0].text, "RATE_LIMITED")
    world.passes("61 seconds")
    assert.strictEqual((await rest(["WELCOME10"], "one-key")).status, 200, "the same request again, later")
  })
})
