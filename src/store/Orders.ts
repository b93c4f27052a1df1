import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import { canExist } from "../../schemas/ids.ts"
import type { Order, OrderEvent, OrderStatus, OrdersQuery } from "../../schemas/order.ts"
import { type OrderRow, ofRow } from "./orders/rows.ts"

/** Whose orders: those somebody bought, or those some shops sold. */
export type Side = { readonly owner: string } | { readonly shops: ReadonlyArray<string> }

const statuses: Record<OrdersQuery["status"], ReadonlyArray<string>> = {
  all: [],
  pending: ["pending", "processing"],
  shipped: ["shipped"],
  delivered: ["delivered"],
  cancelled: ["cancelled"]
}

/** What happened, and what it changed. */
export interface Moved {
  readonly event: OrderEvent
  readonly status: OrderStatus
  readonly carrier?: string
  readonly trackingNumber?: string
  readonly trackingUrl?: string | null
}

export class Orders extends Context.Service<
  Orders,
  {
    readonly find: (id: string) => Effect.Effect<Order | undefined, SqlError.SqlError>
    /** Inside a transaction: by its id or its number, and nobody else changes it until the transaction ends. */
    readonly take: (idOrNumber: string) => Effect.Effect<Order | undefined, SqlError.SqlError>
    /** Writes down what happened to an order, and where it stands now. */
    readonly move: (id: string, moved: Moved) => Effect.Effect<void, SqlError.SqlError>
    /** Writes down that money has gone back, in cents. */
    readonly refund: (
      id: string,
      event: OrderEvent & { readonly amount: number }
    ) => Effect.Effect<void, SqlError.SqlError>
    /** Writes down that so much of it, in cents, did not go back after all. */
    readonly unrefund: (id: string, amount: number, at: Date) => Effect.Effect<void, SqlError.SqlError>
    /** The orders a checkout became, in the order of its shops. */
    readonly ofCheckout: (checkoutId: string) => Effect.Effect<ReadonlyArray<Order>, SqlError.SqlError>
    /** Newest first, and how many there are in all. */
    readonly list: (
      side: Side,
      query: Pick<OrdersQuery, "status" | "limit" | "offset">
    ) => Effect.Effect<{ readonly orders: ReadonlyArray<Order>; readonly totalCount: number }, SqlError.SqlError>
  }
>()("craftlocal/store/Orders") {
  static readonly layer = Layer.effect(
    Orders,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient

      const select = (
        which: Statement.Fragment
      ) => sql<OrderRow>`SELECT o.*, to_char(o.estimated_delivery, 'YYYY-MM-DD') AS due,
          s.name AS shop_name, c.name AS shop_city,
          (SELECT json_agg(l ORDER BY l.position) FROM order_lines l WHERE l.order_id = o.id) AS lines,
          (SELECT json_agg(e ORDER BY e.at, e.position) FROM order_events e WHERE e.order_id = o.id) AS events
        FROM orders o JOIN shops s ON s.id = o.shop_id JOIN cities c ON c.slug = s.city ${which}`

      const insertEvent = (orderId: string, status: string | Statement.Fragment, { at, id, ...event }: OrderEvent) =>
        sql`INSERT INTO order_events (id, order_id, at, type, status, note, location, amount)
          SELECT ${id}, id, ${at}, ${event.type}, ${status}, ${event.note}, ${event.location}, ${event.amount}::int
          FROM orders WHERE id = ${orderId}`

      return {
        find: Effect.fnUntraced(function* (id) {
          if (!canExist(id)) return undefined
          const [row] = yield* select(sql`WHERE o.id = ${id}`)
          return row && ofRow(row)
        }),
        take: Effect.fnUntraced(function* (idOrNumber) {
          const [found] = yield* sql<{ id: string }>`SELECT id FROM orders
            WHERE id = ${idOrNumber} OR number = ${idOrNumber} FOR UPDATE`
          const [row] = found === undefined ? [] : yield* select(sql`WHERE o.id = ${found.id}`)
          return row && ofRow(row)
        }),
        move: Effect.fn("Orders.move")(function* (id, { carrier, event, status, trackingNumber, trackingUrl }) {
          yield* sql`UPDATE orders SET status = ${status}, updated_at = greatest(updated_at, ${event.at}),
            carrier = coalesce(${carrier ?? null}, carrier),
            tracking_number = coalesce(${trackingNumber ?? null}, tracking_number),
            tracking_url = coalesce(${trackingUrl ?? null}, tracking_url) WHERE id = ${id}`
          yield* insertEvent(id, status, event)
        }),
        refund: Effect.fn("Orders.refund")(function* (id, event) {
          yield* sql`UPDATE orders SET refunded = refunded + ${event.amount}, updated_at = ${event.at},
            payment_status = CASE WHEN refunded + ${event.amount} < total THEN 'partially_refunded' ELSE 'refunded' END
            WHERE id = ${id}`
          yield* insertEvent(id, sql`status`, event)
        }),
        unrefund: (id, amount, at) =>
          Effect.asVoid(
            sql`UPDATE orders SET refunded = refunded - ${amount}::int, updated_at = ${at},
              payment_status = CASE WHEN refunded > ${amount}::int THEN 'partially_refunded' ELSE 'succeeded' END
              WHERE id = ${id}`
          ),
        ofCheckout: (checkoutId) =>
          Effect.map(select(sql`WHERE o.checkout_id = ${checkoutId} ORDER BY o.number`), (rows) => rows.map(ofRow)),
        list: Effect.fn("Orders.list")(function* (side, { limit, offset, status }) {
          if ("shops" in side && side.shops.length === 0) return { orders: [], totalCount: 0 }
          const whose = "owner" in side ? sql`o.owner = ${side.owner}` : sql.in("o.shop_id", side.shops)
          const which =
            statuses[status].length === 0 ? whose : sql`${whose} AND ${sql.in("o.status", statuses[status])}`
          const [{ count }] = (yield* sql<{ count: number }>`SELECT count(*)::int AS count FROM orders o
            WHERE ${which}`) as [{ count: number }]
          const rows = yield* select(
            sql`WHERE ${which} ORDER BY o.created_at DESC, o.id LIMIT ${limit} OFFSET ${offset}`
          )
          return { orders: rows.map(ofRow), totalCount: count }
        })
      }
    })
  )
}
