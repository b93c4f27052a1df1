import { Effect, Option } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import { Pictures } from "../../ports/Pictures.ts"
import { Images } from "../../services/Images.ts"
import { orRefused } from "../rest/told.ts"

/** What is named by its own hash never changes. */
const kept = {
  "cache-control": "public, max-age=31536000, immutable",
  "content-security-policy": "default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "cross-origin"
}

const drawn = {
  "cache-control": "public, max-age=86400, immutable",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "cross-origin"
}

/** Pictures of shops, and those that are drawn: shown by widgets and chats of other origins, and harmless by themselves. */
export const layerImages = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { svg } = yield* Pictures
    const images = yield* Images
    const image = Effect.gen(function* () {
      const { file = "", listingId = "" } = yield* HttpRouter.params
      const found = yield* svg(listingId, file)
      if (Option.isNone(found)) return yield* new NotFound({ what: "picture" })
      return HttpServerResponse.text(found.value, { contentType: "image/svg+xml", headers: drawn })
    })
    yield* router.add("GET", "/images/:listingId/:file", orRefused("images")(image))
    const upload = Effect.gen(function* () {
      const { file = "" } = yield* HttpRouter.params
      const found = yield* images.find(`/images/${file}`)
      if (found === undefined) return yield* new NotFound({ what: "picture" })
      return HttpServerResponse.uint8Array(found.bytes, { contentType: found.contentType, headers: kept })
    })
    yield* router.add("GET", "/images/:file", orRefused("images")(upload))
  })
)
