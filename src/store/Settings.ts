import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** What is made once and kept with the data, such as the key that signs tokens. */
export class Settings extends Context.Service<
  Settings,
  {
    /** What is kept under the name; the first to come keeps what they bring. */
    readonly keep: (name: string, value: string) => Effect.Effect<string, SqlError.SqlError>
  }
>()("craftlocal/store/Settings") {
  static readonly layer = Layer.effect(
    Settings,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        keep: Effect.fnUntraced(function* (name, value) {
          yield* sql`INSERT INTO settings (name, value) VALUES (${name}, ${value}) ON CONFLICT DO NOTHING`
          const [row] = yield* sql<{ value: string }>`SELECT value FROM settings WHERE name = ${name}`
          return row!.value
        })
      }
    })
  )
}
