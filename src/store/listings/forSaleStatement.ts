import type { SqlClient } from "effect/sql"
import type { ForSale } from "./ForSale.ts"

/** Columns are named as `ForSale` names them, so that a row is one. */
export const forSaleStatement = (sql: SqlClient.SqlClient, ids: ReadonlyArray<string>) => sql<ForSale>`
  SELECT l.id, l.title, l.status, l.price, l.images[1] AS image, s.id AS "shopId", s.name AS "shopName",
    c.state AS "shopState", l.category, l.city, l.stock, l.shipping_enabled AS "shippingEnabled",
    l.shipping_cost AS "shippingCost", l.pickup_enabled AS "pickupEnabled", l.lead_time_days AS "leadTimeDays",
    (SELECT coalesce(json_agg(json_build_object('name', v.name, 'priceDelta', v.price_delta, 'stock', v.stock)
      ORDER BY v.position), '[]') FROM variants v WHERE v.listing_id = l.id) AS variants
  FROM listings l JOIN shops s ON s.id = l.shop_id JOIN cities c ON c.slug = s.city
  WHERE l.id = ANY(${ids}::text[])`
