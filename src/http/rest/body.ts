import { ByteSize, Effect } from "effect"
import { HttpIncomingMessage, HttpServerRequest } from "effect/http"
import { Invalid } from "../../../schemas/errors.ts"
import { digestible } from "../../domain/digestible.ts"
import { TooLarge, WrongType } from "./Unreadable.ts"

const limit = ByteSize.mebibytes(1)

export const isJson = (type: string) => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type.trim())

const parsed = (text: string) =>
  Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => Invalid.of("", "the body is not valid JSON")
  })

/** The JSON of a request's body; nothing when there is none. */
export const body = Effect.gen(function* () {
  const request = yield* HttpServerRequest.HttpServerRequest
  if (Number(request.headers["content-length"]) > Number(limit)) return yield* new TooLarge()
  const text = yield* request.text.pipe(
    Effect.provideService(HttpIncomingMessage.MaxBodySize, limit),
    Effect.mapError(({ reason }) =>
      reason._tag === "RequestParseError" && reason.reason === "BodyTooLarge"
        ? new TooLarge()
        : Invalid.of("", "the body could not be read")
    )
  )
  if (text === "") return undefined
  if (!isJson(request.headers["content-type"] ?? "application/json")) return yield* new WrongType()
  const json = yield* parsed(text)
  if (!digestible(json))
    return yield* Invalid.of("", "the body holds too much, nests too deeply, or has a number that is too large")
  return json
})
