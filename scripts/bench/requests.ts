/** The words of the searches. All of them are in the demo market. */
export const searches = [
  "ceramic mug",
  "silver necklace",
  "candle",
  "wool blanket",
  "walnut board",
  "linen",
  "soap",
  "rustic bowl"
]

export const eras = ["2025", "2026"] as const
export type Era = (typeof eras)[number]

export interface HttpRequest {
  readonly method: "GET" | "POST"
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The request as it goes over the wire. */
export const bytesOf = ({ body, headers, method, path }: HttpRequest): Buffer =>
  Buffer.from(
    [
      `${method} ${path} HTTP/1.1`,
      "host: 127.0.0.1",
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === "" ? [] : [`content-length: ${Buffer.byteLength(body)}`]),
      "",
      body
    ].join("\r\n")
  )

export const restSearch = (words: string): HttpRequest => ({
  method: "GET",
  path: `/api/v1/listings/search${words === "" ? "" : `?${new URLSearchParams({ q: words })}`}`,
  headers: { accept: "application/json", "user-agent": "bench" },
  body: ""
})

const envelope = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "bench", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {}
}

const headersOf = (era: Era, name: string) =>
  era === "2025"
    ? { "mcp-protocol-version": "2025-11-25" }
    : { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": name }

/** A call of a tool as the clients of this era send it. */
export const toolCall = (
  era: Era,
  name: string,
  input: Readonly<Record<string, unknown>>,
  token?: string
): HttpRequest => ({
  method: "POST",
  path: "/mcp",
  headers: {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    "user-agent": "bench",
    ...headersOf(era, name),
    ...(token && { authorization: `Bearer ${token}` })
  },
  body: JSON.stringify({
    jsonrpc: "2.0",
    id: 7,
    method: "tools/call",
    params: { name, arguments: input, ...(era === "2026" && { _meta: envelope }) }
  })
})
