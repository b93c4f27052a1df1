import { Context, Effect, Layer } from "effect"
import { Forbidden, type Unavailable } from "../../schemas/errors.ts"
import { Caller } from "../ports/Caller.ts"
import { Accounts } from "../store/Accounts.ts"
import { Audit, type AuditFilter, type AuditRow } from "../store/Audit.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Journal } from "./Journal.ts"

export type { AuditFilter, AuditRow }

/** Reads the audit, newest first. */
export class AuditTrail extends Context.Service<
  AuditTrail,
  {
    /** For admins: the token's scope alone does not make one. */
    readonly asAdmin: (
      filter: AuditFilter,
      limit: number
    ) => Effect.Effect<ReadonlyArray<AuditRow>, Forbidden | Unavailable, Caller>
    /** For operators, who hold the database already. */
    readonly find: (filter: AuditFilter, limit: number) => Effect.Effect<ReadonlyArray<AuditRow>, Unavailable>
  }
>()("craftlocal/services/AuditTrail") {
  static readonly layer = Layer.effect(
    AuditTrail,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const audit = yield* Audit
      const { flush } = yield* Journal
      const find = (filter: AuditFilter, limit: number) =>
        Effect.andThen(flush, orUnavailable(audit.find(filter, limit)))
      return {
        find,
        asAdmin: Effect.fn("AuditTrail.asAdmin")(function* (filter, limit) {
          const { viewer } = yield* Caller
          const account = viewer._tag === "Account" ? yield* orUnavailable(accounts.find(viewer.accountId)) : undefined
          if (account?.roles.includes("admin") !== true) return yield* new Forbidden({ scopes: ["admin"] })
          return yield* find(filter, limit)
        })
      }
    })
  )
}
