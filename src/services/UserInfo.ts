import { Context, Effect, Layer } from "effect"
import { Forbidden, Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import { Auth } from "../ports/Auth.ts"
import { Accounts } from "../store/Accounts.ts"
import { Grants } from "../store/Grants.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Identify } from "./Identify.ts"

/** What a client may know of the person who let it in. */
export interface KnownPerson {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

/** Who a person is, to a client that was allowed to know. */
export class UserInfo extends Context.Service<
  UserInfo,
  {
    /** By an access token whose grant includes `openid`; the e-mail with `email`, the name with `profile`. */
    readonly of: (
      authorization: string | undefined
    ) => Effect.Effect<KnownPerson, Unauthorized | Forbidden | Unavailable>
  }
>()("craftlocal/services/UserInfo") {
  static readonly layer = Layer.effect(
    UserInfo,
    Effect.gen(function* () {
      const auth = yield* Auth
      const accounts = yield* Accounts
      const grants = yield* Grants
      const { person } = yield* Identify
      return {
        of: Effect.fn("UserInfo.of")(function* (authorization) {
          const viewer = yield* person(authorization)
          if (viewer._tag !== "Account") return yield* new Unauthorized({ why: "This needs an access token." })
          const { grantId } = yield* auth
            .verify(authorization!.replace(/^Bearer +/i, "").trim())
            .pipe(Effect.catchTag("InvalidToken", ({ why }) => Effect.fail(new Unauthorized({ why }))))
          const allowed = new Set(yield* orUnavailable(grants.openIdScopes(grantId ?? "")))
          if (!allowed.has("openid")) return yield* new Forbidden({ scopes: ["openid"] })
          const account = yield* orUnavailable(accounts.find(viewer.accountId))
          if (account === undefined) return yield* new Unauthorized({ why: "The account is gone." })
          const { email, emailVerifiedAt, id, name } = account
          return {
            sub: id,
            ...(allowed.has("email") && email !== null && { email, email_verified: emailVerifiedAt !== null }),
            ...(allowed.has("profile") && name !== "" && { name })
          }
        })
      }
    })
  )
}
