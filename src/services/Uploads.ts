import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Invalid, RateLimited, RoleNeeded, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import type { ImageAnswer } from "../../schemas/image.ts"
import { limits } from "../domain/limits.ts"
import { absolute } from "../domain/publicUrls.ts"
import type { Caller } from "../ports/Caller.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Site } from "../ports/Site.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Images, type Prepared } from "./Images.ts"
import type { Record } from "./Record.ts"
import { Standing } from "./Standing.ts"
import { takeFromCaller } from "./takeFrom.ts"

type Refused = Unauthorized | RoleNeeded | RateLimited | Unavailable

/** The pictures that makers upload, by whichever door. */
export class Uploads extends Context.Service<
  Uploads,
  {
    /** Only whoever has a shop is listened to, and so often only; before anything is read. */
    readonly admit: Effect.Effect<void, Refused, Caller>
    /** In the transaction of the caller. */
    readonly keep: (picture: Prepared) => Effect.Effect<ImageAnswer, Invalid | Unavailable, Caller>
    /** All at once: admitted, redrawn before the transaction, which is short, and kept. */
    readonly take: (
      bytes: Uint8Array,
      record: Record<ImageAnswer>
    ) => Effect.Effect<ImageAnswer, Refused | Invalid, Caller>
  }
>()("craftlocal/services/Uploads") {
  static readonly layer = Layer.effect(
    Uploads,
    Effect.gen(function* () {
      const images = yield* Images
      const limiter = yield* RateLimit
      const { publicUrl } = yield* Site
      const sql = yield* SqlClient.SqlClient
      const standing = yield* Standing

      const told = ({ bytes, height, id, path, width }: Prepared): ImageAnswer => ({
        image: { id, url: absolute(publicUrl, path), width, height, bytes: bytes.byteLength }
      })
      const admit = Effect.andThen(standing.shops, takeFromCaller(limiter, limits.images))
      const keep = (picture: Prepared) => Effect.map(images.keep(picture), told)

      return Uploads.of({
        admit,
        keep,
        take: Effect.fn("Uploads.take")(function* (bytes, record) {
          yield* admit
          const picture = yield* images.prepare(bytes)
          return yield* orUnavailable(sql.withTransaction(Effect.tap(keep(picture), record)))
        })
      })
    })
  )
}
