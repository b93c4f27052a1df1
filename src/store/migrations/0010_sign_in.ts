import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** What the authorization server keeps: its artifacts, its keys, service accounts, and people of issuers elsewhere. */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE oidc_payload (
    model text NOT NULL,
    id text NOT NULL,
    payload jsonb NOT NULL,
    grant_id text,
    user_code text,
    uid text,
    expires_at timestamptz,
    consumed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (model, id)
  )`
  yield* sql`CREATE INDEX oidc_payload_grant ON oidc_payload (grant_id) WHERE grant_id IS NOT NULL`
  yield* sql`CREATE INDEX oidc_payload_uid ON oidc_payload (model, uid) WHERE uid IS NOT NULL`
  yield* sql`CREATE INDEX oidc_payload_expiry ON oidc_payload (expires_at)`
  yield* sql`CREATE INDEX oidc_payload_client ON oidc_payload ((payload->>'clientId')) WHERE model = 'Grant'`
  yield* sql`CREATE INDEX oidc_payload_account ON oidc_payload ((payload->>'accountId')) WHERE payload ? 'accountId'`
  yield* sql`CREATE TABLE signing_keys (
    kid text PRIMARY KEY,
    sealed text NOT NULL,
    created_at timestamptz NOT NULL
  )`
  yield* sql`CREATE TABLE service_accounts (
    id text PRIMARY KEY,
    name text NOT NULL,
    secret_hash text NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`
  yield* sql`CREATE TABLE identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id text NOT NULL REFERENCES accounts,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
  )`
  yield* sql`CREATE INDEX identities_account ON identities (account_id)`
})
