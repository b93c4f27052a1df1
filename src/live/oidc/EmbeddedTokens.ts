import { Clock, Effect, Layer } from "effect"
import { createLocalJWKSet, importJWK, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose"
import { Unavailable } from "../../../schemas/errors.ts"
import { Auth, tokenLife } from "../../ports/Auth.ts"
import { identityOf, refusalOf, skew } from "./identityOf.ts"
import { type KeySet, SigningKeys } from "./SigningKeys.ts"

const unavailable = () => new Unavailable({ what: "database", retryAfter: 5 })

/** Whom a token was given to that no client asked for. */
const ourselves = "craftlocal"

/** The public halves, for checking. */
const verifierOf = ({ all }: KeySet) => createLocalJWKSet({ keys: all.map(({ jwk: { d, ...open } }) => open) })

/** Checks the tokens that our own server signs, and signs some itself: ES256, `at+jwt`, for our own addresses only. */
export const layerEmbeddedTokens = ({
  issuer,
  resources
}: {
  readonly issuer: string
  readonly resources: ReadonlyArray<string>
}) =>
  Layer.effect(
    Auth,
    Effect.gen(function* () {
      const keys = Effect.mapError((yield* SigningKeys).current, unavailable)
      let known: { readonly of: KeySet; readonly verifier: JWTVerifyGetKey } | undefined
      const verifier = Effect.map(keys, (of) => {
        if (known?.of !== of) known = { of, verifier: verifierOf(of) }
        return known.verifier
      })
      return {
        verify: Effect.fn("Auth.verify")(function* (token) {
          const key = yield* verifier
          const currentDate = new Date(yield* Clock.currentTimeMillis)
          const { payload } = yield* Effect.tryPromise({
            try: () =>
              jwtVerify<{ readonly scope?: unknown }>(token, key, {
                issuer,
                audience: [...resources],
                typ: "at+jwt",
                algorithms: ["ES256"],
                requiredClaims: ["exp", "iat", "sub", "client_id"],
                clockTolerance: skew,
                currentDate
              }),
            catch: refusalOf
          })
          const scopes = typeof payload.scope === "string" ? payload.scope.split(" ") : []
          const { clientId, ...identity } = yield* identityOf(payload, scopes)
          return clientId === ourselves ? identity : { ...identity, clientId }
        }),
        issue: Effect.fn("Auth.issue")(function* ({ accountId, scopes }) {
          const { active } = yield* Effect.orDie(keys)
          const issuedAt = Math.floor((yield* Clock.currentTimeMillis) / 1000)
          return yield* Effect.promise(async () =>
            new SignJWT({ scope: scopes.join(" "), client_id: ourselves })
              .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: active.kid })
              .setSubject(accountId)
              .setIssuer(issuer)
              .setAudience(resources[0]!)
              .setIssuedAt(issuedAt)
              .setExpirationTime(issuedAt + tokenLife / 1000)
              .setJti(crypto.randomUUID())
              .sign(await importJWK(active.jwk, "ES256"))
          )
        })
      }
    })
  )
