import { Context, Effect, Layer } from "effect"
import type { Viewer } from "../../schemas/access.ts"
import { Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import { Auth } from "../ports/Auth.ts"
import { AgentKeys } from "../store/AgentKeys.ts"
import { orUnavailable } from "../store/Sql.ts"

type Identified = Effect.Effect<Viewer, Unauthorized | Unavailable>

/** The credential of an Authorization header, or nothing. */
const bearer = (header: string | undefined) => /^Bearer +(\S{1,8192}) *$/i.exec(header ?? "")?.[1]

const guest: Identified = Effect.succeed({ _tag: "Guest" })

/** Who a request speaks for, by its Authorization header. */
export class Identify extends Context.Service<
  Identify,
  {
    /** Nobody without a header; refused with one that is not a good token of ours. */
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
      const signedIn = Effect.fnUntraced(function* (authorization: string): Effect.fn.Return<Viewer, Unauthorized> {
        const token = bearer(authorization)
        if (token === undefined)
          return yield* new Unauthorized({ why: "The Authorization header holds no bearer token." })
        const identity = yield* Effect.mapError(auth.verify(token), ({ why }) => new Unauthorized({ why }))
        return { _tag: "Account", ...identity }
      })
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
