import type { SqlClient } from "effect/sql"
import type { ListingId } from "../../../schemas/ids.ts"
import type { VariantForSale } from "./ForSale.ts"

/** What the feeds tell of a listing. Images as stored: relative to the server. */
export interface FeedListing {
  readonly id: ListingId
  readonly title: string
  readonly description: string
  /** In cents. */
  readonly price: number
  readonly images: ReadonlyArray<string>
  /** As people read it. */
  readonly category: string
  readonly materials: ReadonlyArray<string>
  readonly stock: number
  readonly shopName: string
  readonly variants: ReadonlyArray<VariantForSale>
}

/** So many active listings after one, by their ids. Columns are named as `FeedListing` names them. */
export const feedPageStatement = (sql: SqlClient.SqlClient, after: string, limit: number) => sql<FeedListing>`
  SELECT l.id, l.title, l.description, l.price, l.images, c.name AS category, l.materials, l.stock,
    s.name AS "shopName",
    (SELECT coalesce(json_agg(json_build_object('name', v.name, 'priceDelta', v.price_delta, 'stock', v.stock)
      ORDER BY v.position), '[]') FROM variants v WHERE v.listing_id = l.id) AS variants
  FROM listings l JOIN shops s ON s.id = l.shop_id JOIN categories c ON c.slug = l.category
  WHERE l.status = 'active' AND l.id > ${after} ORDER BY l.id LIMIT ${limit}`

/** A text that is another when anything is another that the feeds tell. How many pieces there are, they do not. */
export const fingerprintStatement = (sql: SqlClient.SqlClient) => sql<{ fingerprint: string }>`
  SELECT concat_ws('.', count(*), sum(hashtextextended(ROW(l.id, l.title, l.description, l.price, l.images, c.name,
      l.materials, l.stock > 0, s.name)::text, 0)),
    (SELECT sum(hashtextextended(ROW(v.listing_id, v.name, v.price_delta, v.stock > 0, v.position)::text, 0))
      FROM variants v JOIN listings l ON l.id = v.listing_id WHERE l.status = 'active')) AS fingerprint
  FROM listings l JOIN shops s ON s.id = l.shop_id JOIN categories c ON c.slug = l.category
  WHERE l.status = 'active'`
