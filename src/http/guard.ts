import { Cause, Effect } from "effect"
import { HttpMiddleware, HttpRouter, HttpServerError, HttpServerRequest, HttpServerResponse } from "effect/http"
import type { IpNetwork } from "effect/net"
import { errorBody, Internal, NotFound, type Refusal } from "../../schemas/errors.ts"
import { Ids } from "../ports/Ids.ts"
import { besideOf, limitHeaders } from "./Beside.ts"
import { givenId } from "./givenId.ts"
import { logBroken } from "./logBroken.ts"

export interface GuardOptions {
  readonly publicUrl: string
  readonly allowedOrigins: ReadonlySet<string>
  /** Whose word counts on where a request comes from. */
  readonly trustedProxies: ReadonlyArray<IpNetwork.IpNetwork>
}

/** Whoever watches over the server asks by whatever name it has in their network. */
const probes = new Set(["/health", "/ready"])

/** What clients in any page may read and do: it is public, or proves itself without cookies. Sandboxed cards show pictures. */
const openToAll = /^\/(\.well-known\/|images\/|oauth\/(token|register|revoke|jwks|userinfo)(\?|$))/

const allowedHeaders = [
  "authorization",
  "content-type",
  "accept",
  "api-version",
  "idempotency-key",
  "request-id",
  "x-request-id",
  "mcp-protocol-version",
  "mcp-method",
  "mcp-name",
  "mcp-session-id",
  "last-event-id"
].join(", ")

const exposedHeaders =
  "idempotency-key, idempotent-replayed, ratelimit, ratelimit-policy, request-id, retry-after, www-authenticate"

/** The name in a Host header, without its port. */
const hostname = (host: string) => host.replace(/:\d+$/, "").toLowerCase()

/** What each door says when no door was reached, in its own shape. */
const refusal = (path: string, error: Refusal, status: number = error.status) => {
  if (path.startsWith("/mcp")) {
    const body = { code: status === 500 ? -32603 : -32000, message: error.message }
    return HttpServerResponse.jsonUnsafe({ jsonrpc: "2.0", id: null, error: body }, { status })
  }
  if (path.startsWith("/checkout_sessions") || path.startsWith("/carts")) {
    const type = status === 500 ? "processing_error" : "invalid_request"
    return HttpServerResponse.jsonUnsafe({ type, code: error.code.toLowerCase(), message: error.message }, { status })
  }
  return HttpServerResponse.jsonUnsafe(errorBody(error), { status })
}

const stranger = (message: string): Refusal => ({
  _tag: "Stranger",
  code: "FORBIDDEN",
  status: 403,
  message,
  details: {}
})

const isRouteNotFound = (error: unknown) =>
  HttpServerError.isHttpServerError(error) && error.reason._tag === "RouteNotFound"

/** What no door has answered: there is no such address, or something broke. */
const unanswered = (path: string, cause: Cause.Cause<unknown>) => {
  const error = Cause.findErrorOption(cause)
  if (error._tag === "Some" && isRouteNotFound(error.value)) {
    return Effect.succeed(refusal(path, new NotFound({ what: "address" })))
  }
  return Effect.as(logBroken("a request", cause), refusal(path, new Internal()))
}

/**
 * In front of every door: only by names that are ours, which defeats rebinding of DNS, and from pages only by those
 * that are allowed. A request without an Origin does not come from a page. Nothing leaves without an answer, and every
 * answer says which request it is to, how its sender stands with the limits, and what a browser may not do with it.
 */
export const layerGuard = ({ allowedOrigins, publicUrl, trustedProxies }: GuardOptions) => {
  const names = new Set([new URL(publicUrl).hostname, "localhost", "127.0.0.1", "[::1]"])
  const behindProxies = HttpMiddleware.xForwardedHeaders({ trustedProxies })
  const safe = safeHeaders(publicUrl)
  return HttpRouter.middleware(
    Effect.map(
      Ids,
      (ids) => (app) =>
        Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
          const { host, origin } = request.headers
          const beside = besideOf(request)
          const isOpen = openToAll.test(request.url)
          const allowed = origin !== undefined && (isOpen || allowedOrigins.has(origin))
          const answered = (response: HttpServerResponse.HttpServerResponse, requestId: string) => {
            const own = response.headers
            // What an answer says of itself counts more than what we say of all.
            const ours = safe[own["content-type"]?.startsWith("text/html") ? "pages" : "all"].filter(
              ([name]) => own[name] === undefined
            )
            if (own["request-id"] === undefined) ours.push(["request-id", requestId])
            ours.push(...limitHeaders(beside.standings))
            if (isOpen) ours.push(...Object.entries(readableBy("*")))
            else if (allowed) ours.push(...Object.entries(readableBy(origin)))
            return HttpServerResponse.setHeaders(response, ours)
          }
          const dressed = (response: HttpServerResponse.HttpServerResponse) => {
            const requestId = beside.requestId ?? givenId(request)
            return requestId === undefined
              ? Effect.mapEager(ids.next("req"), (made) => answered(response, made))
              : Effect.succeed(answered(response, requestId))
          }
          if (host !== undefined && !names.has(hostname(host)) && !probes.has(request.url)) {
            return dressed(refusal(request.url, stranger("This host name is not one of ours. Use the public address.")))
          }
          if (origin !== undefined && !allowed) {
            return dressed(refusal(request.url, stranger("Pages of this origin may not call.")))
          }
          if (allowed && request.method === "OPTIONS") return Effect.succeed(preflight(origin))
          return Effect.matchCauseEffect(trustedProxies.length === 0 ? app : behindProxies(app), {
            onSuccess: dressed,
            onFailure: (cause) =>
              Cause.hasInterruptsOnly(cause)
                ? Effect.failCause(cause)
                : Effect.flatMap(unanswered(request.url, cause), dressed)
          })
        })
    ),
    { global: true }
  )
}

const readableBy = (origin: string) => ({
  "access-control-allow-origin": origin,
  "access-control-expose-headers": exposedHeaders,
  vary: "origin"
})

const preflight = (origin: string) =>
  HttpServerResponse.empty({
    status: 204,
    headers: {
      ...readableBy(origin),
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
      "access-control-allow-headers": allowedHeaders,
      "access-control-max-age": "600"
    }
  })

type Header = readonly [name: string, value: string]

/** On every answer, and on pages more. What pages may load is said by the pages, and pictures that others may show them. */
const safeHeaders = (publicUrl: string) => {
  const all: ReadonlyArray<Header> = [
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-resource-policy", "same-origin"],
    ...(publicUrl.startsWith("https:")
      ? [["strict-transport-security", "max-age=31536000; includeSubDomains"] as const]
      : [])
  ]
  const pages: ReadonlyArray<Header> = [
    ...all,
    ["x-frame-options", "DENY"],
    ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"]
  ]
  return { all, pages }
}
