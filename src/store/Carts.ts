import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Buyer } from "../../schemas/address.ts"
import { type CartId, canExist, type ListingId } from "../../schemas/ids.ts"

export interface CartRow {
  readonly id: CartId
  readonly owner: string
  /** For whom it is, where an agent said so. */
  readonly buyer: Buyer
  readonly expiresAt: Date
  readonly lines: ReadonlyArray<{ readonly listingId: ListingId; readonly variant: string; readonly quantity: number }>
}

interface Row {
  readonly id: CartId
  readonly owner: string
  readonly buyer: Buyer
  readonly expires_at: Date
  readonly lines: ReadonlyArray<{ readonly listing_id: ListingId; readonly variant: string; readonly quantity: number }>
}

const ofRow = ({ buyer, expires_at, id, lines, owner }: Row): CartRow => ({
  id,
  owner,
  buyer,
  expiresAt: expires_at,
  lines: lines.map(({ listing_id, quantity, variant }) => ({ listingId: listing_id, variant, quantity }))
})

export class Carts extends Context.Service<
  Carts,
  {
    /** One that has not expired. */
    readonly find: (id: string, now: Date) => Effect.Effect<CartRow | undefined, SqlError.SqlError>
    /** The one an account or an agent used last. */
    readonly latest: (owner: string, now: Date) => Effect.Effect<CartRow | undefined, SqlError.SqlError>
    readonly insert: (cart: {
      readonly id: string
      readonly owner: string
      readonly channel: string
      readonly now: Date
      readonly expiresAt: Date
    }) => Effect.Effect<void, SqlError.SqlError>
    /** It lives on from now; and nobody else changes it until this transaction ends. */
    readonly touch: (id: string, now: Date, expiresAt: Date) => Effect.Effect<void, SqlError.SqlError>
    /** Sets how many of a thing a cart holds; none removes the line. */
    readonly put: (
      id: string,
      line: { readonly listingId: string; readonly variant: string; readonly quantity: number }
    ) => Effect.Effect<void, SqlError.SqlError>
    /** Empties a cart, and says for whom it is. */
    readonly clear: (id: string, buyer: Buyer) => Effect.Effect<void, SqlError.SqlError>
    readonly remove: (id: string) => Effect.Effect<void, SqlError.SqlError>
    readonly sweep: (now: Date) => Effect.Effect<number, SqlError.SqlError>
  }
>()("craftlocal/store/Carts") {
  static readonly layer = Layer.effect(
    Carts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const lines = sql`coalesce((SELECT json_agg(json_build_object('listing_id', l.listing_id, 'variant', l.variant,
        'quantity', l.quantity) ORDER BY l.position) FROM cart_lines l WHERE l.cart_id = c.id), '[]') AS lines`
      return {
        find: Effect.fnUntraced(function* (id, now) {
          if (!canExist(id)) return undefined
          const [row] = yield* sql<Row>`SELECT c.id, c.owner, c.buyer, c.expires_at, ${lines}
            FROM carts c WHERE c.id = ${id} AND c.expires_at > ${now}`
          return row && ofRow(row)
        }),
        latest: Effect.fnUntraced(function* (owner, now) {
          const [row] = yield* sql<Row>`SELECT c.id, c.owner, c.buyer, c.expires_at, ${lines}
            FROM carts c WHERE c.owner = ${owner} AND c.owner <> 'guest' AND c.expires_at > ${now}
            ORDER BY c.updated_at DESC LIMIT 1`
          return row && ofRow(row)
        }),
        insert: ({ channel, expiresAt, id, now, owner }) =>
          Effect.asVoid(
            sql`INSERT INTO carts ${sql.insert({
              id,
              owner,
              channel,
              expires_at: expiresAt,
              created_at: now,
              updated_at: now
            })}`
          ),
        touch: (id, now, expiresAt) =>
          Effect.asVoid(sql`UPDATE carts SET updated_at = ${now}, expires_at = ${expiresAt} WHERE id = ${id}`),
        put: (id, { listingId, quantity, variant }) =>
          Effect.asVoid(
            quantity === 0
              ? sql`DELETE FROM cart_lines WHERE cart_id = ${id} AND listing_id = ${listingId} AND variant = ${variant}`
              : sql`INSERT INTO cart_lines (cart_id, listing_id, variant, quantity)
                  VALUES (${id}, ${listingId}, ${variant}, ${quantity})
                  ON CONFLICT (cart_id, listing_id, variant) DO UPDATE SET quantity = excluded.quantity`
          ),
        clear: (id, buyer) =>
          Effect.andThen(
            sql`UPDATE carts SET buyer = ${JSON.stringify(buyer)} WHERE id = ${id}`,
            Effect.asVoid(sql`DELETE FROM cart_lines WHERE cart_id = ${id}`)
          ),
        remove: (id) => Effect.asVoid(sql`DELETE FROM carts WHERE id = ${id}`),
        sweep: (now) => Effect.map(sql`DELETE FROM carts WHERE expires_at < ${now} RETURNING 1`, (rows) => rows.length)
      }
    })
  )
}
