import type { SqlClient, Statement } from "effect/sql"
import { splitByBand } from "../../domain/priceBands.ts"
import type { Asked } from "./Asked.ts"
import { tsqueries } from "./tsqueries.ts"

type Fragment = Statement.Fragment

export interface FacetRow {
  readonly slug: string
  readonly name: string
  readonly count: number
}

export interface CardRow {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly price: number
  readonly images: ReadonlyArray<string>
  readonly shop_id: string
  readonly shop: string
  readonly city: string
  readonly rating: number
  readonly category: string
  readonly tags: ReadonlyArray<string>
  readonly stock: number
}

/** The one row a search answers. */
export interface SearchRow {
  readonly cards: ReadonlyArray<CardRow>
  readonly total: number
  readonly categories: ReadonlyArray<FacetRow>
  readonly cities: ReadonlyArray<FacetRow>
  readonly bands: ReadonlyArray<{ readonly band: number; readonly count: number }>
  /** Words that are nowhere in the catalogue. */
  readonly unknown: ReadonlyArray<string>
}

/**
 * List, count, facets and unknown words of a search in one statement.
 *
 * A facet counts what the other filters leave and ignores its own, so that it shows where else there is something. The
 * count and the facets come from `cells`, the results by category, city and price band. With words, tags or a shop the
 * cells are counted from the matching listings; a search without them takes them from `shelves`, which are counted
 * already, and counts only what a price limit cuts out of a band.
 */
export const searchStatement = (sql: SqlClient.SqlClient, asked: Asked): Statement.Statement<SearchRow> => {
  const { categories, cities, inStock, limit, offset, priceMax, priceMin, shopId, sort, tags, words } = asked
  const narrow = words.length > 0 || tags.length > 0 || shopId !== undefined

  const all = (...conditions: ReadonlyArray<Fragment | false | undefined>) =>
    sql.and(conditions.filter((condition) => condition !== undefined && condition !== false))
  const among = (column: string, slugs: ReadonlyArray<string> | undefined) =>
    slugs && (slugs.length === 0 ? sql`false` : sql.in(column, slugs))
  const inCategory = among("category", categories)
  const inCity = among("city", cities)
  const within = (min = 0, max = Number.POSITIVE_INFINITY) =>
    all(min > 0 && sql`price >= ${min}`, Number.isFinite(max) && sql`price <= ${max}`)
  const priceFits = within(priceMin, priceMax)

  const tsquery = (query: string) => sql`to_tsquery('english', ${query})`
  const { any, eachWord, every, synonyms, written } = tsqueries(words)
  const hasEvery = words.length > 1 ? sql`search @@ ${tsquery(every)}` : sql`true`
  const likeness = synonyms
    ? sql`ts_rank(search, ${tsquery(written)}) + 0.4 * ts_rank(search, ${tsquery(synonyms)})`
    : sql`ts_rank(search, ${tsquery(written)})`
  const score =
    words.length > 0
      ? sql`(${likeness}) * (1 + ln(1 + popularity) / 100) * (CASE WHEN stock > 0 THEN 1 ELSE 0.5 END)`
      : sql`0`

  const order = {
    relevance: sql`every DESC, score DESC, popularity DESC, id`,
    popular: sql`popularity DESC, id`,
    newest: sql`created_at DESC, id`,
    price_asc: sql`price, id`,
    price_desc: sql`price DESC, id DESC`
  }[sort]

  const matched = sql`
    matched AS MATERIALIZED (
      SELECT id, category, city, price, popularity, created_at, ${hasEvery} AS every, ${score} AS score
      FROM listings
      WHERE ${all(
        sql`status = 'active'`,
        words.length > 0 && sql`search @@ ${tsquery(any)}`,
        tags.length > 0 && sql`lower_all(tags) @> lower_all(${tags}::text[])`,
        shopId !== undefined && sql`shop_id = ${shopId}`,
        inStock && sql`stock > 0`
      )}
    ),
    cells AS MATERIALIZED (
      SELECT category, city, price_band(price) AS band, ${priceFits} AS priced, count(*) AS n
      FROM matched GROUP BY 1, 2, 3, 4
    ),
    bands AS (SELECT * FROM cells),
    found AS (
      SELECT id FROM matched WHERE ${all(inCategory, inCity, priceFits)}
      ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}
    )`

  const shelves = (condition?: Fragment) => sql`
    SELECT category, city, price_band AS band, true AS priced, sum(listings) AS n
    FROM shelves WHERE ${all(inStock && sql`in_stock`, condition)} GROUP BY 1, 2, 3`
  const split = splitByBand(priceMin, priceMax)
  const counted = [
    shelves(split.whole.length === 0 ? sql`false` : sql.in("price_band", split.whole)),
    ...split.parts.map(
      ({ max, min }) => sql`
    SELECT category, city, NULL, true, count(*)
    FROM listings WHERE ${all(sql`status = 'active'`, within(min, max), inStock && sql`stock > 0`)} GROUP BY 1, 2`
    )
  ]
  const browsed = sql`
    cells AS MATERIALIZED (${sql.join(" UNION ALL ", false)(counted)}),
    bands AS MATERIALIZED (${shelves()}),
    found AS (
      SELECT id FROM listings
      WHERE ${all(sql`status = 'active'`, inCategory, inCity, priceFits, inStock && sql`stock > 0`)}
      ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}
    )`

  const facet = (table: "categories" | "cities", column: "category" | "city", counted: Fragment) => sql`
    SELECT coalesce(json_agg(json_build_object('slug', slug, 'name', name, 'count', n) ORDER BY n DESC, slug), '[]')
    FROM (SELECT ${sql(column)} AS slug, sum(n) AS n FROM cells WHERE ${counted} GROUP BY 1) f
    JOIN ${sql(table)} USING (slug) WHERE n > 0`

  const unknown =
    words.length === 0
      ? sql`'[]'::json`
      : sql`CASE WHEN EXISTS (SELECT 1 FROM matched WHERE every) THEN '[]' ELSE (
          SELECT coalesce(json_agg(word), '[]')
          FROM unnest(${words}::text[], ${eachWord}::text[]) asked (word, query)
          WHERE NOT EXISTS (
            SELECT 1 FROM listings WHERE status = 'active' AND search @@ to_tsquery('english', query)
          )
        ) END`

  return sql<SearchRow>`
    WITH ${narrow ? matched : browsed}
    SELECT
      (SELECT coalesce(json_agg(json_build_object(
        'id', l.id, 'title', l.title, 'description', l.description, 'price', l.price, 'images', l.images,
        'shop_id', s.id, 'shop', s.name, 'city', c.name, 'rating', s.rating,
        'category', l.category, 'tags', l.tags, 'stock', l.stock
      ) ORDER BY place), '[]')
      FROM (SELECT id, row_number() OVER () AS place FROM found) page
      JOIN listings l USING (id) JOIN shops s ON s.id = l.shop_id JOIN cities c ON c.slug = s.city) AS cards,
      (SELECT coalesce(sum(n), 0)::int FROM cells WHERE ${all(inCategory, inCity, sql`priced`)}) AS total,
      (${facet("categories", "category", all(inCity, sql`priced`))}) AS categories,
      (${facet("cities", "city", all(inCategory, sql`priced`))}) AS cities,
      (SELECT coalesce(json_agg(json_build_object('band', band, 'count', n) ORDER BY band), '[]')
      FROM (SELECT band, sum(n) AS n FROM bands WHERE ${all(inCategory, inCity)} GROUP BY 1) f WHERE n > 0) AS bands,
      ${unknown} AS unknown`
}
