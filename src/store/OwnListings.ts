import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import { canExist } from "../../schemas/ids.ts"
import type { ListingStatus } from "../../schemas/listing.ts"
import type { MyListingsQuery } from "../../schemas/selling.ts"
import type { Offer, OwnListing } from "../domain/ownListing.ts"
import { wordsOf } from "../domain/words.ts"

interface Written {
  readonly status: ListingStatus
  readonly reviewNote: string | null
  readonly at: Date
}

interface New extends Written, Pick<OwnListing, "id" | "shopId"> {
  readonly channel: string
}

interface Page {
  readonly listings: ReadonlyArray<OwnListing>
  readonly totalCount: number
}

const columnsOf = (offer: Offer, { at, reviewNote, status }: Written) => ({
  title: offer.title,
  description: offer.description,
  price: offer.price,
  images: offer.images,
  category: offer.category,
  city: offer.city,
  tags: offer.tags,
  materials: offer.materials,
  dimensions: offer.dimensions,
  weight_oz: offer.weightOz,
  shipping_enabled: offer.shippingEnabled,
  shipping_cost: offer.shippingCost,
  pickup_enabled: offer.pickupEnabled,
  lead_time_days: offer.leadTimeDays,
  status,
  review_note: reviewNote,
  updated_at: at
})

/** Listings as their makers and reviewers know them: of every status. */
export class OwnListings extends Context.Service<
  OwnListings,
  {
    readonly insert: (offer: Offer, its: New) => Effect.Effect<void, SqlError.SqlError>
    readonly find: (id: string) => Effect.Effect<OwnListing | undefined, SqlError.SqlError>
    /** Inside a transaction: nobody else changes it until the transaction ends. */
    readonly take: (id: string) => Effect.Effect<OwnListing | undefined, SqlError.SqlError>
    /** Everything but its stock, which `Inventory` puts. */
    readonly update: (id: string, offer: Offer, its: Written) => Effect.Effect<void, SqlError.SqlError>
    /** It stays, with the reason; only nobody finds it any more. */
    readonly remove: (id: string, reason: string | undefined, at: Date) => Effect.Effect<void, SqlError.SqlError>
    /** Newest first. */
    readonly ofShop: (shopId: string, query: MyListingsQuery) => Effect.Effect<Page, SqlError.SqlError>
    /** Of every shop, those first that have waited longest. */
    readonly byStatus: (
      status: ListingStatus,
      page: { readonly limit: number; readonly offset: number }
    ) => Effect.Effect<Page, SqlError.SqlError>
  }
>()("craftlocal/store/OwnListings") {
  static readonly layer = Layer.effect(
    OwnListings,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient

      const select = (which: Statement.Fragment) => sql<OwnListing>`
        SELECT l.id, l.shop_id AS "shopId", s.name AS "shopName", l.title, l.description, l.price, l.images, l.category,
          l.city, l.tags, l.materials, l.dimensions, l.weight_oz AS "weightOz", l.stock,
          l.shipping_enabled AS "shippingEnabled", l.shipping_cost AS "shippingCost",
          l.pickup_enabled AS "pickupEnabled", l.lead_time_days AS "leadTimeDays", l.status,
          l.review_note AS "reviewNote", l.created_at AS "createdAt", l.updated_at AS "updatedAt",
          (SELECT count(*)::int FROM variants WHERE listing_id = l.id) AS variants,
          (SELECT coalesce(greatest(0, -min(price_delta)), 0) FROM variants WHERE listing_id = l.id) AS cheaper
        FROM listings l JOIN shops s ON s.id = l.shop_id ${which}`

      const find = Effect.fnUntraced(function* (id: string) {
        if (!canExist(id)) return undefined
        const [row] = yield* select(sql`WHERE l.id = ${id}`)
        return row
      })

      const paged = Effect.fnUntraced(function* (
        which: Statement.Fragment,
        order: Statement.Fragment,
        { limit, offset }: Pick<MyListingsQuery, "limit" | "offset">
      ) {
        const [counted] = yield* sql<{ count: number }>`SELECT count(*)::int AS count FROM listings l WHERE ${which}`
        const listings = yield* select(sql`WHERE ${which} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`)
        return { listings, totalCount: counted!.count }
      })

      return {
        insert: (offer, { channel, id, shopId, ...its }) =>
          Effect.asVoid(
            sql`INSERT INTO listings ${sql.insert({
              id,
              shop_id: shopId,
              channel,
              stock: offer.stock,
              created_at: its.at,
              ...columnsOf(offer, its)
            })}`
          ),
        find,
        take: Effect.fn("OwnListings.take")(function* (id) {
          if (!canExist(id)) return undefined
          yield* sql`SELECT 1 FROM listings WHERE id = ${id} FOR NO KEY UPDATE`
          return yield* find(id)
        }),
        update: (id, offer, its) =>
          Effect.asVoid(sql`UPDATE listings SET ${sql.update(columnsOf(offer, its))} WHERE id = ${id}`),
        remove: (id, reason = "", at) =>
          Effect.asVoid(sql`UPDATE listings SET status = 'deleted', removal_reason = nullif(${reason}::text, ''),
            updated_at = ${at} WHERE id = ${id}`),
        ofShop: Effect.fn("OwnListings.ofShop")(function* (shopId, { query = "", status, ...page }) {
          const words = wordsOf(query).map((word) => `'${word}':*`)
          const conditions = [
            sql`l.shop_id = ${shopId}`,
            status === "all" ? sql`l.status <> 'deleted'` : sql`l.status = ${status}`,
            ...(words.length === 0 ? [] : [sql`l.search @@ to_tsquery('english', ${words.join(" & ")})`])
          ]
          return yield* paged(sql.and(conditions), sql`l.created_at DESC, l.id`, page)
        }),
        byStatus: (status, page) => paged(sql`l.status = ${status}`, sql`l.updated_at, l.id`, page)
      }
    })
  )
}
