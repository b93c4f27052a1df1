import { Context, Effect, Layer, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { PersonName } from "../../schemas/account.ts"
import {
  Invalid,
  type Issue,
  LinkOver,
  type RateLimited,
  type Unavailable,
  type WrongPassword
} from "../../schemas/errors.ts"
import { AccountId } from "../../schemas/ids.ts"
import { normalEmail } from "../domain/emails.ts"
import { limits } from "../domain/limits.ts"
import { wrongWith } from "../domain/passwordRules.ts"
import { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Passwords } from "../ports/Passwords.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Accounts } from "../store/Accounts.ts"
import { MailedLinks } from "../store/MailedLinks.ts"
import { Outbox } from "../store/Outbox.ts"
import { PasswordHashes } from "../store/PasswordHashes.ts"
import { orUnavailable } from "../store/Sql.ts"
import { BrowserSessions } from "./BrowserSessions.ts"
import { letterId } from "./letterId.ts"
import { now } from "./now.ts"
import { SignIn } from "./SignIn.ts"
import { takeFrom } from "./takeFrom.ts"
import { tracing } from "./traced.ts"

const readName = Schema.decodeUnknownOption(PersonName)

/** New accounts. Nobody learns here whether an e-mail has one: that is told to its owner, in a letter. */
export class Registration extends Context.Service<
  Registration,
  {
    /** Afterwards a letter is on its way, whichever it is. */
    readonly register: (wanted: {
      readonly name: string
      readonly email: string
      readonly password: string
    }) => Effect.Effect<void, Invalid | RateLimited | Unavailable, Caller>
    /** Whether the link of a letter still works. */
    readonly works: (token: string) => Effect.Effect<boolean, Unavailable>
    /**
     * The letter reached whoever knows the password: the e-mail is theirs, and their browser is signed in. With the letter
     * alone, its reader could be made to vouch for an account that somebody else has opened in their name.
     */
    readonly confirm: (
      token: string,
      password: string
    ) => Effect.Effect<string, LinkOver | WrongPassword | RateLimited | Unavailable, Caller>
  }
>()("craftlocal/services/Registration") {
  static readonly layer = Layer.effect(
    Registration,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const accounts = yield* Accounts
      const browserSessions = yield* BrowserSessions
      const hashes = yield* PasswordHashes
      const ids = yield* Ids
      const limit = yield* RateLimit
      const links = yield* MailedLinks
      const outbox = yield* Outbox
      const passwords = yield* Passwords
      const signIn = yield* SignIn
      const trace = yield* tracing

      const offer = Effect.fnUntraced(function* (_tag: "EmailToConfirm" | "AlreadyRegistered", accountId: string) {
        yield* Effect.orDie(outbox.offer({ _tag, accountId }, { id: yield* letterId(_tag, accountId) }))
      })

      const whose = (token: string) => Effect.flatMap(now, (at) => orUnavailable(links.find(token, "verify_email", at)))

      return Registration.of({
        register: Effect.fn("Registration.register")(function* (wanted) {
          const { from } = yield* Caller
          yield* takeFrom(limit, limits.register, from)
          const email = normalEmail(wanted.email)
          const name = readName(wanted.name)
          const wrong = wrongWith(wanted.password, email ?? "")
          const issues: ReadonlyArray<Issue> = [
            ...(name._tag === "None" ? [{ path: "name", message: "Give your name, in one line" }] : []),
            ...(email === undefined
              ? [{ path: "email", message: "Give a whole e-mail address, such as ada@example.com" }]
              : []),
            ...(wrong === undefined ? [] : [{ path: "password", message: wrong }])
          ]
          if (issues.length > 0 || email === undefined || name._tag === "None") return yield* new Invalid({ issues })
          const hash = yield* passwords.hash(wanted.password)
          const id = AccountId.make(yield* ids.next("acc"))
          const at = yield* now
          const written = Effect.gen(function* () {
            if (yield* accounts.insert({ id, email, name: name.value, at })) {
              yield* hashes.set(id, hash, at)
              yield* offer("EmailToConfirm", id)
              return yield* trace("account.registered", id)
            }
            const its = yield* accounts.findByEmail(email)
            if (its === undefined) return
            yield* offer("AlreadyRegistered", its.id)
            yield* trace("account.registered_again", its.id, false)
          })
          yield* orUnavailable(sql.withTransaction(written))
        }),
        works: Effect.fn("Registration.works")(function* (token) {
          return (yield* whose(token)) !== undefined
        }),
        confirm: Effect.fn("Registration.confirm")(function* (token, password) {
          const { from } = yield* Caller
          yield* takeFrom(limit, limits.links, from)
          const accountId = yield* whose(token)
          if (accountId === undefined) return yield* new LinkOver()
          yield* signIn.confirm(accountId, password)
          const at = yield* now
          const confirmed = Effect.gen(function* () {
            if ((yield* links.use(token, "verify_email", at)) === undefined) return yield* new LinkOver()
            yield* links.endAll(accountId, "verify_email")
            yield* accounts.verifyEmail(accountId, at)
            yield* trace("account.email_confirmed", accountId)
            yield* trace("account.signed_in", accountId)
            return yield* browserSessions.begin(accountId)
          })
          return yield* orUnavailable(sql.withTransaction(confirmed))
        })
      })
    })
  )
}
