import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

export interface AuditEntry {
  readonly at: Date
  /** `guest`, `account:…` or `agent:…`. */
  readonly actor: string
  readonly channel: string
  readonly action: string
  /** The id of what was changed, or nothing. */
  readonly subject: string
  readonly correlationId: string
  /** The program an account let in, or nothing. */
  readonly client?: string | null
  /** `done` unless said otherwise: the code of what refused it. */
  readonly outcome?: string
}

/** As the columns of the audit are named. */
export const auditRow = ({ client = null, correlationId, outcome = "done", ...entry }: AuditEntry) => ({
  ...entry,
  correlation_id: correlationId,
  client,
  outcome
})

/** Who did what to which. Rows are only added, and hold ids, never secrets or personal data. */
export class Audit extends Context.Service<
  Audit,
  {
    readonly add: (entry: AuditEntry) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Audit") {
  static readonly layer = Layer.effect(
    Audit,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        add: (entry) => Effect.asVoid(sql`INSERT INTO audit ${sql.insert(auditRow(entry))}`)
      }
    })
  )
}
