import { IncomingMessage } from "node:http"
import { ByteSize, Effect } from "effect"
import { HttpIncomingMessage, HttpServerError, type HttpServerRequest } from "effect/http"

const decoder = new TextDecoder()

/**
 * The body as text. Of a request that Node received it is put together here: the general way waits until the stream has
 * closed, which takes longer than all the rest of a small call.
 */
export const readText = (request: HttpServerRequest.HttpServerRequest, maxBytes: number) =>
  request.source instanceof IncomingMessage && !request.source.readableEnded
    ? received(request, request.source, maxBytes)
    : Effect.provideService(request.text, HttpIncomingMessage.MaxBodySize, ByteSize.bytes(maxBytes))

const received = (request: HttpServerRequest.HttpServerRequest, source: IncomingMessage, maxBytes: number) =>
  Effect.callback<string, HttpServerError.HttpServerError>((resume) => {
    const chunks: Array<Buffer> = []
    let bytes = 0
    let isDone = false
    const stop = () => {
      source.off("data", onData).off("end", onEnd).off("error", onError).off("close", onError)
    }
    const onData = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) {
        source.pause()
        return failed("BodyTooLarge")
      }
      chunks.push(chunk)
    }
    const onEnd = () => {
      isDone = true
      resume(Effect.succeed(decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))))
    }
    const failed = (reason: "BodyTooLarge" | "Parse", cause?: unknown) => {
      stop()
      const error = new HttpServerError.RequestParseError({ request, reason, cause })
      resume(Effect.fail(new HttpServerError.HttpServerError({ reason: error })))
    }
    const onError = (cause?: unknown) => {
      if (!isDone) failed("Parse", cause)
    }
    source.on("data", onData).on("end", onEnd).on("error", onError).on("close", onError)
    return Effect.sync(stop)
  })
