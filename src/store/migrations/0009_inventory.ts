import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** How late the last word was that a shop's own system sent of its stock. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE stock_reports (
    listing_id text NOT NULL REFERENCES listings ON DELETE CASCADE,
    variant text NOT NULL DEFAULT '',
    counted_at timestamptz,
    moved_at timestamptz,
    PRIMARY KEY (listing_id, variant)
  )`
  yield* sql`COMMENT ON COLUMN stock_reports.counted_at IS 'when the last count that was applied was made'`
  yield* sql`COMMENT ON COLUMN stock_reports.moved_at IS 'when the latest change that was applied was made'`
})
