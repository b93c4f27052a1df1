import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** What agents say beside a purchase. Nobody is told it back. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE acp_notes (
    checkout_id text NOT NULL REFERENCES checkouts ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('first_touch', 'last_touch', 'marketing_consent', 'intent_trace')),
    at timestamptz NOT NULL,
    data jsonb NOT NULL,
    PRIMARY KEY (checkout_id, kind)
  )`
})
