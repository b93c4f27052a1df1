import { Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { errorBody, Forbidden } from "../../schemas/errors.ts"

export interface GuardOptions {
  readonly publicUrl: string
  readonly allowedOrigins: ReadonlySet<string>
}

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

/** What each door says to a page or a host that may not call it. */
const refusal = (path: string, message: string) => {
  if (path.startsWith("/mcp")) {
    return HttpServerResponse.jsonUnsafe(
      { jsonrpc: "2.0", id: null, error: { code: -32000, message } },
      { status: 403 }
    )
  }
  if (path.startsWith("/checkout_sessions")) {
    return HttpServerResponse.jsonUnsafe({ type: "invalid_request", code: "forbidden", message }, { status: 403 })
  }
  const { error } = errorBody(new Forbidden({ scopes: [] }))
  return HttpServerResponse.jsonUnsafe({ error: { ...error, message, details: {} } }, { status: 403 })
}

/**
 * In front of every door: only by names that are ours, which defeats rebinding of DNS, and from pages only by those
 * that are allowed. A request without an Origin does not come from a page.
 */
export const guard = ({ allowedOrigins, publicUrl }: GuardOptions) => {
  const names = new Set([new URL(publicUrl).hostname, "localhost", "127.0.0.1", "[::1]"])
  return <E, R>(app: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>) =>
    Effect.flatMap(
      HttpServerRequest.HttpServerRequest,
      (request): Effect.Effect<HttpServerResponse.HttpServerResponse, E, R> => {
        const { host, origin } = request.headers
        if (host !== undefined && !names.has(hostname(host))) {
          return Effect.succeed(refusal(request.url, "This host name is not one of ours. Use the public address."))
        }
        if (origin === undefined) return Effect.map(app, safe)
        if (!allowedOrigins.has(origin))
          return Effect.succeed(refusal(request.url, "Pages of this origin may not call."))
        if (request.method === "OPTIONS") return Effect.succeed(preflight(origin))
        return Effect.map(app, (response) => HttpServerResponse.setHeaders(safe(response), readableBy(origin)))
      }
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

const safe = HttpServerResponse.setHeaders({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" })
