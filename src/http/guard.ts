import { Cause, Effect } from "effect"
import { HttpMiddleware, HttpRouter, HttpServerError, HttpServerRequest, HttpServerResponse } from "effect/http"
import type { IpNetwork } from "effect/net"
import { errorBody, Internal, NotFound, type Refusal } from "../../schemas/errors.ts"

export interface GuardOptions {
  readonly publicUrl: string
  readonly allowedOrigins: ReadonlySet<string>
  /** Whose word counts on where a request comes from. */
  readonly trustedProxies: ReadonlyArray<IpNetwork.IpNetwork>
}

/** Whoever watches over the server asks by whatever name it has in their network. */
const probes = new Set(["/health", "/ready"])

/** What clients in any page may read and do: it is public, or proves itself without cookies. */
const openToAll = /^\/(\.well-known\/|oauth\/(token|register|revoke|jwks|userinfo)(\?|$))/

const allowedHeaders = [
  "authorization",
  "content-type",
  "accept",
  "api-version",
  "idempotency-key",
  "request-id",
  "mcp-protocol-version",
  "mcp-method",
  "mcp-name",
  "mcp-session-id",
  "last-event-id"
].join(", ")

const exposedHeaders = "idempotency-key, idempotent-replayed, request-id, retry-after, www-authenticate"

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
  return Effect.as(Effect.logError("a request broke", cause), refusal(path, new Internal()))
}

/**
 * In front of every door: only by names that are ours, which defeats rebinding of DNS, and from pages only by those
 * that are allowed. A request without an Origin does not come from a page. Nothing leaves without an answer.
 */
export const layerGuard = ({ allowedOrigins, publicUrl, trustedProxies }: GuardOptions) => {
  const names = new Set([new URL(publicUrl).hostname, "localhost", "127.0.0.1", "[::1]"])
  const behindProxies = HttpMiddleware.xForwardedHeaders({ trustedProxies })
  return HttpRouter.middleware(
    (app) =>
      Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
        const { host, origin } = request.headers
        if (host !== undefined && !names.has(hostname(host)) && !probes.has(request.url)) {
          return Effect.succeed(
            refusal(request.url, stranger("This host name is not one of ours. Use the public address."))
          )
        }
        const isOpen = openToAll.test(request.url)
        if (origin !== undefined && !allowedOrigins.has(origin) && !isOpen) {
          return Effect.succeed(refusal(request.url, stranger("Pages of this origin may not call.")))
        }
        if (origin !== undefined && request.method === "OPTIONS") return Effect.succeed(preflight(origin))
        const headers = isOpen
          ? { ...safe, ...readableBy("*") }
          : origin === undefined
            ? safe
            : { ...safe, ...readableBy(origin) }
        // A page may say itself how much is told of it.
        const dressed = (response: HttpServerResponse.HttpServerResponse) => {
          const own = response.headers["referrer-policy"]
          return HttpServerResponse.setHeaders(response, own ? { ...headers, "referrer-policy": own } : headers)
        }
        return Effect.matchCauseEffect(trustedProxies.length === 0 ? app : behindProxies(app), {
          onSuccess: (response) => Effect.succeed(dressed(response)),
          onFailure: (cause) =>
            Cause.hasInterruptsOnly(cause)
              ? Effect.failCause(cause)
              : Effect.map(unanswered(request.url, cause), dressed)
        })
      }),
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

const safe = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" }
