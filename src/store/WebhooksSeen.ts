import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** The messages of others that were heard, so that one which is sent again does nothing. */
export class WebhooksSeen extends Context.Service<
  WebhooksSeen,
  {
    readonly has: (source: string, id: string) => Effect.Effect<boolean, SqlError.SqlError>
    /** Inside the transaction of what it caused, or after it. False when it was heard before. */
    readonly first: (source: string, id: string, at: Date) => Effect.Effect<boolean, SqlError.SqlError>
    /** Forgets what was heard before then. */
    readonly sweep: (before: Date) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/WebhooksSeen") {
  static readonly layer = Layer.effect(
    WebhooksSeen,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const any = Effect.map((rows: ReadonlyArray<unknown>) => rows.length > 0)
      return {
        has: (source, id) => any(sql`SELECT 1 FROM webhooks_seen WHERE source = ${source} AND id = ${id}`),
        first: (source, id, at) =>
          any(sql`INSERT INTO webhooks_seen ${sql.insert({ source, id, at })} ON CONFLICT DO NOTHING RETURNING 1`),
        sweep: (before) => Effect.asVoid(sql`DELETE FROM webhooks_seen WHERE at < ${before}`)
      }
    })
  )
}
