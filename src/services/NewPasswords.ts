import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { Invalid, LinkOver, type RateLimited, type Unavailable, type WrongPassword } from "../../schemas/errors.ts"
import type { AccountId } from "../../schemas/ids.ts"
import { normalEmail } from "../domain/emails.ts"
import { limits } from "../domain/limits.ts"
import { wrongWith } from "../domain/passwordRules.ts"
import { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Passwords } from "../ports/Passwords.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Accounts } from "../store/Accounts.ts"
import { Browsers } from "../store/Browsers.ts"
import { MailedLinks } from "../store/MailedLinks.ts"
import { type Message, Outbox } from "../store/Outbox.ts"
import { PasswordHashes } from "../store/PasswordHashes.ts"
import { orUnavailable } from "../store/Sql.ts"
import { BrowserSessions } from "./BrowserSessions.ts"
import { letterId } from "./letterId.ts"
import { now } from "./now.ts"
import { SignIn } from "./SignIn.ts"
import { takeFrom } from "./takeFrom.ts"
import { tracing } from "./traced.ts"

/** Passwords that take the place of others, which end every browser session and token that rests on the old one. */
export class NewPasswords extends Context.Service<
  NewPasswords,
  {
    /** Sends its owner a link. Whether there is such an account, nobody learns, nor by how long it takes. */
    readonly forgot: (email: string) => Effect.Effect<void, RateLimited | Unavailable, Caller>
    /** Whether the link of a letter still works. */
    readonly works: (token: string) => Effect.Effect<boolean, Unavailable>
    /** By the link of a letter, which with that also proves the e-mail. */
    readonly reset: (
      token: string,
      password: string
    ) => Effect.Effect<void, LinkOver | Invalid | RateLimited | Unavailable, Caller>
    /** By whoever is signed in and knows the old one; answers the handle with which this browser stays signed in. */
    readonly change: (
      accountId: AccountId,
      current: string,
      password: string
    ) => Effect.Effect<string, WrongPassword | Invalid | RateLimited | Unavailable, Caller>
  }
>()("craftlocal/services/NewPasswords") {
  static readonly layer = Layer.effect(
    NewPasswords,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const accounts = yield* Accounts
      const browsers = yield* Browsers
      const browserSessions = yield* BrowserSessions
      const hashes = yield* PasswordHashes
      const ids = yield* Ids
      const limit = yield* RateLimit
      const links = yield* MailedLinks
      const outbox = yield* Outbox
      const passwords = yield* Passwords
      const signIn = yield* SignIn
      const trace = yield* tracing

      const offer = (message: Message, id: string) => Effect.orDie(outbox.offer(message, { id }))

      const whose = (token: string) =>
        Effect.flatMap(now, (at) => orUnavailable(links.find(token, "reset_password", at)))

      /** The hash of a password that will do. */
      const chosen = Effect.fnUntraced(function* (accountId: AccountId, password: string) {
        const account = yield* orUnavailable(accounts.find(accountId))
        const wrong = wrongWith(password, account?.email ?? "")
        if (wrong !== undefined) return yield* Invalid.of("password", wrong)
        return yield* passwords.hash(password)
      })

      /** Inside a transaction: from now on this is the password, and nothing that rests on the old one holds. */
      const set = Effect.fnUntraced(function* (accountId: AccountId, hash: string) {
        const at = yield* now
        yield* hashes.set(accountId, hash, at)
        yield* browsers.endAll(accountId)
        yield* accounts.voidTokens(accountId, at)
        yield* links.endAll(accountId, "reset_password")
        yield* offer({ _tag: "PasswordChanged", accountId }, yield* ids.next("msg"))
        yield* trace("account.password_changed", accountId)
      })

      return NewPasswords.of({
        forgot: Effect.fn("NewPasswords.forgot")(function* (given) {
          const { from } = yield* Caller
          yield* takeFrom(limit, limits.forgot, from)
          const email = normalEmail(given) ?? ""
          const asked = Effect.gen(function* () {
            const account = yield* accounts.findByEmail(email)
            const id = yield* account === undefined ? ids.next("msg") : letterId("PasswordForgotten", account.id)
            yield* offer({ _tag: "PasswordForgotten", accountId: account?.id ?? null }, id)
            yield* trace("account.password_forgotten", account?.id, false)
          })
          yield* orUnavailable(sql.withTransaction(asked))
        }),
        works: Effect.fn("NewPasswords.works")(function* (token) {
          return (yield* whose(token)) !== undefined
        }),
        reset: Effect.fn("NewPasswords.reset")(function* (token, password) {
          const { from } = yield* Caller
          yield* takeFrom(limit, limits.links, from)
          const accountId = yield* whose(token)
          if (accountId === undefined) return yield* new LinkOver()
          const hash = yield* chosen(accountId, password)
          const done = Effect.gen(function* () {
            const at = yield* now
            if ((yield* links.use(token, "reset_password", at)) === undefined) return yield* new LinkOver()
            yield* accounts.verifyEmail(accountId, at)
            yield* set(accountId, hash)
          })
          yield* orUnavailable(sql.withTransaction(done))
        }),
        change: Effect.fn("NewPasswords.change")(function* (accountId, current, password) {
          yield* signIn.confirm(accountId, current)
          const hash = yield* chosen(accountId, password)
          const done = Effect.gen(function* () {
            yield* set(accountId, hash)
            return yield* browserSessions.begin(accountId)
          })
          return yield* orUnavailable(sql.withTransaction(done))
        })
      })
    })
  )
}
