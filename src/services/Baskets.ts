import { Context, Duration, Effect, Layer } from "effect"
import type { Cart } from "../../schemas/cart.ts"
import { Invalid, NotFound, OutOfStock, type Unavailable } from "../../schemas/errors.ts"
import { CartId, type ListingId } from "../../schemas/ids.ts"
import { cents } from "../../schemas/money.ts"
import { mayTouch, ownerOf } from "../domain/access.ts"
import { absolute } from "../domain/publicUrls.ts"
import { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { type CartRow, Carts } from "../store/Carts.ts"
import { Listings } from "../store/Listings.ts"
import type { ForSale } from "../store/listings/ForSale.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

export interface Put {
  readonly listingId: ListingId
  readonly variant: string
  readonly quantity: number
}

type Refused = NotFound | Invalid | OutOfStock | Unavailable

const most = 50

/** The variant by its own spelling, what it costs and how many there are. */
const stocked = (facts: ForSale, variant: string) => {
  const its = facts.variants.find(({ name }) => name.toLowerCase() === variant.toLowerCase())
  if (facts.variants.length === 0 && variant === "") return { variant: "", price: facts.price, stock: facts.stock }
  return its && { variant: its.name, price: facts.price + its.priceDelta, stock: its.stock }
}

/** What a buyer collects before paying, from any number of shops. */
export class Baskets extends Context.Service<
  Baskets,
  {
    /** Without an id: the one this buyer used last, or a new one. The quantity comes on top of what is there. */
    readonly add: (cartId: CartId | undefined, put: Put) => Effect.Effect<Cart, Refused, Caller>
    /** Sets quantities; 0 removes a line. */
    readonly update: (cartId: CartId | undefined, puts: ReadonlyArray<Put>) => Effect.Effect<Cart, Refused, Caller>
    /** Without an id: the one this buyer used last. */
    readonly read: (cartId: CartId | undefined) => Effect.Effect<Cart, NotFound | Unavailable, Caller>
  }
>()("craftlocal/services/Baskets") {
  static readonly layer = Layer.effect(
    Baskets,
    Effect.gen(function* () {
      const carts = yield* Carts
      const listings = yield* Listings
      const ids = yield* Ids
      const { cartTtl, publicUrl } = yield* Site

      const find = Effect.fnUntraced(function* (cartId: CartId | undefined) {
        const { viewer } = yield* Caller
        const at = yield* now
        const found = yield* orUnavailable(cartId ? carts.find(cartId, at) : carts.latest(ownerOf(viewer), at))
        return found !== undefined && mayTouch(viewer, found.owner) ? found : undefined
      })

      const existing = Effect.fnUntraced(function* (cartId: CartId | undefined) {
        return (yield* find(cartId)) ?? (yield* new NotFound({ what: "cart" }))
      })

      const view = Effect.fnUntraced(function* (cart: CartRow) {
        const facts = yield* listings.forSale(cart.lines.map(({ listingId }) => listingId))
        const lines = cart.lines.flatMap(({ listingId, quantity, variant }) => {
          const its = facts.get(listingId)
          if (its === undefined) return []
          const offer = stocked(its, variant)
          const unitPrice = Math.max(0, offer?.price ?? its.price)
          return {
            listingId,
            ...(variant !== "" && { variant }),
            title: its.title,
            image: its.image === null ? null : absolute(publicUrl, its.image),
            shop: { id: its.shopId, name: its.shopName },
            quantity,
            unitPrice: cents(unitPrice),
            subtotal: cents(unitPrice * quantity),
            available: its.status === "active" ? (offer?.stock ?? 0) : 0
          }
        })
        return {
          cartId: cart.id,
          lines,
          subtotal: cents(lines.reduce((sum, { subtotal }) => sum + subtotal, 0)),
          currency: "usd",
          expiresAt: cart.expiresAt.toISOString()
        } satisfies Cart
      })

      /** The line as it may stand in the cart; refuses what cannot be bought. */
      const checked = Effect.fnUntraced(function* (facts: ForSale | undefined, put: Put, already: number) {
        if (facts === undefined || facts.status !== "active") return yield* new NotFound({ what: "listing" })
        const offer = stocked(facts, put.variant)
        if (offer === undefined) {
          const names = facts.variants.map(({ name }) => `'${name}'`).join(", ")
          return yield* Invalid.of(
            "variant",
            names === "" ? "this listing has none; leave it out" : `choose one of ${names}`
          )
        }
        const quantity = already + put.quantity
        const { stock, variant } = offer
        if (quantity > stock) {
          const which = { listingId: facts.id, title: facts.title, available: stock }
          return yield* new OutOfStock({ ...which, ...(variant !== "" && { variant }) })
        }
        if (quantity > 99) return yield* Invalid.of("quantity", "a cart holds at most 99 of one thing")
        return { listingId: put.listingId, variant, quantity }
      })

      const write = Effect.fnUntraced(function* (cart: CartRow, puts: ReadonlyArray<Put>, adds: boolean) {
        const facts = yield* listings.forSale(puts.map(({ listingId }) => listingId))
        const lines = [...cart.lines]
        for (const put of puts) {
          const at = lines.findIndex(
            (line) => line.listingId === put.listingId && line.variant.toLowerCase() === put.variant.toLowerCase()
          )
          if (put.quantity === 0) {
            if (at >= 0) yield* orUnavailable(carts.put(cart.id, { ...lines.splice(at, 1)[0]!, quantity: 0 }))
            continue
          }
          const line = yield* checked(facts.get(put.listingId), put, adds ? (lines[at]?.quantity ?? 0) : 0)
          if (at < 0) lines.push(line)
          else lines[at] = line
          if (lines.length > most) return yield* Invalid.of("listing_id", `a cart holds at most ${most} lines`)
          yield* orUnavailable(carts.put(cart.id, line))
        }
        return yield* view({ ...cart, lines })
      })

      /** Nobody else changes the cart from here to the end of the transaction; what they changed before is seen. */
      const locked = Effect.fnUntraced(function* (cart: CartRow) {
        const at = yield* now
        yield* orUnavailable(carts.touch(cart.id, at, new Date(at.getTime() + Duration.toMillis(cartTtl))))
        return (yield* orUnavailable(carts.find(cart.id, at))) ?? cart
      })

      const fresh = Effect.gen(function* () {
        const { channel, viewer } = yield* Caller
        const at = yield* now
        const id = CartId.make(yield* ids.next("crt"))
        const expiresAt = new Date(at.getTime() + Duration.toMillis(cartTtl))
        yield* orUnavailable(carts.insert({ id, owner: ownerOf(viewer), channel, now: at, expiresAt }))
        return { id, owner: ownerOf(viewer), expiresAt, lines: [] } satisfies CartRow
      })

      return {
        add: Effect.fn("Baskets.add")(function* (cartId, put) {
          const cart = cartId === undefined ? ((yield* find(undefined)) ?? (yield* fresh)) : yield* existing(cartId)
          return yield* write(yield* locked(cart), [put], true)
        }),
        update: Effect.fn("Baskets.update")(function* (cartId, puts) {
          return yield* write(yield* locked(yield* existing(cartId)), puts, false)
        }),
        read: Effect.fn("Baskets.read")(function* (cartId) {
          return yield* view(yield* existing(cartId))
        })
      }
    })
  )
}
