import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** Which request: whose, where to, and the key it came with. */
export interface WriteKey {
  readonly identity: string
  readonly path: string
  readonly key: string
}

/** What a door answered, in its own words. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface KeyRecord {
  readonly fingerprint: string
  /** Undefined while the first request is running. */
  readonly answer: Answer | undefined
  readonly runningUntil: Date | null
}

interface Row {
  readonly fingerprint: string
  readonly status: number | null
  readonly body: unknown
  readonly running_until: Date | null
}

/** The record of every write that came with a key. Inside the transaction of the caller, but for `claim`. */
export class Idempotency extends Context.Service<
  Idempotency,
  {
    /** Takes the key for this transaction; false when another one holds it right now. */
    readonly lock: (key: WriteKey) => Effect.Effect<boolean, SqlError.SqlError>
    readonly find: (key: WriteKey) => Effect.Effect<KeyRecord | undefined, SqlError.SqlError>
    /**
     * Says that a request with this key is running, until then at the latest. `again`: the same was begun before, by a
     * process that died; the law of checkout knows how far it came. Undefined when the key is not free.
     *
     * A statement of its own, outside of transactions, whose commit nobody waits for: whatever is committed later is
     * durable only after it, and if nothing was, nothing has happened.
     */
    readonly claim: (
      key: WriteKey,
      fingerprint: string,
      now: Date,
      runningUntil: Date
    ) => Effect.Effect<"first" | "again" | undefined, SqlError.SqlError>
    readonly record: (
      key: WriteKey,
      fingerprint: string,
      answer: Answer,
      now: Date
    ) => Effect.Effect<void, SqlError.SqlError>
    readonly forget: (key: WriteKey) => Effect.Effect<void, SqlError.SqlError>
    /** Removes what was recorded before then. */
    readonly sweep: (before: Date) => Effect.Effect<number, SqlError.SqlError>
  }
>()("craftlocal/store/Idempotency") {
  static readonly layer = Layer.effect(
    Idempotency,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const nameOf = ({ identity, key, path }: WriteKey) => `${identity}\n${path}\n${key}`
      const at = ({ identity, key, path }: WriteKey) => sql`identity = ${identity} AND path = ${path} AND key = ${key}`
      return {
        lock: Effect.fnUntraced(function* (key) {
          const [row] = yield* sql<{ taken: boolean }>`SELECT
            pg_try_advisory_xact_lock(hashtextextended(${nameOf(key)}, 0)) AS taken`
          return row!.taken
        }),
        find: Effect.fnUntraced(function* (key) {
          const [row] =
            yield* sql<Row>`SELECT fingerprint, status, body, running_until FROM idempotency WHERE ${at(key)}`
          if (row === undefined) return undefined
          const { body, fingerprint, running_until, status } = row
          return { fingerprint, answer: status === null ? undefined : { status, body }, runningUntil: running_until }
        }),
        claim: (key, fingerprint, now, runningUntil) =>
          Effect.map(
            sql<{ first: boolean }>`WITH mine AS MATERIALIZED (
                SELECT pg_try_advisory_xact_lock(hashtextextended(${nameOf(key)}, 0)) AS taken,
                  set_config('synchronous_commit', 'off', true)
              ) INSERT INTO idempotency AS known (identity, path, key, fingerprint, running_until, created_at)
                SELECT ${key.identity}, ${key.path}, ${key.key}, ${fingerprint}, ${runningUntil}::timestamptz,
                  ${now}::timestamptz FROM mine WHERE taken
              ON CONFLICT (identity, path, key) DO UPDATE SET running_until = excluded.running_until
                WHERE known.fingerprint = excluded.fingerprint AND known.status IS NULL
                  AND (known.running_until IS NULL OR known.running_until <= excluded.created_at)
              RETURNING known.xmax = 0 AS first`,
            ([row]) => row && (row.first ? "first" : "again")
          ),
        record: ({ identity, key, path }, fingerprint, { body, status }, now) =>
          Effect.asVoid(sql`INSERT INTO idempotency ${sql.insert({
            identity,
            path,
            key,
            fingerprint,
            status,
            body: JSON.stringify(body),
            created_at: now
          })} ON CONFLICT (identity, path, key) DO UPDATE
            SET status = excluded.status, body = excluded.body, running_until = NULL`),
        forget: (key) => Effect.asVoid(sql`DELETE FROM idempotency WHERE ${at(key)}`),
        sweep: (before) =>
          Effect.map(sql`DELETE FROM idempotency WHERE created_at < ${before} RETURNING 1`, (rows) => rows.length)
      }
    })
  )
}
