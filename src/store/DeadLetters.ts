import { Context, Effect, Layer, Option, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { outboxQueue } from "./Outbox.ts"

/** A message that was not delivered, or not yet. */
export interface Undelivered {
  readonly id: string
  /** Which message it is, such as `OrderPlaced`. */
  readonly message: string
  /** Whom or what it is about: ids only. */
  readonly about: Readonly<Record<string, unknown>>
  readonly attempts: number
  /** The first line of what went wrong last. */
  readonly lastFailure: string | null
  /** When it died, or from when on it may be tried. */
  readonly since: Date
}

interface Row {
  readonly id: string
  readonly element: string
  readonly attempts: number
  readonly last_failure: string | null
  readonly since: Date
}

const readElement = Schema.decodeUnknownOption(
  Schema.fromJsonString(
    Schema.StructWithRest(Schema.Struct({ _tag: Schema.String }), [Schema.Record(Schema.String, Schema.Unknown)])
  )
)

const firstLine = (text: string) => text.slice(0, 300).split("\n", 1)[0]!

const ofRow = ({ attempts, element, id, last_failure, since }: Row): Undelivered => {
  const { _tag, ...about } = Option.getOrElse(readElement(element), () => ({ _tag: "unreadable" }))
  return { id, message: _tag, about, attempts, since, lastFailure: last_failure && firstLine(last_failure) }
}

/** How many wait and how many are dead, also where the outbox was never opened. */
export const countUndelivered = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [{ there }] = (yield* sql<{ there: boolean }>`SELECT to_regclass('outbox') IS NOT NULL AS there`) as [
    { there: boolean }
  ]
  if (!there) return { waiting: 0, dead: 0 }
  const [row] = yield* sql<{ waiting: number; dead: number }>`SELECT
    count(*) FILTER (WHERE state = 'pending')::int AS waiting, count(*) FILTER (WHERE state = 'failed')::int AS dead
    FROM outbox WHERE queue_name = ${outboxQueue} AND state <> 'completed'`
  return row!
})

/** The most that is replayed at once. */
export const replayedAtOnce = 1000

/** Messages of the outbox beside its course: those that were given up, and those that wait. */
export class DeadLetters extends Context.Service<
  DeadLetters,
  {
    /** The last to die first. */
    readonly list: (limit: number) => Effect.Effect<ReadonlyArray<Undelivered>, SqlError.SqlError>
    /** Those to be tried first, first. */
    readonly waiting: (limit: number) => Effect.Effect<ReadonlyArray<Undelivered>, SqlError.SqlError>
    /** Whether one of these is still to be delivered. */
    readonly anyWaiting: (ids: ReadonlyArray<string>) => Effect.Effect<boolean, SqlError.SqlError>
    /** Inside its delivery: it is dead at once, however its delivery ends, and what is told of it is the reason. */
    readonly bury: (id: string, reason: string) => Effect.Effect<void, SqlError.SqlError>
    /** It waits again as if it were new. False when no dead message is called that. */
    readonly replay: (id: string) => Effect.Effect<boolean, SqlError.SqlError>
    /** The first thousand to have died wait again; answers how many. */
    readonly replayAll: Effect.Effect<number, SqlError.SqlError>
    /** Forgets what was delivered two weeks ago. The dead are kept. */
    readonly sweep: Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/DeadLetters") {
  static readonly layer = Layer.effect(
    DeadLetters,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      // The queue writes its moments without a time zone, in the zone of the connection.
      const columns = sql`id, element, attempts, last_failure`
      const ours = sql`queue_name = ${outboxQueue}`
      const again = sql`UPDATE outbox SET state = 'pending', attempts = 0, visible_at = now(), updated_at = now(),
        acquired_at = NULL, acquired_by = NULL WHERE ${ours} AND state = 'failed'`
      return {
        list: (limit) =>
          Effect.map(
            sql<Row>`SELECT ${columns}, updated_at::timestamptz AS since FROM outbox
              WHERE ${ours} AND state = 'failed' ORDER BY updated_at DESC, sequence DESC LIMIT ${limit}`,
            (rows) => rows.map(ofRow)
          ),
        waiting: (limit) =>
          Effect.map(
            sql<Row>`SELECT ${columns}, visible_at::timestamptz AS since FROM outbox
              WHERE ${ours} AND state = 'pending' ORDER BY visible_at, sequence LIMIT ${limit}`,
            (rows) => rows.map(ofRow)
          ),
        anyWaiting: (ids) =>
          Effect.map(
            sql`SELECT 1 FROM outbox WHERE ${ours} AND state = 'pending' AND ${sql.in("id", ids)} LIMIT 1`,
            (rows) => rows.length > 0
          ),
        // Without the lock of its delivery nothing that the queue writes about that delivery finds it any more.
        bury: (id, reason) =>
          Effect.asVoid(sql`UPDATE outbox SET state = 'failed', last_failure = ${reason}, updated_at = now(),
            acquired_at = NULL, acquired_by = NULL WHERE ${ours} AND id = ${id} AND state = 'pending'`),
        replay: (id) => Effect.map(sql`${again} AND id = ${id} RETURNING 1`, (rows) => rows.length > 0),
        replayAll: Effect.map(
          sql`${again} AND sequence IN (SELECT sequence FROM outbox WHERE ${ours} AND state = 'failed'
            ORDER BY updated_at, sequence LIMIT ${replayedAtOnce}) RETURNING 1`,
          (rows) => rows.length
        ),
        sweep: Effect.asVoid(
          sql`DELETE FROM outbox WHERE ${ours} AND state = 'completed' AND updated_at < now() - interval '14 days'`
        )
      }
    })
  )
}
