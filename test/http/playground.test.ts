import { gunzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openWorld, publicUrl, type World } from "../world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld({ dev: true, playground: { script: "the script", style: "the style" } })
}, 60_000)
afterAll(() => world.dispose())

const say = async (body: unknown, target = world) => {
  const answer = await target.fetch("/playground/say", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body)
  })
  return { status: answer.status, body: (await answer.json()) as any }
}

describe("the page", () => {
  it.each(["/", "/playground/widgets", "/playground/widgets/product_grid"])(
    "%s loads its own script and stylesheet by their hashes, and nothing else",
    async (path) => {
      const { headers, text } = await world
        .fetch(path)
        .then(async (it) => ({ headers: it.headers, text: await it.text() }))
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
      )
      expect(headers.get("x-frame-options")).toBe("DENY")
      expect([...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, at]) => at)).toEqual([
        "data:,",
        "/playground/app.css?v=of the style",
        "/playground/app.js?v=of the script",
        "/about"
      ])
      expect(text).not.toMatch(/<script[^>]*>[^<]|\son\w+=|<style/)
    }
  )

  it("tells its script of the world, escaped, and leaves what the home page says at /about", async () => {
    const [, told] = /data-world="([^"]*)"/.exec(await (await world.fetch("/")).text())!
    expect(JSON.parse(told!.replaceAll("&quot;", '"'))).toMatchObject({
      public_url: publicUrl,
      accounts: expect.arrayContaining(["buyer@craftlocal.test"]),
      widgets: expect.arrayContaining(["product_grid", "checkout_session"]),
      dev: true
    })
    const about = await (await world.fetch("/about")).text()
    for (const words of ["Connect an assistant", "acp_demo_key", '<a href="/">Try it in the playground</a>'])
      expect(about).toContain(words)
  })
})

describe("its files", () => {
  it("are kept for good under their hash, and asked for anew without it", async () => {
    const named = await world.fetch("/playground/app.js?v=of%20the%20script")
    expect([await named.text(), named.headers.get("cache-control"), named.headers.get("content-type")]).toEqual([
      "the script",
      "public, max-age=31536000, immutable",
      "text/javascript; charset=utf-8"
    ])
    const etag = named.headers.get("etag")!
    for (const path of ["/playground/app.js", "/playground/app.js?v=older"]) {
      expect((await world.fetch(path)).headers.get("cache-control")).toBe("no-cache")
      expect((await world.fetch(path, { headers: { "if-none-match": etag } })).status).toBe(304)
    }
  })

  it("are compressed for whoever takes that", async () => {
    const zipped = await world.fetch("/playground/app.css", { headers: { "accept-encoding": "br, gzip" } })
    expect([zipped.headers.get("content-encoding"), zipped.headers.get("vary")]).toEqual(["gzip", "accept-encoding"])
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe("the style")
    const plain = await world.fetch("/playground/app.css", { headers: { "accept-encoding": "gzip;q=0" } })
    expect([await plain.text(), plain.headers.get("content-encoding")]).toEqual(["the style", null])
  })
})

describe("the sandbox of a card", () => {
  const policyOf = async (query: string) =>
    (await world.fetch(`/playground/sandbox${query}`)).headers.get("content-security-policy")!

  it("may be framed by us alone, has an origin that nobody shares, and reaches what the card declares", async () => {
    const { headers } = await world.fetch("/playground/sandbox")
    expect(headers.get("x-frame-options")).toBe("SAMEORIGIN")
    const policy = await policyOf(`?resource=${publicUrl}&resource=https://*.example.com&connect=wss://a.test:8443`)
    for (const part of [
      "sandbox allow-scripts allow-forms allow-popups;",
      `img-src data: blob: ${publicUrl} https://*.example.com;`,
      "connect-src wss://a.test:8443;",
      "frame-src 'none';",
      "frame-ancestors 'self'"
    ])
      expect(policy).toContain(part)
    expect(policy).not.toContain("allow-same-origin")
  })

  it("takes no word of a query that is not an origin", async () => {
    const nasty = [
      "*",
      "'unsafe-eval'",
      "https:",
      "https://a.test; script-src *",
      "https://a.test/path",
      "javascript:x",
      ""
    ]
    const query = nasty
      .map((each) => `resource=${encodeURIComponent(each)}&connect=${encodeURIComponent(each)}`)
      .join("&")
    expect(await policyOf(`?${query}`)).toBe(await policyOf(""))
    const many = Array.from({ length: 50 }, (_, index) => `connect=https://a${index}.test`).join("&")
    expect((await policyOf(`?${many}`)).match(/https:/g)).toHaveLength(20)
  })
})

describe("a sentence", () => {
  it("becomes a tool and its arguments, with the categories and cities of this market", async () => {
    expect((await say({ text: "jewelry in Chicago under $50" })).body).toEqual({
      reply: "Looking for Jewelry in Chicago under $50.",
      tool: "search_listings",
      arguments: { category: "jewelry", city: "chicago", price_max: 50 }
    })
    const context = { listings: [{ id: "lst_a", title: "Mug" }], cart_id: "crt_1" }
    expect((await say({ text: "add the first one", context })).body).toMatchObject({
      tool: "add_to_cart",
      arguments: { listing_id: "lst_a", quantity: 1, cart_id: "crt_1" }
    })
  })

  it("that is too long, or is none, is refused", async () => {
    for (const body of [
      { text: "x".repeat(501) },
      { text: 1 },
      {},
      "{",
      { text: "a", context: { cart_id: "x".repeat(65) } },
      { text: "a", context: { listings: Array(101).fill({ id: "a", title: "b" }) } }
    ]) {
      const answer = await say(body)
      expect([answer.status, answer.body.error.code]).toEqual([400, "VALIDATION_ERROR"])
    }
  })
})

describe("newer builds", () => {
  it("are told where they are made", async () => {
    const versions = (await (await world.fetch("/playground/version")).json()) as any
    expect(versions.widgets.product_grid).toMatch(/^[0-9a-f]{12}$/)
    expect(versions.playground).toBe("of the scriptof the style")
  })
})

describe("outside a demo", () => {
  it("there is no playground, and a limit counts what is said inside one", async () => {
    const other = await openWorld({ demo: false, playground: { script: "the script", style: "the style" } })
    for (const path of ["/playground/widgets", "/playground/app.js", "/playground/sandbox", "/playground/version"])
      expect((await other.fetch(path)).status, path).toBe(404)
    expect((await say({ text: "mugs" }, other)).status).toBe(404)
    const home = await (await other.fetch("/")).text()
    expect(home).toContain("Connect an assistant")
    expect(home).not.toMatch(/playground/i)
    await other.dispose()
    const strict = await openWorld({ perMinute: 2, playground: { script: "the script", style: "the style" } })
    const statuses = [
      await say({ text: "a mug" }, strict),
      await say({ text: "a mug" }, strict),
      await say({ text: "a mug" }, strict)
    ]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
    expect((await strict.fetch("/playground/version")).status).toBe(404)
    await strict.dispose()
  })
})
