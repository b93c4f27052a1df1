import { Array, Context, Effect, Layer } from "effect"
import type { Viewer } from "../../schemas/access.ts"
import type { Contents, Line, Method } from "../../schemas/checkout.ts"
import { Invalid, type Issue, NotFound, type Unavailable } from "../../schemas/errors.ts"
import { LineId, type ListingId } from "../../schemas/ids.ts"
import { keptDeliveries, shopsOf } from "../domain/contents.ts"
import type { Discount } from "../domain/discounts.ts"
import { isWithinReach, most, quote, type TaxRate } from "../domain/pricing.ts"
import { deliveryOptions } from "../domain/shipping.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { Taxes } from "../ports/Taxes.ts"
import { Accounts } from "../store/Accounts.ts"
import { Discounts } from "../store/Discounts.ts"
import { Listings } from "../store/Listings.ts"
import type { ForSale } from "../store/listings/ForSale.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

/** One thing and how many of it, as a caller names it. No variant is the empty string. */
export interface Wanted {
  readonly listingId: ListingId
  readonly variant: string
  readonly quantity: number
}

/** What the buyer has said, not yet priced. */
export type Draft = Pick<Contents, "buyer" | "address" | "deliveries" | "pickupNotes" | "codes" | "interventions"> & {
  readonly lines: ReadonlyArray<Wanted>
  /** The lines before, which keep their ids. */
  readonly before: ReadonlyArray<Line>
  /** What was asked for just now, by shop; and for every other shop. */
  readonly requested: Readonly<Record<string, Method>>
  readonly method?: Method | undefined
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

/** The same thing asked for twice is asked for once, with both quantities. */
const merged = (wanted: ReadonlyArray<Wanted>): ReadonlyArray<Wanted> => {
  const things = new Map<string, Wanted>()
  for (const each of wanted) {
    const key = `${each.listingId}\n${each.variant.toLowerCase()}`
    const quantity = each.quantity + (things.get(key)?.quantity ?? 0)
    things.set(key, { ...each, quantity: Math.min(quantity, 99) })
  }
  return [...things.values()]
}

type Options = Contents["quote"]["options"]

/** The choices that were asked for, as one for each shop; refuses what a shop cannot do. */
const requestedOf = (draft: Draft, options: Options, lines: ReadonlyArray<Line>) => {
  const asked: Record<string, Method> = {}
  const issues: Array<Issue> = []
  for (const shop of shopsOf(lines)) {
    const method = draft.requested[shop] ?? draft.method
    if (method === undefined) continue
    asked[shop] = method
    const can = options.filter(({ shopId }) => shopId === shop).map((option) => option.method)
    if (can.includes(method)) continue
    const { shopName } = lines.find(({ shopId }) => shopId === shop)!
    const message =
      can.length === 0 ? "cannot deliver these items together" : `offers ${can.join(" and ")}, not ${method}`
    issues.push({ path: "shipping_method", message: `${shopName} ${message}` })
  }
  for (const shop of Object.keys(draft.requested)) {
    if (!Object.hasOwn(asked, shop)) issues.push({ path: "deliveries", message: "a shop is not in this checkout" })
  }
  return issues.length === 0 ? Effect.succeed(asked) : Effect.fail(new Invalid({ issues }))
}

/** With one way to deliver there is nothing to choose; with an address the standard parcel is what most people want. */
const preselected = (
  options: Options,
  deliveries: Readonly<Record<string, Method>>,
  lines: ReadonlyArray<Line>,
  hasAddress: boolean
): Readonly<Record<string, Method>> => {
  const choice = { ...keptDeliveries(deliveries, options) }
  for (const shop of shopsOf(lines)) {
    const its = options.filter(({ shopId }) => shopId === shop)
    const only = its.length === 1 ? its[0] : undefined
    const usual = hasAddress ? its.find(({ method }) => method === "standard") : undefined
    const method = choice[shop] ?? only?.method ?? usual?.method
    if (method !== undefined) choice[shop] = method
  }
  return choice
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
          const { address, before, buyer, codes, interventions, pickupNotes } = draft
          const wanted = merged(draft.lines)
          const facts = yield* listings.forSale(wanted.map(({ listingId }) => listingId))
          const priced = yield* Effect.forEach(wanted, (each) => lineOf(facts.get(each.listingId), each, before))
          const lines = priced.map(({ line }) => line)
          if (!Array.isReadonlyArrayNonEmpty(lines)) {
            return yield* Invalid.of("lines", "a checkout needs at least one line; cancel it instead")
          }
          if (lines.length > 50) return yield* Invalid.of("lines", "a checkout holds at most 50 lines")
          const options = deliveryOptions(lines)
          const asked = { ...draft.deliveries, ...(yield* requestedOf(draft, options, lines)) }
          const deliveries = preselected(options, asked, lines, address !== null)
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
            ...(interventions && { interventions })
          }
        })
      }
    })
  )
}
