import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Carts, checkouts, money and orders; and what makes every write happen once and leave a trace. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE carts (
    id text PRIMARY KEY,
    owner text NOT NULL,
    channel text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`
  yield* sql`CREATE INDEX carts_owner ON carts (owner, updated_at DESC) WHERE owner <> 'guest'`
  yield* sql`CREATE INDEX carts_expiry ON carts (expires_at)`
  yield* sql`CREATE TABLE cart_lines (
    cart_id text NOT NULL REFERENCES carts ON DELETE CASCADE,
    listing_id text NOT NULL REFERENCES listings,
    variant text NOT NULL DEFAULT '',
    quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    position int GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (cart_id, listing_id, variant)
  )`
  yield* sql`CREATE TABLE checkouts (
    id text PRIMARY KEY,
    owner text NOT NULL,
    channel text NOT NULL,
    state text NOT NULL,
    data jsonb NOT NULL,
    version int NOT NULL DEFAULT 1,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`
  yield* sql`CREATE INDEX checkouts_live ON checkouts (state, expires_at)
    WHERE state IN ('Open', 'Ready', 'Paying', 'Challenged')`
  yield* sql`CREATE TABLE stock_holds (
    checkout_id text NOT NULL REFERENCES checkouts,
    listing_id text NOT NULL REFERENCES listings,
    variant text NOT NULL DEFAULT '',
    quantity int NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (checkout_id, listing_id, variant)
  )`
  yield* sql`CREATE TABLE attempts (
    id text PRIMARY KEY,
    checkout_id text NOT NULL REFERENCES checkouts,
    amount int NOT NULL CHECK (amount >= 0),
    currency text NOT NULL,
    status text NOT NULL CHECK (status IN ('started', 'challenged', 'settled', 'declined')),
    reason text,
    started_at timestamptz NOT NULL,
    ended_at timestamptz
  )`
  yield* sql`CREATE INDEX attempts_checkout ON attempts (checkout_id)`
  yield* sql`CREATE UNIQUE INDEX attempts_settled_once ON attempts (checkout_id) WHERE status = 'settled'`
  yield* sql`CREATE TABLE orders (
    id text PRIMARY KEY,
    number text NOT NULL UNIQUE,
    confirmation_number text NOT NULL,
    checkout_id text NOT NULL REFERENCES checkouts,
    shop_id text NOT NULL REFERENCES shops,
    owner text NOT NULL,
    buyer_name text NOT NULL,
    buyer_email text NOT NULL,
    address jsonb,
    method text NOT NULL,
    pickup_notes text,
    status text NOT NULL,
    payment_status text NOT NULL,
    currency text NOT NULL,
    items_base int NOT NULL,
    items_discount int NOT NULL,
    subtotal int NOT NULL,
    discount int NOT NULL,
    fulfillment int NOT NULL,
    tax int NOT NULL,
    total int NOT NULL CHECK (total = subtotal - discount + fulfillment + tax),
    tracking_number text,
    tracking_url text,
    estimated_delivery date NOT NULL,
    channel text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (checkout_id, shop_id)
  )`
  yield* sql`CREATE INDEX orders_owner ON orders (owner, created_at DESC)`
  yield* sql`CREATE INDEX orders_shop ON orders (shop_id, created_at DESC)`
  yield* sql`CREATE TABLE order_lines (
    order_id text NOT NULL REFERENCES orders,
    position int NOT NULL,
    listing_id text NOT NULL REFERENCES listings,
    variant text NOT NULL,
    title text NOT NULL,
    image text,
    quantity int NOT NULL CHECK (quantity > 0),
    unit_price int NOT NULL,
    line_id text NOT NULL,
    base int NOT NULL,
    discount int NOT NULL,
    subtotal int NOT NULL,
    tax int NOT NULL,
    total int NOT NULL,
    PRIMARY KEY (order_id, position)
  )`
  yield* sql`CREATE INDEX order_lines_listing ON order_lines (listing_id)`
  yield* sql`CREATE TABLE order_events (
    order_id text NOT NULL REFERENCES orders,
    at timestamptz NOT NULL,
    status text NOT NULL,
    note text
  )`
  yield* sql`CREATE INDEX order_events_order ON order_events (order_id, at)`
  yield* sql`CREATE TABLE agent_keys (
    id text PRIMARY KEY,
    name text NOT NULL,
    hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`
  yield* sql`CREATE TABLE idempotency (
    identity text NOT NULL,
    path text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    status int,
    body jsonb,
    running_until timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (identity, path, key)
  )`
  yield* sql`CREATE INDEX idempotency_age ON idempotency (created_at)`
  yield* sql`CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    channel text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    correlation_id text NOT NULL
  )`
})
