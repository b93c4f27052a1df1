import type { SqlClient } from "effect/sql"
import type { ListingStatus } from "../../../schemas/listing.ts"

export interface ListingRow {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly price: number
  readonly images: ReadonlyArray<string>
  readonly category: string
  readonly tags: ReadonlyArray<string>
  readonly materials: ReadonlyArray<string>
  readonly dimensions: string | null
  readonly weight_oz: number | null
  readonly stock: number
  readonly shipping_enabled: boolean
  readonly shipping_cost: number
  readonly pickup_enabled: boolean
  readonly lead_time_days: number
  readonly status: ListingStatus
  readonly created_at: Date
  readonly shop_id: string
  readonly shop: string
  readonly shop_city: string
  readonly shop_rating: number
  readonly shop_reviews: number
  readonly return_policy: string
  readonly owner: string
  readonly variants: ReadonlyArray<{ readonly name: string; readonly price_delta: number; readonly stock: number }>
  readonly rating: number
  readonly reviews: number
  readonly recent: ReadonlyArray<{
    readonly rating: number
    readonly comment: string
    readonly reviewer_name: string
    readonly created_at: string
  }>
}

/** One listing with its shop, variants and reviews, the five newest of them in full. */
export const findStatement = (sql: SqlClient.SqlClient, id: string) => sql<ListingRow>`
  SELECT l.id, l.title, l.description, l.price, l.images, l.category, l.tags, l.materials, l.dimensions, l.weight_oz,
    l.stock, l.shipping_enabled, l.shipping_cost, l.pickup_enabled, l.lead_time_days, l.status, l.created_at,
    s.id AS shop_id, s.name AS shop, c.name AS shop_city, s.rating::float8 AS shop_rating,
    s.total_reviews AS shop_reviews, s.return_policy, s.account_id AS owner,
    (SELECT coalesce(json_agg(v ORDER BY position), '[]') FROM variants v WHERE listing_id = l.id) AS variants,
    r.rating, r.reviews,
    (SELECT coalesce(json_agg(n), '[]') FROM (
      SELECT rating, comment, reviewer_name, created_at FROM reviews WHERE listing_id = l.id
      ORDER BY created_at DESC, id LIMIT 5
    ) n) AS recent
  FROM listings l JOIN shops s ON s.id = l.shop_id JOIN cities c ON c.slug = s.city,
    LATERAL (
      SELECT coalesce(round(avg(rating), 1), 0)::float8 AS rating, count(*)::int AS reviews
      FROM reviews WHERE listing_id = l.id
    ) r
  WHERE l.id = ${id}`
