import { Clock, Context, Effect, Layer } from "effect"
import type { Role, Viewer } from "../../schemas/access.ts"
import { Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import { AccountId } from "../../schemas/ids.ts"
import { isRole } from "../domain/access.ts"
import { Auth, type Identity } from "../ports/Auth.ts"
import { Ids } from "../ports/Ids.ts"
import { AgentKeys } from "../store/AgentKeys.ts"
import { Bearers } from "../store/Bearers.ts"
import { orUnavailable } from "../store/Sql.ts"

type Identified = Effect.Effect<Viewer, Unauthorized | Unavailable>

/** The credential of an Authorization header, or nothing. */
const bearer = (header: string | undefined) => /^Bearer +(\S{1,8192}) *$/i.exec(header ?? "")?.[1]

const guest: Identified = Effect.succeed({ _tag: "Guest" })

/** How long a token that was found good is taken for good, in milliseconds: a revoked one is refused by then. */
const trust = 60_000
/** Tokens remembered at most. */
const most = 10_000

/** Who a request speaks for, by its Authorization header. */
export class Identify extends Context.Service<
  Identify,
  {
    /** Nobody without a header; refused with one that is not a good token. */
    readonly person: (authorization: string | undefined) => Identified
    /** A buying agent by its key; refused without one. */
    readonly agent: (authorization: string | undefined) => Identified
  }
>()("craftlocal/services/Identify") {
  static readonly layer = Layer.effect(
    Identify,
    Effect.gen(function* () {
      const auth = yield* Auth
      const agentKeys = yield* AgentKeys
      const bearers = yield* Bearers
      const ids = yield* Ids
      const remembered = new Map<string, { readonly viewer: Viewer; readonly until: number }>()

      const remember = (token: string, viewer: Viewer, until: number, now: number) => {
        if (remembered.size >= most) {
          for (const [other, known] of remembered) if (known.until <= now) remembered.delete(other)
          if (remembered.size >= most) remembered.clear()
        }
        remembered.set(token, { viewer, until })
      }

      const foreigner = Effect.fnUntraced(function* (identity: Identity, now: number) {
        const { issuedAt, issuer = "", person, subject } = identity
        const roles: ReadonlyArray<Role> | undefined = person?.roles?.filter(isRole)
        const email = person?.emailVerified ? person.email?.toLowerCase() : undefined
        const who = { issuer, subject, email, name: person?.name, roles }
        const times = { issuedAt: new Date(issuedAt), now: new Date(now) }
        return yield* bearers.foreigner(who, times, AccountId.make(yield* ids.next("acc")))
      })

      /** Whom a good token speaks for, unless they are gone or took it back. */
      const viewerOf = Effect.fnUntraced(function* (identity: Identity, now: number) {
        const { clientId, grantId, issuedAt, issuer, kind, scopes, subject } = identity
        const client = clientId === undefined ? {} : { clientId }
        if (issuer !== undefined) {
          const accountId = yield* foreigner(identity, now)
          if (accountId === undefined) return undefined
          return { _tag: "Account", accountId, scopes, ...client } satisfies Viewer
        }
        if (kind === "Service") {
          if (!(yield* bearers.service(subject))) return undefined
          return { _tag: "Service", clientId: subject, scopes } satisfies Viewer
        }
        const stands = yield* bearers.account({ id: subject, grantId, issuedAt: new Date(issuedAt) })
        if (!stands) return undefined
        return { _tag: "Account", accountId: AccountId.make(subject), scopes, ...client } satisfies Viewer
      }, orUnavailable)

      const checked = Effect.fnUntraced(function* (
        token: string,
        now: number
      ): Effect.fn.Return<Viewer, Unauthorized | Unavailable> {
        const identity = yield* Effect.catchTag(auth.verify(token), "InvalidToken", ({ why }) =>
          Effect.fail(new Unauthorized({ why }))
        )
        const viewer = yield* viewerOf(identity, now)
        if (viewer === undefined) return yield* new Unauthorized({ why: "The token was taken back." })
        remember(token, viewer, Math.min(now + trust, identity.expiresAt), now)
        return viewer
      })

      const signedIn = (authorization: string): Identified => {
        const token = bearer(authorization)
        if (token === undefined)
          return Effect.fail(new Unauthorized({ why: "The Authorization header holds no bearer token." }))
        return Effect.flatMapEager(Clock.currentTimeMillis, (now) => {
          const known = remembered.get(token)
          return known !== undefined && now < known.until ? Effect.succeed(known.viewer) : checked(token, now)
        })
      }

      return {
        person: (authorization) => (authorization === undefined ? guest : signedIn(authorization)),
        agent: Effect.fnUntraced(function* (authorization) {
          const key = bearer(authorization)
          const agentKeyId = key && (yield* orUnavailable(agentKeys.find(key)))
          if (!agentKeyId) return yield* new Unauthorized({ why: "An agent key is needed as a bearer token." })
          return { _tag: "Agent", agentKeyId }
        })
      }
    })
  )
}
