import { type IncomingMessage, ServerResponse } from "node:http"

/**
 * Sends head and body in one write when the body is a text. Node splits them where lengths are to be compared, which the
 * HTTP server below asks for always; the length of a text was counted from that very text.
 */
export class Answer<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  override end(callback?: () => void): this
  override end(chunk: unknown, callback?: () => void): this
  override end(chunk: unknown, encoding: BufferEncoding, callback?: () => void): this
  override end(...given: ReadonlyArray<any>): this {
    if (typeof given[0] === "string") this.strictContentLength = false
    return super.end(...(given as [any]))
  }
}
