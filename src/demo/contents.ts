import type { Contents, Line, Lines, Method } from "../../schemas/checkout.ts"
import { LineId, ListingId, ShopId } from "../../schemas/ids.ts"
import { cents } from "../../schemas/money.ts"
import { shopsOf } from "../domain/contents.ts"
import { quote } from "../domain/pricing.ts"
import { deliveryOptions } from "../domain/shipping.ts"
import type { Buyer } from "./buyers.ts"
import type { Offer } from "./listings.ts"
import type { Random } from "./random.ts"
import type { DiscountCodeRow } from "./rows.ts"
import { cities, taxes } from "./words/cities.ts"

const stateOf = (city: string) => cities.find(({ slug }) => slug === city)!.state

const lineOf = ({ composed, row, shop, variants }: Offer, r: Random): Line => {
  const variant = variants.length > 0 ? r.pick(variants) : undefined
  const single = composed.kind.tags.includes("original") || row.price > 9000
  return {
    id: LineId.make(r.id("lin")),
    listingId: ListingId.make(row.id),
    variant: variant?.name ?? "",
    shopId: ShopId.make(row.shop_id),
    shopName: shop.row.name,
    shopState: stateOf(row.city),
    title: row.title,
    image: row.images[0] ?? null,
    quantity: single ? 1 : r.pick([1, 1, 1, 1, 2, 2, 3]),
    unitPrice: cents(row.price + (variant?.price_delta ?? 0)),
    shippingEnabled: row.shipping_enabled,
    shippingCost: cents(row.shipping_cost),
    pickupEnabled: row.pickup_enabled,
    leadTimeDays: row.lead_time_days
  }
}

/** One or two things of one shop that it can deliver together. */
export const parcel = (offers: ReadonlyArray<Offer>, r: Random): ReadonlyArray<Line> => {
  const [first, second] = r.shuffled(offers)
  const lines = [lineOf(first!, r), ...(second !== undefined && r.chance(0.3) ? [lineOf(second, r)] : [])]
  return deliveryOptions(lines).length > 0 ? lines : lines.slice(0, 1)
}

const methodOf = (lines: ReadonlyArray<Line>, near: boolean, fetched: boolean, r: Random): Method => {
  const methods = deliveryOptions(lines).map(({ method }) => method)
  const wish = fetched ? "pickup" : r.chance(near ? 0.6 : 0.12) ? "pickup" : r.chance(0.18) ? "expedited" : "standard"
  return methods.includes(wish) ? wish : methods[0]!
}

const percent = (rate: number) => `${Number((rate * 100).toFixed(3))} %`

/** What the buyer said and what it cost, as checkout would have had it. */
export const contentsOf = (
  buyer: Buyer,
  lines: Lines,
  codes: ReadonlyArray<DiscountCodeRow>,
  at: Date,
  fetched: boolean,
  r: Random
): Contents => {
  const shops = shopsOf(lines)
  const of = (shop: string) => lines.filter(({ shopId }) => shopId === shop)
  const deliveries = Object.fromEntries(
    shops.map((shop) => [shop, methodOf(of(shop), of(shop)[0]!.shopState === buyer.address.state, fetched, r)])
  )
  const rates = shops.map((shop) => {
    const state = deliveries[shop] === "pickup" ? of(shop)[0]!.shopState : buyer.address.state
    const rate = taxes[state] ?? 0
    return [shop, { rate, description: `${state} sales tax ${percent(rate)}` }] as const
  })
  const wanted = r.chance(0.14) ? ["WELCOME10"] : r.chance(0.06) ? ["FREESHIP"] : []
  return {
    lines,
    buyer: { email: buyer.email, name: buyer.name },
    address: Object.values(deliveries).every((method) => method === "pickup") ? null : buyer.address,
    deliveries,
    pickupNotes: null,
    codes: wanted,
    shortages: [],
    quote: quote({
      lines,
      deliveries,
      codes: wanted,
      offered: codes.map(({ ends_at, shop_id, starts_at, ...code }) => ({
        ...code,
        shopId: shop_id,
        startsAt: starts_at,
        endsAt: ends_at
      })),
      taxes: Object.fromEntries(rates),
      now: at
    })
  }
}
