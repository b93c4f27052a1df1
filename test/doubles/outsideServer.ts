import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** A server on loopback that stands for the outside world: it answers by its paths, and counts who asked. */
export const outsideServer = async (
  paths: Readonly<Record<string, (answer: ServerResponse, request: IncomingMessage) => void>>
) => {
  const asked: Array<{ readonly path: string; readonly host: string | undefined }> = []
  const server = createServer((request, answer) => {
    const path = request.url!.split("?", 1)[0]!
    asked.push({ path, host: request.headers.host })
    const known = paths[path]
    if (known !== undefined) return known(answer, request)
    answer.writeHead(404).end()
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    asked,
    port,
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
