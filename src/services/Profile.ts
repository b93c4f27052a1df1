import { Context, Effect, Layer } from "effect"
import type { AccountChange, AccountView } from "../../schemas/account.ts"
import { Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import type { Caller } from "../ports/Caller.ts"
import { type Account, Accounts } from "../store/Accounts.ts"
import { orUnavailable } from "../store/Sql.ts"
import { ownAccountId } from "./owned.ts"

const viewOf = (account: Account): AccountView => ({
  id: account.id,
  name: account.name,
  email: account.email,
  emailVerified: account.emailVerifiedAt !== null,
  phone: account.phone,
  roles: account.roles,
  memberSince: account.memberSince?.toISOString() ?? null,
  createdAt: account.createdAt.toISOString()
})

/** What an account says of its owner. */
export class Profile extends Context.Service<
  Profile,
  {
    readonly read: Effect.Effect<AccountView, Unauthorized | Unavailable, Caller>
    readonly change: (changes: AccountChange) => Effect.Effect<AccountView, Unauthorized | Unavailable, Caller>
  }
>()("craftlocal/services/Profile") {
  static readonly layer = Layer.effect(
    Profile,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const read = Effect.gen(function* () {
        const account = yield* orUnavailable(accounts.find(yield* ownAccountId))
        return account === undefined ? yield* new Unauthorized({ why: "The account is gone." }) : viewOf(account)
      }).pipe(Effect.withSpan("Profile.read"))
      return {
        read,
        change: Effect.fn("Profile.change")(function* (changes) {
          yield* orUnavailable(accounts.update(yield* ownAccountId, changes))
          return yield* read
        })
      }
    })
  )
}
