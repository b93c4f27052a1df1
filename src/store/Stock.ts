import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"

/** Pieces come back to the shelf; `PaymentSteps` takes and sells them. Always inside the transaction of the caller. */
export class Stock extends Context.Service<
  Stock,
  {
    /** What the checkout held is on the shelf again. */
    readonly release: (checkoutId: string) => Effect.Effect<void, SqlError.SqlError>
    /** What an order took is on the shelf again. */
    readonly restock: (orderId: string) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Stock") {
  static readonly layer = Layer.effect(
    Stock,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient

      /**
       * Whoever moves stock takes the listings first and by their ids, and variants only under
       * their listing: so nobody waits for somebody who waits for them.
       */
      const inOrder = (listings: Statement.Fragment) => sql`SELECT 1 FROM listings WHERE id IN (${listings})
        ORDER BY id COLLATE "C" FOR NO KEY UPDATE`
      const held = (checkoutId: string) => sql`SELECT listing_id FROM stock_holds WHERE checkout_id = ${checkoutId}`

      return {
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
