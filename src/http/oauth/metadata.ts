import { Effect } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import type { Scope } from "../../../schemas/access.ts"
import { OAuth } from "../../ports/OAuth.ts"
import { Site } from "../../ports/Site.ts"

/** An address of ours that tokens are for, and what they may allow there. */
export interface Resource {
  readonly path: `/${string}`
  readonly scopes: ReadonlyArray<Scope>
}

const wellKnown = "/.well-known/oauth-protected-resource"

/**
 * Who signs the tokens for each of our addresses (RFC 9728): at the path of the address, which clients try first, and
 * for the first of them at the root.
 */
export const layerResourceMetadata = (resources: ReadonlyArray<Resource>) =>
  HttpRouter.use(
    Effect.fnUntraced(function* (router) {
      const { name, publicUrl } = yield* Site
      const { issuer } = yield* OAuth
      const documentOf = ({ path, scopes }: Resource) =>
        HttpServerResponse.jsonUnsafe(
          {
            resource: `${publicUrl}${path}`,
            authorization_servers: [issuer],
            scopes_supported: scopes,
            bearer_methods_supported: ["header"],
            resource_name: name,
            resource_documentation: `${publicUrl}/docs`,
            resource_policy_uri: `${publicUrl}/privacy`,
            resource_tos_uri: `${publicUrl}/terms`
          },
          { headers: { "cache-control": "public, max-age=300" } }
        )
      for (const resource of resources) {
        yield* router.add("GET", `${wellKnown}${resource.path}`, Effect.succeed(documentOf(resource)))
      }
      if (resources[0] !== undefined) yield* router.add("GET", wellKnown, Effect.succeed(documentOf(resources[0])))
    })
  )
