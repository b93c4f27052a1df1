import { createHash } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { EmailNotConfirmed, type RateLimited, type Unavailable, WrongPassword } from "../../schemas/errors.ts"
import type { AccountId } from "../../schemas/ids.ts"
import { normalEmail } from "../domain/emails.ts"
import { limits } from "../domain/limits.ts"
import { Caller } from "../ports/Caller.ts"
import { Passwords } from "../ports/Passwords.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Accounts } from "../store/Accounts.ts"
import { Outbox } from "../store/Outbox.ts"
import { PasswordHashes } from "../store/PasswordHashes.ts"
import { orUnavailable } from "../store/Sql.ts"
import { BrowserSessions } from "./BrowserSessions.ts"
import { letterId } from "./letterId.ts"
import { takeFrom } from "./takeFrom.ts"
import { tracing } from "./traced.ts"

/** What is longer was never a password of ours. */
const longest = 1000

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** An e-mail as limits know it, which are kept where personal data is not. */
const masked = (email: string) => createHash("sha256").update(email).digest("base64url")

/**
 * Who knows the password is the owner. Guesses are counted: those at one account keep nobody out of another, and those
 * from one address keep nobody out who comes from elsewhere.
 */
export class SignIn extends Context.Service<
  SignIn,
  {
    /** Signs a browser in, and answers its handle. An unknown e-mail and a wrong password are told alike, and as fast. */
    readonly signIn: (
      credentials: Credentials
    ) => Effect.Effect<
      { readonly handle: string; readonly accountId: AccountId },
      WrongPassword | EmailNotConfirmed | RateLimited | Unavailable,
      Caller
    >
    /** That whoever is signed in knows the password too. Inside a transaction it stays the password until that ends. */
    readonly confirm: (
      accountId: AccountId,
      password: string
    ) => Effect.Effect<void, WrongPassword | RateLimited | Unavailable, Caller>
  }
>()("craftlocal/services/SignIn") {
  static readonly layer = Layer.effect(
    SignIn,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const accounts = yield* Accounts
      const browserSessions = yield* BrowserSessions
      const hashes = yield* PasswordHashes
      const limit = yield* RateLimit
      const outbox = yield* Outbox
      const passwords = yield* Passwords
      const trace = yield* tracing

      /** The narrow ones first: what they turn away takes nothing from others. */
      const counted = Effect.fnUntraced(function* (account: string) {
        const { from } = yield* Caller
        yield* takeFrom(limit, limits.signIn, from)
        yield* takeFrom(limit, limits.guesses, `${account}/${from}`)
        yield* takeFrom(limit, limits.allGuesses, account)
      })

      /** The hash that the password fits. Hashed anew when it was hashed as one no longer does. */
      const fitting = Effect.fnUntraced(function* (accountId: AccountId | undefined, password: string) {
        const known = accountId && (yield* orUnavailable(hashes.find(accountId)))
        const { right, stale } = yield* passwords.verify(
          password.slice(0, longest),
          password.length > longest ? undefined : known
        )
        if (!right || accountId === undefined || known === undefined) {
          yield* orUnavailable(trace("account.sign_in_refused", accountId, false))
          return yield* new WrongPassword()
        }
        if (!stale) return { accountId, hash: known }
        const hash = yield* passwords.hash(password)
        yield* orUnavailable(hashes.rehash(accountId, known, hash))
        return { accountId, hash }
      })

      /** What was changed since it was looked up is the password no more. */
      const still = Effect.fnUntraced(function* ({ accountId, hash }: Effect.Success<ReturnType<typeof fitting>>) {
        if (!(yield* orUnavailable(hashes.holds(accountId, hash)))) return yield* new WrongPassword()
      })

      return SignIn.of({
        signIn: Effect.fn("SignIn.signIn")(function* ({ email, password }) {
          const normal = normalEmail(email)
          yield* counted(masked(normal ?? email))
          const account = normal === undefined ? undefined : yield* orUnavailable(accounts.findByEmail(normal))
          const found = yield* fitting(account?.id, password)
          if (account?.emailVerifiedAt == null) {
            const id = yield* letterId("EmailToConfirm", found.accountId)
            yield* Effect.orDie(outbox.offer({ _tag: "EmailToConfirm", accountId: found.accountId }, { id }))
            return yield* new EmailNotConfirmed()
          }
          const begun = Effect.gen(function* () {
            yield* still(found)
            yield* trace("account.signed_in", found.accountId)
            return { handle: yield* browserSessions.begin(found.accountId), accountId: found.accountId }
          })
          return yield* orUnavailable(sql.withTransaction(begun))
        }),
        confirm: Effect.fn("SignIn.confirm")(function* (accountId, password) {
          yield* counted(accountId)
          yield* still(yield* fitting(accountId, password))
        })
      })
    })
  )
}
