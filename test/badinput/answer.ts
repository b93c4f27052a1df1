import { Schema } from "effect"
import { assert } from "vitest"
import { AcpError } from "../../schemas/acp/AcpError.ts"
import { ErrorBody } from "../../schemas/errors.ts"
import type { World } from "../world.ts"
import { type Ask, type Door, requestOf } from "./ask.ts"

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: any
}

const isPage = ({ headers }: Response) => headers.get("content-type")?.startsWith("text/html") ?? false

export const send = async (world: World, ask: Ask): Promise<Answer> => {
  const response = await world.fetch(ask.path, requestOf(ask))
  const text = await response.text()
  const streamed = /^(?:event|data):/.test(text) ? /^data: ?(.*)$/m.exec(text)![1]! : text
  return {
    status: response.status,
    headers: response.headers,
    body: streamed === "" ? undefined : isPage(response) ? streamed : JSON.parse(streamed)
  }
}

/** A refusal as its door tells it. */
export interface Refused {
  readonly code: string | number
  readonly message: string
}

const strict = { onExcessProperty: "error" } as const
const RpcError = Schema.Struct({
  jsonrpc: Schema.Literal("2.0"),
  id: Schema.NullOr(Schema.Union([Schema.String, Schema.Finite])),
  error: Schema.Struct({ code: Schema.Int, message: Schema.String, data: Schema.optionalKey(Schema.Unknown) })
})
const ToolRefusal = Schema.Struct({
  jsonrpc: Schema.Literal("2.0"),
  id: Schema.Union([Schema.String, Schema.Finite]),
  result: Schema.StructWithRest(
    Schema.Struct({
      isError: Schema.Literal(true),
      content: Schema.Tuple([Schema.Struct({ type: Schema.Literal("text"), text: Schema.String })])
    }),
    [Schema.Record(Schema.String, Schema.Unknown)]
  )
})
const rpcError = Schema.decodeUnknownSync(RpcError, strict)
const toolRefusal = Schema.decodeUnknownSync(ToolRefusal, strict)
const errorBody = Schema.decodeUnknownSync(ErrorBody, strict)
const acpError = Schema.decodeUnknownSync(AcpError, strict)

/** Reads a refusal in the shape of its door, and in no other. */
export const refusedBy: Record<Door, (body: any) => Refused> = {
  mcp: (body) => {
    if (body?.error !== undefined) return rpcError(body).error
    const { result } = toolRefusal(body)
    assert.notProperty(result, "structuredContent")
    return errorBody(JSON.parse(result.content[0].text)).error
  },
  acp: acpError,
  binding: (body) => {
    if (body?.error !== undefined) return acpError(rpcError(body).error.data)
    const { content, structuredContent } = toolRefusal(body).result
    assert.deepStrictEqual(JSON.parse(content[0].text), structuredContent)
    return acpError(structuredContent)
  },
  rest: (body) => errorBody(body).error
}

export const succeeded = (door: Door, { body, status }: Answer): boolean =>
  status < 300 && ((door !== "mcp" && door !== "binding") || (body.error === undefined && body.result.isError !== true))

const insides =
  /RegExp|\b(?:SELECT|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b|sqlstate|postgres|pglite|syntax error|node_modules|\.[jt]s:\d|\bat \w+ \(|\[object|undefined|\bNaN\b|Error:|account:|acc_|@craftlocal\.test/

/** One or more sentences that a person and a model can act on; nothing of our insides, and nobody else's data. */
export const assertTells = (message: string) => {
  assert.match(message, /\w+ .*\w+/, "it says something")
  assert.isAtMost(message.length, 2000, "it is short")
  assert.notMatch(message.replaceAll("received undefined", ""), insides)
  assert.isTrue(message.isWellFormed())
}
