import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { hashKey } from "../../src/store/AgentKeys.ts"

const listing = (id: string, shop: string, price: number, over: Record<string, unknown> = {}) => ({
  id: `lst_${id}`,
  shop_id: shop,
  title: id.replaceAll("_", " "),
  description: "By hand.",
  price,
  images: `{/images/${id}.jpg}`,
  category: "ceramics",
  city: shop === "shp_kiln" ? "chicago" : "portland",
  stock: 100_000,
  shipping_enabled: true,
  shipping_cost: 500,
  pickup_enabled: true,
  lead_time_days: 2,
  status: "active",
  channel: "demo",
  ...over
})

/** Two makers, one of them where there is no sales tax; two agents; the codes. */
export const plantShop = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`INSERT INTO accounts (id, email, name, roles) VALUES
    ('acc_kiln', 'kiln@craftlocal.test', 'Kiln', '{seller}'), ('acc_loom', 'loom@craftlocal.test', 'Loom', '{seller}')`
  yield* sql`INSERT INTO categories (slug, name, position) VALUES ('ceramics', 'Ceramics', 1)`
  yield* sql`INSERT INTO cities (slug, name, state) VALUES ('chicago', 'Chicago', 'IL'), ('portland', 'Portland', 'OR')`
  yield* sql`INSERT INTO shops (id, account_id, name, description, city, return_policy) VALUES
    ('shp_kiln', 'acc_kiln', 'Clay & Kiln', 'Pots', 'chicago', '30 days'),
    ('shp_loom', 'acc_loom', 'Loom & Co', 'Cloth', 'portland', '30 days')`
  yield* sql`INSERT INTO listings ${sql.insert([
    listing("mug", "shp_kiln", 20_00),
    listing("bowl", "shp_kiln", 40_00),
    listing("plate", "shp_kiln", 10_00),
    listing("scarf", "shp_loom", 30_00, { pickup_enabled: false, lead_time_days: 5 }),
    listing("pot", "shp_kiln", 50_00, { shipping_enabled: false }),
    listing("last_one", "shp_kiln", 15_00, { stock: 1 }),
    listing("two_left", "shp_kiln", 15_00, { stock: 2 }),
    listing("sold_out", "shp_kiln", 15_00, { stock: 0 }),
    listing("draft", "shp_kiln", 15_00, { status: "draft" }),
    listing("dear", "shp_kiln", 20_00),
    listing("leaving", "shp_kiln", 20_00)
  ])}`
  yield* sql`INSERT INTO variants (listing_id, name, price_delta, stock, position) VALUES
    ('lst_bowl', 'Blue', 0, 50000, 1), ('lst_bowl', 'Glaze: sky', 200, 50000, 2), ('lst_bowl', 'Gold', 5000, 0, 3)`
  yield* sql`INSERT INTO discount_codes (code, title, kind, percent, amount, minimum, priority, ends_at) VALUES
    ('WELCOME10', '10% off', 'percentage', 10, NULL, 0, 1, NULL),
    ('FIVE', '$5 off', 'fixed', NULL, 500, 0, 2, NULL),
    ('FREESHIP', 'Free shipping', 'free_shipping', NULL, NULL, 0, 3, NULL),
    ('BIG', '20% off from $500', 'percentage', 20, NULL, 50000, 1, NULL),
    ('EXPIRED5', '$5 off', 'fixed', NULL, 500, 0, 1, '2020-01-01')`
  yield* sql`INSERT INTO agent_keys (id, name, hash, created_at, revoked_at) VALUES
    ('key_one', 'One', ${hashKey("acp_test_one")}, now(), NULL),
    ('key_two', 'Two', ${hashKey("acp_test_two")}, now(), NULL),
    ('key_old', 'Old', ${hashKey("acp_test_old")}, now(), now())`
})
