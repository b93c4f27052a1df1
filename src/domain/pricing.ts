import type { Contents, Line, LineTotals, Quote, ShopTotals, Totals } from "../../schemas/checkout.ts"
import { cents } from "../../schemas/money.ts"
import { keptDeliveries, shopsOf } from "./contents.ts"
import { type Discount, discounted } from "./discounts.ts"
import { deliveryOptions } from "./shipping.ts"

/** The part of an amount that goes to the state, 0.0725 for 7.25 %, and what to call it. */
export interface TaxRate {
  readonly rate: number
  readonly description: string
}

/** Everything a quote follows from. The rates are by shop: the place of delivery, or of the shop where it is picked up. */
export interface Pricing {
  readonly lines: Contents["lines"]
  readonly deliveries: Contents["deliveries"]
  readonly codes: ReadonlyArray<string>
  readonly offered: ReadonlyArray<Discount>
  readonly taxes: Readonly<Record<string, TaxRate>>
  readonly now: Date
}

/** The most a checkout may come to, in cents. The books keep amounts as four bytes. */
export const most = 20_000_000_00

/** Whether every amount of a quote can be kept and charged. */
export const isWithinReach = ({ options, totals }: Quote): boolean =>
  [totals.itemsBase, totals.total, ...options.map(({ amount }) => amount)].every((amount) => amount <= most)

const sum = (amounts: ReadonlyArray<number>) => cents(amounts.reduce((total, amount) => total + amount, 0))

const lineTotals = (line: Line, discount: number, tax: TaxRate | undefined): LineTotals => {
  const base = line.quantity * line.unitPrice
  const subtotal = base - discount
  const due = Math.round(subtotal * (tax?.rate ?? 0))
  return {
    lineId: line.id,
    base: cents(base),
    discount: cents(discount),
    subtotal: cents(subtotal),
    tax: cents(due),
    total: cents(subtotal + due)
  }
}

const shopTotals = (
  shopId: Line["shopId"],
  lines: ReadonlyArray<LineTotals>,
  fulfillment: number,
  discount: number
): ShopTotals => {
  const subtotal = sum(lines.map((line) => line.subtotal))
  const tax = sum(lines.map((line) => line.tax))
  return {
    shopId,
    itemsBase: sum(lines.map((line) => line.base)),
    itemsDiscount: sum(lines.map((line) => line.discount)),
    subtotal,
    discount: cents(discount),
    fulfillment: cents(fulfillment),
    tax,
    total: cents(subtotal - discount + fulfillment + tax)
  }
}

const total = (shops: ReadonlyArray<ShopTotals>): Totals => ({
  itemsBase: sum(shops.map((shop) => shop.itemsBase)),
  itemsDiscount: sum(shops.map((shop) => shop.itemsDiscount)),
  subtotal: sum(shops.map((shop) => shop.subtotal)),
  discount: sum(shops.map((shop) => shop.discount)),
  fulfillment: sum(shops.map((shop) => shop.fulfillment)),
  tax: sum(shops.map((shop) => shop.tax)),
  total: sum(shops.map((shop) => shop.total))
})

/** What these lines cost, to the cent: lines add up to shops, and shops to the whole. Goods are taxed, delivery is not. */
export const quote = ({ codes, lines, now, offered, taxes, ...pricing }: Pricing): Quote => {
  const options = deliveryOptions(lines)
  const deliveries = keptDeliveries(pricing.deliveries, options)
  const shipping = Object.fromEntries(
    options.filter(({ method, shopId }) => deliveries[shopId] === method).map(({ amount, shopId }) => [shopId, amount])
  )
  const { applied, offLines, offShipping, rejected } = discounted({ codes, offered, lines, shipping, now })
  const ofLines = lines.map((line, index) => lineTotals(line, offLines[index]!, taxes[line.shopId]))
  const shops = shopsOf(lines).map((shopId) =>
    shopTotals(
      shopId,
      ofLines.filter((_, index) => lines[index]!.shopId === shopId),
      shipping[shopId] ?? 0,
      offShipping[shopId] ?? 0
    )
  )
  const told = [...new Set(Object.values(taxes).map(({ description }) => description))]
  return {
    currency: "usd",
    lines: ofLines,
    shops,
    options,
    applied,
    rejected,
    taxDescription: told.length === 0 ? null : told.join("; "),
    totals: total(shops),
    final: shops.every(({ shopId }) => shipping[shopId] !== undefined && taxes[shopId] !== undefined)
  }
}
