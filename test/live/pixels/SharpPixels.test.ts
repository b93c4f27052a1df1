import { Effect, Layer, ManagedRuntime } from "effect"
import sharp from "sharp"
import { afterAll, assert, describe, it } from "vitest"
import { layerSharpPixels } from "../../../src/live/pixels/SharpPixels.ts"
import { Pixels } from "../../../src/ports/Pixels.ts"
import { claiming, drawn, fromPhone } from "../../doubles/pictures.ts"

const runtime = ManagedRuntime.make(Layer.mergeAll(layerSharpPixels))
afterAll(() => runtime.dispose())

const redraw = (bytes: Uint8Array) => runtime.runPromise(Effect.flatMap(Pixels, (pixels) => pixels.redraw(bytes)))
const why = (bytes: Uint8Array) =>
  runtime.runPromise(
    Effect.flatMap(Pixels, (pixels) => pixels.redraw(bytes)).pipe(
      Effect.match({ onFailure: (error) => ("why" in error ? error.why : error._tag), onSuccess: () => "taken" })
    )
  )
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)

describe("pictures are redrawn", () => {
  it("from each of the kinds we take, as WebP", async () => {
    const pictures = [drawn().jpeg(), drawn().png(), drawn().webp(), drawn().gif(), drawn().avif()]
    for (const picture of pictures) {
      const { bytes, height, width } = await redraw(await picture.toBuffer())
      assert.deepEqual({ width, height }, { width: 60, height: 40 })
      assert.strictEqual((await sharp(bytes).metadata()).format, "webp")
    }
  })

  it("upright, and without where and by whom they were taken", async () => {
    const photo = await fromPhone()
    assert.isTrue(holds(photo, "Secret Person"))
    const { bytes, height, width } = await redraw(photo)
    assert.deepEqual({ width, height }, { width: 40, height: 60 })
    const { exif, icc, iptc, orientation, xmp } = await sharp(bytes).metadata()
    assert.deepEqual([exif, icc, iptc, orientation, xmp], [undefined, undefined, undefined, undefined, undefined])
    assert.isFalse(holds(bytes, "Secret"))
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const topRight = data.subarray((40 - 3) * 3 + 3 * 40 * 3, (40 - 3) * 3 + 3 * 40 * 3 + 3)
    assert.isAbove(topRight[0]!, 150, "the red corner is at the top right")
  })

  it("no longer than 1600 pixels, and never larger than they were", async () => {
    const large = await redraw(await drawn(4000, 1000).jpeg().toBuffer())
    assert.deepEqual([large.width, large.height], [1600, 400])
    const small = await redraw(await drawn(3, 2).png().toBuffer())
    assert.deepEqual([small.width, small.height], [3, 2])
  })

  it("without what hides behind or inside them", async () => {
    const script = "<script>alert(1)</script>"
    const behind = Buffer.concat([await drawn().gif().toBuffer(), Buffer.from(script)])
    const within = await drawn()
      .jpeg()
      .withExifMerge({ IFD0: { ImageDescription: script } })
      .toBuffer()
    for (const picture of [behind, within]) {
      assert.isTrue(holds(picture, script))
      assert.isFalse(holds((await redraw(picture)).bytes, "script"))
    }
  })

  it("the first picture of an animation alone", async () => {
    const frames = await Promise.all(
      [drawn(20, 20, "#fff"), drawn(20, 20, "#000")].map((each) => each.png().toBuffer())
    )
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    assert.strictEqual((await sharp(animation).metadata()).pages, 2)
    const { bytes, height } = await redraw(animation)
    assert.strictEqual(height, 20)
    assert.isUndefined((await sharp(bytes).metadata()).pages)
  })
})

describe("not redrawn is", () => {
  it("what unpacks to far more than it is", async () => {
    assert.include(await why(await claiming(60_000, 60_000)), "40 million pixels")
    assert.include(await why(await claiming(8_000, 5_001)), "40 million pixels")
    const flat = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer()
    assert.isBelow(flat.length, 2_000_000)
    assert.include(await why(flat), "40 million pixels")
  })

  it("what is cut off or broken", async () => {
    const whole = await drawn(600, 400).jpeg().toBuffer()
    assert.include(await why(whole.subarray(0, whole.length / 2)), "damaged")
    assert.include(await why(whole.subarray(0, 20)), "damaged")
    assert.include(await why(await claiming(100, 100)), "damaged")
    assert.include(await why(new Uint8Array()), "damaged")
  })

  it("a kind we do not take, even one the library could read", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`
    const others = [Buffer.from(svg), Buffer.from(`<?xml version="1.0"?>${svg}`), Buffer.from("%PDF-1.7\n")]
    for (const other of [...others, await drawn().tiff().toBuffer()]) assert.include(await why(other), "damaged")
  })

  it("what comes while too many wait, which is told to come again", async () => {
    const picture = await drawn(2000, 2000).jpeg().toBuffer()
    const told = await Promise.all(Array.from({ length: 30 }, () => why(picture)))
    assert.deepStrictEqual(
      told.map((each) => each === "taken"),
      [...Array(20).fill(true), ...Array(10).fill(false)]
    )
    assert.deepStrictEqual([...new Set(told.slice(20))], ["Unavailable"])
    assert.strictEqual(await why(picture), "taken")
  })
})
