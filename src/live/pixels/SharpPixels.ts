import { Effect, Layer, Semaphore } from "effect"
import sharp from "sharp"
import { Unavailable } from "../../../schemas/errors.ts"
import { longestSide, mostPixels, NotAPicture, type Picture, Pixels } from "../../ports/Pixels.ts"

/** What opens a picture is code of others in C: only that for the kinds we take is reachable. */
const confine = () => {
  sharp.block({ operation: ["VipsForeignLoad"] })
  sharp.unblock({
    operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((kind) => `VipsForeignLoad${kind}Buffer`)
  })
  sharp.cache(false)
  sharp.concurrency(1)
}

/** The first picture of an animated one, as people see it, in the colors of screens. Metadata is left behind. */
const redrawn = async (bytes: Uint8Array): Promise<Picture> => {
  const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 })
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .toColorspace("srgb")
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: new Uint8Array(data), width: info.width, height: info.height }
}

const reason = (error: unknown) =>
  String(error).includes("pixel limit")
    ? `the picture has more than ${mostPixels / 1_000_000} million pixels`
    : "the picture is damaged"

/** Redrawn at once; and those and the ones that wait for that together, before the next are turned away. */
const atOnce = 2
const most = 20

/** Two pictures at once; the others wait, up to a bound, so that pictures take neither all memory nor all time. */
export const layerSharpPixels = Layer.effect(
  Pixels,
  Effect.gen(function* () {
    confine()
    const turns = yield* Semaphore.make(atOnce)
    let here = 0
    return {
      redraw: Effect.fn("Pixels.redraw")((bytes) =>
        Effect.suspend((): Effect.Effect<Picture, NotAPicture | Unavailable> => {
          if (here >= most) return Effect.fail(new Unavailable({ what: "pictures", retryAfter: 5 }))
          here += 1
          return turns
            .withPermits(1)(
              Effect.tryPromise({
                try: () => redrawn(bytes),
                catch: (error) => new NotAPicture({ why: reason(error) })
              })
            )
            .pipe(Effect.ensuring(Effect.sync(() => (here -= 1))))
        })
      )
    }
  })
)
