import { Schema } from "effect"
import { CartId, ListingId, ShopId } from "./ids.ts"
import { Currency, Dollars } from "./money.ts"
import { line } from "./text.ts"
import { wire } from "./wire.ts"

/** How many of one thing one line may hold. */
export const Quantity = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 99 }))

/** A variant as callers name it; none is left out. */
export const variantName = (description: string) => line({ maximum: 80, minimum: 0, description })

export const CartLine = wire({
  listingId: ListingId,
  variant: Schema.optionalKey(Schema.String),
  title: Schema.String,
  image: Schema.NullOr(Schema.String),
  shop: wire({ id: ShopId, name: Schema.String }),
  quantity: Schema.Natural,
  unitPrice: Dollars,
  subtotal: Dollars,
  available: Schema.Natural.annotate({ description: "How many can be bought right now; 0 when it is gone" })
})
export type CartLine = typeof CartLine.Type

/** A cart may hold lines of several shops. Whoever holds a guest cart's id may use it. */
export const Cart = wire({
  cartId: CartId,
  lines: Schema.Array(CartLine),
  subtotal: Dollars,
  currency: Currency,
  expiresAt: Schema.String
}).annotate({ identifier: "Cart" })
export type Cart = typeof Cart.Type
