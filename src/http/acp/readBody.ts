import { ByteSize, Effect } from "effect"
import { HttpServerRequest } from "effect/http"
import { type Problem, wrong } from "../../services/acp/Problem.ts"
import { storable } from "../../services/acp/storable.ts"

const limit = ByteSize.mebibytes(1)

const tooLarge = wrong(413, "body_too_large", "The body is larger than 1 MiB.")
const unreadable = wrong(400, "invalid_json", "The body is not valid JSON.")

const isJson = (type: string | undefined) => /^application\/json *(;|$)/i.test(type?.trim() ?? "")

const parsed = (text: string): Effect.Effect<unknown, Problem> =>
  Effect.try({ try: (): unknown => JSON.parse(text), catch: () => unreadable })

/** The JSON of the request. Where a body may be left out, none is the same as `{}`. */
export const readBody = Effect.fnUntraced(function* (mayBeLeftOut: boolean) {
  const request = yield* HttpServerRequest.HttpServerRequest
  const text = yield* request.text.pipe(
    Effect.provideService(HttpServerRequest.MaxBodySize, limit),
    Effect.mapError(({ reason }) =>
      reason._tag === "RequestParseError" && reason.reason === "BodyTooLarge" ? tooLarge : unreadable
    )
  )
  if (text.trim() === "" && mayBeLeftOut) return {}
  if (!isJson(request.headers["content-type"])) {
    return yield* wrong(415, "unsupported_media_type", "Send the body as Content-Type: application/json.")
  }
  const body = yield* parsed(text)
  if (!storable(body)) {
    return yield* wrong(
      400,
      "invalid_json",
      "The body holds too much, nests too deeply, or has text that is not valid Unicode."
    )
  }
  return body
})
