import { Cause, Context, Effect, Layer } from "effect"
import { HttpServerRequest, type HttpServerResponse, HttpServerResponse as Response } from "effect/http"
import { HttpApiError, HttpApiMiddleware } from "effect/http-api"
import type { Scope, Viewer } from "../../../schemas/access.ts"
import {
  Forbidden,
  Internal,
  Invalid,
  RateLimited,
  type Refusal,
  Unauthorized,
  Unavailable
} from "../../../schemas/errors.ts"
import { lacking } from "../../domain/access.ts"
import { bearer } from "../../domain/bearer.ts"
import { Caller } from "../../ports/Caller.ts"
import { Site } from "../../ports/Site.ts"
import { Identify } from "../../services/Identify.ts"
import { Journal } from "../../services/Journal.ts"
import { admission } from "../edge.ts"
import { logBroken } from "../logBroken.ts"
import { Lists, Scopes } from "./about.ts"
import { invalid } from "./invalid.ts"
import { meant } from "./meant.ts"
import { refusals } from "./refusals.ts"
import { refusalIn, refused } from "./told.ts"

/** Whoever holds too little is told what to get: a sign-in, or more permissions. */
const allowed = (viewer: Viewer, needed: ReadonlyArray<Scope>): Effect.Effect<void, Forbidden | Unauthorized> => {
  const scopes = lacking(viewer, needed)
  if (scopes.length === 0) return Effect.void
  return "scopes" in viewer
    ? Effect.fail(new Forbidden({ scopes }))
    : Effect.fail(new Unauthorized({ why: `This needs the permission ${scopes.join(" and ")}.` }))
}

/** What a request that does not decode is told; what of ours does not encode is a bug. */
const refusalOf = (cause: Cause.Cause<unknown>): Refusal | undefined => {
  const error = Cause.squash(cause)
  if (!HttpApiError.HttpApiSchemaError.is(error) || error.kind === "Body" || error.kind === "ResponseHeaders") {
    return refusalIn(cause)
  }
  return invalid(error.cause)
}

/** The door of REST: who is asking, whether they may, and every failure in the one shape of our errors. */
export class Door extends HttpApiMiddleware.Service<Door, { provides: Caller }>()("craftlocal/http/rest/Door", {
  error: refusals(Unauthorized, Forbidden, Invalid, RateLimited, Unavailable, Internal)
}) {
  static readonly layer = Layer.effect(
    Door,
    Effect.gen(function* () {
      const identify = yield* Identify
      const { note } = yield* Journal
      const { publicUrl } = yield* Site
      const admitted = yield* admission("rest", identify.person)
      const metadata = { resource_metadata: `${publicUrl}/.well-known/oauth-protected-resource/mcp` }

      const challenged = (response: HttpServerResponse.HttpServerResponse, header: string) =>
        Response.setHeader(response, "www-authenticate", header)

      const told = (error: Refusal, signedIn: boolean, needed: ReadonlyArray<Scope>) => {
        const response = refused(error)
        const said = { error_description: error.message, ...metadata }
        if (error instanceof Forbidden) {
          const scope = [...new Set([...needed, ...error.scopes])].join(" ")
          return challenged(response, bearer({ error: "insufficient_scope", scope, ...said }))
        }
        if (!(error instanceof Unauthorized)) return response
        const scope = needed.length > 0 ? { scope: needed.join(" ") } : {}
        return challenged(
          response,
          bearer(signedIn ? { error: "invalid_token", ...scope, ...said } : { ...scope, ...metadata })
        )
      }

      return (http, { endpoint, group }) => {
        const needed = Context.get(endpoint.annotations, Scopes)
        const lists = Context.get(endpoint.annotations, Lists)
        return Effect.gen(function* () {
          const caller = yield* admitted
          yield* Effect.tapError(allowed(caller.viewer, needed), ({ code }) =>
            note(caller, { action: `${group.identifier}.${endpoint.identifier}`, outcome: code })
          )
          const params = meant(yield* HttpServerRequest.ParsedSearchParams, lists)
          return yield* http.pipe(
            Effect.provideService(Caller, caller),
            Effect.provideService(HttpServerRequest.ParsedSearchParams, params)
          )
        }).pipe(
          Effect.catchCause((cause) => {
            if (Cause.hasInterruptsOnly(cause)) return Effect.failCause(cause as Cause.Cause<never>)
            const refusal = refusalOf(cause)
            return refusal === undefined
              ? Effect.as(logBroken(`${group.identifier}.${endpoint.identifier}`, cause), refused(new Internal()))
              : Effect.map(HttpServerRequest.HttpServerRequest, ({ headers }) =>
                  told(refusal, headers.authorization !== undefined, needed)
                )
          })
        )
      }
    })
  )
}
