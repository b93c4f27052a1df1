import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { canExist } from "../../schemas/ids.ts"
import type { ListingStatus } from "../../schemas/listing.ts"

/** What is on the shelf of a listing, which nobody else changes until the transaction ends. */
export interface Shelf {
  readonly id: string
  readonly status: ListingStatus
  readonly stock: number
  readonly variants: ReadonlyArray<{ readonly name: string; readonly stock: number }>
}

/** When its shop's own system counted a thing, and when it last told of a change. */
export interface LastReport {
  readonly countedAt: Date | null
  readonly movedAt: Date | null
}

/** Shelves as the shops' own systems know them. Always inside the transaction of the caller. */
export class Inventory extends Context.Service<
  Inventory,
  {
    /** The listing first and variants under it, as everybody does who moves stock. */
    readonly take: (listingId: string) => Effect.Effect<Shelf | undefined, SqlError.SqlError>
    readonly last: (listingId: string, variant: string) => Effect.Effect<LastReport, SqlError.SqlError>
    /** So many are on the shelf from now on. What payments hold stays held. */
    readonly put: (listingId: string, variant: string, stock: number) => Effect.Effect<void, SqlError.SqlError>
    readonly note: (listingId: string, variant: string, last: LastReport) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Inventory") {
  static readonly layer = Layer.effect(
    Inventory,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        take: Effect.fn("Inventory.take")(function* (listingId) {
          if (!canExist(listingId)) return undefined
          const [listing] = yield* sql<Omit<Shelf, "variants">>`SELECT id, status, stock FROM listings
            WHERE id = ${listingId} FOR NO KEY UPDATE`
          if (listing === undefined) return undefined
          const variants = yield* sql<Shelf["variants"][number]>`SELECT name, stock FROM variants
            WHERE listing_id = ${listingId} ORDER BY position`
          return { ...listing, variants }
        }),
        last: Effect.fn("Inventory.last")(function* (listingId, variant) {
          const [row] = yield* sql<LastReport>`SELECT counted_at AS "countedAt", moved_at AS "movedAt"
            FROM stock_reports WHERE listing_id = ${listingId} AND variant = ${variant}`
          return row ?? { countedAt: null, movedAt: null }
        }),
        put: Effect.fn("Inventory.put")(function* (listingId, variant, stock) {
          if (variant === "") yield* sql`UPDATE listings SET stock = ${stock} WHERE id = ${listingId}`
          else {
            yield* sql`UPDATE variants SET stock = ${stock} WHERE listing_id = ${listingId} AND name = ${variant}`
            yield* sql`UPDATE listings SET stock = (SELECT sum(stock)::int FROM variants WHERE listing_id = ${listingId})
              WHERE id = ${listingId}`
          }
        }),
        note: (listingId, variant, { countedAt, movedAt }) =>
          Effect.asVoid(sql`INSERT INTO stock_reports ${sql.insert({
            listing_id: listingId,
            variant,
            counted_at: countedAt,
            moved_at: movedAt
          })} ON CONFLICT (listing_id, variant)
            DO UPDATE SET counted_at = excluded.counted_at, moved_at = excluded.moved_at`)
      }
    })
  )
}
