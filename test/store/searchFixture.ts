import { Effect } from "effect"
import { SqlClient } from "effect/sql"

const listing = (id: string, shop: string, category: string, title: string, over: Record<string, unknown> = {}) => ({
  id: `lst_${id}`,
  shop_id: shop,
  category,
  city: { shp_kiln: "chicago", shp_loom: "asheville", shp_forge: "santa-fe" }[shop]!,
  title,
  description: "One of a kind.",
  price: 30_00,
  images: `{/images/${id}.jpg}`,
  tags: "{}",
  materials: "{}",
  stock: 5,
  status: "active",
  popularity: 10,
  channel: "demo",
  created_at: "2026-01-01T00:00:00Z",
  ...over
})

type Row = ReturnType<typeof listing>

const rows: readonly [Row, ...ReadonlyArray<Row>] = [
  listing("bluemug", "shp_kiln", "ceramics", "Blue Mug", {
    price: 28_00,
    tags: "{Mug,gift}",
    materials: "{stoneware}",
    popularity: 40,
    description: "A mug for slow mornings. Microwave safe."
  }),
  listing("redmug", "shp_kiln", "ceramics", "Red Mug", { price: 25_00, tags: "{mug}", popularity: 50 }),
  listing("cup", "shp_kiln", "ceramics", "Tasting Cup", { price: 18_00, stock: 0, created_at: "2026-02-01T00:00:00Z" }),
  listing("bluebowl", "shp_kiln", "ceramics", "Blue Bowl", { price: 60_00, tags: "{gift}" }),
  listing("bluescarf", "shp_loom", "textiles", "Blue Scarf", {
    price: 49_99,
    materials: "{wool}",
    tags: "{gift,winter}"
  }),
  listing("blanket", "shp_loom", "textiles", "Striped Blanket", { price: 180_00, popularity: 90, materials: "{wool}" }),
  listing("mugrug", "shp_loom", "textiles", "Woven Coaster", {
    price: 9_00,
    description: "Keeps a mug off the table."
  }),
  listing("pendant", "shp_forge", "jewelry", "Silver Pendant", { price: 120_00, created_at: "2026-03-01T00:00:00Z" }),
  listing("bracelet", "shp_forge", "jewelry", "Hammered Bracelet", { price: 75_00, materials: "{silver}" }),
  listing("ring", "shp_forge", "jewelry", "Copper Ring", { price: 200_00 }),
  listing("draft", "shp_kiln", "ceramics", "Secret Mug", { status: "draft" }),
  listing("pending", "shp_kiln", "ceramics", "Pending Mug", { status: "pending_review" }),
  listing("gone", "shp_kiln", "ceramics", "Deleted Mug", { status: "deleted" }),
  listing("sold", "shp_kiln", "ceramics", "Sold Mug", { status: "sold", stock: 0 })
]

/** A small shop by hand: three makers, ten active listings, one of each other status. */
export const stockShelves = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`INSERT INTO accounts (id, email, name, roles)
    SELECT 'acc_' || name, name || '@craftlocal.test', name, '{seller}' FROM unnest('{kiln,loom,forge}'::text[]) name`
  yield* sql`INSERT INTO categories (slug, name, position)
    VALUES ('ceramics', 'Ceramics', 1), ('textiles', 'Textiles', 2), ('jewelry', 'Jewelry', 3), ('home-decor', 'Home & Decor', 4)`
  yield* sql`INSERT INTO cities (slug, name, state)
    VALUES ('chicago', 'Chicago', 'IL'), ('asheville', 'Asheville', 'NC'), ('santa-fe', 'Santa Fe', 'NM')`
  yield* sql`INSERT INTO shops (id, account_id, name, description, city, rating, total_reviews, return_policy) VALUES
    ('shp_kiln', 'acc_kiln', 'Clay & Kiln', 'Pots.', 'chicago', 4.75, 12, '30 days'),
    ('shp_loom', 'acc_loom', 'Warp Weft', 'Cloth.', 'asheville', 4.5, 3, '14 days'),
    ('shp_forge', 'acc_forge', 'Anvil Works', 'Metal.', 'santa-fe', 0, 0, 'None')`
  yield* sql`INSERT INTO listings ${sql.insert(rows)}`
  yield* sql`INSERT INTO variants (listing_id, name, price_delta, stock, position)
    VALUES ('lst_bluemug', 'Small', -300, 2, 1), ('lst_bluemug', 'Large', 500, 3, 2)`
  yield* sql`INSERT INTO reviews (id, listing_id, reviewer_name, rating, comment, created_at)
    SELECT 'rev_' || n, 'lst_bluemug', 'Reader ' || n, 3 + n % 3, 'Review ' || n, timestamptz '2026-01-01' + n * interval '1 day'
    FROM generate_series(1, 7) n`
})
