import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client"
import type { World } from "../world.ts"

export const eras = ["legacy", "modern"] as const
export type Era = (typeof eras)[number]

/** The official client, of either era, inside the world. */
export const connect = async (
  world: World,
  era: Era,
  { path = "/mcp", token }: { readonly path?: string; readonly token?: string } = {}
) => {
  const client = new Client(
    { name: "test", version: "1" },
    era === "modern" ? { versionNegotiation: { mode: { pin: "2026-07-28" } } } : {}
  )
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  await client.connect(
    new StreamableHTTPClientTransport(new URL(path, "http://localhost:3001"), {
      fetch: (input, init) => world.fetch(input, init),
      requestInit: { headers }
    })
  )
  return client
}

/** What the modern era says of itself in every request. */
export const envelope = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientCapabilities": {}
}

/** A message on the raw wire, with what its era wants in headers. */
export const post = async (
  world: World,
  message: { readonly method: string; readonly params?: Readonly<Record<string, unknown>> } | string,
  {
    era = "legacy",
    headers = {},
    path = "/mcp"
  }: { readonly era?: Era; readonly headers?: Record<string, string>; readonly path?: string } = {}
) => {
  const body =
    typeof message === "string"
      ? message
      : JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: message.method,
          params: { ...message.params, ...(era === "modern" && { _meta: envelope }) }
        })
  const modern = typeof message !== "string" &&
    era === "modern" && {
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": message.method,
      ...(typeof message.params?.name === "string" && { "mcp-name": message.params.name })
    }
  const answer = await world.fetch(path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...modern,
      ...headers
    },
    body
  })
  const text = await answer.text()
  const json = text.startsWith("event:") || text.startsWith("data:") ? /^data: ?(.*)$/m.exec(text)![1]! : text
  return { status: answer.status, headers: answer.headers, body: json === "" ? undefined : JSON.parse(json) }
}

export const call = (name: string, args: Readonly<Record<string, unknown>> = {}) => ({
  method: "tools/call",
  params: { name, arguments: args }
})
