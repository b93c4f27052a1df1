import { randomBytes } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import type { Scope } from "../../schemas/access.ts"
import { Invalid, NotFound, type Unavailable } from "../../schemas/errors.ts"
import { Ids } from "../ports/Ids.ts"
import { ServiceAccounts as Kept, type ServiceAccount } from "../store/ServiceAccounts.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

/** What an operator is shown once. */
export interface MadeServiceAccount {
  readonly id: string
  readonly secret: string
}

/** The programs that an operator lets act for themselves. */
export class ServiceAccounts extends Context.Service<
  ServiceAccounts,
  {
    readonly create: (
      name: string,
      scopes: ReadonlyArray<Scope>
    ) => Effect.Effect<MadeServiceAccount, Invalid | Unavailable>
    readonly list: Effect.Effect<ReadonlyArray<ServiceAccount>, Unavailable>
    /** Its tokens are refused within a minute. */
    readonly revoke: (id: string) => Effect.Effect<void, NotFound | Unavailable>
  }
>()("craftlocal/services/ServiceAccounts") {
  static readonly layer = Layer.effect(
    ServiceAccounts,
    Effect.gen(function* () {
      const kept = yield* Kept
      const ids = yield* Ids
      return {
        create: Effect.fn("ServiceAccounts.create")(function* (name, scopes) {
          if (name.trim() === "" || name.length > 200) return yield* Invalid.of("name", "Expected 1 to 200 characters")
          if (scopes.length === 0) return yield* Invalid.of("scopes", "Expected at least one scope")
          const id = yield* ids.next("svc")
          const secret = `svs_${randomBytes(32).toString("base64url")}`
          yield* orUnavailable(kept.insert({ id, name, secret, scopes, at: yield* now }))
          return { id, secret }
        }),
        list: orUnavailable(kept.list),
        revoke: Effect.fn("ServiceAccounts.revoke")(function* (id) {
          const revoked = yield* orUnavailable(kept.revoke(id, yield* now))
          if (!revoked) return yield* new NotFound({ what: "service account" })
        })
      }
    })
  )
}
