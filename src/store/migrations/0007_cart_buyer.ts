import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Agents may say with a cart for whom it is. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE carts ADD COLUMN buyer jsonb NOT NULL DEFAULT '{}'`
})
