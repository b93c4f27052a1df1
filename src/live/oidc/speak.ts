import { IncomingMessage, ServerResponse } from "node:http"
import { Socket } from "node:net"
import type { WireRequest, WireResponse } from "../../ports/OAuth.ts"

/** What the provider reads: a request of Node, made from one that has been read already. */
const incoming = ({ body, headers, method, url }: WireRequest) => {
  const request = new IncomingMessage(new Socket())
  const length = Buffer.byteLength(body)
  request.method = method
  request.url = url
  request.httpVersion = "1.1"
  request.headers = { ...headers, ...(length > 0 && { "content-length": String(length) }) }
  delete request.headers["transfer-encoding"]
  if (length > 0) request.push(body)
  request.push(null)
  return request
}

/** What the provider writes to: kept instead of sent. */
class Kept extends ServerResponse {
  readonly chunks: Array<Buffer> = []
  readonly whole: Promise<WireResponse>
  private done!: (response: WireResponse) => void

  constructor(request: IncomingMessage) {
    super(request)
    this.whole = new Promise((resolve) => {
      this.done = resolve
    })
  }

  private add(chunk: unknown) {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk as string))
  }

  override write(chunk: unknown): boolean {
    this.add(chunk)
    return true
  }

  override end(...given: ReadonlyArray<unknown>): this {
    this.add(given[0])
    const headers = Object.fromEntries(
      Object.entries(this.getHeaders()).map(([name, value]) => [name, Array.isArray(value) ? value : String(value)])
    )
    this.finished = true
    this.emit("finish")
    this.done({ status: this.statusCode, headers, body: Buffer.concat(this.chunks).toString("utf8") })
    return this
  }
}

/** A request and its response as Node has them, without a connection. */
export const exchange = (request: WireRequest) => {
  const from = incoming(request)
  return { request: from, response: new Kept(from) }
}
