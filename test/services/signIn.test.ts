import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import { Mail } from "../../src/ports/Mail.ts"
import { BrowserSessions } from "../../src/services/BrowserSessions.ts"
import { Housekeeping } from "../../src/services/Housekeeping.ts"
import { NewPasswords } from "../../src/services/NewPasswords.ts"
import { Registration } from "../../src/services/Registration.ts"
import { SignIn } from "../../src/services/SignIn.ts"
import { onEveryDatabase } from "../databases.ts"
import { delivered, telling } from "./delivering.ts"
import { by, guest } from "./market.ts"

const from = (address: string) => by(guest, address)

/** The newest letter to somebody, and the token of its first link. */
const letterTo = Effect.fnUntraced(function* (to: string) {
  yield* delivered
  const { sent } = yield* Mail
  const letter = (yield* sent).find((each) => each.to === to)
  return { subject: letter?.subject, token: /token=([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "" }
})

const password = "correct horse"

/** Somebody with an account, whose e-mail is confirmed; signed in by this handle. */
const opened = Effect.fnUntraced(function* (email: string, address = email) {
  const { confirm, register } = yield* Registration
  yield* register({ name: "Ada", email, password }).pipe(from(address))
  const { token } = yield* letterTo(email)
  return yield* confirm(token, password).pipe(from(address))
})

const tagOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.match(effect, { onFailure: ({ _tag }) => _tag, onSuccess: () => "done" })

const traces = Effect.fnUntraced(function* (action: string) {
  const sql = yield* SqlClient.SqlClient
  return yield* sql<{
    actor: string
    subject: string
  }>`SELECT actor, subject FROM audit WHERE action = ${action} ORDER BY id`
})

onEveryDatabase(
  "an account",
  (database) => telling(database.layer),
  (it) => {
    it.effect("is opened by somebody who gets its letters, and only then can be used", () =>
      Effect.gen(function* () {
        const { register, works, confirm } = yield* Registration
        const { signIn } = yield* SignIn
        const { who } = yield* BrowserSessions
        yield* register({ name: " Grace ", email: "Grace@Example.com", password }).pipe(from("grace"))
        const credentials = { email: "grace@example.com", password }
        assert.strictEqual(yield* tagOf(signIn(credentials).pipe(from("grace"))), "EmailNotConfirmed")
        const { subject, token } = yield* letterTo("grace@example.com")
        assert.strictEqual(subject, "CraftLocal: confirm your e-mail address")
        assert.isTrue(yield* works(token))
        assert.strictEqual(yield* tagOf(confirm(token, "wrong horse").pipe(from("grace"))), "WrongPassword")
        const handle = yield* confirm(token, password).pipe(from("grace"))
        const signedIn = yield* who(handle)
        assert.deepInclude(signedIn?.account, { email: "grace@example.com", name: "Grace" })
        assert.strictEqual(yield* tagOf(confirm(token, password).pipe(from("grace"))), "LinkOver")
        const { accountId } = yield* signIn(credentials).pipe(from("grace"))
        assert.strictEqual(accountId, signedIn?.account.id)
        const rows = yield* traces("account.signed_in")
        assert.deepInclude(rows, { actor: `account:${accountId}`, subject: accountId })
      })
    )

    it.effect("is not given to somebody else with the same e-mail, who does not even learn of it", () =>
      Effect.gen(function* () {
        const { register } = yield* Registration
        const { signIn } = yield* SignIn
        yield* opened("once@example.com")
        yield* register({ name: "Eve", email: "ONCE@example.com", password: "another horse" }).pipe(from("eve"))
        assert.strictEqual((yield* letterTo("once@example.com")).subject, "CraftLocal: you have an account already")
        const hers = signIn({ email: "once@example.com", password: "another horse" }).pipe(from("eve"))
        assert.strictEqual(yield* tagOf(hers), "WrongPassword")
        yield* signIn({ email: "once@example.com", password }).pipe(from("once"))
      })
    )

    it.effect("gets one letter an hour from strangers who open accounts with its e-mail, and no word of theirs", () =>
      Effect.gen(function* () {
        const { register } = yield* Registration
        const { signIn } = yield* SignIn
        const { sent } = yield* Mail
        const email = "flooded@example.com"
        for (let turn = 0; turn < 8; turn++) {
          yield* register({ name: "Call evil.example now", email, password }).pipe(from(`flood ${turn}`))
          yield* tagOf(signIn({ email, password }).pipe(from(`flood ${turn}`)))
          yield* delivered
        }
        const letters = (yield* sent).filter(({ to }) => to === email)
        assert.deepStrictEqual(letters.map(({ subject }) => subject).sort(), [
          "CraftLocal: confirm your e-mail address",
          "CraftLocal: you have an account already"
        ])
        for (const { html, subject, text } of letters) assert.notInclude(`${subject}${text}${html}`, "evil")
        yield* TestClock.adjust("1 hour")
        yield* register({ name: "Eve", email, password }).pipe(from("flood"))
        yield* delivered
        assert.strictEqual((yield* sent).filter(({ to }) => to === email).length, 3)
      })
    )

    it.effect("is refused with everything that is wrong, field by field", () =>
      Effect.gen(function* () {
        const { register } = yield* Registration
        const refused = yield* Effect.flip(
          register({ name: "\u202egnp.exe", email: "not an address", password: "short" }).pipe(from("refused"))
        )
        assert.deepStrictEqual(refused._tag === "Invalid" && refused.issues.map(({ path }) => path), [
          "name",
          "email",
          "password"
        ])
      })
    )

    it.effect("tells an unknown e-mail and a wrong password alike", () =>
      Effect.gen(function* () {
        const { signIn } = yield* SignIn
        yield* opened("alike@example.com")
        const told = (email: string, given: string) =>
          Effect.flip(signIn({ email, password: given }).pipe(from("alike")))
        const [wrong, unknown, odd, huge] = [
          yield* told("alike@example.com", "wrong horse"),
          yield* told("nobody@example.com", password),
          yield* told("\0\u202e", "\0"),
          yield* told("alike@example.com", "x".repeat(1_000_000))
        ]
        for (const each of [unknown, odd, huge]) assert.deepStrictEqual({ ...each }, { ...wrong })
      })
    )

    it.effect("keeps its owner's neighbours in reach while it is guessed at a thousand times a minute", () =>
      Effect.gen(function* () {
        const { signIn } = yield* SignIn
        yield* opened("target@example.com")
        yield* opened("neighbour@example.com")
        const guesses = Array.from({ length: 1000 }, (_, turn) =>
          tagOf(signIn({ email: "target@example.com", password: `guess ${turn}` }).pipe(from(`bot ${turn % 100}`)))
        )
        const told = yield* Effect.all(guesses, { concurrency: 20 })
        assert.isAtMost(told.filter((each) => each === "WrongPassword").length, 100)
        assert.isAtLeast(told.filter((each) => each === "RateLimited").length, 900)
        yield* signIn({ email: "neighbour@example.com", password }).pipe(from("neighbour"))
        yield* TestClock.adjust("1 minute")
        yield* signIn({ email: "target@example.com", password }).pipe(from("target"))
      })
    )

    it.effect("stays in reach of its owner while somebody else guesses at it, from a few addresses at once", () =>
      Effect.gen(function* () {
        const { signIn } = yield* SignIn
        yield* opened("guessed@example.com")
        const guess = (turn: number) =>
          tagOf(signIn({ email: "guessed@example.com", password: `guess ${turn}` }).pipe(from(`few ${turn % 9}`)))
        const told = yield* Effect.forEach(
          Array.from({ length: 300 }, (_, turn) => turn),
          guess
        )
        assert.strictEqual(told.filter((each) => each === "WrongPassword").length, 90)
        yield* signIn({ email: "guessed@example.com", password }).pipe(from("owner"))
        assert.strictEqual(
          yield* tagOf(signIn({ email: "guessed@example.com", password }).pipe(from("few 1"))),
          "RateLimited"
        )
      })
    )

    it.effect("gets a new password by a letter that works once, which signs every browser out", () =>
      Effect.gen(function* () {
        const { forgot, reset, works } = yield* NewPasswords
        const { signIn } = yield* SignIn
        const { who } = yield* BrowserSessions
        const before = yield* opened("forgetful@example.com")
        yield* forgot(" Forgetful@example.com").pipe(from("forgetful"))
        const { subject, token } = yield* letterTo("forgetful@example.com")
        assert.strictEqual(subject, "CraftLocal: choose a new password")
        assert.strictEqual(yield* tagOf(reset(token, "password123").pipe(from("forgetful"))), "Invalid")
        assert.isTrue(yield* works(token))
        yield* reset(token, "battery staple").pipe(from("forgetful"))
        assert.isUndefined(yield* who(before))
        assert.strictEqual(yield* tagOf(reset(token, "battery staple").pipe(from("forgetful"))), "LinkOver")
        const credentials = { email: "forgetful@example.com", password }
        assert.strictEqual(yield* tagOf(signIn(credentials).pipe(from("forgetful"))), "WrongPassword")
        const { handle } = yield* signIn({ ...credentials, password: "battery staple" }).pipe(from("forgetful"))
        assert.isDefined(yield* who(handle))
        assert.strictEqual((yield* letterTo("forgetful@example.com")).subject, "CraftLocal: your password was changed")
      })
    )

    it.effect("has links that are over after half an hour, and gets one letter of a kind in an hour", () =>
      Effect.gen(function* () {
        const { forgot, works } = yield* NewPasswords
        const { sent } = yield* Mail
        yield* opened("late@example.com")
        for (let turn = 0; turn < 7; turn++) yield* forgot("late@example.com").pipe(from(`late ${turn}`))
        const { token } = yield* letterTo("late@example.com")
        const letters = (yield* sent).filter(({ subject, to }) => to === "late@example.com" && /choose/.test(subject))
        assert.strictEqual(letters.length, 1)
        assert.isTrue(yield* works(token))
        yield* TestClock.adjust("30 minutes")
        assert.isFalse(yield* works(token))
        yield* TestClock.adjust("30 minutes")
        yield* forgot("late@example.com").pipe(from("late"))
        assert.isTrue(yield* works((yield* letterTo("late@example.com")).token))
        yield* forgot("nobody@example.com").pipe(from("late"))
        assert.isUndefined((yield* letterTo("nobody@example.com")).subject)
      })
    )

    it.effect("changes its password for whoever knows the old one, and stays signed in here alone", () =>
      Effect.gen(function* () {
        const { change } = yield* NewPasswords
        const { signIn } = yield* SignIn
        const { who } = yield* BrowserSessions
        const here = yield* opened("change@example.com")
        const { accountId, handle: there } = yield* signIn({ email: "change@example.com", password }).pipe(
          from("change")
        )
        const refused = change(accountId, "wrong horse", "battery staple").pipe(from("change"))
        assert.strictEqual(yield* tagOf(refused), "WrongPassword")
        assert.isDefined(yield* who(there))
        const fresh = yield* change(accountId, password, "battery staple").pipe(from("change"))
        assert.isUndefined(yield* who(here))
        assert.isUndefined(yield* who(there))
        assert.strictEqual((yield* who(fresh))?.account.id, accountId)
        assert.isNotNull((yield* who(fresh))?.account.tokensValidFrom)
      })
    )

    it.effect("signs a browser out that nobody used for two weeks, and every one after thirty days", () =>
      Effect.gen(function* () {
        const { sweep } = yield* Housekeeping
        const { who } = yield* BrowserSessions
        const [used, unused] = [yield* opened("used@example.com"), yield* opened("unused@example.com")]
        yield* TestClock.adjust("13 days")
        assert.isDefined(yield* who(used))
        yield* TestClock.adjust("1 day")
        assert.isUndefined(yield* who(unused))
        yield* TestClock.adjust("12 days")
        assert.isDefined(yield* who(used))
        yield* TestClock.adjust("4 days")
        assert.isUndefined(yield* who(used))
        yield* sweep
        const sql = yield* SqlClient.SqlClient
        assert.deepStrictEqual(yield* sql`SELECT id FROM browser_sessions`, [])
        assert.deepStrictEqual(yield* sql`SELECT hash FROM mailed_links`, [])
      })
    )

    it.effect("lists its browsers, signs out any of them, and all of them", () =>
      Effect.gen(function* () {
        const { end, endAll, list, revoke, who } = yield* BrowserSessions
        const { signIn } = yield* SignIn
        const first = yield* opened("many@example.com")
        const [second, third] = [
          yield* signIn({ email: "many@example.com", password }).pipe(from("many")),
          yield* signIn({ email: "many@example.com", password }).pipe(from("many"))
        ]
        const { accountId } = second
        const strangers = yield* opened("stranger@example.com")
        const hers = (yield* who(strangers))!.account.id
        assert.strictEqual((yield* list(accountId)).length, 3)
        const { session } = (yield* who(first))!
        assert.strictEqual(yield* tagOf(revoke(hers, session.id).pipe(from("x"))), "NotFound")
        assert.strictEqual(yield* tagOf(revoke(accountId, "\0").pipe(from("x"))), "NotFound")
        yield* revoke(accountId, session.id).pipe(from("x"))
        assert.isUndefined(yield* who(first))
        yield* end(second.handle).pipe(from("x"))
        assert.isUndefined(yield* who(second.handle))
        yield* endAll(accountId).pipe(from("x"))
        assert.isUndefined(yield* who(third.handle))
        assert.isDefined(yield* who(strangers))
        for (const handle of [undefined, "", "\0", "x".repeat(43), "x".repeat(100_000)]) {
          assert.isUndefined(yield* who(handle))
          yield* end(handle).pipe(from("x"))
        }
      })
    )

    it.effect("cuts connected assistants off when it is signed out everywhere, or gets a new password", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { endAll } = yield* BrowserSessions
        const { change } = yield* NewPasswords
        const { signIn } = yield* SignIn
        yield* opened("cut@example.com")
        yield* opened("uncut@example.com")
        const [cut, uncut] = [
          yield* signIn({ email: "cut@example.com", password }).pipe(from("cut")),
          yield* signIn({ email: "uncut@example.com", password }).pipe(from("uncut"))
        ]
        const connected = Effect.forEach([cut, uncut], ({ accountId }) =>
          Effect.all([
            sql`INSERT INTO oidc_payload (model, id, payload) VALUES
              ('Grant', ${`g_${accountId}`}, ${JSON.stringify({ accountId, clientId: "https://assistant.example" })}),
              ('RefreshToken', ${`r_${accountId}`}, ${JSON.stringify({ accountId })}) ON CONFLICT DO NOTHING`,
            sql`INSERT INTO sign_in_sessions (hash, link_hash, bound_to, asked, account_id, scopes, created_at, signed_in_at, expires_at)
              VALUES (${`h_${accountId}`}, ${`l_${accountId}`}, 'x', '{}', ${accountId}, '{}', now(), now(), '2030-01-01')
              ON CONFLICT DO NOTHING`
          ])
        )
        const left = Effect.fnUntraced(function* (accountId: string) {
          const rows = yield* sql`SELECT id FROM oidc_payload WHERE payload ->> 'accountId' = ${accountId}
            UNION ALL SELECT hash FROM sign_in_sessions WHERE account_id = ${accountId}`
          return rows.length
        })
        yield* connected
        assert.strictEqual(yield* left(cut.accountId), 3)
        yield* endAll(cut.accountId).pipe(from("cut"))
        assert.strictEqual(yield* left(cut.accountId), 0)
        yield* connected
        yield* change(cut.accountId, password, "battery staple").pipe(from("cut"))
        assert.strictEqual(yield* left(cut.accountId), 0)
        assert.strictEqual(yield* left(uncut.accountId), 3)
      })
    )

    it.effect("is forgotten when nobody confirms its e-mail for a week, unless it owns something", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { register } = yield* Registration
        const { sweep } = yield* Housekeeping
        yield* opened("confirmed@example.com")
        for (const email of ["unconfirmed@example.com", "owner@example.com"])
          yield* register({ name: "Eve", email, password }).pipe(from(email))
        yield* sql`INSERT INTO carts (id, owner, channel, created_at, updated_at, expires_at)
          SELECT 'crt_owner', 'account:' || id, 'web', now(), now(), '2030-01-01' FROM accounts WHERE email = 'owner@example.com'`
        const left = sql`SELECT email FROM accounts WHERE email IN ('confirmed@example.com', 'unconfirmed@example.com', 'owner@example.com') ORDER BY email`
        yield* TestClock.adjust("7 days")
        yield* sweep
        assert.strictEqual((yield* left).length, 3)
        yield* TestClock.adjust("1 second")
        yield* sweep
        assert.deepStrictEqual(yield* left, [{ email: "confirmed@example.com" }, { email: "owner@example.com" }])
        assert.deepStrictEqual(yield* sql`SELECT FROM accounts WHERE id = 'acc_ada'`, [{}])
      })
    )

    it.effect("leaves ids in the audit, and never an e-mail", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const rows = yield* sql<{ row: string }>`SELECT audit::text AS row FROM audit`
        assert.isAbove(rows.length, 20)
        for (const { row } of rows) assert.notInclude(row, "@")
        const refused = yield* traces("account.sign_in_refused")
        assert.isTrue(refused.every(({ actor }) => actor === "guest"))
      })
    )
  }
)
