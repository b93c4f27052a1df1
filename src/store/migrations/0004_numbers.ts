import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** A confirmation number is one attempt's alone, which is settled before any money moves. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE attempts ADD COLUMN confirmation_number text UNIQUE`
})
