import { createHash } from "node:crypto"
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { limits } from "../../../domain/limits.ts"
import { absolute } from "../../../domain/publicUrls.ts"
import { RateLimit } from "../../../ports/RateLimit.ts"
import { Site } from "../../../ports/Site.ts"
import { Images, type Prepared } from "../../../services/Images.ts"
import { Standing } from "../../../services/Standing.ts"
import { takeFromCaller } from "../../../services/takeFrom.ts"
import { Api } from "../../Api.ts"
import { Writing } from "../Writing.ts"
import { upload } from "./contract.ts"
import { pictureBody } from "./pictureBody.ts"

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

export const layerImages = HttpApiBuilder.group(
  Api,
  "images",
  Effect.fnUntraced(function* (handlers) {
    const images = yield* Images
    const limiter = yield* RateLimit
    const { publicUrl } = yield* Site
    const standing = yield* Standing
    const { onceOf } = yield* Writing

    /** Only whoever has a shop is listened to. Redrawn before the transaction, which is short; the same bytes are the same request. */
    const read = Effect.gen(function* () {
      yield* standing.shops
      yield* takeFromCaller(limiter, limits.images)
      const bytes = yield* pictureBody
      return { body: sha256(bytes), input: yield* images.prepare(bytes) }
    })
    const told = ({ bytes, height, id, path, width }: Prepared) => ({
      image: { id, url: absolute(publicUrl, path), width, height, bytes: bytes.byteLength }
    })
    return handlers.handleRaw(
      "upload",
      onceOf(
        upload,
        read,
        (image) => Effect.map(images.keep(image), told),
        ({ image }) => image.id
      )
    )
  })
)
