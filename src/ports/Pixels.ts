import { Context, Data, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"

export { longestSide, mostPixels } from "../domain/images.ts"

/** A picture as we keep it: WebP, upright, without anything beside its pixels. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** These bytes are not a picture that we take. */
export class NotAPicture extends Data.TaggedError("NotAPicture")<{ readonly why: string }> {}

/** Makes pictures of strangers our own: what comes out was drawn by us, pixel by pixel. Unavailable when too many wait. */
export class Pixels extends Context.Service<
  Pixels,
  {
    readonly redraw: (bytes: Uint8Array) => Effect.Effect<Picture, NotAPicture | Unavailable>
  }
>()("craftlocal/ports/Pixels") {
  /** Keeps them as they are. */
  static readonly layerMemory = Layer.succeed(Pixels, {
    redraw: (bytes) => Effect.succeed({ bytes, width: 1, height: 1 })
  })
}
