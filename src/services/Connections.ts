import { Context, Effect, Layer } from "effect"
import { NotFound, type Unavailable } from "../../schemas/errors.ts"
import type { AccountId } from "../../schemas/ids.ts"
import { clientName } from "../domain/clientName.ts"
import { Caller } from "../ports/Caller.ts"
import { Audit } from "../store/Audit.ts"
import { Grants } from "../store/Grants.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

/** A client that a person let in, with all that they allow it. */
export interface Connection {
  readonly clientId: string
  /** As it calls itself; the host of its metadata document where it is known by one. */
  readonly name: string
  readonly scopes: ReadonlyArray<string>
  readonly since: Date
}

const nameOf = (clientId: string, name: string | null) =>
  clientName(name ?? "") || (URL.parse(clientId)?.hostname ?? clientId)

/** The clients that people let act for them. */
export class Connections extends Context.Service<
  Connections,
  {
    /** The newest first, each client once. */
    readonly list: (accountId: AccountId) => Effect.Effect<ReadonlyArray<Connection>, Unavailable>
    /** Leaves a trace that the person let a client in. */
    readonly begun: (accountId: AccountId, clientId: string) => Effect.Effect<void, Unavailable, Caller>
    /** The client's tokens are refused within a minute, and it gets no others. */
    readonly end: (accountId: AccountId, clientId: string) => Effect.Effect<void, NotFound | Unavailable, Caller>
  }
>()("craftlocal/services/Connections") {
  static readonly layer = Layer.effect(
    Connections,
    Effect.gen(function* () {
      const audit = yield* Audit
      const grants = yield* Grants

      const trace = Effect.fnUntraced(function* (action: string, accountId: AccountId, client: string) {
        const { channel, correlationId } = yield* Caller
        const entry = { actor: `account:${accountId}`, channel, action, subject: accountId, client, correlationId }
        yield* orUnavailable(audit.add({ ...entry, at: yield* now }))
      })

      return {
        list: Effect.fn("Connections.list")(function* (accountId) {
          const all = yield* orUnavailable(grants.ofAccount(accountId))
          const byClient = Map.groupBy(all, ({ clientId }) => clientId)
          return [...byClient].map(([clientId, its]) => ({
            clientId,
            name: nameOf(clientId, its[0]!.clientName),
            scopes: [...new Set(its.flatMap(({ scopes }) => scopes))],
            since: its.at(-1)!.grantedAt
          }))
        }),
        begun: (accountId, clientId) => trace("account.client_allowed", accountId, clientId),
        end: Effect.fn("Connections.end")(function* (accountId, clientId) {
          const isClient = clientId.length <= 2048 && !clientId.includes("\0")
          const ended = isClient && (yield* orUnavailable(grants.revoke(accountId, clientId)))
          if (!ended) return yield* new NotFound({ what: "connected app" })
          yield* trace("account.client_disconnected", accountId, clientId)
        })
      }
    })
  )
}
