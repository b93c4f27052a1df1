import { Clock, Context, Effect, Layer, Schema } from "effect"
import type { Scope } from "../../schemas/access.ts"
import type { AccountId } from "../../schemas/ids.ts"

/** The token that came with a request is not one of ours, or its time is over. */
export class InvalidToken extends Schema.TaggedError<InvalidToken>()(
  "InvalidToken",
  { why: Schema.String },
  { httpApiStatus: 401 }
) {}

export interface Identity {
  readonly accountId: AccountId
  readonly scopes: ReadonlyArray<Scope>
}

const hour = 60 * 60 * 1000

/** Who a bearer token speaks for. */
export class Auth extends Context.Service<
  Auth,
  {
    readonly verify: (token: string) => Effect.Effect<Identity, InvalidToken>
    /** A token for the account that lives for an hour. */
    readonly issue: (identity: Identity) => Effect.Effect<string>
  }
>()("craftlocal/ports/Auth") {
  static readonly layerMemory = Layer.sync(Auth, () => {
    const issued = new Map<string, { readonly identity: Identity; readonly until: number }>()
    return {
      verify: Effect.fnUntraced(function* (token) {
        const known = issued.get(token)
        if (known === undefined) return yield* new InvalidToken({ why: "The token is not known." })
        if (known.until <= (yield* Clock.currentTimeMillis)) {
          return yield* new InvalidToken({ why: "The token has expired." })
        }
        return known.identity
      }),
      issue: Effect.fnUntraced(function* (identity) {
        const token = `token_${issued.size + 1}`
        issued.set(token, { identity, until: (yield* Clock.currentTimeMillis) + hour })
        return token
      })
    }
  })
}
