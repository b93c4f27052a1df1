import { Effect, Schema } from "effect"
import { errors, type JWTPayload } from "jose"
import { Scope } from "../../../schemas/access.ts"
import { type Identity, InvalidToken } from "../../ports/Auth.ts"

/** How far the clocks of issuers may be from ours, in seconds. */
export const skew = 30

const Claims = Schema.Struct({
  sub: Schema.NonEmptyString.check(Schema.isMaxLength(255)),
  iat: Schema.Finite,
  exp: Schema.Finite,
  client_id: Schema.optionalKey(Schema.String),
  azp: Schema.optionalKey(Schema.String),
  gid: Schema.optionalKey(Schema.String)
})
const decode = Schema.decodeUnknownEffect(Claims)
const isScope = Schema.is(Scope)

export const notOurs = new InvalidToken({ why: "The token is not one of ours." })

/** Which of its promises a token does not keep; how it was forged is told to nobody. */
export const refusalOf = (cause: unknown): InvalidToken => {
  if (cause instanceof errors.JWTExpired) return new InvalidToken({ why: "The token has expired." })
  if (!(cause instanceof errors.JWTClaimValidationFailed)) return notOurs
  if (cause.claim === "nbf") return new InvalidToken({ why: "The token is not valid yet." })
  if (cause.claim === "aud") return new InvalidToken({ why: "The token is for another address." })
  return notOurs
}

/** What a verified token says. Scopes that we do not know grant nothing. */
export const identityOf = (
  payload: JWTPayload,
  scopes: ReadonlyArray<unknown>
): Effect.Effect<Identity, InvalidToken> =>
  decode(payload).pipe(
    Effect.map(({ azp, client_id: clientId = azp, exp, gid, iat, sub }) => ({
      kind: sub === clientId ? ("Service" as const) : ("Account" as const),
      subject: sub,
      scopes: scopes.filter(isScope),
      clientId,
      grantId: gid,
      issuedAt: iat * 1000,
      expiresAt: exp * 1000
    })),
    Effect.mapError(() => notOurs)
  )
