import { createHash, hkdfSync } from "node:crypto"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { InteractionResults, Provider } from "oidc-provider"
import {
  forPeople,
  type Interaction,
  InteractionOver,
  OAuth,
  type WireRequest,
  type WireResponse
} from "../../ports/OAuth.ts"
import { Outside } from "../../ports/Outside.ts"
import { makeAdapter } from "./Adapter.ts"
import { withScopes } from "./askedScopes.ts"
import { documentsBy } from "./clientDocument.ts"
import { makeProvider } from "./provider.ts"
import { registrationOf } from "./registration.ts"
import { type KeySet, SigningKeys } from "./SigningKeys.ts"
import { exchange } from "./speak.ts"

type Details = Awaited<ReturnType<Provider["interactionDetails"]>>

const text = (value: unknown) => (typeof value === "string" ? value : undefined)
const words = (value: unknown) => (text(value) ?? "").split(" ").filter((word) => word !== "")

/** What the browser sent to begin with, for when it has to begin again. */
const beginningOf = (params: Details["params"]) => {
  const given = Object.entries(params).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) => (each === undefined ? [] : [[name, String(each)]]))
  )
  return `/oauth/authorize?${new URLSearchParams(given as Array<[string, string]>)}`
}

const pathOf = ({ url }: WireRequest) => url.split("?", 1)[0]

/**
 * A registration becomes one that we make, and who asks for nothing asks for what is usual; the keys are also at the
 * address where some look for them.
 */
const readable = (request: WireRequest): WireRequest => {
  const path = pathOf(request)
  if (path === "/.well-known/jwks.json") return { ...request, url: "/oauth/jwks" }
  if (path === "/oauth/authorize") return withScopes(request)
  return path === "/oauth/register" ? { ...request, body: registrationOf(request.body) } : request
}

/** The database keeps no NUL and no half of a letter, and neither belongs into anything that is said here. */
const isUnstorable = ({ body, url }: WireRequest) => /%00|\\u0000|\\ud[89a-f]/i.test(`${url} ${body}`)

const unstorable: WireResponse = {
  status: 400,
  headers: { "content-type": "application/json", "cache-control": "no-store", [forPeople]: "error" },
  body: JSON.stringify({ error: "invalid_request", error_description: "a value holds characters that cannot be kept" })
}

/** What a client publishes is small, and where it says. */
const documents = { maxBytes: 64 * 1024, timeoutMs: 5000, redirects: 0 }

export interface EmbeddedOptions {
  readonly secret: string
  readonly issuer: string
  readonly resources: ReadonlyArray<string>
}

/** The authorization server in this process, over our database. */
export const layerEmbeddedOAuth = ({ issuer, resources, secret }: EmbeddedOptions) =>
  Layer.effect(
    OAuth,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const outside = yield* Outside
      const signingKeys = yield* SigningKeys
      const adapter = yield* makeAdapter
      const context = yield* Effect.context<never>()
      const run = Effect.runPromiseWith(context)
      const cookieKey = Buffer.from(hkdfSync("sha256", secret, "", "oauth cookies", 32)).toString("base64url")
      const { host, protocol } = new URL(issuer)

      const isAccount = (id: string, issuedAt = 2 ** 40) =>
        run(
          Effect.map(
            sql`SELECT 1 FROM accounts WHERE id = ${id} AND erased_at IS NULL
              AND (tokens_valid_from IS NULL OR tokens_valid_from <= to_timestamp(${issuedAt}))`,
            ({ length }) => length === 1
          )
        )

      const made = (keys: KeySet) => {
        const provider = makeProvider({
          issuer,
          resources,
          keys,
          cookieKeys: [cookieKey],
          adapter,
          isAccount,
          hashSecret: (given) => createHash("sha256").update(given).digest("hex"),
          fetch: documentsBy((url) => run(outside.get(url, documents)))
        })
        provider.on("server_error", (_, error) => {
          Effect.runForkWith(context)(Effect.logError("the authorization server broke", error))
        })
        return provider
      }
      let known: { readonly keys: KeySet; readonly provider: Provider } | undefined
      /** Made anew when the keys have changed. */
      const provider = Effect.map(Effect.orDie(signingKeys.current), (keys) => {
        if (known?.keys.active.kid !== keys.active.kid || known.keys.all.length !== keys.all.length) {
          known = { keys, provider: made(keys) }
        }
        return known.provider
      })

      /** As the public address has it, whatever stands between. */
      const publicly = (request: WireRequest): WireRequest => ({
        ...request,
        headers: { ...request.headers, host, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) }
      })

      const asked = Effect.fnUntraced(function* (given: WireRequest) {
        const server = yield* provider
        const { request, response } = exchange(publicly(given))
        const details = yield* Effect.tryPromise({
          try: () => server.interactionDetails(request, response),
          catch: () => new InteractionOver()
        })
        const answer = (result: InteractionResults) =>
          Effect.tryPromise({
            try: () => server.interactionResult(request, response, result),
            catch: () => new InteractionOver()
          })
        return { server, details, answer }
      })

      const interactionOf = Effect.fnUntraced(function* (server: Provider, { params, prompt, session, uid }: Details) {
        const id = String(params.client_id)
        const client = yield* Effect.promise(() => server.Client.find(id))
        return {
          uid,
          asks: prompt.name === "login" ? "login" : "consent",
          client: { id, name: text(client?.clientName) },
          redirectUri: String(params.redirect_uri),
          resource: text(params.resource) ?? resources[0]!,
          scopes: words(params.scope),
          loginHint: text(params.login_hint),
          accountId: session?.accountId,
          begin: beginningOf(params)
        } satisfies Interaction
      })

      const granted = async (server: Provider, details: Details, allowed: ReadonlySet<string>) => {
        const { params, session } = details
        const grant = new server.Grant({ accountId: session!.accountId, clientId: String(params.client_id) })
        for (const scope of words(params.scope)) {
          const resource = text(params.resource) ?? resources[0]!
          if (allowed.has(scope)) {
            grant.addOIDCScope(scope)
            grant.addResourceScope(resource, scope)
          } else {
            grant.rejectOIDCScope(scope)
            grant.rejectResourceScope(resource, scope)
          }
        }
        return await grant.save()
      }

      return {
        issuer,
        embedded: true,
        respond: Effect.fn("OAuth.respond")(function* (given) {
          const asked = readable(given)
          if (isUnstorable(asked)) return unstorable
          const server = yield* provider
          const { request, response } = exchange(publicly(asked))
          yield* Effect.promise(async () => server.callback()(request, response))
          return yield* Effect.promise(() => response.whole)
        }),
        interaction: Effect.fn("OAuth.interaction")(function* (request) {
          const { details, server } = yield* asked(request)
          return yield* interactionOf(server, details)
        }),
        signedIn: Effect.fn("OAuth.signedIn")(function* (request, accountId) {
          const { answer } = yield* asked(request)
          return yield* answer({ login: { accountId, remember: false } })
        }),
        allowed: Effect.fn("OAuth.allowed")(function* (request, scopes) {
          const { answer, details, server } = yield* asked(request)
          if (details.session?.accountId === undefined) return yield* new InteractionOver()
          const grantId = yield* Effect.promise(() => granted(server, details, new Set(scopes)))
          return yield* answer({ consent: { grantId } })
        }),
        refused: Effect.fn("OAuth.refused")(function* (request) {
          const { answer } = yield* asked(request)
          return yield* answer({ error: "access_denied", error_description: "The person did not allow it." })
        })
      }
    })
  )
