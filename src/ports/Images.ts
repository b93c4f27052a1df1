import { createHash } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { Invalid, type Unavailable } from "../../schemas/errors.ts"

const isOurs = (url: string) => /^\/images(\/\w[\w.-]*)+$/.test(url)
const isHttps = (url: string) => URL.parse(url)?.protocol === "https:"

/** Pictures from elsewhere become ours. */
export class Images extends Context.Service<
  Images,
  {
    /**
     * Fetches, checks and re-encodes pictures from elsewhere and answers the addresses at which we serve them; those that
     * are ours already are kept (path `/images/…`).
     */
    readonly adopt: (
      urls: ReadonlyArray<string>,
      shopId: string
    ) => Effect.Effect<ReadonlyArray<string>, Invalid | Unavailable>
  }
>()("craftlocal/ports/Images") {
  /** Fetches nothing: every https address is taken, and gets an address of ours that is always the same. */
  static readonly layerMemory = Layer.succeed(Images, {
    adopt: (urls) => {
      const issues = urls.flatMap((url, at) =>
        isOurs(url) || isHttps(url) ? [] : [{ path: `images.${at}`, message: "Expected an https address of a picture" }]
      )
      return issues.length > 0
        ? Effect.fail(new Invalid({ issues }))
        : Effect.succeed(
            urls.map((url) =>
              isOurs(url) ? url : `/images/${createHash("sha256").update(url).digest("hex").slice(0, 32)}.webp`
            )
          )
    }
  })
}
