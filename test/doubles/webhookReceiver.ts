import { once } from "node:events"
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly raw: string
  readonly body: any
}

/** A double of an agent's webhook on loopback. It says yes, unless it is told what to answer next. */
export const webhookReceiver = async () => {
  const received: Array<Received> = []
  const next: Array<number | ((answer: ServerResponse) => void)> = []
  const around: { before: () => Promise<void> } = { before: async () => undefined }
  const server = createServer(async (request, response) => {
    let raw = ""
    request.setEncoding("utf8")
    for await (const chunk of request) raw += chunk
    received.push({ headers: request.headers, raw, body: raw === "" ? undefined : JSON.parse(raw) })
    await around.before()
    const answer = next.shift() ?? 200
    if (typeof answer === "function") return answer(response)
    response.writeHead(answer, { "content-type": "application/json", location: "/elsewhere" })
    response.end(`{"received":true}`)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    received,
    next,
    around,
    url: `http://127.0.0.1:${port}/agentic_checkout/webhooks/order_events`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
