import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Pictures that people bring, and an audit that tells how a request ended and can only grow. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE images (
    id text PRIMARY KEY,
    bytes bytea NOT NULL,
    size int NOT NULL,
    content_type text NOT NULL,
    width int NOT NULL,
    height int NOT NULL,
    created_at timestamptz NOT NULL,
    unused_since timestamptz,
    checked_at timestamptz NOT NULL
  )`
  yield* sql`COMMENT ON COLUMN images.id IS 'the hash of the bytes: the same picture is kept once, whoever brought it'`
  yield* sql`COMMENT ON COLUMN images.unused_since IS 'when it was first seen that nothing shows it; null while something does'`
  yield* sql`ALTER TABLE images ALTER COLUMN bytes SET STORAGE EXTERNAL`
  yield* sql`CREATE INDEX images_checked ON images (checked_at)`
  yield* sql`CREATE TABLE image_keepers (
    owner text NOT NULL,
    image_id text NOT NULL REFERENCES images ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (owner, image_id)
  )`
  yield* sql`CREATE INDEX image_keepers_image ON image_keepers (image_id)`

  yield* sql`ALTER TABLE audit ADD COLUMN client text, ADD COLUMN outcome text NOT NULL DEFAULT 'done',
    ADD COLUMN times int NOT NULL DEFAULT 1`
  yield* sql`COMMENT ON COLUMN audit.client IS 'the program an account let in, by its client id'`
  yield* sql`COMMENT ON COLUMN audit.outcome IS 'done, or why not: the code of the refusal'`
  yield* sql`COMMENT ON COLUMN audit.times IS 'how often within a second, of what is counted and not told one by one'`
  yield* sql`CREATE INDEX audit_at ON audit (at, id)`
  yield* sql`CREATE INDEX audit_actor ON audit (actor, at, id)`
  yield* sql`CREATE INDEX audit_subject ON audit (subject, at, id) WHERE subject <> ''`
  yield* sql`CREATE INDEX audit_correlation ON audit (correlation_id)`
  yield* sql`CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND current_setting('craftlocal.forgetting', true) = 'audit' THEN RETURN OLD; END IF;
      RAISE EXCEPTION 'rows of the audit are only added; what is too old goes by forget_audit(before)';
    END $$`
  yield* sql`CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_only_grows()`
  yield* sql`CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()`
  yield* sql`CREATE FUNCTION forget_audit(before timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE
      forgotten bigint;
    BEGIN
      IF before > now() - interval '90 days' THEN RAISE EXCEPTION 'the audit of the last 90 days is kept'; END IF;
      PERFORM set_config('craftlocal.forgetting', 'audit', true);
      DELETE FROM audit WHERE at < before;
      GET DIAGNOSTICS forgotten = ROW_COUNT;
      PERFORM set_config('craftlocal.forgetting', '', true);
      RETURN forgotten;
    END $$`
  yield* sql`COMMENT ON FUNCTION forget_audit IS 'for operators: the only way in which rows of the audit go, and only old ones'`

  yield* sql`CREATE OR REPLACE FUNCTION settle_payment(
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
        INSERT INTO audit (at, actor, channel, action, subject, correlation_id, client, outcome)
          SELECT t.at, t.actor, t.channel, t.action, t.subject, t.correlation_id, t.client, t.outcome
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
})
