import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** What happens to an order after it was paid: its events, what is given back, and who is told. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE attempts ADD COLUMN reference text`
  yield* sql`COMMENT ON COLUMN attempts.reference IS 'what the payment provider calls it'`
  yield* sql`CREATE INDEX attempts_reference ON attempts (reference) WHERE reference IS NOT NULL`
  yield* sql`ALTER TABLE orders
    ADD COLUMN buyer_phone text,
    ADD COLUMN carrier text,
    ADD COLUMN refunded int NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND total)`
  yield* sql`COMMENT ON COLUMN orders.refunded IS 'what has really gone back to the buyer, in cents'`
  yield* sql`ALTER TABLE order_events
    ADD COLUMN id text,
    ADD COLUMN type text,
    ADD COLUMN location text,
    ADD COLUMN amount int CHECK (amount > 0),
    ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY`
  yield* sql`UPDATE order_events SET type = CASE status WHEN 'pending' THEN 'confirmed' ELSE status END,
    id = 'evt_' || md5(order_id || at || status || ctid::text)`
  yield* sql`ALTER TABLE order_events
    ALTER COLUMN id SET NOT NULL, ALTER COLUMN type SET NOT NULL, ADD PRIMARY KEY (id)`
  yield* sql`CREATE TABLE refunds (
    id text PRIMARY KEY,
    attempt_id text NOT NULL REFERENCES attempts,
    order_id text REFERENCES orders,
    amount int NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    reason text NOT NULL,
    status text NOT NULL CHECK (status IN ('pending', 'completed', 'failed')),
    reference text,
    created_at timestamptz NOT NULL,
    ended_at timestamptz
  )`
  yield* sql`COMMENT ON COLUMN refunds.order_id IS 'none for a charge that never became orders'`
  yield* sql`CREATE INDEX refunds_attempt ON refunds (attempt_id)`
  yield* sql`CREATE INDEX refunds_order ON refunds (order_id)`
  yield* sql`ALTER TABLE agent_keys
    ADD COLUMN webhook_url text,
    ADD COLUMN webhook_secret text,
    ADD COLUMN webhook_dialect text`
  // An answer that is told again is the same to the letter; jsonb would put its keys in another order.
  yield* sql`ALTER TABLE idempotency ALTER COLUMN body TYPE json USING body::json`
  yield* sql`CREATE TABLE webhooks_seen (
    source text NOT NULL,
    id text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (source, id)
  )`
  yield* sql`CREATE INDEX webhooks_seen_age ON webhooks_seen (at)`
})
