import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, publicUrl, type World } from "../world.ts"

const friend = "https://chatgpt.com"
let world: World
beforeAll(async () => {
  world = await openWorld({ origins: [friend] })
}, 60_000)
afterAll(() => world.dispose())

const answers = ["/", "/health", "/api/v1/categories", "/api/v1/nowhere", "/nowhere", "/mcp", "/feed/products.jsonl"]
const get = (path: string, headers: Record<string, string> = {}) => world.fetch(path, { headers })

describe("every answer", () => {
  it("says what a browser may not do with it", async () => {
    for (const path of answers) {
      const { headers } = await get(path)
      assert.strictEqual(headers.get("x-content-type-options"), "nosniff", path)
      assert.strictEqual(headers.get("referrer-policy"), "no-referrer", path)
      assert.strictEqual(headers.get("cross-origin-resource-policy"), "same-origin", path)
      assert.isNull(headers.get("strict-transport-security"), "not over http")
    }
    const { headers } = await get("/")
    assert.strictEqual(headers.get("cross-origin-opener-policy"), "same-origin")
    assert.strictEqual(headers.get("x-frame-options"), "DENY")
    assert.include(headers.get("permissions-policy"), "camera=()")
  })

  it("says which request it is to: by the id that came with it, or by one of ours", async () => {
    for (const path of answers) {
      assert.match((await get(path)).headers.get("request-id")!, /^req_/, path)
      assert.strictEqual((await get(path, { "request-id": "mine-1" })).headers.get("request-id"), "mine-1", path)
      assert.strictEqual((await get(path, { "x-request-id": "mine-2" })).headers.get("request-id"), "mine-2", path)
      assert.match((await get(path, { "request-id": "two words" })).headers.get("request-id")!, /^req_/, path)
      assert.match((await get(path, { "request-id": "x".repeat(129) })).headers.get("request-id")!, /^req_/, path)
    }
    const elsewhere = await get("/health", { origin: "https://evil.test", "request-id": "mine-3" })
    assert.strictEqual(elsewhere.headers.get("request-id"), "mine-3")
  })
})

describe("a request", () => {
  it("for a picture may come from any page, also from a card whose origin nobody shares", async () => {
    const [listing] = ((await (await get("/api/v1/listings/search?limit=1")).json()) as any).listings
    for (const origin of ["null", "https://evil.test"]) {
      const { headers, status } = await get(new URL(listing.images[0]).pathname, { origin })
      assert.deepStrictEqual([status, headers.get("cross-origin-resource-policy")], [200, "cross-origin"], origin)
    }
  })

  it("by a name that is not ours is refused, but for probes", async () => {
    const by = (host: string, path = "/api/v1/categories") => get(path, { host }).then(({ status }) => status)
    for (const host of ["evil.test", "localhost.evil.test", "localhost@evil.test", "127.0.0.1.evil.test", ""]) {
      assert.strictEqual(await by(host), 403, host)
    }
    for (const host of ["localhost", "LOCALHOST:3001", "127.0.0.1:9", "[::1]:3001"]) {
      assert.strictEqual(await by(host), 200, host)
    }
    assert.strictEqual(await by("10.0.0.7:3001", "/health"), 200)
  })

  it("of a page is let in by the page's origin, whole and to the letter", async () => {
    const others = ["https://evil.test", "null", `${friend}.evil.test`, "http://chatgpt.com", `${friend}:444`, "", "*"]
    for (const origin of others) {
      const answer = await get("/api/v1/categories", { origin })
      assert.strictEqual(answer.status, 403, origin)
      assert.isNull(answer.headers.get("access-control-allow-origin"), origin)
    }
    for (const origin of [friend, publicUrl]) {
      const { headers, status } = await get("/api/v1/categories", { origin })
      assert.strictEqual(status, 200)
      assert.strictEqual(headers.get("access-control-allow-origin"), origin)
      assert.isNull(headers.get("access-control-allow-credentials"))
      assert.include(headers.get("access-control-expose-headers"), "ratelimit")
      assert.strictEqual(headers.get("vary"), "origin")
    }
  })

  it("is asked about beforehand, and told what it may bring", async () => {
    const ask = (origin: string) =>
      world.fetch("/mcp", { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } })
    const { headers, status } = await ask(friend)
    assert.strictEqual(status, 204)
    for (const name of ["authorization", "idempotency-key", "mcp-protocol-version", "request-id"]) {
      assert.include(headers.get("access-control-allow-headers"), name)
    }
    assert.notInclude(headers.get("access-control-allow-headers"), "cookie")
    assert.strictEqual((await ask("https://evil.test")).status, 403)
  })
})
