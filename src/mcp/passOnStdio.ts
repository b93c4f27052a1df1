import { createInterface } from "node:readline"
import { PROTOCOL_VERSION_META_KEY } from "@modelcontextprotocol/server"
import { Effect, Stream } from "effect"

interface Message {
  readonly id?: string | number
  readonly method?: string
  readonly params?: { readonly name?: string; readonly uri?: string; readonly _meta?: Readonly<Record<string, string>> }
}

const parse = (line: string): Message => {
  try {
    return JSON.parse(line)
  } catch {
    return {}
  }
}

/** What the modern era says in headers too, said after the body. */
const headersOf = ({ method, params }: Message): Record<string, string> => {
  const version = params?._meta?.[PROTOCOL_VERSION_META_KEY]
  const name = params?.name ?? params?.uri
  if (version === undefined || method === undefined) return {}
  return { "mcp-protocol-version": version, "mcp-method": method, ...(name !== undefined && { "mcp-name": name }) }
}

/** The JSON-RPC messages of an answer: one of JSON, or the data lines of an event stream. */
const messagesOf = (type: string, text: string): ReadonlyArray<string> =>
  type.startsWith("text/event-stream")
    ? text
        .split("\n")
        .flatMap((line) => (line.startsWith("data:") ? line.slice(5).trim() : []))
        .filter((data) => data !== "")
    : text.trim() === ""
      ? []
      : [JSON.stringify(JSON.parse(text))]

/** Passes each message of standard input on to a server that runs already, and its answers back. */
export const passOnStdio = Effect.fn("passOnStdio")(function* (options: {
  readonly url: string
  readonly accessToken: string | undefined
}) {
  const send = async (line: string) => {
    const message = parse(line)
    const response = await fetch(options.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...headersOf(message),
        ...(options.accessToken && { authorization: `Bearer ${options.accessToken}` })
      },
      body: line
    })
    const messages = messagesOf(response.headers.get("content-type") ?? "", await response.text())
    for (const answer of messages) process.stdout.write(`${answer}\n`)
  }
  const failed = (line: string, cause: unknown) => {
    const { id } = parse(line)
    const error = { code: -32603, message: `The marketplace server does not answer: ${String(cause)}` }
    if (id !== undefined) process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id, error })}\n`)
  }
  const lines = Stream.fromAsyncIterable(createInterface({ input: process.stdin }), (cause) => cause)
  yield* lines.pipe(
    Stream.filter((line) => line.trim() !== ""),
    Stream.mapEffect((line) => Effect.promise(() => send(line).catch((cause) => failed(line, cause))), {
      concurrency: 16
    }),
    Stream.runDrain,
    Effect.orDie
  )
})
