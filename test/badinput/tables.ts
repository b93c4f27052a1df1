import { Effect } from "effect"
import type { World } from "../world.ts"

/** Every table, as its number of rows and what must not move inside it. The record of idempotency keys may grow. */
const states: Record<string, string> = {
  accounts: "count(*) || ' ' || md5(string_agg(accounts::text, '' ORDER BY id))",
  addresses: "count(*) || ' ' || md5(coalesce(string_agg(address::text || is_default, '' ORDER BY id), ''))",
  acp_notes: "count(*)",
  agent_keys: "count(*)",
  attempts: "count(*) || ' ' || count(*) FILTER (WHERE status = 'settled')",
  audit: "count(*) FILTER (WHERE outcome = 'done' AND subject <> '')",
  browser_sessions: "count(*)",
  cart_lines: "count(*) || ' ' || coalesce(sum(quantity), 0)",
  carts: "count(*) || ' ' || coalesce(max(updated_at)::text, '')",
  checkouts: "count(*) || ' ' || sum(version) || ' ' || md5(string_agg(state, '' ORDER BY id))",
  discount_codes: "count(*)",
  listings:
    "count(*) || ' ' || sum(stock) || ' ' || sum(popularity) || ' ' || sum(price) || ' ' || max(updated_at) || ' ' || md5(string_agg(status || title, '' ORDER BY id))",
  order_events: "count(*)",
  order_lines: "count(*)",
  mailed_links: "count(*)",
  orders: "count(*) || ' ' || sum(total)",
  passwords: "count(*) || ' ' || md5(string_agg(hash, '' ORDER BY account_id))",
  questions: "count(*)",
  reviews: "count(*)",
  settings: "count(*)",
  shops: "count(*)",
  stock_holds: "count(*)",
  stock_reports: "count(*)",
  variants: "count(*) || ' ' || sum(stock)",
  webhooks_seen: "count(*)"
}

const question = Object.entries(states)
  .map(([table, state]) => `SELECT '${table}' AS name, (${state})::text AS state FROM ${table}`)
  .join(" UNION ALL ")

export const tables = async (world: World): Promise<Readonly<Record<string, string>>> => {
  const rows = await world.sql((sql) =>
    Effect.map(sql.unsafe<{ readonly name: string; readonly state: string }>(question), (rows) => rows)
  )
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]))
}
