import { createHash } from "node:crypto"
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Images } from "../../../services/Images.ts"
import { Uploads } from "../../../services/Uploads.ts"
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
    const uploads = yield* Uploads
    const { onceOf } = yield* Writing

    /** Redrawn before the transaction, which is short; the same bytes are the same request. */
    const read = Effect.gen(function* () {
      yield* uploads.admit
      const bytes = yield* pictureBody
      return { body: sha256(bytes), input: yield* images.prepare(bytes) }
    })
    return handlers.handleRaw(
      "upload",
      onceOf(upload, read, uploads.keep, ({ image }) => image.id)
    )
  })
)
