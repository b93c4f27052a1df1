import type { HttpServerRequest } from "effect/http"

/** The id a client gave its request, when it is one we can print. */
export const givenId = (request: HttpServerRequest.HttpServerRequest): string | undefined => {
  const given = request.headers["request-id"] ?? request.headers["x-request-id"]
  return given !== undefined && /^[\x21-\x7e]{1,128}$/.test(given) ? given : undefined
}
