import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

export interface AuditEntry {
  readonly at: Date
  /** `guest`, `account:…`, `agent:…`, `service:…` or `system`. */
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
  /** How often within a second; once unless said otherwise. */
  readonly times?: number
}

/** A row as it is read: with its place in the order of all. */
export interface AuditRow extends Required<AuditEntry> {
  readonly id: string
}

/** Which rows; all that is given must hold. */
export interface AuditFilter {
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly subject?: string | undefined
  readonly correlationId?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  /** Only those older than this row. */
  readonly before?: { readonly at: Date; readonly id: string } | undefined
}

/** As the columns of the audit are named. */
export const auditRow = ({ client = null, correlationId, outcome = "done", times = 1, ...entry }: AuditEntry) => ({
  ...entry,
  correlation_id: correlationId,
  client,
  outcome,
  times
})

interface Row extends Omit<AuditRow, "correlationId"> {
  readonly correlation_id: string
}

/** Who did what to which. Rows are only added, which the database sees to, and hold ids, never secrets or personal data. */
export class Audit extends Context.Service<
  Audit,
  {
    readonly add: (entry: AuditEntry) => Effect.Effect<void, SqlError.SqlError>
    /** Many in one statement. */
    readonly addAll: (entries: ReadonlyArray<AuditEntry>) => Effect.Effect<void, SqlError.SqlError>
    /** Newest first. */
    readonly find: (filter: AuditFilter, limit: number) => Effect.Effect<ReadonlyArray<AuditRow>, SqlError.SqlError>
  }
>()("craftlocal/store/Audit") {
  static readonly layer = Layer.effect(
    Audit,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        add: (entry) => Effect.asVoid(sql`INSERT INTO audit ${sql.insert(auditRow(entry))}`),
        addAll: (entries) =>
          Effect.asVoid(sql`
            INSERT INTO audit (at, actor, channel, action, subject, correlation_id, client, outcome, times)
            SELECT t.at, t.actor, t.channel, t.action, t.subject, t.correlation_id, t.client, t.outcome, t.times
            FROM json_populate_recordset(null::audit, ${JSON.stringify(entries.map(auditRow))}) t`),
        find: Effect.fnUntraced(function* ({ action, actor, before, correlationId, from, subject, to }, limit) {
          const wanted = [
            actor === undefined ? undefined : sql`actor = ${actor}`,
            action === undefined ? undefined : sql`action = ${action}`,
            subject === undefined ? undefined : sql`subject = ${subject} AND subject <> ''`,
            correlationId === undefined ? undefined : sql`correlation_id = ${correlationId}`,
            from === undefined ? undefined : sql`at >= ${from}`,
            to === undefined ? undefined : sql`at < ${to}`,
            before === undefined ? undefined : sql`(at, id) < (${before.at}, ${before.id}::bigint)`
          ].filter((each) => each !== undefined)
          const rows = yield* sql<Row>`
            SELECT id::text, at, actor, channel, action, subject, correlation_id, client, outcome, times FROM audit
            ${wanted.length === 0 ? sql`` : sql`WHERE ${sql.and(wanted)}`}
            ORDER BY at DESC, id DESC LIMIT ${limit}`
          return rows.map(({ correlation_id, ...row }) => ({ ...row, correlationId: correlation_id }))
        })
      }
    })
  )
}
