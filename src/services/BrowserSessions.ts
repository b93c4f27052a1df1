import { randomBytes } from "node:crypto"
import { Context, Duration, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { NotFound, type Unavailable } from "../../schemas/errors.ts"
import type { AccountId } from "../../schemas/ids.ts"
import type { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { type Account, Accounts } from "../store/Accounts.ts"
import { type BrowserSession, Browsers } from "../store/Browsers.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { tracing } from "./traced.ts"

export type { BrowserSession }

/** Who sits at a browser. */
export interface SignedIn {
  readonly account: Account
  readonly session: BrowserSession
}

/** A browser nobody used for so long is signed out; and any, so long after the password was given. */
const idle = Duration.toMillis(Duration.days(14))
const whole = Duration.toMillis(Duration.days(30))
/** That a browser was seen is written down once in so long. */
const seenEvery = Duration.toMillis(Duration.minutes(1))
/** Browsers of one account at most; the oldest goes. */
const most = 50

const handle = /^[A-Za-z0-9_-]{43}$/

const expiry = (createdAt: Date, seenAt: Date) =>
  new Date(Math.min(seenAt.getTime() + idle, createdAt.getTime() + whole))

/** The browsers in which people are signed in. Each holds a handle of 256 bits of chance, which is kept as its hash. */
export class BrowserSessions extends Context.Service<
  BrowserSessions,
  {
    /** Signs a browser in; answers its handle. */
    readonly begin: (accountId: AccountId) => Effect.Effect<string, Unavailable>
    /** Whose browser this is, if it is signed in. */
    readonly who: (handle: string | undefined) => Effect.Effect<SignedIn | undefined, Unavailable>
    /** The one seen last first. */
    readonly list: (accountId: string) => Effect.Effect<ReadonlyArray<BrowserSession>, Unavailable>
    readonly revoke: (accountId: string, id: string) => Effect.Effect<void, NotFound | Unavailable, Caller>
    /** Signs a browser out; one that is not signed in stays so. */
    readonly end: (handle: string | undefined) => Effect.Effect<void, Unavailable, Caller>
    /** Signs every browser out, and voids every token that was issued so far. */
    readonly endAll: (accountId: string) => Effect.Effect<void, Unavailable, Caller>
  }
>()("craftlocal/services/BrowserSessions") {
  static readonly layer = Layer.effect(
    BrowserSessions,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const accounts = yield* Accounts
      const browsers = yield* Browsers
      const ids = yield* Ids
      const trace = yield* tracing

      const who = Effect.fn("BrowserSessions.who")(function* (given: string | undefined) {
        if (given === undefined || !handle.test(given)) return undefined
        const at = yield* now
        const session = yield* orUnavailable(browsers.find(given, at))
        const account = session && (yield* orUnavailable(accounts.find(session.accountId)))
        if (session === undefined || account === undefined) return undefined
        if (at.getTime() - session.lastSeenAt.getTime() < seenEvery) return { account, session }
        const expiresAt = expiry(session.createdAt, at)
        yield* orUnavailable(browsers.touch(session.id, at, expiresAt))
        return { account, session: { ...session, lastSeenAt: at, expiresAt } }
      })

      return {
        begin: Effect.fn("BrowserSessions.begin")(function* (accountId) {
          const at = yield* now
          const made = randomBytes(32).toString("base64url")
          const times = { createdAt: at, lastSeenAt: at, expiresAt: expiry(at, at) }
          yield* orUnavailable(browsers.insert(made, { id: yield* ids.next("ses"), accountId, ...times }))
          yield* orUnavailable(browsers.keep(accountId, most))
          return made
        }),
        who,
        list: Effect.fn("BrowserSessions.list")(function* (accountId) {
          return yield* orUnavailable(browsers.list(accountId, yield* now))
        }),
        revoke: Effect.fn("BrowserSessions.revoke")(function* (accountId, id) {
          const revoked = !id.includes("\0") && (yield* orUnavailable(browsers.revoke(accountId, id)))
          if (!revoked) return yield* new NotFound({ what: "session" })
          yield* orUnavailable(trace("account.session_revoked", accountId))
        }),
        end: Effect.fn("BrowserSessions.end")(function* (given) {
          const found = yield* who(given)
          if (given === undefined || !handle.test(given)) return
          yield* orUnavailable(browsers.end(given))
          if (found !== undefined) yield* orUnavailable(trace("account.signed_out", found.account.id))
        }),
        endAll: Effect.fn("BrowserSessions.endAll")(
          function* (accountId) {
            yield* browsers.endAll(accountId)
            yield* accounts.voidTokens(accountId, yield* now)
            yield* trace("account.signed_out_everywhere", accountId)
          },
          sql.withTransaction,
          orUnavailable
        )
      }
    })
  )
}
