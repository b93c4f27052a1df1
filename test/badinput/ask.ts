import { sign } from "../../src/services/webhookSignature.ts"
import { envelope } from "../mcp/clients.ts"
import { dawn, webhookSecret } from "../world.ts"

export type Door = "mcp" | "acp" | "binding" | "rest"

/** A request, not yet sent. */
export interface Ask {
  readonly door: Door
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Instead of `body`: exactly these characters. */
  readonly raw?: string
}

const json = { "content-type": "application/json" }
const mcpHeaders = { ...json, accept: "application/json, text/event-stream" }

export const rpc = (method: string, params: Readonly<Record<string, unknown>>): Ask => ({
  door: "mcp",
  method: "POST",
  path: "/mcp",
  headers: mcpHeaders,
  body: { jsonrpc: "2.0", id: 1, method, params }
})

export const tool = (name: string, args: Readonly<Record<string, unknown>> = {}): Ask =>
  rpc("tools/call", { name, arguments: args })

/** The same in the modern era, which says everything twice. */
export const modernTool = (name: string, args: Readonly<Record<string, unknown>> = {}): Ask => ({
  ...tool(name, args),
  headers: { ...mcpHeaders, "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": name },
  body: { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args, _meta: envelope } }
})

export const rest = (method: string, path: string, body?: unknown): Ask => ({
  door: "rest",
  method,
  path: `/api/v1${path}`,
  headers: body === undefined ? {} : json,
  ...(body !== undefined && { body })
})

let keys = 0
export const newKey = () => `badinput-suite-key-${++keys}`

/** The same request once more: under keys that nobody has used. */
export const withNewKeys = (ask: Ask): Ask =>
  JSON.parse(JSON.stringify(ask).replaceAll(/badinput-suite-key-\d+/g, newKey))

export const acp = (method: string, path: string, body?: unknown): Ask => ({
  door: "acp",
  method,
  path: `/checkout_sessions${path}`,
  headers: {
    authorization: "Bearer acp_demo_key",
    "api-version": "2026-04-17",
    ...(method === "POST" && { "idempotency-key": newKey() }),
    ...(body !== undefined && json)
  },
  ...(body !== undefined && { body })
})

/** The same for carts. */
export const cart = (method: string, path: string, body?: unknown): Ask => {
  const { headers, ...ask } = acp(method, path, body)
  return {
    ...ask,
    path: `/carts${path}`,
    headers: { ...headers, ...(method === "PUT" && { "idempotency-key": newKey() }) }
  }
}

/** An operation of ACP over MCP. */
export const binding = (
  name: string,
  args: { readonly id?: string; readonly payload?: unknown },
  keyed = true
): Ask => {
  const meta = { api_version: "2026-04-17", ...(keyed && { idempotency_key: newKey() }) }
  const { headers, ...ask } = tool(`${name}_checkout_session`, { meta, ...args })
  return { ...ask, door: "binding", path: "/mcp/acp", headers: { ...headers, authorization: "Bearer acp_demo_key" } }
}
interface Signing {
  readonly secret?: string
  /** How many seconds ago. */
  readonly ago?: number
}

/** Signed as it is now. */
export const resigned = (ask: Ask, { ago = 0, secret = webhookSecret }: Signing = {}): Ask => ({
  ...ask,
  headers: { ...ask.headers, "craftlocal-signature": sign(textOf(ask) ?? "", secret, dawn.getTime() / 1000 - ago) }
})

/** What a carrier or a shop sends. */
export const report = (path: string, body: unknown): Ask =>
  resigned({ door: "rest", method: "POST", path, headers: json, body })

export const as = (token: string, ask: Ask): Ask => ({
  ...ask,
  headers: { ...ask.headers, authorization: `Bearer ${token}` }
})

type Step = string | number
type Fault = (ask: Ask) => Ask

const put = (into: any, [step, ...rest]: ReadonlyArray<Step>, value: unknown): unknown => {
  if (step === undefined) return value
  const copy = Array.isArray(into) ? [...into] : { ...into }
  Object.defineProperty(copy, step, {
    value: put(into?.[step], rest, value),
    enumerable: true,
    configurable: true,
    writable: true
  })
  return copy
}

const take = (from: any, [step, ...rest]: ReadonlyArray<Step>): any =>
  step === undefined ? from : take(from?.[step], rest)

/** Where the part of a body stands that says what is wanted. */
const within = ({ door }: Ask): ReadonlyArray<Step> =>
  door === "mcp" || door === "binding" ? ["params", "arguments"] : []

const stepsOf = (path: string): ReadonlyArray<Step> =>
  path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step))

/** What a request says at `shipping_address.zip`, or as a whole. */
export const said = (ask: Ask, path?: string): any =>
  take(ask.body, [...within(ask), ...(path === undefined ? [] : stepsOf(path))])

/** Says something else there. */
export const says =
  (path: string, value: unknown): Fault =>
  (ask) => ({ ...ask, body: put(ask.body, [...within(ask), ...stepsOf(path)], value) })

/** Says something else as a whole. */
export const saysAll =
  (value: unknown): Fault =>
  (ask) => ({ ...ask, body: put(ask.body, within(ask), value) })

export const leavesOut =
  (path: string): Fault =>
  (ask) => {
    const steps = stepsOf(path)
    const { [steps.at(-1)!]: _, ...others } = take(ask.body, [...within(ask), ...steps.slice(0, -1)])
    return { ...ask, body: put(ask.body, [...within(ask), ...steps.slice(0, -1)], others) }
  }

/** Changes the message around what is wanted. */
export const message =
  (path: string, value: unknown): Fault =>
  (ask) => ({ ...ask, body: put(ask.body, stepsOf(path), value) })

/** Undefined leaves the header out. */
export const header =
  (name: string, value: string | undefined): Fault =>
  ({ headers, ...ask }) => {
    const { [name]: _, ...others } = headers
    return { ...ask, headers: value === undefined ? others : { ...others, [name]: value } }
  }

export const bearer = (token: string | undefined): Fault =>
  header("authorization", token === undefined ? undefined : `Bearer ${token}`)

export const goesTo =
  (path: string): Fault =>
  (ask) => ({ ...ask, path })

export const by =
  (method: string): Fault =>
  (ask) => ({ ...ask, method })

/** Exactly these characters, or what becomes of those that would have been sent. */
export const raw =
  (text: string | ((sent: string) => string)): Fault =>
  (ask) => ({ ...ask, raw: typeof text === "string" ? text : text(JSON.stringify(ask.body)) })

/** JSON that cannot be said as a value: `says(path, verbatim("1e999"))`. */
export const verbatim = (text: string) => `<<${Buffer.from(text).toString("base64")}>>`

const textOf = (ask: Ask) =>
  ask.raw ??
  (ask.body === undefined
    ? undefined
    : JSON.stringify(ask.body).replace(/"<<([\w+/=]*)>>"/g, (_, text) => Buffer.from(text, "base64").toString()))

export const requestOf = (ask: Ask): RequestInit => {
  const body = textOf(ask)
  return { method: ask.method, headers: { ...ask.headers }, ...(body !== undefined && { body }) }
}
