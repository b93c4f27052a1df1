import { Effect } from "effect"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import type { GuardOptions } from "../../../src/live/outside/destination.ts"
import { layerGuardedOutside } from "../../../src/live/outside/GuardedOutside.ts"
import { isPublic } from "../../../src/live/outside/isPublic.ts"
import { Outside, type Wanted } from "../../../src/ports/Outside.ts"
import { outsideServer } from "../../doubles/outsideServer.ts"

const text = { "content-type": "text/plain" }
let world: Awaited<ReturnType<typeof outsideServer>>
beforeAll(async () => {
  world = await outsideServer({
    "/hello": (answer) => answer.writeHead(200, text).end("hello"),
    "/missing-type": (answer) => answer.writeHead(200).end("hello"),
    "/page": (answer) => answer.writeHead(200, { "content-type": "Text/HTML; charset=utf-8" }).end("<p>"),
    "/packed": (answer) => answer.writeHead(200, { ...text, "content-encoding": "gzip" }).end("..."),
    "/declared": (answer) => answer.writeHead(200, { ...text, "content-length": "1000000" }).write("a"),
    "/endless": (answer) => {
      answer.writeHead(200, text)
      const more = setInterval(() => answer.write("x".repeat(10_000)), 1)
      answer.once("close", () => clearInterval(more))
    },
    "/silent": () => undefined,
    "/dripping": (answer) => {
      answer.writeHead(200, text)
      const more = setInterval(() => answer.write("x"), 50)
      answer.once("close", () => clearInterval(more))
    },
    "/once": (answer) => answer.writeHead(302, { location: "/hello" }).end(),
    "/again": (answer) => answer.writeHead(307, { location: "/again" }).end(),
    "/inward": (answer, request) =>
      answer.writeHead(301, { location: new URL(request.url!, "http://x").searchParams.get("to")! }).end(),
    "/document": (answer) => answer.writeHead(200, { "content-type": "application/json" }).end(`{"keys":[]}`)
  })
})
afterAll(() => world.close())

const wanted: Wanted = { maxBytes: 50_000, timeoutMs: 2_000 }

/** What is found, or the tag and the words of what is said instead. */
const outcome = (url: string, over: Partial<Wanted> = {}, options: GuardOptions = { allowLoopback: true }) =>
  Effect.flatMap(Outside, ({ get }) => get(url, { ...wanted, ...over })).pipe(
    Effect.match({
      onFailure: (error) => `${error._tag}: ${error.message}`,
      onSuccess: ({ body, status, url }) => ({ status, url, text: new TextDecoder().decode(body) })
    }),
    Effect.provide(layerGuardedOutside(options)),
    Effect.runPromise
  )

describe("an address of the network", () => {
  it("is public only when nothing special is about it", () => {
    const yes = [
      "1.1.1.1",
      "93.184.216.34",
      "172.32.0.1",
      "192.0.3.1",
      "100.128.0.1",
      "2606:4700::1111",
      "2a00:1450::1"
    ]
    const no = [
      ...["0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.9", "169.254.169.254", "172.16.0.1"],
      ...["172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255"],
      ...["198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"],
      ...["::", "::1", "::ffff:10.0.0.1", "::ffff:1.1.1.1", "::10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1"],
      ...["2001::1", "2001:0:1::1", "2001:db8::1", "2002:a00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd12::1"],
      ...["fe80::1", "fe80::1%eth0", "2606:4700::1%eth0", "fec0::1", "ff02::1", "not an address", ""]
    ]
    assert.deepEqual(yes.filter(isPublic), yes)
    assert.deepEqual(no.filter(isPublic), [])
  })
})

