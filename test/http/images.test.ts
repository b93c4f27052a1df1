import { Effect } from "effect"
import sharp from "sharp"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { layerGuardedOutside } from "../../src/live/outside/GuardedOutside.ts"
import { layerSharpPixels } from "../../src/live/pixels/SharpPixels.ts"
import { Images } from "../../src/services/Images.ts"
import { outsideServer } from "../doubles/outsideServer.ts"
import { claiming, drawn } from "../doubles/pictures.ts"
import { call, post } from "../mcp/clients.ts"
import { mug as listed } from "../selling/maker.ts"
import { openWorld, publicUrl, type World } from "../world.ts"

const path = "/api/v1/sellers/images"
let world: World
let outside: Awaited<ReturnType<typeof outsideServer>>
let seller: string
let mug: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  mug = new Uint8Array(await drawn(300, 200, "#336699").jpeg().toBuffer())
  const png = await drawn(30, 20, "#996633").png().toBuffer()
  outside = await outsideServer({
    "/mug.png": (answer) => answer.writeHead(200, { "content-type": "image/png" }).end(png),
    "/page": (answer) => answer.writeHead(200, { "content-type": "text/html" }).end("<p>"),
    "/liar": (answer) => answer.writeHead(200, { "content-type": "image/png" }).end("<svg/>"),
    "/inward": (answer) => answer.writeHead(302, { location: "https://169.254.169.254/" }).end()
  })
  world = await openWorld({ pixels: layerSharpPixels, outside: layerGuardedOutside({ allowLoopback: true }) })
  seller = await world.token("seller@craftlocal.test", "listings.write")
}, 60_000)
afterAll(async () => {
  await world.dispose()
  await outside.close()
})

const send = (body: BodyInit, headers: Record<string, string> = {}, token = seller) =>
  world.fetch(path, { method: "POST", body, headers: { authorization: `Bearer ${token}`, ...headers } })

const formWith = (...files: ReadonlyArray<readonly [name: string, bytes: Uint8Array<ArrayBuffer>]>) => {
  const form = new FormData()
  for (const [name, bytes] of files) form.append(name, new Blob([bytes], { type: "image/jpeg" }), "mug.jpg")
  return form
}

const said = async (answer: Response) => `${answer.status} ${((await answer.json()) as any).error.message}`

describe("a picture that a shop uploads", () => {
  it("is served from here, as ours, to everybody and for good", async () => {
    const answer = await send(formWith(["file", mug]))
    assert.strictEqual(answer.status, 201)
    const { image } = (await answer.json()) as any
    assert.deepInclude(image, { width: 300, height: 200, url: `${publicUrl}/images/${image.id}.webp` })
    const shown = await world.fetch(image.url)
    assert.strictEqual(shown.status, 200)
    assert.deepEqual(
      [...["content-type", "cache-control", "x-content-type-options", "content-security-policy"]].map((name) =>
        shown.headers.get(name)
      ),
      ["image/webp", "public, max-age=31536000, immutable", "nosniff", "default-src 'none'"]
    )
    assert.strictEqual(shown.headers.get("cross-origin-resource-policy"), "cross-origin")
    const bytes = new Uint8Array(await shown.arrayBuffer())
    assert.strictEqual(bytes.length, image.bytes)
    assert.strictEqual((await sharp(bytes).metadata()).format, "webp")
    const raw = (await (await send(mug, { "content-type": "image/jpeg" })).json()) as any
    assert.strictEqual(raw.image.id, image.id, "the same picture has the same address")
  })

  it("has one effect and one answer under one key", async () => {
    const headers = { "content-type": "image/jpeg", "idempotency-key": "picture-1" }
    const first = await send(mug, headers)
    const again = await send(mug, headers)
    assert.deepEqual(await again.json(), await first.json())
    assert.strictEqual(again.headers.get("idempotent-replayed"), "true")
    const other = new Uint8Array(await drawn(9, 9).png().toBuffer())
    assert.strictEqual((await send(other, headers)).status, 422)
  })

  it("is refused to those who may not list things", async () => {
    const buyer = await world.token("buyer@craftlocal.test", "orders.write")
    assert.strictEqual((await send(formWith(["file", mug]), {}, buyer)).status, 403)
    assert.strictEqual((await world.fetch(path, { method: "POST", body: formWith(["file", mug]) })).status, 401)
  })

  it("is refused to those who have no shop, before it is read", async () => {
    const buyer = await world.token("buyer@craftlocal.test", "listings.write")
    let asked = 0
    const body = new ReadableStream({ pull: (to) => (asked++ > 9 ? to.close() : to.enqueue(mug)) })
    const options = {
      method: "POST",
      body,
      duplex: "half",
      headers: { authorization: `Bearer ${buyer}`, "content-type": "image/jpeg" }
    }
    assert.match(await said(await world.fetch(path, options as RequestInit)), /^403 This account has no shop/)
    assert.isAtMost(asked, 1)
  })

  it("is judged by its bytes, whatever it is called", async () => {
    const svg = new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
    for (const body of [svg, new TextEncoder().encode("<!doctype html><script>1</script>"), new Uint8Array(9)]) {
      assert.match(await said(await send(body, { "content-type": "image/png" })), /^400 .*JPEG, PNG, WebP, GIF or AVIF/)
      assert.match(await said(await send(formWith(["file", body]))), /^400/)
    }
    assert.match(await said(await send(mug.slice(0, 900), { "content-type": "image/jpeg" })), /^400 .*damaged/)
    assert.match(
      await said(await send(new Uint8Array(await claiming(50_000, 50_000)), { "content-type": "image/png" })),
      /^400 .*million pixels/
    )
  })

  it("comes as one file, or by itself, and not larger than 10 MB", async () => {
    assert.match(await said(await send("{}", { "content-type": "application/json" })), /^415 .*multipart/)
    assert.match(await said(await send(formWith(["picture", mug]))), /^400 .*one file/)
    assert.match(await said(await send(formWith(["file", mug], ["file", mug]))), /^400 .*one file/)
    assert.match(await said(await send("nonsense", { "content-type": "multipart/form-data; boundary=x" })), /^400/)
    const huge = new Uint8Array(10 * 1024 * 1024 + 1)
    assert.match(await said(await send(huge, { "content-type": "image/png" })), /^413/)
    assert.match(await said(await send(formWith(["file", huge]))), /^413/)
  })

  it("that is not there is not there", async () => {
    for (const file of [`${"0".repeat(64)}.webp`, "x.webp", `${"0".repeat(64)}.png`, "%00.webp", "..%2fx.webp"]) {
      assert.strictEqual((await world.fetch(`/images/${file}`)).status, 404, file)
    }
  })
})

