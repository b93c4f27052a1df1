import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** Since when the feeds have been as they are, for every process and after a restart too. */
export class FeedVersions extends Context.Service<
  FeedVersions,
  {
    /** When this fingerprint was first seen: now, if it is another than the last one. */
    readonly since: (fingerprint: string, now: Date) => Effect.Effect<Date, SqlError.SqlError>
  }
>()("craftlocal/store/FeedVersions") {
  static readonly layer = Layer.effect(
    FeedVersions,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        since: Effect.fn("FeedVersions.since")(function* (fingerprint, now) {
          yield* sql`INSERT INTO settings ${sql.insert({ name: "feed", value: `${fingerprint} ${now.toISOString()}` })}
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            WHERE split_part(settings.value, ' ', 1) <> split_part(excluded.value, ' ', 1)`
          const [row] = yield* sql<{ since: string }>`SELECT split_part(value, ' ', 2) AS since FROM settings
            WHERE name = 'feed'`
          return new Date(row!.since)
        })
      }
    })
  )
}
