import { createHash, randomBytes } from "node:crypto"
import { Context, Duration, Effect, Layer } from "effect"
import { type Scope, usualScopes, type Viewer } from "../../schemas/access.ts"
import { NotFound, Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import type { SignInSession } from "../../schemas/signInSession.ts"
import { mayGrant, ownerOf } from "../domain/access.ts"
import { absolute } from "../domain/publicUrls.ts"
import { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import type { Account } from "../store/Accounts.ts"
import { SignInSessions as Kept, type KeptSignIn } from "../store/SignInSessions.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { tracing } from "./traced.ts"

/** So long after the sign-in it is over, however often it is used. */
const whole = Duration.toMillis("1 hour")
/** That it was used is written down once in so long. */
const noticed = Duration.toMillis("1 minute")

const shape = /^sess_[A-Za-z0-9_-]{43}$/

/** What is in the link tells nothing of what the client holds. */
const linkOf = (handle: string) => createHash("sha256").update(`link of ${handle}`).digest("base64url")

/** Whom a session answers to: the caller that made it. */
const binding = ({ from, viewer }: Caller["Service"]) =>
  viewer._tag === "Guest" ? createHash("sha256").update(from).digest("base64url") : ownerOf(viewer)

/** What a person sees who opened the link. */
export interface AskedSignIn {
  readonly scopes: ReadonlyArray<Scope>
}

/**
 * Sign-in for clients that cannot do OAuth: the client holds an id, its user follows a link and signs in on our page,
 * and from then on the id acts for the account, for the client that made it and for nobody else.
 */
export class SignInSessions extends Context.Service<
  SignInSessions,
  {
    readonly create: Effect.Effect<SignInSession, Unavailable, Caller>
    /** Where the user signs in. `asked` is what they are asked to allow. */
    readonly authenticate: (
      handle: string,
      asked?: ReadonlyArray<Scope>
    ) => Effect.Effect<SignInSession, NotFound | Unavailable, Caller>
    readonly status: (handle: string) => Effect.Effect<SignInSession, NotFound | Unavailable, Caller>
    /** Whom the id acts for. */
    readonly viewer: (handle: string) => Effect.Effect<Viewer, Unauthorized | Unavailable, Caller>
    /** What a link asks for, as long as nobody answered. */
    readonly asked: (link: string) => Effect.Effect<AskedSignIn, NotFound | Unavailable>
    /** The account allows these of what is asked. */
    readonly allow: (
      link: string,
      account: Account,
      scopes: ReadonlyArray<Scope>
    ) => Effect.Effect<void, NotFound | Unavailable, Caller>
    readonly refuse: (link: string) => Effect.Effect<void, Unavailable>
  }
>()("craftlocal/services/SignInSessions") {
  static readonly layer = Layer.effect(
    SignInSessions,
    Effect.gen(function* () {
      const kept = yield* Kept
      const trace = yield* tracing
      const { publicUrl, signInTtl } = yield* Site
      const ttl = Duration.toMillis(signInTtl)
      const after = (at: Date) => new Date(at.getTime() + ttl)

      const shown = (handle: string, { account, expiresAt, scopes }: KeptSignIn, message: string): SignInSession => ({
        session: {
          id: handle,
          expiresAt: expiresAt.toISOString(),
          ...(account === undefined
            ? {
                status: "pending",
                signInUrl: absolute(publicUrl, `/sign-in/sessions/${linkOf(handle)}`),
                scopes: []
              }
            : { status: "authenticated", account: { name: account.name }, scopes })
        },
        message
      })

      const pending = (handle: string, session: KeptSignIn) => {
        const answer = shown(handle, session, "")
        return {
          ...answer,
          message: `Give the user this link and ask them to sign in there in their browser: ${answer.session.signInUrl} . When they say that they have, call get_auth_status.`
        }
      }

      /** The caller's own, as long as it lives; of anybody else's nobody can tell that it exists. */
      const own = Effect.fnUntraced(function* (handle: string) {
        const caller = yield* Caller
        const found = shape.test(handle) ? yield* orUnavailable(kept.byHandle(handle, yield* now)) : undefined
        if (found === undefined || found.boundTo !== binding(caller)) {
          return yield* new NotFound({ what: "sign-in session" })
        }
        return found
      })

      const done = (handle: string, session: KeptSignIn) =>
        shown(
          handle,
          session,
          `${session.account?.name} is signed in. Send sign_in_session: "${handle}" with each call that needs it.`
        )

      return {
        create: Effect.gen(function* () {
          const caller = yield* Caller
          const handle = `sess_${randomBytes(32).toString("base64url")}`
          const at = yield* now
          const session = { boundTo: binding(caller), asked: usualScopes, expiresAt: after(at) }
          yield* orUnavailable(kept.insert({ ...session, handle, link: linkOf(handle), at }))
          return pending(handle, { ...session, account: undefined, scopes: [], createdAt: at })
        }).pipe(Effect.withSpan("SignInSessions.create")),
        authenticate: Effect.fn("SignInSessions.authenticate")(function* (handle, asked = usualScopes) {
          const found = yield* own(handle)
          if (found.account !== undefined) return done(handle, found)
          yield* orUnavailable(kept.ask(handle, asked.length === 0 ? usualScopes : asked))
          return pending(handle, found)
        }),
        status: Effect.fn("SignInSessions.status")(function* (handle) {
          const found = yield* own(handle)
          return found.account === undefined ? pending(handle, found) : done(handle, found)
        }),
        viewer: Effect.fn("SignInSessions.viewer")(function* (handle) {
          const found = yield* Effect.catchTag(own(handle), "NotFound", () =>
            Effect.fail(new Unauthorized({ why: "The sign-in session is over. Call create_session for a new one." }))
          )
          const { account, createdAt, expiresAt, scopes } = found
          if (account === undefined) {
            return yield* new Unauthorized({
              why: "The user has not signed in yet. Give them the link of get_auth_status."
            })
          }
          const at = yield* now
          const until = new Date(Math.min(after(at).getTime(), createdAt.getTime() + whole))
          if (until.getTime() - expiresAt.getTime() > noticed) yield* orUnavailable(kept.prolong(handle, until))
          return { _tag: "Account", accountId: account.id, scopes, clientId: "sign_in_session" } satisfies Viewer
        }),
        asked: Effect.fn("SignInSessions.asked")(function* (link) {
          const found = yield* orUnavailable(kept.byLink(link, yield* now))
          if (found === undefined || found.account !== undefined) return yield* new NotFound({ what: "sign-in" })
          return { scopes: found.asked }
        }),
        allow: Effect.fn("SignInSessions.allow")(function* (link, account, scopes) {
          const at = yield* now
          const found = yield* orUnavailable(kept.byLink(link, at))
          if (found === undefined) return yield* new NotFound({ what: "sign-in" })
          const granted = scopes.filter((scope) => found.asked.includes(scope) && mayGrant(scope, account.roles))
          const signedIn = { link, accountId: account.id, scopes: granted, at, expiresAt: after(at) }
          if (!(yield* orUnavailable(kept.signIn(signedIn)))) return yield* new NotFound({ what: "sign-in" })
          yield* orUnavailable(trace("account.client_allowed", account.id))
        }),
        refuse: (link) => orUnavailable(kept.refuse(link))
      }
    })
  )
}
