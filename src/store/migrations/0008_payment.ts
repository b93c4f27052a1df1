import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** The two steps of a payment that touch many tables, each a function: one statement, which is done whole or not at all. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE FUNCTION start_payment(
      its_checkout text, its_version int, new_data jsonb, at timestamptz, expires timestamptz,
      listing_ids text[], names text[], quantities int[],
      its_attempt text, its_number text, its_amount int, its_currency text
    ) RETURNS json LANGUAGE plpgsql SET plan_cache_mode = 'force_generic_plan' AS $$
    DECLARE
      short json;
    BEGIN
      PERFORM FROM checkouts WHERE id = its_checkout AND version = its_version FOR NO KEY UPDATE;
      IF NOT FOUND THEN RETURN '{"refused": "stale"}'; END IF;
      PERFORM FROM listings WHERE id = ANY (listing_ids) ORDER BY id COLLATE "C" FOR NO KEY UPDATE;
      SELECT json_agg(json_build_object('listingId', id, 'variant', variant, 'available', available) ORDER BY n) INTO short
        FROM (
          SELECT h.n, h.id, h.variant, h.quantity, coalesce(l.stock, 0) AS of_all,
            sum(h.quantity) OVER (PARTITION BY h.id) AS wanted,
            h.variant = '' AND EXISTS (SELECT FROM variants WHERE listing_id = h.id) AS comes_in_variants,
            CASE WHEN l.status IS DISTINCT FROM 'active' THEN 0 WHEN h.variant = '' THEN l.stock
              ELSE coalesce(v.stock, 0) END AS available
          FROM unnest(listing_ids, names, quantities) WITH ORDINALITY h (id, variant, quantity, n)
            LEFT JOIN listings l ON l.id = h.id
            LEFT JOIN variants v ON v.listing_id = h.id AND v.name = h.variant
        ) held
        WHERE available < quantity OR of_all < wanted OR comes_in_variants;
      IF short IS NOT NULL THEN RETURN json_build_object('refused', 'short', 'short', short); END IF;
      INSERT INTO attempts (id, checkout_id, confirmation_number, amount, currency, status, started_at)
        SELECT its_attempt, its_checkout, its_number, its_amount, its_currency, 'started', at
        WHERE NOT EXISTS (SELECT FROM orders WHERE number IN (its_number, its_number || '-1'))
        ON CONFLICT (confirmation_number) DO NOTHING;
      IF NOT FOUND THEN RETURN '{"refused": "number"}'; END IF;
      UPDATE checkouts SET state = 'Paying', data = new_data, version = version + 1, expires_at = expires, updated_at = at
        WHERE id = its_checkout;
      UPDATE listings l SET stock = l.stock - h.quantity
        FROM (SELECT id, sum(quantity)::int AS quantity FROM unnest(listing_ids, quantities) h (id, quantity) GROUP BY id) h
        WHERE l.id = h.id;
      UPDATE variants v SET stock = v.stock - h.quantity
        FROM unnest(listing_ids, names, quantities) h (id, variant, quantity)
        WHERE h.variant <> '' AND v.listing_id = h.id AND v.name = h.variant;
      INSERT INTO stock_holds (checkout_id, listing_id, variant, quantity)
        SELECT its_checkout, h.* FROM unnest(listing_ids, names, quantities) h;
      RETURN '{}';
    END $$`
  yield* sql`COMMENT ON FUNCTION start_payment IS 'looks at everything under its locks before it writes anything: '
    'what is refused has changed nothing. Locks are taken as everywhere: the checkout, then listings by their ids'`

  yield* sql`CREATE FUNCTION settle_payment(
      its_checkout text, its_version int, new_data jsonb, at timestamptz, expires timestamptz,
      new_orders json, new_lines json, new_events json,
      its_attempt text, its_reference text, queue text, message_id text, message text,
      trace json, kept json
    ) RETURNS boolean LANGUAGE plpgsql SET plan_cache_mode = 'force_generic_plan' AS $$
    BEGIN
      UPDATE checkouts SET state = 'Completed', data = new_data, version = version + 1, expires_at = expires,
          updated_at = at WHERE id = its_checkout AND version = its_version;
      IF NOT FOUND THEN RETURN false; END IF;
      INSERT INTO orders (id, number, confirmation_number, checkout_id, shop_id, owner, buyer_name, buyer_email,
          buyer_phone, address, method, pickup_notes, status, payment_status, currency, items_base, items_discount,
          subtotal, discount, fulfillment, tax, total, estimated_delivery, channel, created_at, updated_at)
        SELECT id, number, confirmation_number, checkout_id, shop_id, owner, buyer_name, buyer_email,
          buyer_phone, address, method, pickup_notes, status, payment_status, currency, items_base, items_discount,
          subtotal, discount, fulfillment, tax, total, estimated_delivery, channel, created_at, updated_at
        FROM json_populate_recordset(null::orders, new_orders);
      INSERT INTO order_lines (order_id, position, listing_id, variant, title, image, quantity, unit_price, line_id,
          base, discount, subtotal, tax, total)
        SELECT order_id, position, listing_id, variant, title, image, quantity, unit_price, line_id,
          base, discount, subtotal, tax, total
        FROM json_populate_recordset(null::order_lines, new_lines);
      INSERT INTO order_events (id, order_id, at, type, status)
        SELECT e.id, e.order_id, e.at, e.type, e.status FROM json_populate_recordset(null::order_events, new_events) e;
      PERFORM FROM listings WHERE id IN (SELECT listing_id FROM stock_holds WHERE checkout_id = its_checkout)
        ORDER BY id COLLATE "C" FOR NO KEY UPDATE;
      WITH sold AS (
        DELETE FROM stock_holds WHERE checkout_id = its_checkout RETURNING listing_id, quantity
      ), pieces AS (
        SELECT listing_id, sum(quantity)::int AS quantity FROM sold GROUP BY listing_id
      ) UPDATE listings l SET popularity = l.popularity + p.quantity FROM pieces p WHERE l.id = p.listing_id;
      UPDATE attempts SET status = 'settled', ended_at = at, reason = NULL, reference = coalesce(its_reference, reference)
        WHERE id = its_attempt;
      INSERT INTO outbox (id, queue_name, element, state, attempts, visible_at, created_at, updated_at)
        VALUES (message_id, queue, message, 'pending', 0, now(), now(), now())
        ON CONFLICT (id, queue_name) DO NOTHING;
      IF trace IS NOT NULL THEN
        INSERT INTO audit (at, actor, channel, action, subject, correlation_id)
          SELECT t.at, t.actor, t.channel, t.action, t.subject, t.correlation_id
          FROM json_populate_record(null::audit, trace) t;
      END IF;
      IF kept IS NOT NULL THEN
        INSERT INTO idempotency (identity, path, key, fingerprint, status, body, created_at)
          SELECT identity, path, key, fingerprint, status, body, created_at
          FROM json_populate_record(null::idempotency, kept)
          ON CONFLICT (identity, path, key) DO UPDATE
            SET status = excluded.status, body = excluded.body, running_until = NULL;
      END IF;
      RETURN true;
    END $$`
  yield* sql`COMMENT ON FUNCTION settle_payment IS 'the orders of a checkout whose money is there, what was sold, the '
    'message that tells everybody, and the trace and the answer of the request'`
})
