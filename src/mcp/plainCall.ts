import {
  CLIENT_CAPABILITIES_META_KEY,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS
} from "@modelcontextprotocol/server"
import { Predicate } from "effect"

/** A tool call that needs nothing of the protocol but its answer. */
export interface PlainCall {
  readonly id: string | number
  readonly name: string
  readonly input: unknown
  readonly modern: boolean
}

const modernVersion = "2026-07-28"
const known = new Set(["name", "arguments", "_meta"])
const legacy = new Set(SUPPORTED_PROTOCOL_VERSIONS.filter((version) => version !== modernVersion))

/** The modern era says everything twice, in the headers and in the body; only a request that agrees with itself is plain. */
const isModern = (name: string, meta: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>>) =>
  meta[PROTOCOL_VERSION_META_KEY] === modernVersion &&
  headers["mcp-protocol-version"] === modernVersion &&
  Predicate.isObject(meta[CLIENT_CAPABILITIES_META_KEY]) &&
  headers["mcp-method"] === "tools/call" &&
  headers["mcp-name"] === name

const isLegacy = (meta: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>>) => {
  const version = headers["mcp-protocol-version"]
  return (
    (version === undefined || legacy.has(version)) &&
    !Object.keys(meta).some((key) => key.startsWith("io.modelcontextprotocol/"))
  )
}

/** The name of the tool that a message calls, however odd the rest of it; empty when it calls none. */
export const calledName = (body: unknown): string => {
  const { method, params } = (Predicate.isObject(body) ? body : {}) as Record<string, unknown>
  const { name } = (Predicate.isObject(params) ? params : {}) as Record<string, unknown>
  return method === "tools/call" && typeof name === "string" ? name : ""
}

/** What a message calls a tool with, however odd the rest of it. */
export const argumentsOf = (body: unknown): unknown => {
  const { params } = (Predicate.isObject(body) ? body : {}) as Record<string, unknown>
  return (Predicate.isObject(params) ? (params as Record<string, unknown>) : {}).arguments
}

/**
 * The call, when the request is a plain one of either era: those are answered here, many times faster than by a server
 * made for each request. Everything else, and everything that looks odd, is for the official handler to judge.
 */
export const plainCall = (body: unknown, headers: Readonly<Record<string, string>>): PlainCall | undefined => {
  if (!Predicate.isObject(body)) return undefined
  const { id, jsonrpc, method, params } = body as Record<string, unknown>
  const { accept = "", "content-type": type = "" } = headers
  if (jsonrpc !== "2.0" || method !== "tools/call" || !Predicate.isObject(params)) return undefined
  if (typeof id !== "string" && !Number.isSafeInteger(id)) return undefined
  if (type !== "application/json" && !/^application\/json\s*(;|$)/i.test(type)) return undefined
  if (!accept.includes("application/json") || !accept.includes("text/event-stream")) return undefined
  const { _meta: meta = {}, arguments: input = {}, name } = params as Record<string, unknown>
  if (typeof name !== "string" || !Predicate.isObject(input) || !Predicate.isObject(meta)) return undefined
  if (Object.keys(params).some((key) => !known.has(key))) return undefined
  const modern = isModern(name, meta as Record<string, unknown>, headers)
  if (!modern && !isLegacy(meta as Record<string, unknown>, headers)) return undefined
  return { id: id as string | number, name, input, modern }
}
