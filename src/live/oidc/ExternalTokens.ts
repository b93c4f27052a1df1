import { Clock, Effect, Layer, Schema } from "effect"
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose"
import { Unavailable } from "../../../schemas/errors.ts"
import { Auth, type Identity, type Person } from "../../ports/Auth.ts"
import { identityOf, notOurs, refusalOf, skew } from "./identityOf.ts"

export interface ExternalOptions {
  /** As its tokens name it, byte for byte. */
  readonly issuer: string
  /** What its tokens for us are for. */
  readonly audiences: ReadonlyArray<string>
}

/** Signed with a key of which we hold the public half only; nothing that a shared secret or no secret signs. */
const algorithms = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA"]

const Metadata = Schema.Struct({ issuer: Schema.String, jwks_uri: Schema.String })
const decode = Schema.decodeUnknownPromise(Metadata)
const patience = 5000

const unavailable = () => new Unavailable({ what: "issuer", retryAfter: 30 })

/** Where an issuer says its keys are, by either of the documents issuers have. */
const keysOf = async (issuer: string): Promise<JWTVerifyGetKey> => {
  for (const name of ["openid-configuration", "oauth-authorization-server"]) {
    const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/${name}`, {
      signal: AbortSignal.timeout(patience),
      redirect: "error"
    })
    if (!answer.ok) continue
    const metadata = await decode(await answer.json())
    if (metadata.issuer !== issuer) throw new Error(`this is ${metadata.issuer}`)
    return createRemoteJWKSet(new URL(metadata.jwks_uri), {
      timeoutDuration: patience,
      cooldownDuration: 30_000,
      cacheMaxAge: 600_000
    })
  }
  throw new Error("no metadata")
}

/** What tells an id token, which is for the client and not for us. */
const marks = ["nonce", "at_hash", "c_hash", "s_hash"]
const kinds = new Set([undefined, "at+jwt", "application/at+jwt", "jwt"])

const isAccessToken = (payload: JWTPayload, typ: string | undefined) =>
  kinds.has(typ?.toLowerCase()) &&
  !marks.some((mark) => mark in payload) &&
  (payload.typ === undefined || payload.typ === "Bearer")

const listed = (value: unknown): ReadonlyArray<unknown> =>
  Array.isArray(value) ? value : typeof value === "string" ? value.split(" ") : []

const inside = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined

/** Issuers put what a token allows into different claims. */
const scopesOf = ({ permissions, scope, scp }: JWTPayload) => [scope, scp, permissions].flatMap(listed)

const rolesOf = ({ app_metadata, realm_access, roles }: JWTPayload) => {
  const said = [roles, inside(realm_access, "roles"), inside(app_metadata, "roles")].filter(
    (claim) => claim !== undefined
  )
  if (said.length === 0) return undefined
  return said.flatMap(listed).filter((role): role is string => typeof role === "string")
}

const text = (value: unknown) => (typeof value === "string" && /^[^\0]{1,254}$/.test(value) ? value : undefined)

const personOf = (payload: JWTPayload): Person => ({
  email: text(payload.email),
  emailVerified: payload.email_verified === true,
  name: text(payload.name),
  roles: rolesOf(payload)
})

/** The issuer's keys cannot be had: nobody can say whether the token is good. */
const isAway = (cause: unknown) =>
  !(cause instanceof errors.JOSEError) || cause instanceof errors.JWKSTimeout || cause instanceof errors.JWKSInvalid

/** Checks the tokens of an issuer elsewhere, by the keys it publishes. It signs none. */
export const layerExternalTokens = ({ audiences, issuer }: ExternalOptions) =>
  Layer.sync(Auth, () => {
    let found: Promise<JWTVerifyGetKey> | undefined
    const keys = Effect.tryPromise({
      try: () => {
        found ??= keysOf(issuer)
        return found
      },
      catch: unavailable
    }).pipe(
      Effect.tapError(() =>
        Effect.sync(() => {
          found = undefined
        })
      )
    )
    return {
      verify: Effect.fn("Auth.verify")(function* (token) {
        const key = yield* keys
        const currentDate = new Date(yield* Clock.currentTimeMillis)
        const { payload, protectedHeader } = yield* Effect.tryPromise({
          try: () =>
            jwtVerify(token, key, {
              issuer,
              audience: [...audiences],
              algorithms,
              requiredClaims: ["exp", "iat", "sub"],
              clockTolerance: skew,
              currentDate
            }),
          catch: (cause) => (isAway(cause) ? unavailable() : refusalOf(cause))
        })
        if (!isAccessToken(payload, protectedHeader.typ)) return yield* notOurs
        const identity = yield* identityOf(payload, scopesOf(payload))
        return { ...identity, grantId: undefined, issuer, person: personOf(payload) } satisfies Identity
      }),
      issue: () => Effect.die(new Error("tokens come from the issuer"))
    }
  })
