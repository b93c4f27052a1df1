import { ByteSize, Effect } from "effect"
import { HttpIncomingMessage, HttpServerRequest } from "effect/http"
import { Invalid } from "../../../schemas/errors.ts"

const limit = ByteSize.kibibytes(64)

/** The fields of a form, as browsers send them. */
export const readForm = Effect.gen(function* () {
  const request = yield* HttpServerRequest.HttpServerRequest
  const type = request.headers["content-type"] ?? ""
  const unreadable = Invalid.of("", "Send the form again: it could not be read")
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return yield* unreadable
  const text = yield* request.text.pipe(
    Effect.provideService(HttpIncomingMessage.MaxBodySize, limit),
    Effect.mapError(() => unreadable)
  )
  return new URLSearchParams(text)
})
