import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Dashboard } from "../../schemas/dashboard.ts"

type Rows<Name extends keyof Dashboard> = Dashboard[Name]

/** How a shop does, in one row. Columns are named as `Dashboard` names them; days without a sale are left out. */
export type SalesRow = Pick<
  Dashboard,
  "totalSales" | "salesCount" | "activeListings" | "pendingOrders" | "salesChart" | "topProducts" | "lowStock"
> & { readonly recentOrders: Rows<"recentOrders">; readonly ordersToDo: Rows<"ordersToDo"> }

/** Times in JSON as everywhere on the wire. */
const utc = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'

export class Sales extends Context.Service<
  Sales,
  {
    readonly of: (shopId: string, since: Date) => Effect.Effect<SalesRow, SqlError.SqlError>
  }
>()("craftlocal/store/Sales") {
  static readonly layer = Layer.effect(
    Sales,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const placed = sql`'orderId', o.id, 'orderNumber', o.number, 'total', o.total, 'status', o.status,
        'createdAt', to_char(o.created_at AT TIME ZONE 'UTC', ${sql.literal(`'${utc}'`)})`
      const items = sql`(SELECT string_agg(l.quantity || ' x ' || l.title ||
        CASE l.variant WHEN '' THEN '' ELSE ' (' || l.variant || ')' END, ', ' ORDER BY l.position)
        FROM order_lines l WHERE l.order_id = o.id)`
      const toDo = sql`status IN ('pending', 'processing')`

      return {
        // The lines are looked up order by order, which OFFSET 0 sees to: a plan for many orders would read everybody's.
        of: Effect.fn("Sales.of")(function* (shopId, since) {
          const [row] = yield* sql<SalesRow>`
            WITH sales AS MATERIALIZED (
              SELECT id, total - refunded AS amount, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
              FROM orders WHERE shop_id = ${shopId} AND created_at >= ${since}
                AND status <> 'cancelled' AND payment_status <> 'failed'
            ),
            newest AS (SELECT * FROM orders WHERE shop_id = ${shopId} ORDER BY created_at DESC, id LIMIT 10),
            waiting AS (
              SELECT * FROM orders WHERE shop_id = ${shopId} AND ${toDo} ORDER BY created_at, id LIMIT 20
            ),
            low AS (
              SELECT id, title, stock FROM listings WHERE shop_id = ${shopId} AND status = 'active' AND stock <= 3
              ORDER BY stock, id LIMIT 20
            ),
            top AS (
              SELECT l.listing_id AS id, sum(l.quantity) AS pieces, sum(l.subtotal) AS revenue
              FROM sales, LATERAL (SELECT * FROM order_lines WHERE order_id = sales.id OFFSET 0) l
              GROUP BY 1 ORDER BY revenue DESC, pieces DESC, id LIMIT 5
            )
            SELECT
              (SELECT coalesce(sum(amount), 0)::float8 FROM sales) AS "totalSales",
              (SELECT count(*)::int FROM sales) AS "salesCount",
              (SELECT count(*)::int FROM listings WHERE shop_id = ${shopId} AND status = 'active') AS "activeListings",
              (SELECT count(*)::int FROM orders WHERE shop_id = ${shopId} AND ${toDo}) AS "pendingOrders",
              (SELECT coalesce(json_agg(json_build_object('date', day, 'amount', amount) ORDER BY day), '[]')
                FROM (SELECT day, sum(amount)::float8 AS amount FROM sales GROUP BY 1 ORDER BY 1 DESC LIMIT 366) d
              ) AS "salesChart",
              (SELECT coalesce(json_agg(json_build_object('listingId', id, 'title', listings.title,
                  'sales', pieces, 'revenue', revenue) ORDER BY revenue DESC, pieces DESC, id), '[]')
                FROM top JOIN listings USING (id)) AS "topProducts",
              (SELECT coalesce(json_agg(json_build_object(${placed}) ORDER BY o.created_at DESC, o.id), '[]')
                FROM newest o) AS "recentOrders",
              (SELECT coalesce(json_agg(json_build_object(${placed}, 'buyerName', o.buyer_name, 'items', ${items},
                  'shippingMethod', o.method, 'estimatedDelivery', to_char(o.estimated_delivery, 'YYYY-MM-DD')
                ) ORDER BY o.created_at, o.id), '[]') FROM waiting o) AS "ordersToDo",
              (SELECT coalesce(json_agg(json_build_object('listingId', id, 'title', title, 'stock', stock,
                'hasVariants', EXISTS (SELECT FROM variants WHERE listing_id = low.id)) ORDER BY stock, id), '[]') FROM low) AS "lowStock"`
          return row!
        })
      }
    })
  )
}
