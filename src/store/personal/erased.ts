import type { SqlClient, Statement } from "effect/sql"

/** What stands where a name stood. */
export const nobody = "Deleted account"

/** While a shop has still to make or hand over an order, it needs to know for whom. */
const done = (sql: SqlClient.SqlClient) => sql`o.status IN ('shipped', 'delivered', 'cancelled')`

/**
 * Takes the person out of orders that are on their way or over, and out of the checkouts they came from: `whose` says of
 * which. Amounts, lines, events and payments stay as they are.
 */
export const withoutBuyer = (sql: SqlClient.SqlClient, whose: Statement.Fragment) => [
  sql`UPDATE order_events e SET note = NULL FROM orders o
    WHERE o.id = e.order_id AND e.type = 'canceled' AND e.note IS NOT NULL AND ${done(sql)} AND o.owner ${whose}`,
  sql`UPDATE refunds r SET reason = 'canceled by the buyer' FROM orders o
    WHERE o.id = r.order_id AND ${done(sql)} AND o.owner ${whose}
      AND EXISTS (SELECT FROM order_events e WHERE e.order_id = o.id AND e.type = 'canceled')`,
  sql`UPDATE checkouts c SET data = jsonb_set(data, '{contents}', ((data -> 'contents')
      || '{"buyer": {}, "address": null, "pickupNotes": null}'::jsonb) - 'metadata'), version = version + 1
    WHERE c.owner ${whose} AND data -> 'contents' -> 'buyer' <> '{}'
      AND NOT EXISTS (SELECT FROM orders o WHERE o.checkout_id = c.id AND NOT ${done(sql)})`,
  sql`UPDATE orders o SET buyer_name = ${nobody}, buyer_email = '', buyer_phone = NULL, address = NULL,
      pickup_notes = NULL WHERE o.owner ${whose} AND ${done(sql)} AND buyer_email <> ''`
]

/** What was begun for an account at the moment it was erased, and is nobody's since. */
export const leftBehind = (sql: SqlClient.SqlClient) => {
  const gone = sql`IN (SELECT id FROM accounts WHERE erased_at IS NOT NULL)`
  const owners = sql`IN (SELECT 'account:' || id FROM accounts WHERE erased_at IS NOT NULL)`
  return [
    sql`DELETE FROM browser_sessions WHERE account_id ${gone}`,
    sql`DELETE FROM sign_in_sessions WHERE account_id ${gone}`,
    sql`DELETE FROM addresses WHERE account_id ${gone}`,
    sql`DELETE FROM image_keepers WHERE owner ${owners}`,
    sql`DELETE FROM carts WHERE owner ${owners}`,
    ...withoutBuyer(sql, owners)
  ]
}

/**
 * What is done to erase an account, in this order. A new table that names accounts, by a column or inside a document, gets
 * its line here, and one in `held.ts`.
 */
export const erased = (sql: SqlClient.SqlClient, id: string, at: Date) => {
  const owner = `account:${id}`
  return [
    sql`DELETE FROM browser_sessions WHERE account_id = ${id}`,
    sql`DELETE FROM passwords WHERE account_id = ${id}`,
    sql`DELETE FROM mailed_links WHERE account_id = ${id}`,
    sql`DELETE FROM sign_in_sessions WHERE account_id = ${id}`,
    sql`DELETE FROM image_keepers WHERE owner = ${owner}`,
    sql`DELETE FROM oidc_payload WHERE payload ? 'accountId' AND payload ->> 'accountId' = ${id}`,
    sql`DELETE FROM oidc_payload WHERE model = 'Interaction' AND payload #>> '{session,accountId}' = ${id}`,
    sql`DELETE FROM addresses WHERE account_id = ${id}`,
    sql`DELETE FROM carts WHERE owner = ${owner}`,
    sql`DELETE FROM acp_notes WHERE checkout_id IN (SELECT id FROM checkouts WHERE owner = ${owner})`,
    sql`DELETE FROM idempotency WHERE identity = ${owner}`,
    sql`DELETE FROM outbox WHERE state <> 'completed' AND element::jsonb ->> 'accountId' = ${id}`,
    sql`UPDATE checkouts SET state = 'Canceled', data = jsonb_set(data, '{_tag}', '"Canceled"'), version = version + 1
      WHERE owner = ${owner} AND state IN ('Open', 'Ready')`,
    ...withoutBuyer(sql, sql`= ${owner}`),
    sql`UPDATE reviews SET reviewer_name = ${nobody}, account_id = NULL WHERE account_id = ${id}`,
    sql`UPDATE listings SET status = 'deleted', updated_at = ${at} WHERE status <> 'deleted'
      AND shop_id IN (SELECT id FROM shops WHERE account_id = ${id})`,
    sql`UPDATE shops SET description = '' WHERE account_id = ${id}`,
    sql`UPDATE accounts SET email = NULL, email_verified_at = NULL, name = ${nobody}, phone = NULL, roles = '{}',
      member_since = NULL, tokens_valid_from = ${at}, erased_at = ${at} WHERE id = ${id}`
  ]
}
