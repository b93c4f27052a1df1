import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Accounts that people sign in to: passwords, browser sessions, links sent by mail, and several addresses. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE accounts
    ALTER COLUMN email DROP NOT NULL,
    ADD COLUMN email_verified_at timestamptz,
    ADD COLUMN tokens_valid_from timestamptz,
    ADD COLUMN erased_at timestamptz`
  yield* sql`COMMENT ON COLUMN accounts.email IS 'none where it was erased, or where another issuer keeps it'`
  yield* sql`COMMENT ON COLUMN accounts.tokens_valid_from IS 'whatever was issued before is void'`
  yield* sql`UPDATE accounts SET email_verified_at = created_at`
  yield* sql`CREATE TABLE passwords (
    account_id text PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    hash text NOT NULL,
    changed_at timestamptz NOT NULL
  )`
  yield* sql`CREATE TABLE browser_sessions (
    hash text PRIMARY KEY,
    id text NOT NULL UNIQUE,
    account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`
  yield* sql`COMMENT ON COLUMN browser_sessions.hash IS 'SHA-256 of the handle that the browser holds'`
  yield* sql`CREATE INDEX browser_sessions_account ON browser_sessions (account_id)`
  yield* sql`CREATE INDEX browser_sessions_expiry ON browser_sessions (expires_at)`
  yield* sql`CREATE TABLE mailed_links (
    hash text PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    purpose text NOT NULL CHECK (purpose IN ('reset_password', 'verify_email')),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`
  yield* sql`COMMENT ON COLUMN mailed_links.hash IS 'SHA-256 of the token that stands in the letter'`
  yield* sql`CREATE INDEX mailed_links_account ON mailed_links (account_id)`
  yield* sql`CREATE TABLE addresses (
    id text PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    address jsonb NOT NULL,
    is_default boolean NOT NULL,
    created_at timestamptz NOT NULL
  )`
  yield* sql`CREATE INDEX addresses_account ON addresses (account_id, created_at)`
  yield* sql`CREATE UNIQUE INDEX addresses_default ON addresses (account_id) WHERE is_default`
  yield* sql`INSERT INTO addresses (id, account_id, address, is_default, created_at)
    SELECT 'adr_' || substr(md5(id), 1, 22), id, address, true, created_at FROM accounts WHERE address IS NOT NULL`
  yield* sql`ALTER TABLE accounts DROP COLUMN address`
  yield* sql`CREATE INDEX checkouts_owner ON checkouts (owner) WHERE owner <> 'guest'`
  yield* sql`CREATE INDEX reviews_account ON reviews (account_id) WHERE account_id IS NOT NULL`
})
