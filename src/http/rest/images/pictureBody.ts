import { ByteSize, Effect } from "effect"
import { HttpIncomingMessage, HttpServerRequest } from "effect/http"
import { Invalid } from "../../../../schemas/errors.ts"
import { largestImage } from "../../../domain/images.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

/** What a form may say around its file. */
const around = 16 * 1024

const accepted =
  "Send the picture as multipart/form-data with one file, or by itself as image/jpeg, png, webp, gif or avif."
const tooLarge = new TooLarge({ limit: "A picture has at most 10 MB." })

const allBytes = (limit: number) =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    if (Number(request.headers["content-length"]) > limit) return yield* tooLarge
    const buffer = yield* request.arrayBuffer.pipe(
      Effect.provideService(HttpIncomingMessage.MaxBodySize, ByteSize.bytes(limit)),
      Effect.mapError(({ reason }) =>
        reason._tag === "RequestParseError" && reason.reason === "BodyTooLarge"
          ? tooLarge
          : Invalid.of("", "the body could not be read")
      )
    )
    return buffer.byteLength > limit ? yield* tooLarge : new Uint8Array(buffer)
  })

/** The one file of a form. */
const fileOf = Effect.fnUntraced(function* (bytes: Uint8Array<ArrayBuffer>, type: string) {
  const form = yield* Effect.tryPromise({
    try: () => new Response(bytes, { headers: { "content-type": type } }).formData(),
    catch: () => Invalid.of("", "the form could not be read")
  })
  const files = form.getAll("file")
  const [file] = files
  if (files.length !== 1 || file === undefined || typeof file === "string") {
    return yield* Invalid.of("file", "Expected one file")
  }
  if (file.size > largestImage) return yield* tooLarge
  return new Uint8Array(yield* Effect.promise(() => file.arrayBuffer()))
})

/** The picture of a request: the file of a form, or the body itself. What it really is, its bytes will tell. */
export const pictureBody = Effect.gen(function* () {
  const { headers } = yield* HttpServerRequest.HttpServerRequest
  const type = headers["content-type"] ?? ""
  if (/^multipart\/form-data\s*;/i.test(type)) return yield* fileOf(yield* allBytes(largestImage + around), type)
  if (/^(image\/|application\/octet-stream)/i.test(type)) return yield* allBytes(largestImage)
  return yield* new WrongType({ expected: accepted })
})
