import { Effect } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import type { RateLimited, Unavailable } from "../../../schemas/errors.ts"
import { bearer } from "../../domain/bearer.ts"
import { Site } from "../../ports/Site.ts"
import { Identify } from "../../services/Identify.ts"
import { UserInfo } from "../../services/UserInfo.ts"
import { admission } from "../edge.ts"

const private_ = { "cache-control": "no-store" }

const later =
  (status: number) =>
  ({ message, retryAfter }: RateLimited | Unavailable) =>
    Effect.succeed(
      HttpServerResponse.jsonUnsafe(
        { error: "temporarily_unavailable", error_description: message },
        { status, headers: { ...private_, "retry-after": String(retryAfter) } }
      )
    )

/** Who the person behind an access token is, as far as they allowed the client to know. */
export const layerUserinfo = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { of } = yield* UserInfo
    const { publicUrl } = yield* Site
    const admitted = yield* admission("web", (yield* Identify).person)
    const metadata = `${publicUrl}/.well-known/oauth-protected-resource/mcp`
    const told = Effect.gen(function* () {
      const { headers } = yield* HttpServerRequest.HttpServerRequest
      yield* admitted
      const person = yield* of(headers.authorization)
      return HttpServerResponse.jsonUnsafe(person, { headers: private_ })
    }).pipe(
      Effect.catchTags({
        Unauthorized: ({ message, why }) =>
          Effect.succeed(
            HttpServerResponse.jsonUnsafe(
              { error: "invalid_token", error_description: message },
              {
                status: 401,
                headers: {
                  ...private_,
                  "www-authenticate": bearer({
                    resource_metadata: metadata,
                    error: "invalid_token",
                    error_description: why
                  })
                }
              }
            )
          ),
        Forbidden: ({ message }) =>
          Effect.succeed(
            HttpServerResponse.jsonUnsafe(
              { error: "insufficient_scope", error_description: message },
              {
                status: 403,
                headers: {
                  ...private_,
                  "www-authenticate": bearer({
                    resource_metadata: metadata,
                    error: "insufficient_scope",
                    scope: "openid"
                  })
                }
              }
            )
          ),
        RateLimited: later(429),
        Unavailable: later(503)
      })
    )
    yield* router.add("GET", "/oauth/userinfo", told)
    yield* router.add("POST", "/oauth/userinfo", told)
  })
)
