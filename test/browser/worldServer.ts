import { createServer } from "node:http"
import { freePort } from "../process/server.ts"
import { openWorld, type WorldOptions } from "../world.ts"

/** A world behind a real socket, for real browsers. */
export const serveWorld = async (options: WorldOptions) => {
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const world = await openWorld({ ...options, publicUrl })
  const server = createServer(async (request, response) => {
    const chunks: Array<Buffer> = []
    for await (const chunk of request) chunks.push(chunk)
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined || name === "connection" ? [] : [[name, String(value)] as [string, string]]
    )
    const { method = "GET" } = request
    const answer = await world.fetch(request.url ?? "/", {
      method,
      headers,
      redirect: "manual",
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) })
    })
    response.writeHead(answer.status, {
      ...Object.fromEntries(answer.headers),
      ...(answer.headers.getSetCookie().length > 0 && { "set-cookie": answer.headers.getSetCookie() })
    })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return {
    world,
    publicUrl,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await world.dispose()
    }
  }
}
