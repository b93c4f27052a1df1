import { createHash } from "node:crypto"
import { Context, Effect, Layer, Predicate } from "effect"
import { Invalid, type RateLimited, type Unavailable } from "../../schemas/errors.ts"
import { ownerOf } from "../domain/access.ts"
import { imageIdOf, imagePath, imageQuota, largestImage, mostImages, ownPath } from "../domain/images.ts"
import { limits } from "../domain/limits.ts"
import { pictureKind } from "../domain/pictureKind.ts"
import { Caller } from "../ports/Caller.ts"
import { Outside } from "../ports/Outside.ts"
import { Pixels } from "../ports/Pixels.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Site } from "../ports/Site.ts"
import { type NewImage, Images as Stored } from "../store/Images.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { takeFromCaller } from "./takeFrom.ts"

/** A picture as it can be kept: redrawn, and named by what it shows. */
export type Prepared = NewImage & { readonly path: string }

const kinds = "a JPEG, PNG, WebP, GIF or AVIF picture"
const full = `this account keeps ${imageQuota.count} pictures or ${imageQuota.bytes / 1024 / 1024} MB already; those that no listing shows make room after a day`

/** For all pictures of a listing together: whoever waits for them has a listing to save. */
const patience = { maxBytes: largestImage, timeoutMs: 10_000, accept: ["image/*"] } as const

/** The pictures that shops bring: redrawn by us, kept under the hash of what they show, and served from here. */
export class Images extends Context.Service<
  Images,
  {
    /**
     * Fetches, checks and redraws pictures from elsewhere and answers the addresses at which we serve them; those
     * already ours are kept. At most ten, each counted like an upload. It asks the outside world: do it before a transaction, not inside.
     */
    readonly adopt: (
      urls: ReadonlyArray<string>,
      shopId: string
    ) => Effect.Effect<ReadonlyArray<string>, Invalid | RateLimited | Unavailable, Caller>
    /** Redraws what was uploaded; nothing is kept yet. */
    readonly prepare: (bytes: Uint8Array) => Effect.Effect<Prepared, Invalid | Unavailable>
    /** Keeps it for whoever asks. */
    readonly keep: (image: Prepared) => Effect.Effect<Prepared, Invalid | Unavailable, Caller>
    /** By the file's name in its path. */
    readonly find: (path: string) => Effect.Effect<Pick<NewImage, "bytes" | "contentType"> | undefined, Unavailable>
  }
>()("craftlocal/services/Images") {
  static readonly layer = Layer.effect(
    Images,
    Effect.gen(function* () {
      const limiter = yield* RateLimit
      const outside = yield* Outside
      const pixels = yield* Pixels
      const stored = yield* Stored
      const { publicUrl } = yield* Site

      const prepared = Effect.fnUntraced(function* (bytes: Uint8Array, at: string) {
        if (pictureKind(bytes) === undefined) return yield* Invalid.of(at, `Expected ${kinds}`)
        const picture = yield* Effect.catchTag(pixels.redraw(bytes), "NotAPicture", ({ why }) =>
          Effect.fail(Invalid.of(at, why))
        )
        const id = createHash("sha256").update(picture.bytes).digest("hex")
        return { ...picture, id, path: imagePath(id), contentType: "image/webp" }
      })

      const kept = Effect.fnUntraced(function* (image: Prepared, owner: string, at: string) {
        if (!(yield* orUnavailable(stored.keep(image, owner, yield* now)))) return yield* Invalid.of(at, full)
        return image
      })

      const fetched = Effect.fnUntraced(function* (url: string, at: string) {
        yield* takeFromCaller(limiter, limits.images)
        const found = yield* Effect.catchTag(outside.get(url, patience), "OutsideRefused", ({ why }) =>
          Effect.fail(Invalid.of(at, why))
        )
        if (found.status !== 200)
          return yield* Invalid.of(at, `There is no picture: the address answered ${found.status}.`)
        return yield* prepared(found.body, at)
      })

      return {
        adopt: Effect.fn("Images.adopt")(function* (urls, shopId) {
          if (urls.length > mostImages) return yield* Invalid.of("images", `Expected at most ${mostImages} pictures`)
          const own = urls.map((url) => ownPath(publicUrl, url))
          const ids = own.map((path) => path && imageIdOf(path))
          const there = yield* orUnavailable(stored.touch(ids.filter(Predicate.isString), yield* now))
          const lost = ids.findIndex((id) => id !== undefined && !there.has(id))
          if (lost >= 0) return yield* Invalid.of(`images.${lost}`, "There is no such picture here. Upload it again.")
          const owner = yield* orUnavailable(stored.keeperOf(shopId))
          const brought = yield* Effect.forEach(
            urls,
            (url, n) => (own[n] === undefined ? fetched(url, `images.${n}`) : Effect.undefined),
            { concurrency: 3 }
          )
          return yield* Effect.forEach(brought, (image, n) =>
            image === undefined
              ? Effect.succeed(own[n]!)
              : Effect.map(kept(image, owner, `images.${n}`), ({ path }) => path)
          )
        }),
        prepare: Effect.fn("Images.prepare")((bytes) => prepared(bytes, "file")),
        keep: Effect.fn("Images.keep")(function* (image) {
          const { viewer } = yield* Caller
          return yield* kept(image, ownerOf(viewer), "file")
        }),
        find: Effect.fn("Images.find")(function* (path) {
          const id = imageIdOf(path)
          return id === undefined ? undefined : yield* orUnavailable(stored.find(id))
        })
      }
    })
  )
}
