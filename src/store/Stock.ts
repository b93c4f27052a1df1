import { Array, Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import type { Hold } from "../domain/stock.ts"

/** A thing of which less is there than was asked for. */
export interface TooFew {
  readonly listingId: string
  readonly variant: string
  readonly available: number
}

/** Pieces move between the shelf and the payments that hold them. Always inside the transaction of the caller. */
export class Stock extends Context.Service<
  Stock,
  {
    /** Takes everything off the shelf, or answers what is short; the caller then rolls back. */
    readonly hold: (
      checkoutId: string,
      holds: Array.NonEmptyReadonlyArray<Hold>
    ) => Effect.Effect<ReadonlyArray<TooFew>, SqlError.SqlError>
    /** What the checkout held is on the shelf again. */
    readonly release: (checkoutId: string) => Effect.Effect<void, SqlError.SqlError>
    /** What the checkout held is sold, and makes its listings more popular. */
    readonly sell: (checkoutId: string) => Effect.Effect<void, SqlError.SqlError>
    /** What an order took is on the shelf again. */
    readonly restock: (orderId: string) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Stock") {
  static readonly layer = Layer.effect(
    Stock,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient

      /**
       * Whoever moves stock takes the listings first and by their ids, as `holdsOf` orders them, and variants only under
       * their listing: so nobody waits for somebody who waits for them.
       */
      const inOrder = (listings: Statement.Fragment) => sql`SELECT 1 FROM listings WHERE id IN (${listings})
        ORDER BY id COLLATE "C" FOR NO KEY UPDATE`
      const held = (checkoutId: string) => sql`SELECT listing_id FROM stock_holds WHERE checkout_id = ${checkoutId}`

      const take = ({ listingId, quantity, variant }: Hold) =>
        variant === ""
          ? sql`UPDATE listings SET stock = stock - ${quantity}
              WHERE id = ${listingId} AND status = 'active' AND stock >= ${quantity}
                AND NOT EXISTS (SELECT FROM variants WHERE listing_id = ${listingId}) RETURNING 1`
          : sql`WITH taken AS (
              UPDATE listings SET stock = stock - ${quantity}
              WHERE id = ${listingId} AND status = 'active' AND stock >= ${quantity} RETURNING 1
            ) UPDATE variants SET stock = stock - ${quantity}
              WHERE listing_id = ${listingId} AND name = ${variant} AND stock >= ${quantity}
                AND EXISTS (SELECT FROM taken) RETURNING 1`

      const available = (listingId: string, variant: string) =>
        sql<{ available: number }>`SELECT CASE WHEN l.status <> 'active' THEN 0
            WHEN ${variant} = '' THEN l.stock ELSE coalesce(v.stock, 0) END AS available
          FROM listings l LEFT JOIN variants v ON v.listing_id = l.id AND v.name = ${variant}
          WHERE l.id = ${listingId}`

      return {
        hold: Effect.fn("Stock.hold")(function* (checkoutId, holds) {
          const short: TooFew[] = []
          for (const hold of holds) {
            const taken = yield* take(hold)
            if (taken.length > 0) continue
            const [row] = yield* available(hold.listingId, hold.variant)
            short.push({ listingId: hold.listingId, variant: hold.variant, available: row?.available ?? 0 })
          }
          if (short.length === 0) {
            yield* sql`INSERT INTO stock_holds ${sql.insert(
              Array.map(holds, ({ listingId, quantity, variant }) => ({
                checkout_id: checkoutId,
                listing_id: listingId,
                variant,
                quantity
              }))
            )}`
          }
          return short
        }),
        release: Effect.fn("Stock.release")(function* (checkoutId) {
          yield* inOrder(held(checkoutId))
          yield* sql`WITH held AS (
              DELETE FROM stock_holds WHERE checkout_id = ${checkoutId} RETURNING listing_id, variant, quantity
            ), of_variants AS (
              UPDATE variants v SET stock = v.stock + held.quantity FROM held
              WHERE v.listing_id = held.listing_id AND v.name = held.variant
            ), of_listings AS (
              SELECT listing_id, sum(quantity)::int AS quantity FROM held GROUP BY listing_id
            ) UPDATE listings l SET stock = l.stock + h.quantity
              FROM of_listings h WHERE l.id = h.listing_id`
        }),
        sell: Effect.fn("Stock.sell")(function* (checkoutId) {
          yield* inOrder(held(checkoutId))
          yield* sql`WITH sold AS (
              DELETE FROM stock_holds WHERE checkout_id = ${checkoutId} RETURNING listing_id, quantity
            ), pieces AS (
              SELECT listing_id, sum(quantity)::int AS quantity FROM sold GROUP BY listing_id
            ) UPDATE listings l SET popularity = l.popularity + p.quantity FROM pieces p WHERE l.id = p.listing_id`
        }),
        restock: Effect.fn("Stock.restock")(function* (orderId) {
          yield* inOrder(sql`SELECT listing_id FROM order_lines WHERE order_id = ${orderId}`)
          yield* sql`WITH back AS (
              SELECT listing_id, variant, quantity FROM order_lines WHERE order_id = ${orderId}
            ), of_variants AS (
              UPDATE variants v SET stock = v.stock + back.quantity FROM back
              WHERE v.listing_id = back.listing_id AND v.name = back.variant
            ), of_listings AS (
              SELECT listing_id, sum(quantity)::int AS quantity FROM back GROUP BY listing_id
            ) UPDATE listings l SET stock = l.stock + b.quantity
              FROM of_listings b WHERE l.id = b.listing_id`
        })
      }
    })
  )
}
