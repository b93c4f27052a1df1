import { ByteSize, Effect } from "effect"
import { Cookies, HttpIncomingMessage, HttpServerRequest, HttpServerResponse } from "effect/http"
import { forPeople, type WireRequest, type WireResponse } from "../../ports/OAuth.ts"

/** Forms and registrations are small. */
const limit = ByteSize.kibibytes(64)

/** The request as it came, with its body read; one that is too large is undefined. */
export const wireRequest = Effect.gen(function* () {
  const request = yield* HttpServerRequest.HttpServerRequest
  const { headers, method, url } = request
  const body = method === "GET" || method === "HEAD" ? "" : yield* request.text
  return { method, url, headers, body } satisfies WireRequest
}).pipe(Effect.provideService(HttpIncomingMessage.MaxBodySize, limit))

const many = (value: string | ReadonlyArray<string> | undefined) =>
  value === undefined ? [] : typeof value === "string" ? [value] : value

/** What the server said, as we answer it. */
export const answerOf = ({ body, headers, status }: WireResponse): HttpServerResponse.HttpServerResponse => {
  const { "content-length": _, [forPeople]: __, "content-type": type, "set-cookie": cookies, ...rest } = headers
  const plain = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, many(value).join(", ")]))
  const answer =
    body === ""
      ? HttpServerResponse.empty({ status, headers: plain })
      : HttpServerResponse.text(body, { status, headers: plain, contentType: many(type)[0] ?? "text/plain" })
  return HttpServerResponse.mergeCookies(answer, Cookies.fromSetCookie(many(cookies)))
}

/** What a person reads instead, when it is for one. */
export const isForPeople = ({ headers }: WireResponse) => forPeople in headers
