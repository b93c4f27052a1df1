import { Effect, Layer } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import { limits } from "../../domain/limits.ts"
import { OAuth, type WireResponse } from "../../ports/OAuth.ts"
import { RateLimit } from "../../ports/RateLimit.ts"
import { Site } from "../../ports/Site.ts"
import { countedBy } from "../edge.ts"
import { html } from "../pages/html.ts"
import { page } from "../pages/page.ts"
import { layerInteraction } from "./interaction.ts"
import { layerResourceMetadata, type Resource } from "./metadata.ts"
import { answerOf, isForPeople, wireRequest } from "./respond.ts"
import { layerUserinfo } from "./userinfo.ts"

const refused = (status: number, error: string, description: string, headers: Record<string, string> = {}) =>
  HttpServerResponse.jsonUnsafe(
    { error, error_description: description },
    { status, headers: { "cache-control": "no-store", ...headers } }
  )

const errorOf = ({ body }: WireResponse) => JSON.parse(body) as { error: string; error_description?: string }

/** What a person sees when an app has asked in a way that cannot be answered. */
const sorry = (site: string, response: WireResponse) => {
  const { error, error_description: description = "" } = errorOf(response)
  return page(site, {
    title: "This app could not be connected",
    status: response.status,
    secret: true,
    body: html`<p>The app asked in a way that we cannot answer, so nothing was allowed. Go back to it and connect again; if that does not help, tell its makers what stands here.</p>
<p><code>${error}</code> ${description}</p>`
  })
}

const paths = [
  "/oauth/authorize",
  "/oauth/authorize/:uid",
  "/oauth/token",
  "/oauth/revoke",
  "/oauth/register",
  "/oauth/register/:client",
  "/oauth/jwks",
  "/oauth/end_session/confirm",
  "/.well-known/oauth-authorization-server",
  "/.well-known/openid-configuration",
  "/.well-known/jwks.json"
] as const

/** Registrations and tokens cost more than pages, and are guessed at. */
const limitAt = ({ url }: HttpServerRequest.HttpServerRequest) => {
  const path = url.split("?", 1)[0]
  return path === "/oauth/register" ? limits.clients : path === "/oauth/token" ? limits.tokens : limits.address
}

const sessionCookies = ["oauth_session", "oauth_session.sig"]

/** Each authorization begins with our own sign-in: whoever signed in for an earlier one may have left. */
const withoutSession = (cookie: string) =>
  cookie
    .split(/; */)
    .filter((each) => !sessionCookies.includes(each.split("=", 1)[0]!))
    .join("; ")

const afresh = (answer: HttpServerResponse.HttpServerResponse) =>
  sessionCookies.reduce((left, name) => HttpServerResponse.expireCookieUnsafe(left, name, { path: "/" }), answer)

const layerProtocol = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const oauth = yield* OAuth
    const { name } = yield* Site
    const limit = yield* RateLimit

    const spoken = Effect.gen(function* () {
      yield* Effect.provideService(countedBy(limitAt(yield* HttpServerRequest.HttpServerRequest)), RateLimit, limit)
      const { headers, ...request } = yield* wireRequest
      const begins = request.url.split("?", 1)[0] === "/oauth/authorize"
      const { cookie = "" } = headers
      const response = yield* oauth.respond({
        ...request,
        headers: begins ? { ...headers, cookie: withoutSession(cookie) } : headers
      })
      const isPage = isForPeople(response) && request.url.startsWith("/oauth/authorize")
      const answer = isPage ? sorry(name, response) : answerOf(response)
      return begins ? afresh(answer) : answer
    }).pipe(
      Effect.catchTags({
        HttpServerError: () =>
          Effect.succeed(refused(413, "invalid_request", "The body is too large or could not be read.")),
        RateLimited: ({ message, retryAfter }) =>
          Effect.succeed(refused(429, "temporarily_unavailable", message, { "retry-after": String(retryAfter) }))
      })
    )
    for (const path of paths) yield* router.add("*", path, spoken)
  })
)

const layerEmbedded = Layer.mergeAll(layerProtocol, layerInteraction, layerUserinfo)

/**
 * Signing in from elsewhere: the protocol, what a person is asked in the middle of it, and where to begin. An issuer
 * elsewhere sees to the first two.
 */
export const layerOAuth = (resources: ReadonlyArray<Resource>) =>
  Layer.merge(
    Layer.unwrap(Effect.map(OAuth, ({ embedded }) => (embedded ? layerEmbedded : Layer.empty))),
    layerResourceMetadata(resources)
  )