describe("the outside world", () => {
  it("is read, with what it says of itself", async () => {
    assert.deepEqual(await outcome(world.url("/hello"), { accept: ["text/plain"] }), {
      status: 200,
      text: "hello",
      url: world.url("/hello")
    })
    assert.include(await outcome(world.url("/nothing"), { accept: ["text/plain"] }), { status: 404 })
  })

  it("does not reach into this machine or its network, however the address is spelled", async () => {
    const spelled = [
      ...["https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f.1/", "https://0177.0.0.1/"],
      ...["https://localhost/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/"],
      ...["https://169.254.169.254/latest/meta-data/", "https://10.0.0.1/", "https://0.0.0.0/", "https://[fd00::1]/"],
      ...["https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/"]
    ]
    for (const url of spelled) assert.include(String(await outcome(url, {}, {})), "OutsideRefused", url)
    assert.include(String(await outcome("https://10.0.0.1/")), "not on the public internet")
    assert.include(String(await outcome("https://[::ffff:127.0.0.1]/")), "not on the public internet")
  })

  it("is asked over https alone, on its port, without a password", async () => {
    const resolve = async () => [{ address: "93.184.216.34", family: 4 }]
    const said = (url: string) => outcome(url, {}, { resolve })
    assert.include(String(await said("http://shop.test/")), "not https")
    assert.include(String(await said("ftp://shop.test/")), "not https")
    assert.include(String(await said("file:///etc/passwd")), "not https")
    assert.include(String(await said("https://shop.test:8443/")), "a port of its own")
    assert.include(String(await said("https://user@shop.test/")), "a name or a password")
    assert.include(String(await said("https://user:pw@shop.test/")), "a name or a password")
    assert.include(String(await said("no address")), "not an address")
    assert.include(String(await outcome("http://shop.test/", {}, { resolve, allowLoopback: true })), "not https")
  })

  it("is asked at the address that was checked, though the name means another the next time", async () => {
    const answers = ["127.0.0.1", "10.0.0.1"]
    let asked = 0
    const resolve = async () => [{ address: answers[asked++]!, family: 4 }]
    const options = { allowLoopback: true, resolve }
    const url = `http://rebinding.test:${world.port}/hello`
    assert.include(await outcome(url, {}, options), { text: "hello" })
    assert.strictEqual(asked, 1)
    assert.strictEqual(world.asked.at(-1)!.host, `rebinding.test:${world.port}`)
    assert.include(String(await outcome(url, {}, options)), "not on the public internet")
  })

  it("is not asked when one of a name's addresses is ours", async () => {
    const resolve = async () => ["93.184.216.34", "10.0.0.1"].map((address) => ({ address, family: 4 }))
    assert.include(String(await outcome("https://mixed.test/", {}, { resolve })), "not on the public internet")
    assert.include(String(await outcome("https://empty.test/", {}, { resolve: async () => [] })), "no address")
  })

  it("is followed where it has moved, and never into our network", async () => {
    assert.include(await outcome(world.url("/once")), { status: 200, text: "hello", url: world.url("/hello") })
    const before = world.asked.length
    assert.include(String(await outcome(world.url("/again"))), "leads on")
    assert.strictEqual(world.asked.length - before, 4)
    assert.include(String(await outcome(world.url("/once"), { redirects: 0 })), "leads on")
    const inward = [
      "http://10.0.0.1/",
      "https://10.0.0.1/",
      "https://169.254.169.254/",
      "file:///etc/passwd",
      "https://"
    ]
    for (const to of inward) {
      const url = world.url(`/inward?to=${encodeURIComponent(to)}`)
      assert.include(String(await outcome(url)), "OutsideRefused", to)
    }
  })

  it("is left where it is too large, compressed, or of another kind", async () => {
    assert.include(String(await outcome(world.url("/endless"))), "larger than 50000 bytes")
    assert.include(String(await outcome(world.url("/declared"))), "larger than 50000 bytes")
    assert.include(String(await outcome(world.url("/packed"))), "compressed")
    assert.include(String(await outcome(world.url("/page"), { accept: ["image/*"] })), "not image/*")
    assert.include(String(await outcome(world.url("/missing-type"), { accept: ["image/*"] })), "not image/*")
    assert.include(await outcome(world.url("/page"), { accept: ["text/*"] }), { status: 200 })
  })

  it("is waited for so long and no longer, whether it is silent or drips", async () => {
    for (const path of ["/silent", "/dripping"]) {
      const begun = performance.now()
      assert.include(String(await outcome(world.url(path), { timeoutMs: 300 })), "Unavailable")
      assert.isBelow(performance.now() - begun, 2_000)
    }
    const never = () => new Promise<never>(() => undefined)
    assert.include(String(await outcome("https://slow.test/", { timeoutMs: 100 }, { resolve: never })), "Unavailable")
    assert.include(String(await outcome("http://127.0.0.1:9/")), "Unavailable")
  })
})