describe("a picture that the form of a listing uploads", () => {
  const upload = async (args: object, token = seller) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await post(world, call("upload_listing_image", { ...args }), { headers })).body.result
  }
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
  const refusal = async (args: object, token = seller) => {
    const { content, isError } = await upload(args, token)
    assert.isTrue(isError)
    return JSON.parse(content[0].text).error
  }

  it("is the same picture at the same address as by REST, and one that a listing can show", async () => {
    const rest = (await (await send(mug, { "content-type": "image/jpeg" })).json()) as any
    const { content, structuredContent } = await upload({ data: base64(mug), filename: "mug.jpg" })
    assert.deepEqual(structuredContent, rest)
    assert.include(content[0].text, rest.image.url)
    assert.strictEqual((await world.fetch(rest.image.url)).status, 200)
    const made = call("create_listing", { ...listed, images: [rest.image.url] })
    const { body } = await post(world, made, { headers: { authorization: `Bearer ${seller}` } })
    assert.deepEqual(body.result.structuredContent.listing.images, [rest.image.url])
  })

  it("fits a request when it is as large as it may be", async () => {
    const noise = Buffer.from(Array.from({ length: 700 * 700 * 3 }, (_, at) => (at * 7919 * (at % 251)) % 256))
    const raw = { width: 700, height: 700, channels: 3 } as const
    let quality = 100
    let large = await sharp(noise, { raw }).jpeg({ quality }).toBuffer()
    while (large.length > 750_000)
      large = await sharp(noise, { raw })
        .jpeg({ quality: (quality -= 5) })
        .toBuffer()
    const { structuredContent } = await upload({ data: base64(large) })
    assert.deepInclude(structuredContent.image, { width: 700, height: 700 })
  })

  it("has one effect and one answer under one key, and is in the audit", async () => {
    const other = await drawn(40, 30, "#123456").png().toBuffer()
    const args = { data: base64(other), idempotency_key: "0123456789abcdef" }
    const [first, again] = [await upload(args), await upload(args)]
    assert.deepEqual(again, first)
    const { id } = first.structuredContent.image
    const rows = await world.sql(
      (sql) => sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${id} AND outcome = 'done'`
    )
    assert.deepEqual(rows, [{ action: "upload_listing_image" }])
    assert.strictEqual((await refusal({ ...args, data: base64(mug) })).code, "CONFLICT")
  })

  it("is judged by its bytes, and refused to those who have no shop", async () => {
    const svg = base64(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))
    for (const [data, why] of [
      [svg, /JPEG, PNG, WebP, GIF or AVIF/],
      [base64(mug.slice(0, 900)), /damaged/],
      [base64(await claiming(50_000, 50_000)), /million pixels/]
    ] as const) {
      const { code, details } = await refusal({ data })
      assert.strictEqual(code, "VALIDATION_ERROR")
      assert.deepInclude(details.issues[0], { path: "data" })
      assert.match(details.issues[0].message, why)
    }
    const buyer = await world.token("buyer@craftlocal.test", "listings.write")
    assert.deepEqual((await refusal({ data: base64(mug) }, buyer)).details, { role: "seller" })
  })

  it("is no tool for the model, where a host can hide it", async () => {
    const { tools } = (await post(world, { method: "tools/list" })).body.result
    const hidden = tools.filter(({ _meta }: any) => !_meta.ui.visibility.includes("model"))
    assert.deepEqual(
      hidden.map(({ _meta, name }: any) => [name, _meta.ui.visibility, _meta["openai/widgetAccessible"]]),
      [["upload_listing_image", ["app"], true]]
    )
  })
})

describe("pictures that a listing names", () => {
  const adopt = (...urls: ReadonlyArray<string>) =>
    world.run(
      Effect.gen(function* () {
        const { adopt } = yield* Images
        const [shop] = yield* Effect.promise(() =>
          world.sql((sql) => sql<{ id: string }>`SELECT id FROM shops LIMIT 1`)
        )
        return yield* adopt(urls, shop!.id).pipe(
          Effect.match({ onFailure: (error) => error.message, onSuccess: (paths) => paths })
        )
      })
    )

  it("are fetched, redrawn and served from here; those of ours stay", async () => {
    const { image } = (await (await send(formWith(["file", mug]))).json()) as any
    const kept = `/images/${image.id}.webp`
    const paths = await adopt(outside.url("/mug.png"), image.url, kept, "/images/lst_abc/1.svg")
    assert.isArray(paths)
    assert.match(paths[0]!, /^\/images\/[0-9a-f]{64}\.webp$/)
    assert.deepEqual(paths.slice(1), [kept, kept, "/images/lst_abc/1.svg"])
    assert.strictEqual((await world.fetch(paths[0]!)).status, 200)
  })

  it("are refused with the place of the one that cannot be had", async () => {
    assert.match(String(await adopt(outside.url("/mug.png"), outside.url("/page"))), /^images\.1: .*not image/)
    assert.match(String(await adopt(outside.url("/liar"))), /^images\.0: Expected a JPEG/)
    assert.match(String(await adopt(outside.url("/nothing"))), /^images\.0: .*404/)
    assert.match(String(await adopt(outside.url("/inward"))), /^images\.0: .*public internet/)
    assert.match(String(await adopt("https://10.0.0.1/x.png")), /^images\.0: .*public internet/)
    assert.match(String(await adopt("data:image/png;base64,AAAA")), /^images\.0: .*https/)
    assert.match(String(await adopt(`/images/${"0".repeat(64)}.webp`)), /^images\.0: There is no such picture/)
    assert.match(String(await adopt(...Array(11).fill("/images/lst_abc/1.svg"))), /^images: .*at most 10/)
  })
  it("are counted like uploads, and those that are ours already are not", async () => {
    const busy = await openWorld({ perMinute: 40, outside: layerGuardedOutside({ allowLoopback: true }) })
    const maker = await busy.token("seller@craftlocal.test", "listings.write", "listings.read")
    const headers = { authorization: `Bearer ${maker}`, "content-type": "application/json" }
    const { listings } = (await (await busy.fetch("/api/v1/sellers/listings", { headers })).json()) as any
    const change = async (images: ReadonlyArray<string>) => {
      const sent = { method: "PATCH", headers, body: JSON.stringify({ images }) }
      return (await busy.fetch(`/api/v1/sellers/listings/${listings[0].id}`, sent)).status
    }
    for (let turn = 0; turn < 3; turn++) assert.strictEqual(await change(Array(10).fill(outside.url("/mug.png"))), 200)
    assert.strictEqual(await change([outside.url("/mug.png")]), 429)
    const [{ images }] = (await busy.sql(
      (sql) => sql<{ images: ReadonlyArray<string> }>`SELECT images FROM listings WHERE id = ${listings[0].id}`
    )) as any
    assert.strictEqual(await change(images), 200)
    await busy.dispose()
  })
})
