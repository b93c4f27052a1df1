import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Shops, listings and what is said about them. Amounts are cents, times are UTC. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE EXTENSION IF NOT EXISTS pg_trgm`
  yield* sql`CREATE TABLE settings (name text PRIMARY KEY, value text NOT NULL)`
  yield* sql`CREATE TABLE accounts (
    id text PRIMARY KEY,
    email text NOT NULL,
    name text NOT NULL,
    roles text[] NOT NULL,
    phone text,
    address jsonb,
    member_since timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
  )`
  yield* sql`CREATE UNIQUE INDEX accounts_email ON accounts (lower(email))`
  yield* sql`CREATE TABLE categories (slug text PRIMARY KEY, name text NOT NULL, position int NOT NULL)`
  yield* sql`CREATE TABLE cities (slug text PRIMARY KEY, name text NOT NULL, state text NOT NULL)`
  yield* sql`CREATE TABLE shops (
    id text PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts,
    name text NOT NULL,
    description text NOT NULL,
    city text NOT NULL REFERENCES cities,
    rating numeric(3, 2) NOT NULL DEFAULT 0,
    total_reviews int NOT NULL DEFAULT 0,
    return_policy text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`
  yield* sql`CREATE INDEX shops_account ON shops (account_id)`
  yield* sql`CREATE TABLE listings (
    id text PRIMARY KEY,
    shop_id text NOT NULL REFERENCES shops,
    title text NOT NULL,
    description text NOT NULL,
    price int NOT NULL CHECK (price >= 0),
    images text[] NOT NULL DEFAULT '{}',
    category text NOT NULL REFERENCES categories,
    city text NOT NULL REFERENCES cities,
    tags text[] NOT NULL DEFAULT '{}',
    materials text[] NOT NULL DEFAULT '{}',
    dimensions text,
    weight_oz real,
    stock int NOT NULL CONSTRAINT stock_not_negative CHECK (stock >= 0),
    shipping_enabled boolean NOT NULL DEFAULT false,
    shipping_cost int NOT NULL DEFAULT 0 CHECK (shipping_cost >= 0),
    pickup_enabled boolean NOT NULL DEFAULT true,
    lead_time_days int NOT NULL DEFAULT 1,
    status text NOT NULL CHECK (status IN ('draft', 'pending_review', 'active', 'sold', 'deleted')),
    popularity int NOT NULL DEFAULT 0,
    channel text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`
  yield* sql`COMMENT ON COLUMN listings.stock IS 'what can be sold now; the sum over its variants where there are any'`
  yield* sql`CREATE TABLE variants (
    listing_id text NOT NULL REFERENCES listings,
    name text NOT NULL,
    price_delta int NOT NULL DEFAULT 0,
    stock int NOT NULL CONSTRAINT variant_stock_not_negative CHECK (stock >= 0),
    position int NOT NULL,
    PRIMARY KEY (listing_id, name)
  )`
  yield* sql`CREATE TABLE reviews (
    id text PRIMARY KEY,
    listing_id text NOT NULL REFERENCES listings,
    account_id text REFERENCES accounts,
    reviewer_name text NOT NULL,
    rating int NOT NULL CHECK (rating BETWEEN 1 AND 5),
    comment text NOT NULL,
    created_at timestamptz NOT NULL
  )`
  yield* sql`CREATE INDEX reviews_listing ON reviews (listing_id, created_at DESC)`
  yield* sql`CREATE TABLE questions (
    id text PRIMARY KEY,
    listing_id text NOT NULL REFERENCES listings,
    question text NOT NULL,
    answer text,
    created_at timestamptz NOT NULL
  )`
  yield* sql`CREATE INDEX questions_listing ON questions (listing_id)`
  yield* sql`CREATE TABLE discount_codes (
    code text PRIMARY KEY CHECK (code = upper(code)),
    title text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('percentage', 'fixed', 'free_shipping')),
    percent int CHECK (percent BETWEEN 1 AND 100),
    amount int CHECK (amount > 0),
    shop_id text REFERENCES shops,
    minimum int NOT NULL DEFAULT 0,
    priority int NOT NULL DEFAULT 1,
    starts_at timestamptz,
    ends_at timestamptz
  )`
})
