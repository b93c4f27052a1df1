import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Sign-ins of clients that cannot do OAuth. What the client holds, and what its link holds, is kept as its hash. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE sign_in_sessions (
    hash text PRIMARY KEY,
    link_hash text NOT NULL UNIQUE,
    bound_to text NOT NULL,
    asked text[] NOT NULL,
    account_id text REFERENCES accounts ON DELETE CASCADE,
    scopes text[],
    signed_in_at timestamptz,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`
  yield* sql`COMMENT ON COLUMN sign_in_sessions.bound_to IS 'the caller that may use it: an owner, or SHA-256 of an address'`
  yield* sql`CREATE INDEX sign_in_sessions_expiry ON sign_in_sessions (expires_at)`
  yield* sql`CREATE INDEX sign_in_sessions_account ON sign_in_sessions (account_id)`
})
