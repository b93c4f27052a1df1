import { Context, Duration, Effect, Layer } from "effect"
import type { Buyer } from "../../schemas/address.ts"
import type { Cart } from "../../schemas/cart.ts"
import { Invalid, NotFound, OutOfStock, type Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import { CartId, type ListingId } from "../../schemas/ids.ts"
import { cents } from "../../schemas/money.ts"
import { maySeeByLink, mayTouch, ownerOf } from "../domain/access.ts"
import { absolute } from "../domain/publicUrls.ts"
import { merged } from "../domain/wanted.ts"
import { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { Accounts } from "../store/Accounts.ts"
import { type CartRow, Carts } from "../store/Carts.ts"
import { Listings } from "../store/Listings.ts"
import type { ForSale } from "../store/listings/ForSale.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { stillThere } from "./owned.ts"

export interface Put {
  readonly listingId: ListingId
  readonly variant: string
  readonly quantity: number
}

/** A cart, and for whom it is. */
export interface Basket {
  readonly cart: Cart
  readonly buyer: Buyer
}

type Refused = NotFound | Invalid | OutOfStock | Unauthorized | Unavailable

const most = 50

/** The variant by its own spelling, what it costs and how many there are. */
const stocked = (facts: ForSale, variant: string) => {
  const its = facts.variants.find(({ name }) => name.toLowerCase() === variant.toLowerCase())
  if (facts.variants.length === 0 && variant === "") return { variant: "", price: facts.price, stock: facts.stock }
  return its && { variant: its.name, price: facts.price + its.priceDelta, stock: its.stock }
}

const whichVariant = ({ variants }: ForSale) =>
  variants.length === 0
    ? "this listing has none; leave it out"
    : `choose one of ${variants.map(({ name }) => `'${name}'`).join(", ")}`

const tooMany = (about?: Pick<Put, "listingId" | "variant">) =>
  Invalid.of("quantity", "a cart holds at most 99 of one thing", about)

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
    /**
     * Exactly this takes the place of all that a cart held; without an id in a new one. Also of what there is too little:
     * `available` says so. Refused when nothing of it can be bought.
     */
    readonly hold: (
      cartId: string | undefined,
      puts: ReadonlyArray<Put>,
      buyer: Buyer
    ) => Effect.Effect<Basket, Refused, Caller>
    readonly look: (cartId: string) => Effect.Effect<Basket, NotFound | Unavailable, Caller>
    /** Answers what it held; from then on there is no such cart. */
    readonly discard: (cartId: string) => Effect.Effect<Basket, NotFound | Unavailable, Caller>
    /** For the page a link leads to. */
    readonly byLink: (cartId: string) => Effect.Effect<Cart, NotFound | Unavailable, Caller>
  }
>()("craftlocal/services/Baskets") {
  static readonly layer = Layer.effect(
    Baskets,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const carts = yield* Carts
      const listings = yield* Listings
      const ids = yield* Ids
      const { cartTtl, publicUrl } = yield* Site

      const find = Effect.fnUntraced(function* (cartId: string | undefined) {
        const { viewer } = yield* Caller
        const at = yield* now
        const found = yield* orUnavailable(cartId ? carts.find(cartId, at) : carts.latest(ownerOf(viewer), at))
        return found !== undefined && mayTouch(viewer, found.owner) ? found : undefined
      })

      const none = () => new NotFound({ what: "cart" })

      const existing = Effect.fnUntraced(function* (cartId: string | undefined) {
        return (yield* find(cartId)) ?? (yield* none())
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
          return yield* Invalid.of("variant", whichVariant(facts))
        }
        const quantity = already + put.quantity
        const { stock, variant } = offer
        if (quantity > stock) {
          const which = { listingId: facts.id, title: facts.title, available: stock }
          return yield* new OutOfStock({ ...which, ...(variant !== "" && { variant }) })
        }
        if (quantity > 99) return yield* tooMany()
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
        return (yield* orUnavailable(carts.find(cart.id, at))) ?? (yield* none())
      })

      const fresh = Effect.gen(function* () {
        yield* stillThere(accounts)
        const { channel, viewer } = yield* Caller
        const at = yield* now
        const id = CartId.make(yield* ids.next("crt"))
        const expiresAt = new Date(at.getTime() + Duration.toMillis(cartTtl))
        yield* orUnavailable(carts.insert({ id, owner: ownerOf(viewer), channel, now: at, expiresAt }))
        return { id, owner: ownerOf(viewer), buyer: {}, expiresAt, lines: [] } satisfies CartRow
      })

      /** The line as a cart may hold it, whether or not there is enough; points at what cannot be named at all. */
      const named = Effect.fnUntraced(function* (facts: ForSale | undefined, { listingId, quantity, variant }: Put) {
        const about = { listingId, variant }
        if (facts === undefined || (facts.status !== "active" && facts.status !== "sold"))
          return yield* new NotFound({ what: "listing", about })
        const offer = stocked(facts, variant)
        if (offer === undefined) return yield* Invalid.of("variant", whichVariant(facts), about)
        if (quantity > 99) return yield* tooMany(about)
        const available = facts.status === "active" ? offer.stock : 0
        return { available, line: { listingId, variant: offer.variant, quantity } }
      })

      const basket = Effect.fnUntraced(function* (cart: CartRow) {
        return { cart: yield* view(cart), buyer: cart.buyer } satisfies Basket
      })

      const hold = Effect.fn("Baskets.hold")(function* (
        cartId: string | undefined,
        puts: ReadonlyArray<Put>,
        buyer: Buyer
      ) {
        const cart = yield* locked(cartId === undefined ? yield* fresh : yield* existing(cartId))
        const wanted = merged(puts)
        const facts = yield* listings.forSale(wanted.map(({ listingId }) => listingId))
        const found = yield* Effect.forEach(wanted, (put) => named(facts.get(put.listingId), put))
        if (found.every(({ available }) => available === 0)) {
          const { listingId, variant } = found[0]!.line
          const { title } = facts.get(listingId)!
          return yield* new OutOfStock({ listingId, title, available: 0, ...(variant !== "" && { variant }) })
        }
        const lines = found.map(({ line }) => line)
        yield* orUnavailable(carts.clear(cart.id, buyer))
        yield* orUnavailable(Effect.forEach(lines, (line) => carts.put(cart.id, line), { discard: true }))
        return yield* basket({ ...cart, buyer, lines })
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
        }),
        hold,
        look: Effect.fn("Baskets.look")(function* (cartId) {
          return yield* basket(yield* existing(cartId))
        }),
        discard: Effect.fn("Baskets.discard")(function* (cartId) {
          const last = yield* basket(yield* locked(yield* existing(cartId)))
          yield* orUnavailable(carts.remove(cartId))
          return last
        }),
        byLink: Effect.fn("Baskets.byLink")(function* (cartId) {
          const { viewer } = yield* Caller
          const cart = yield* orUnavailable(carts.find(cartId, yield* now))
          if (cart === undefined || !maySeeByLink(viewer, cart.owner)) return yield* none()
          return yield* view(cart)
        })
      }
    })
  )
}
