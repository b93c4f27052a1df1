import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** What makers and reviewers say of a listing, and the indexes by which a shop finds what it has to do. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE listings ADD COLUMN removal_reason text, ADD COLUMN review_note text`
  yield* sql`COMMENT ON COLUMN listings.removal_reason IS 'why its maker deleted it'`
  yield* sql`COMMENT ON COLUMN listings.review_note IS 'why a reviewer refused it'`
  yield* sql`CREATE INDEX listings_review ON listings (updated_at, id) WHERE status = 'pending_review'`
  yield* sql`CREATE INDEX orders_to_do ON orders (shop_id, created_at) WHERE status IN ('pending', 'processing')`
})
