import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Two makers in two cities and four things, by hand: a mug with variants, a bowl, a scarf, and one with a nasty title. */
export const tinyShop = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`INSERT INTO accounts (id, email, name, roles) VALUES
    ('acc_ada', 'ada@craftlocal.test', 'Ada Buyer', '{buyer}'),
    ('acc_bob', 'bob@craftlocal.test', 'Bob Buyer', '{buyer}'),
    ('acc_kiln', 'kiln@craftlocal.test', 'Kim Kiln', '{seller}'),
    ('acc_loom', 'loom@craftlocal.test', 'Lou Loom', '{seller}')`
  yield* sql`INSERT INTO addresses (id, account_id, address, is_default, created_at) VALUES ('adr_ada', 'acc_ada',
    '{"line1": "1 Main St", "city": "Portland", "state": "OR", "zip": "97201", "country": "US"}', true, now())`
  yield* sql`INSERT INTO categories (slug, name, position)
    VALUES ('ceramics', 'Ceramics', 1), ('textiles', 'Textiles', 2)`
  yield* sql`INSERT INTO cities (slug, name, state) VALUES ('chicago', 'Chicago', 'IL'), ('asheville', 'Asheville', 'NC')`
  yield* sql`INSERT INTO shops (id, account_id, name, description, city, rating, total_reviews, return_policy) VALUES
    ('shp_kiln', 'acc_kiln', 'Clay & Kiln', 'Pots.', 'chicago', 4.75, 12, '30 days'),
    ('shp_loom', 'acc_loom', 'Warp Weft', 'Cloth.', 'asheville', 4.5, 3, '14 days')`
  yield* sql`INSERT INTO listings (id, shop_id, title, description, price, images, category, city, tags, stock,
      shipping_enabled, shipping_cost, pickup_enabled, lead_time_days, status, popularity, channel) VALUES
    ('lst_mug', 'shp_kiln', 'Blue Mug', 'For slow mornings.', 2800, '{/images/lst_mug/1.svg}', 'ceramics', 'chicago',
      '{mug,gift}', 5, true, 500, true, 2, 'active', 40, 'demo'),
    ('lst_bowl', 'shp_kiln', 'Salad Bowl', 'For two.', 6000, '{/images/lst_bowl/1.svg}', 'ceramics', 'chicago',
      '{gift}', 9, true, 800, true, 3, 'active', 30, 'demo'),
    ('lst_scarf', 'shp_loom', 'Wool Scarf', 'Warm.', 4999, '{/images/lst_scarf/1.svg}', 'textiles', 'asheville',
      '{winter}', 7, true, 400, false, 1, 'active', 20, 'demo'),
    ('lst_nasty', 'shp_loom', '<script>alert("x")</script>', '<img src=x onerror=alert(1)>', 1000, '{}', 'textiles',
      'asheville', '{}', 3, true, 400, false, 1, 'active', 1, 'demo')`
  yield* sql`INSERT INTO variants (listing_id, name, price_delta, stock, position)
    VALUES ('lst_mug', 'Small', -300, 2, 1), ('lst_mug', 'Large', 500, 3, 2)`
  yield* sql`INSERT INTO discount_codes (code, title, kind, percent) VALUES ('WELCOME10', '10 % off', 'percentage', 10)`
})
