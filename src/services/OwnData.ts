import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { AccountExport } from "../../schemas/account.ts"
import { Invalid, type RateLimited, StillNeeded, Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import { normalEmail } from "../domain/emails.ts"
import { limits } from "../domain/limits.ts"
import type { Caller } from "../ports/Caller.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { type Account, Accounts } from "../store/Accounts.ts"
import { PasswordHashes } from "../store/PasswordHashes.ts"
import { PersonalData } from "../store/PersonalData.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { ownAccountAlone, ownAccountId } from "./owned.ts"
import { SignIn } from "./SignIn.ts"
import { takeFrom } from "./takeFrom.ts"
import { tracing } from "./traced.ts"

const isMeant = ({ email, id }: Account, confirm: string) =>
  email === null ? confirm === id : normalEmail(confirm) === email.toLowerCase()

const accountOf = (account: Account) => ({
  id: account.id,
  name: account.name,
  email: account.email,
  email_verified_at: account.emailVerifiedAt,
  phone: account.phone,
  roles: account.roles,
  member_since: account.memberSince,
  tokens_valid_from: account.tokensValidFrom,
  created_at: account.createdAt
})

/** What an account's owner may do with everything that is kept about it: have it, and have it gone. */
export class OwnData extends Context.Service<
  OwnData,
  {
    readonly take: Effect.Effect<AccountExport, Unauthorized | RateLimited | Unavailable, Caller>
    /**
     * That whoever asks is the owner, and no program that may act for them: they know the password. Who signs in elsewhere
     * has none here, and needs none. Ask it before `erase`, outside its transaction.
     */
    readonly vouch: (
      password: string | undefined
    ) => Effect.Effect<void, Invalid | RateLimited | Unauthorized | Unavailable, Caller>
    /**
     * The person goes from every table; what was bought, sold and paid stays. An order that is still being made keeps name
     * and address until it is sent. Refused while others depend on the account.
     */
    readonly erase: (confirm: string) => Effect.Effect<void, Invalid | StillNeeded | Unauthorized | Unavailable, Caller>
  }
>()("craftlocal/services/OwnData") {
  static readonly layer = Layer.effect(
    OwnData,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const accounts = yield* Accounts
      const hashes = yield* PasswordHashes
      const limit = yield* RateLimit
      const signIn = yield* SignIn
      const data = yield* PersonalData
      const trace = yield* tracing

      const own = Effect.gen(function* () {
        const account = yield* accounts.find(yield* ownAccountId)
        return account ?? (yield* new Unauthorized({ why: "The account is gone." }))
      })

      const erase = Effect.fn("OwnData.erase")(function* (confirm: string) {
        yield* ownAccountAlone(accounts)
        const account = yield* own
        if (!isMeant(account, confirm)) {
          return yield* Invalid.of("confirm", "this is not the e-mail address of the account; nothing was deleted")
        }
        const { paying, toSend } = yield* data.pending(account.id)
        if (toSend > 0) {
          const orders = toSend === 1 ? "1 open order" : `${toSend} open orders`
          const why = `Your shop has ${orders}. Bring them to their buyers, or cancel them, then delete the account.`
          return yield* new StillNeeded({ why })
        }
        if (paying > 0) {
          const why =
            "A payment of this account is under way. Wait until it is done, or cancel it, then delete the account."
          return yield* new StillNeeded({ why })
        }
        yield* data.erase(account.id, yield* now)
        yield* trace("account.erased", account.id)
      })

      return OwnData.of({
        take: Effect.gen(function* () {
          const account = yield* orUnavailable(own)
          yield* takeFrom(limit, limits.exports, account.id)
          const held = yield* orUnavailable(data.read(account.id))
          yield* orUnavailable(trace("account.exported", account.id))
          const json = JSON.parse(JSON.stringify(accountOf(account)))
          return { exported_at: (yield* now).toISOString(), account: json, held } satisfies AccountExport
        }).pipe(Effect.withSpan("OwnData.take")),
        vouch: Effect.fn("OwnData.vouch")(function* (password) {
          const { id } = yield* orUnavailable(own)
          if ((yield* orUnavailable(hashes.find(id))) === undefined) return
          if (password === undefined)
            return yield* Invalid.of("password", "its owner has to give the password of the account")
          yield* Effect.catchTag(signIn.confirm(id, password), "WrongPassword", () =>
            Effect.fail(Invalid.of("password", "this is not the password of the account; nothing was deleted"))
          )
        }),
        erase: (confirm) => orUnavailable(sql.withTransaction(erase(confirm)))
      })
    })
  )
}
