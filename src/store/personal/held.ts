import type { SqlClient } from "effect/sql"

/** Of one kind at most; the newest. */
const most = 10_000

/**
 * Everything that is kept about an account, by kind: a select each, of rows that may be shown to its owner. What proves
 * something to us, such as the hash of a password or of a handle, is not among it. A new table that names accounts gets
 * its line here, and one in `erased.ts`.
 */
export const held = (sql: SqlClient.SqlClient, id: string) => {
  const owner = `account:${id}`
  const its = sql`SELECT id FROM checkouts WHERE owner = ${owner}`
  const newest = sql`LIMIT ${most}`
  return {
    addresses: sql`SELECT id, address, is_default, created_at FROM addresses WHERE account_id = ${id}`,
    password: sql`SELECT changed_at FROM passwords WHERE account_id = ${id}`,
    sessions: sql`SELECT id, created_at, last_seen_at, expires_at FROM browser_sessions WHERE account_id = ${id}`,
    links: sql`SELECT purpose, expires_at, used_at FROM mailed_links WHERE account_id = ${id}`,
    clients: sql`SELECT payload ->> 'clientId' AS client_id, payload -> 'openid' ->> 'scope' AS about,
        payload -> 'resources' AS resources, created_at, expires_at FROM oidc_payload
      WHERE model = 'Grant' AND payload ? 'accountId' AND payload ->> 'accountId' = ${id}`,
    sign_ins: sql`SELECT scopes, signed_in_at, expires_at FROM sign_in_sessions WHERE account_id = ${id}`,
    identities: sql`SELECT issuer, created_at FROM identities WHERE account_id = ${id}`,
    images: sql`SELECT image_id, created_at FROM image_keepers WHERE owner = ${owner} ${newest}`,
    orders: sql`SELECT o.*,
        (SELECT json_agg(l ORDER BY l.position) FROM order_lines l WHERE l.order_id = o.id) AS lines,
        (SELECT json_agg(e ORDER BY e.at, e.position) FROM order_events e WHERE e.order_id = o.id) AS events,
        (SELECT json_agg(r ORDER BY r.created_at) FROM refunds r WHERE r.order_id = o.id) AS refunds
      FROM orders o WHERE o.owner = ${owner} ORDER BY o.created_at DESC ${newest}`,
    carts: sql`SELECT c.*, (SELECT json_agg(l ORDER BY l.position) FROM cart_lines l WHERE l.cart_id = c.id) AS lines
      FROM carts c WHERE c.owner = ${owner} ORDER BY c.updated_at DESC ${newest}`,
    checkouts: sql`SELECT * FROM checkouts WHERE owner = ${owner} ORDER BY updated_at DESC ${newest}`,
    payments: sql`SELECT * FROM attempts WHERE checkout_id IN (${its}) ORDER BY started_at DESC ${newest}`,
    notes: sql`SELECT * FROM acp_notes WHERE checkout_id IN (${its}) ${newest}`,
    reviews: sql`SELECT id, listing_id, reviewer_name, rating, comment, created_at FROM reviews
      WHERE account_id = ${id} ORDER BY created_at DESC ${newest}`,
    shops: sql`SELECT * FROM shops WHERE account_id = ${id}`,
    requests: sql`SELECT path, key, body, created_at FROM idempotency WHERE identity = ${owner}
      ORDER BY created_at DESC ${newest}`,
    audit: sql`SELECT at, actor, channel, action, subject, outcome, client, correlation_id FROM audit
      WHERE actor = ${owner} OR subject = ${id} ORDER BY id DESC ${newest}`
  } as const
}
