import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** A server on a port of its own, and so an origin of its own. */
export const loopback = async (respond: (url: URL, response: ServerResponse) => void) => {
  const server = createServer((request, response) => respond(new URL(request.url ?? "/", "http://127.0.0.1"), response))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}
