import { randomBytes } from "node:crypto"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** A secret that is made once and kept with the data; the first process to come makes it for all. */
export const keptSecret = Effect.fn("keptSecret")(function* (name: string) {
  const sql = yield* SqlClient.SqlClient
  const made = randomBytes(32).toString("base64url")
  yield* sql`INSERT INTO settings (name, value) VALUES (${name}, ${made}) ON CONFLICT DO NOTHING`
  const [row] = yield* sql<{ value: string }>`SELECT value FROM settings WHERE name = ${name}`
  return row!.value
})
