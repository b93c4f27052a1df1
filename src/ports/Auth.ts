import { Clock, Context, Effect, Layer, Schema } from "effect"
import type { Scope } from "../../schemas/access.ts"
import type { Unavailable } from "../../schemas/errors.ts"
import type { AccountId } from "../../schemas/ids.ts"

/** The token that came with a request is not one of ours, or its time is over. */
export class InvalidToken extends Schema.TaggedError<InvalidToken>()(
  "InvalidToken",
  { why: Schema.String },
  { httpApiStatus: 401 }
) {}

/** What a good token says. */
export interface Identity {
  /** An account, or a service account that acts for itself. */
  readonly kind: "Account" | "Service"
  /** The account's id, the client's id, or the person's name at an issuer elsewhere. */
  readonly subject: string
  /** Whose word it is, when it is not ours. */
  readonly issuer?: string
  readonly scopes: ReadonlyArray<Scope>
  /** The program that the person let in. */
  readonly clientId?: string | undefined
  /** What the person allowed; the token is void once it is taken back. */
  readonly grantId?: string | undefined
  /** In milliseconds. */
  readonly issuedAt: number
  readonly expiresAt: number
  /** What an issuer elsewhere says of the person. */
  readonly person?: Person | undefined
}

export interface Person {
  readonly email?: string | undefined
  readonly emailVerified: boolean
  readonly name?: string | undefined
  /** Undefined when it says nothing of roles. */
  readonly roles?: ReadonlyArray<string> | undefined
}

/** How long a token lives, in milliseconds. */
export const tokenLife = 60 * 60 * 1000

/** Whom a bearer token speaks for. */
export class Auth extends Context.Service<
  Auth,
  {
    readonly verify: (token: string) => Effect.Effect<Identity, InvalidToken | Unavailable>
    /** A token for the account that lives for an hour. */
    readonly issue: (options: {
      readonly accountId: AccountId
      readonly scopes: ReadonlyArray<Scope>
    }) => Effect.Effect<string>
  }
>()("craftlocal/ports/Auth") {
  static readonly layerMemory = Layer.sync(Auth, () => {
    const issued = new Map<string, Identity>()
    return {
      verify: Effect.fnUntraced(function* (token) {
        const known = issued.get(token)
        if (known === undefined) return yield* new InvalidToken({ why: "The token is not known." })
        if (known.expiresAt <= (yield* Clock.currentTimeMillis)) {
          return yield* new InvalidToken({ why: "The token has expired." })
        }
        return known
      }),
      issue: Effect.fnUntraced(function* ({ accountId, scopes }) {
        const token = `token_${issued.size + 1}`
        const issuedAt = yield* Clock.currentTimeMillis
        issued.set(token, { kind: "Account", subject: accountId, scopes, issuedAt, expiresAt: issuedAt + tokenLife })
        return token
      })
    }
  })
}
