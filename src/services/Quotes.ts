import { Array, Context, Effect, Layer } from "effect"
import type { Viewer } from "../../schemas/access.ts"
import type { Contents, Line, Method } from "../../schemas/checkout.ts"
import { Invalid, NotFound, type Unavailable } from "../../schemas/errors.ts"
import { LineId } from "../../schemas/ids.ts"
import { shopsOf } from "../domain/contents.ts"
import { type Asked, askedDeliveries, preselected } from "../domain/deliveries.ts"
import type { Discount } from "../domain/discounts.ts"
import { isWithinReach, most, quote, type TaxRate } from "../domain/pricing.ts"
import { deliveryOptions } from "../domain/shipping.ts"
import { merged, type Wanted } from "../domain/wanted.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { Taxes } from "../ports/Taxes.ts"
import { Accounts } from "../store/Accounts.ts"
import { Discounts } from "../store/Discounts.ts"
import { Listings } from "../store/Listings.ts"
import type { ForSale } from "../store/listings/ForSale.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

/** What the buyer has said, not yet priced. */
export type Draft = Pick<
  Contents,
  "buyer" | "address" | "deliveries" | "pickupNotes" | "codes" | "interventions" | "metadata"
> &
  Asked & {
    readonly lines: ReadonlyArray<Wanted>
    /** The lines before, which keep their ids. */
    readonly before: ReadonlyArray<Line>
  }

/** A listing's facts, or that of its variant; refuses what is not for sale and a variant that does not exist. */
const chosen = (facts: ForSale | undefined, { listingId, variant }: Wanted) => {
  const about = { listingId, variant }
  if (facts === undefined || (facts.status !== "active" && facts.status !== "sold"))
    return new NotFound({ what: "listing", about })
  const names = facts.variants.map(({ name }) => name)
  if (names.length === 0) {
    return variant === "" ? facts : Invalid.of("variant", `${facts.title} has no variants; leave it out`, about)
  }
  const its = facts.variants.find(({ name }) => name.toLowerCase() === variant.toLowerCase())
  if (its !== undefined) return { ...facts, variant: its.name, price: facts.price + its.priceDelta, stock: its.stock }
  return Invalid.of("variant", `choose one of ${names.map((name) => `'${name}'`).join(", ")}`, about)
}

/** Turns what a buyer said into lines and a quote, with the facts of this moment. */
export class Quotes extends Context.Service<
  Quotes,
  {
    readonly price: (draft: Draft, viewer: Viewer) => Effect.Effect<Contents, NotFound | Invalid | Unavailable>
  }
>()("craftlocal/services/Quotes") {
  static readonly layer = Layer.effect(
    Quotes,
    Effect.gen(function* () {
      const listings = yield* Listings
      const discounts = yield* Discounts
      const accounts = yield* Accounts
      const taxes = yield* Taxes
      const ids = yield* Ids
      const { freeShippingFrom } = yield* Site

      const lineOf = Effect.fnUntraced(function* (
        facts: ForSale | undefined,
        wanted: Wanted,
        before: ReadonlyArray<Line>
      ) {
        const its = chosen(facts, wanted)
        if (its instanceof NotFound || its instanceof Invalid) return yield* Effect.fail(its)
        const variant = "variant" in its ? its.variant : ""
        const old = before.find((line) => line.listingId === its.id && line.variant === variant)
        const line: Line = {
          id: old?.id ?? LineId.make(yield* ids.next("lin")),
          listingId: its.id,
          variant,
          shopId: its.shopId,
          shopName: its.shopName,
          shopState: its.shopState,
          title: its.title,
          image: its.image,
          quantity: wanted.quantity,
          unitPrice: Math.max(0, its.price) as Line["unitPrice"],
          shippingEnabled: its.shippingEnabled,
          shippingCost: its.shippingCost as unknown as Line["shippingCost"],
          pickupEnabled: its.pickupEnabled,
          leadTimeDays: its.leadTimeDays
        }
        const available = its.status === "active" ? its.stock : 0
        return { line, shortage: available < line.quantity ? [{ lineId: line.id, available }] : [] }
      })

      /** The Circle: members ship free from a certain subtotal of a shop on. */
      const memberships = Effect.fnUntraced(function* (viewer: Viewer, lines: ReadonlyArray<Line>) {
        if (viewer._tag !== "Account") return []
        const account = yield* orUnavailable(accounts.find(viewer.accountId))
        if (!account?.memberSince) return []
        return shopsOf(lines).map(
          (shopId): Discount => ({
            code: null,
            title: "Circle free shipping",
            kind: "free_shipping",
            percent: null,
            amount: null,
            shopId,
            minimum: freeShippingFrom,
            priority: 1000,
            startsAt: null,
            endsAt: null
          })
        )
      })

      /** The rate of each shop whose place of delivery is known: where it goes, or where it is picked up. */
      const ratesOf = Effect.fnUntraced(function* (
        lines: ReadonlyArray<Line>,
        deliveries: Readonly<Record<string, Method>>,
        address: Contents["address"]
      ) {
        const rates: Record<string, TaxRate> = {}
        for (const shopId of shopsOf(lines)) {
          const { shopState } = lines.find((line) => line.shopId === shopId)!
          const place = deliveries[shopId] === "pickup" ? { country: "US", state: shopState } : address
          if (place !== null) rates[shopId] = yield* taxes.rate(place)
        }
        return rates
      })

      return {
        price: Effect.fn("Quotes.price")(function* (draft, viewer) {
          const { address, before, buyer, codes, interventions, metadata, pickupNotes } = draft
          const wanted = merged(draft.lines)
          if (wanted.some(({ quantity }) => quantity > 99)) {
            return yield* Invalid.of("quantity", "a checkout holds at most 99 of one thing")
          }
          const facts = yield* listings.forSale(wanted.map(({ listingId }) => listingId))
          const priced = yield* Effect.forEach(wanted, (each) => lineOf(facts.get(each.listingId), each, before))
          const lines = priced.map(({ line }) => line)
          if (!Array.isReadonlyArrayNonEmpty(lines)) {
            return yield* Invalid.of("lines", "a checkout needs at least one line; cancel it instead")
          }
          if (lines.length > 50) return yield* Invalid.of("lines", "a checkout holds at most 50 lines")
          const options = deliveryOptions(lines)
          const { asked, issues } = askedDeliveries(draft, options, lines)
          if (issues.length > 0) return yield* new Invalid({ issues })
          const deliveries = preselected(options, { ...draft.deliveries, ...asked }, lines, address !== null)
          const offered = [...(yield* orUnavailable(discounts.find(codes))), ...(yield* memberships(viewer, lines))]
          const rates = yield* ratesOf(lines, deliveries, address)
          const costs = quote({ lines, deliveries, codes, offered, taxes: rates, now: yield* now })
          if (!isWithinReach(costs)) {
            return yield* Invalid.of("lines", `a checkout may come to at most $${(most / 100).toLocaleString("en-US")}`)
          }
          return {
            lines,
            buyer,
            address,
            deliveries,
            pickupNotes,
            codes,
            shortages: priced.flatMap(({ shortage }) => shortage),
            quote: costs,
            ...(interventions && { interventions }),
            ...(metadata && { metadata })
          }
        })
      }
    })
  )
}
