import { ByteSize, Effect } from "effect"
import { HttpIncomingMessage, HttpServerRequest } from "effect/http"
import { Invalid } from "../../../schemas/errors.ts"
import { TooLarge } from "./TooLarge.ts"

const limit = ByteSize.mebibytes(1)

/** The bytes as they came: a signature is over them, not over what they mean. */
export const rawBody = Effect.gen(function* () {
  const request = yield* HttpServerRequest.HttpServerRequest
  if (Number(request.headers["content-length"]) > Number(limit)) return yield* new TooLarge()
  const buffer = yield* request.arrayBuffer.pipe(
    Effect.provideService(HttpIncomingMessage.MaxBodySize, limit),
    Effect.mapError(({ reason }) =>
      reason._tag === "RequestParseError" && reason.reason === "BodyTooLarge"
        ? new TooLarge()
        : Invalid.of("", "the body could not be read")
    )
  )
  const body = new Uint8Array(buffer)
  return body.byteLength > Number(limit) ? yield* new TooLarge() : body
})
