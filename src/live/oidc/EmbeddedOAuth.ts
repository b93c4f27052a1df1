import { createHash, hkdfSync } from "node:crypto"
import { Effect, Layer, Semaphore } from "effect"
import { SqlClient } from "effect/sql"
import type { InteractionResults, Provider } from "oidc-provider"
import { InteractionOver, OAuth, type WireRequest } from "../../ports/OAuth.ts"
import { Outside } from "../../ports/Outside.ts"
import { makeAdapter } from "./Adapter.ts"
import { documentsBy } from "./clientDocument.ts"
import { askedOf, granted } from "./consent.ts"
import { makeProvider } from "./provider.ts"
import { meant, publicly, refusalOf } from "./requests.ts"
import { type KeySet, SigningKeys } from "./SigningKeys.ts"
import { exchange } from "./speak.ts"

/** What a client publishes is small, and where it says. */
const documents = { maxBytes: 64 * 1024, timeoutMs: 5000, redirects: 0 }

export interface EmbeddedOptions {
  readonly secret: string
  readonly issuer: string
  /** What tokens may be for; the first where a client names none. */
  readonly resources: readonly [string, ...Array<string>]
}

/** The provider over our database, made anew when the keys have changed. */
const makeProviders = Effect.fnUntraced(function* ({ issuer, resources, secret }: EmbeddedOptions) {
  const sql = yield* SqlClient.SqlClient
  const outside = yield* Outside
  const signingKeys = yield* SigningKeys
  const adapter = yield* makeAdapter
  const context = yield* Effect.context<never>()
  const run = Effect.runPromiseWith(context)
  // Strangers name the documents, so that few are read at once.
  const reading = yield* Semaphore.make(8)
  const cookieKey = Buffer.from(hkdfSync("sha256", secret, "", "oauth cookies", 32)).toString("base64url")

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
      fetch: documentsBy((url) => run(reading.withPermits(1)(outside.get(url, documents))))
    })
    provider.on("server_error", (_, error) => {
      Effect.runForkWith(context)(Effect.logError("the authorization server broke", error))
    })
    return provider
  }

  let known: { readonly keys: KeySet; readonly provider: Provider } | undefined
  return Effect.map(Effect.orDie(signingKeys.current), (keys) => {
    if (known?.keys.active.kid !== keys.active.kid || known.keys.all.length !== keys.all.length) {
      known = { keys, provider: made(keys) }
    }
    return known.provider
  })
})

/** The authorization server in this process. */
export const layerEmbeddedOAuth = (options: EmbeddedOptions) =>
  Layer.effect(
    OAuth,
    Effect.gen(function* () {
      const { issuer, resources } = options
      const [usual] = resources
      const provider = yield* makeProviders(options)
      const fromOutside = publicly(issuer)

      /** What this browser is in the middle of, and how it is answered. */
      const asked = Effect.fnUntraced(function* (given: WireRequest) {
        const server = yield* provider
        const { request, response } = exchange(fromOutside(given))
        const orOver = <A>(attempt: () => Promise<A>) =>
          Effect.tryPromise({ try: attempt, catch: () => new InteractionOver() })
        const details = yield* orOver(() => server.interactionDetails(request, response))
        const answer = (result: InteractionResults) => orOver(() => server.interactionResult(request, response, result))
        return { server, details, answer }
      })

      return {
        issuer,
        embedded: true,
        respond: Effect.fn("OAuth.respond")(function* (given) {
          const said = meant(given)
          const refused = refusalOf(said)
          if (refused !== undefined) return refused
          const server = yield* provider
          const { request, response } = exchange(fromOutside(said))
          yield* Effect.promise(async () => server.callback()(request, response))
          return yield* Effect.promise(() => response.whole)
        }),
        interaction: Effect.fn("OAuth.interaction")(function* (request) {
          const { details, server } = yield* asked(request)
          // A client whose document is gone by now has nothing to ask any more.
          return yield* Effect.tryPromise({
            try: () => askedOf(server, details, usual),
            catch: () => new InteractionOver()
          })
        }),
        signedIn: Effect.fn("OAuth.signedIn")(function* (request, accountId) {
          const { answer } = yield* asked(request)
          return yield* answer({ login: { accountId, remember: false } })
        }),
        allowed: Effect.fn("OAuth.allowed")(function* (request, scopes) {
          const { answer, details, server } = yield* asked(request)
          if (details.session?.accountId === undefined) return yield* new InteractionOver()
          const grantId = yield* Effect.promise(() => granted(server, details, new Set(scopes), usual))
          return yield* answer({ consent: { grantId } })
        }),
        refused: Effect.fn("OAuth.refused")(function* (request) {
          const { answer } = yield* asked(request)
          return yield* answer({ error: "access_denied", error_description: "The person did not allow it." })
        })
      }
    })
  )
