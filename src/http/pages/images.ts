import { Effect, Option } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import { Pictures } from "../../ports/Pictures.ts"
import { orRefused } from "../rest/told.ts"

const headers = {
  "cache-control": "public, max-age=86400, immutable",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "cross-origin"
}

/** Pictures that are drawn: shown by widgets and chats of other origins, and harmless when opened by themselves. */
export const layerImages = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { svg } = yield* Pictures
    const image = Effect.gen(function* () {
      const { file = "", listingId = "" } = yield* HttpRouter.params
      const drawn = yield* svg(listingId, file)
      if (Option.isNone(drawn)) return yield* new NotFound({ what: "picture" })
      return HttpServerResponse.text(drawn.value, { contentType: "image/svg+xml", headers })
    })
    yield* router.add("GET", "/images/:listingId/:file", orRefused("images")(image))
  })
)
