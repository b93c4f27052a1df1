import { Context, Effect, Layer } from "effect"
import type { Scope } from "../../schemas/access.ts"
import { NotFound, type Unavailable } from "../../schemas/errors.ts"
import { Auth } from "../ports/Auth.ts"
import { Accounts } from "../store/Accounts.ts"
import { orUnavailable } from "../store/Sql.ts"

/** Real tokens without a sign-in, for the demo's clients that have no browser. Never served outside the demo. */
export class DevTokens extends Context.Service<
  DevTokens,
  {
    readonly issue: (email: string, scopes: ReadonlyArray<Scope>) => Effect.Effect<string, NotFound | Unavailable>
  }
>()("craftlocal/services/DevTokens") {
  static readonly layer = Layer.effect(
    DevTokens,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const auth = yield* Auth
      return {
        issue: Effect.fn("DevTokens.issue")(function* (email, scopes) {
          const account = yield* orUnavailable(accounts.findByEmail(email.trim()))
          if (account === undefined) return yield* new NotFound({ what: "account" })
          return yield* auth.issue({ accountId: account.id, scopes })
        })
      }
    })
  )
}
