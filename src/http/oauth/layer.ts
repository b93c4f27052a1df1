import { Effect, Layer } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import { type Limit, limits } from "../../domain/limits.ts"
import { OAuth, type WireResponse } from "../../ports/OAuth.ts"
import { RateLimit } from "../../ports/RateLimit.ts"
import { Site } from "../../ports/Site.ts"
import { Journal } from "../../services/Journal.ts"
import { countedBy } from "../edge.ts"
import { givenId } from "../givenId.ts"
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

const errorOf = ({ body }: WireResponse) =>
  JSON.parse(body || "{}") as { readonly error?: string; readonly error_description?: string }

/** What a person sees when an app has asked in a way that cannot be answered. */
const sorry = (site: string, response: WireResponse) => {
  const { error = "", error_description: description = "" } = errorOf(response)
  return page(site, {
    title: "This app could not be connected",
    status: response.status,
    secret: true,
    body: html`<p>The app asked in a way that we cannot answer, so nothing was allowed. Go back to it and connect again; if that does not help, tell its makers what stands here.</p>
<p><code>${error}</code> ${description}</p>`
  })
}

interface Endpoint {
  readonly method: "GET" | "POST"
  readonly path: `/${string}`
  readonly limit: Limit
}

/** Registrations and tokens cost more than pages, and are guessed at; an authorization may make us read a document. */
const endpoints: ReadonlyArray<Endpoint> = [
  { method: "GET", path: "/oauth/authorize", limit: limits.authorizations },
  { method: "GET", path: "/oauth/authorize/:uid", limit: limits.address },
  { method: "POST", path: "/oauth/token", limit: limits.tokens },
  { method: "POST", path: "/oauth/revoke", limit: limits.tokens },
  { method: "POST", path: "/oauth/register", limit: limits.clients },
  { method: "GET", path: "/oauth/jwks", limit: limits.address },
  { method: "POST", path: "/oauth/end_session/confirm", limit: limits.address },
  { method: "GET", path: "/.well-known/oauth-authorization-server", limit: limits.address },
  { method: "GET", path: "/.well-known/openid-configuration", limit: limits.address },
  { method: "GET", path: "/.well-known/jwks.json", limit: limits.address }
]

/** However the address was spelled, the server is told of the endpoint that it is. */
const canonical = (path: string, uid: string | undefined, url: string) => {
  const query = url.indexOf("?")
  return `${path.replace(":uid", encodeURIComponent(uid ?? ""))}${query < 0 ? "" : url.slice(query)}`
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
    const { note } = yield* Journal

    /** Clients that came to be, secrets and codes that were not good, and whoever asked too often. */
    const noted = (action: string, outcome: string) =>
      Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
        const correlationId = givenId(request) ?? ""
        return note({ viewer: { _tag: "Guest" }, channel: "web", correlationId }, { action, outcome })
      })
    const watched = (path: string, { body, status }: WireResponse) => {
      if (path === "/oauth/register" && status === 201) return noted("oauth.client_registered", "done")
      if (path !== "/oauth/token" || status < 400) return Effect.void
      const { error = "refused" } = JSON.parse(body || "{}") as { readonly error?: string }
      return noted("oauth.token_refused", error)
    }

    const spoken = ({ limit: its, path }: Endpoint) =>
      Effect.gen(function* () {
        yield* Effect.provideService(countedBy(its), RateLimit, limit)
        const { headers, url, ...request } = yield* wireRequest
        const { uid } = yield* HttpRouter.params
        const begins = path === "/oauth/authorize"
        const response = yield* oauth.respond({
          ...request,
          url: canonical(path, uid, url),
          headers: begins ? { ...headers, cookie: withoutSession(headers.cookie ?? "") } : headers
        })
        yield* watched(path, response)
        const isPage = isForPeople(response) && path.startsWith("/oauth/authorize")
        const answer = isPage ? sorry(name, response) : answerOf(response)
        return begins ? afresh(answer) : answer
      }).pipe(
        Effect.catchTags({
          HttpServerError: () =>
            Effect.succeed(refused(413, "invalid_request", "The body is too large or could not be read.")),
          RateLimited: ({ message, retryAfter }) =>
            Effect.as(
              noted("throttled", its.name),
              refused(429, "temporarily_unavailable", message, { "retry-after": String(retryAfter) })
            )
        })
      )
    for (const endpoint of endpoints) yield* router.add(endpoint.method, endpoint.path, spoken(endpoint))
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
