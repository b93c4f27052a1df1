import { createHash, randomUUID } from "node:crypto"
import { Clock, Effect, Layer, Schema } from "effect"
import { errors, jwtVerify, SignJWT } from "jose"
import { Scope } from "../../../schemas/access.ts"
import { AccountId } from "../../../schemas/ids.ts"
import { Auth, InvalidToken } from "../../ports/Auth.ts"

const Claims = Schema.Struct({ sub: AccountId, scope: Schema.String })
const isScope = Schema.is(Scope)
const decode = Schema.decodeUnknownEffect(Claims)

const lifetime = 60 * 60

const whyOf = (cause: unknown) =>
  cause instanceof errors.JWTExpired ? "The token has expired." : "The token is not one of ours."

/** Tokens signed with a key derived from the marketplace's secret: HS256, `at+jwt`, for this issuer and audience only. */
export const layerSignedTokens = (options: {
  readonly secret: string
  readonly issuer: string
  readonly audience: string
}): Layer.Layer<Auth> => {
  const { audience, issuer, secret } = options
  const bytes = createHash("sha256").update(`access tokens\n${secret}`).digest()
  // Imported once: raw bytes are imported anew for each token, which takes as long as checking it.
  const imported = Effect.promise(() =>
    crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"])
  )
  const authOver = (key: CryptoKey): Auth["Service"] => ({
    verify: Effect.fn("Auth.verify")(function* (token) {
      const now = yield* Clock.currentTimeMillis
      const { payload } = yield* Effect.tryPromise({
        try: () =>
          jwtVerify(token, key, {
            issuer,
            audience,
            typ: "at+jwt",
            algorithms: ["HS256"],
            requiredClaims: ["exp", "sub"],
            currentDate: new Date(now)
          }),
        catch: (cause) => new InvalidToken({ why: whyOf(cause) })
      })
      const { scope, sub } = yield* Effect.mapError(
        decode(payload),
        () => new InvalidToken({ why: "The token is not one of ours." })
      )
      return { accountId: sub, scopes: scope.split(" ").filter(isScope) }
    }),
    issue: Effect.fn("Auth.issue")(function* ({ accountId, scopes }) {
      const now = Math.floor((yield* Clock.currentTimeMillis) / 1000)
      return yield* Effect.promise(() =>
        new SignJWT({ scope: scopes.join(" ") })
          .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
          .setSubject(accountId)
          .setIssuer(issuer)
          .setAudience(audience)
          .setIssuedAt(now)
          .setExpirationTime(now + lifetime)
          .setJti(randomUUID())
          .sign(key)
      )
    })
  })
  return Layer.effect(Auth, Effect.map(imported, authOver))
}
