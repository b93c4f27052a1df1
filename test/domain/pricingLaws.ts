import type { Line, Quote, ShopTotals, Totals } from "../../schemas/checkout.ts"
import { keptDeliveries, shopsOf } from "../../src/domain/contents.ts"
import type { Pricing } from "../../src/domain/pricing.ts"
import { linesOf, same } from "./few.ts"
import type { Rules } from "./rules.ts"

type Law = (rules: Rules) => (pricing: Pricing) => boolean

const ofQuotes =
  (holds: (quote: Quote, pricing: Pricing) => boolean): Law =>
  ({ quote }) =>
  (pricing) =>
    holds(quote(pricing), pricing)

const sum = (amounts: ReadonlyArray<number>) => amounts.reduce((total, amount) => total + amount, 0)

const columns = ["itemsBase", "itemsDiscount", "subtotal", "discount", "fulfillment", "tax", "total"] as const

const addsUp = ({ discount, fulfillment, itemsBase, itemsDiscount, subtotal, tax, total }: Totals | ShopTotals) =>
  itemsBase - itemsDiscount === subtotal && subtotal - discount + fulfillment + tax === total

/** Every amount in a quote, however deep it stands. */
const amountsIn = (value: unknown): ReadonlyArray<number> =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(amountsIn)
      : []

const linesAt = (shop: string, lines: ReadonlyArray<Line>) => lines.filter(({ shopId }) => shopId === shop)

/** The amounts of each line, of each shop and of the whole, without what only names them. */
const amounts = ({ shops, totals }: Quote, lines: ReadonlyArray<Quote["lines"][number]>) => ({ lines, shops, totals })

const turnedAround = (pricing: Pricing): Pricing => ({ ...pricing, lines: linesOf(...[...pricing.lines].reverse()) })

/** What must be true of every quote, whatever is bought, asked for and given. */
export const pricingLaws = {
  "nothing is negative, everything is a safe whole number": ofQuotes((quote) =>
    amountsIn(quote).every((amount) => Number.isSafeInteger(amount) && amount >= 0)
  ),
  "a line: base − discount = subtotal, subtotal + tax = total": ofQuotes((quote, { lines }) =>
    quote.lines.every(
      ({ base, discount, lineId, subtotal, tax, total }, index) =>
        lineId === lines[index]!.id &&
        base === lines[index]!.quantity * lines[index]!.unitPrice &&
        base - discount === subtotal &&
        subtotal + tax === total
    )
  ),
  "a shop and the whole: items − discount = subtotal, − discount + delivery + tax = total": ofQuotes(
    ({ shops, totals }) => [...shops, totals].every(addsUp)
  ),
  "lines add up to their shop": ofQuotes(({ lines: ofLines, shops }, { lines }) =>
    shops.every((shop) => {
      const its = ofLines.filter((_, index) => lines[index]!.shopId === shop.shopId)
      return (
        shop.itemsBase === sum(its.map(({ base }) => base)) &&
        shop.itemsDiscount === sum(its.map(({ discount }) => discount)) &&
        shop.subtotal === sum(its.map(({ subtotal }) => subtotal)) &&
        shop.tax === sum(its.map(({ tax }) => tax)) &&
        shop.total === sum(its.map(({ total }) => total)) + shop.fulfillment - shop.discount
      )
    })
  ),
  "shops add up to the whole, and every shop is there once": ofQuotes(
    ({ shops, totals }, { lines }) =>
      same(
        shops.map(({ shopId }) => shopId),
        shopsOf(lines)
      ) && columns.every((column) => totals[column] === sum(shops.map((shop) => shop[column])))
  ),
  "each line is taxed by itself, to the nearest cent, after its discount": ofQuotes((quote, { lines, taxes }) =>
    quote.lines.every(({ subtotal, tax }, index) => {
      const rate = taxes[lines[index]!.shopId]?.rate ?? 0
      return Math.abs(tax - subtotal * rate) <= 0.5 + 1e-6
    })
  ),
  "no discount is larger than what it is on": ofQuotes(
    ({ lines, shops }) =>
      lines.every(({ base, discount }) => discount <= base) &&
      shops.every(({ discount, fulfillment }) => discount <= fulfillment)
  ),
  "what a discount takes off is divided among lines exactly": ofQuotes(({ applied }) =>
    applied.every(
      ({ allocations, amount, on }) => on === "shipping" || sum(allocations.map((part) => part.amount)) === amount
    )
  ),
  "the discounts that are told are the discounts that are taken": ofQuotes(
    ({ applied, lines, totals }) =>
      lines.every(
        ({ discount, lineId }) =>
          discount ===
          sum(
            applied.flatMap(({ allocations }) => allocations.map((part) => (part.lineId === lineId ? part.amount : 0)))
          )
      ) &&
      totals.itemsDiscount === sum(applied.map(({ amount, on }) => (on === "items" ? amount : 0))) &&
      totals.discount === sum(applied.map(({ amount, on }) => (on === "shipping" ? amount : 0)))
  ),
  "a discount of one shop leaves the others alone": ofQuotes(({ applied }, { lines, offered }) =>
    applied.every(({ allocations, code }) => {
      const shop = offered.find((each) => each.code === code)!.shopId
      const others = lines.filter(({ shopId }) => shop !== null && shopId !== shop).map(({ id }) => id)
      return allocations.every(({ lineId }) => !others.includes(lineId))
    })
  ),
  "every code that was given is applied once or told why not": ofQuotes(({ applied, rejected }, { codes }) => {
    const taken = applied.flatMap(({ code }) => code ?? [])
    return new Set(taken).size === taken.length && taken.length + rejected.length === codes.length
  }),
  "discounts are taken by their priority": ofQuotes(({ applied }) =>
    applied.every(({ priority }, index) => index === 0 || applied[index - 1]!.priority <= priority)
  ),
  "a delivery costs what its option says, and none that was not chosen is charged": ofQuotes(
    ({ options, shops }, { deliveries }) =>
      shops.every(({ fulfillment, shopId }) => {
        const option = options.find((each) => each.shopId === shopId && each.method === deliveries[shopId])
        return fulfillment === (option?.amount ?? 0)
      })
  ),
  "it is final exactly when every shop has a way to deliver and a rate": ofQuotes(
    ({ final, options, shops }, { deliveries, taxes }) =>
      final ===
      shops.every(
        ({ shopId }) => keptDeliveries(deliveries, options)[shopId] !== undefined && taxes[shopId] !== undefined
      )
  ),
  /** With no discount nothing is divided, so nothing is rounded by position: the order of lines does not matter at all. */
  "without discounts the order of lines changes no amount":
    ({ quote }) =>
    (pricing) => {
      const plain = { ...pricing, offered: [], codes: [] }
      const [forth, back] = [quote(plain), quote(turnedAround(plain))]
      return (
        same(amounts(forth, forth.lines).lines, [...back.lines].reverse()) &&
        forth.shops.every((shop) => back.shops.some((other) => same(shop, other))) &&
        same(forth.totals, back.totals)
      )
    },
  /**
   * Where one discount is divided, equal remainders go to the earlier line: a line may differ by a cent, and so may its
   * tax; the discount as a whole and everything before tax may not.
   */
  "with one discount the order of lines moves a cent between lines, and no more than a cent of tax for each": ({
    quote
  }) => {
    const near = (a: number, b: number, most: number) => Math.abs(a - b) <= most
    return (pricing) => {
      const single = { ...pricing, codes: pricing.codes.slice(0, 1) }
      const [forth, back] = [quote(single), quote(turnedAround(single))]
      const there = [...back.lines].reverse()
      return (
        forth.lines.every(
          ({ discount, tax }, index) => near(discount, there[index]!.discount, 1) && near(tax, there[index]!.tax, 1)
        ) &&
        (["itemsBase", "itemsDiscount", "subtotal", "discount", "fulfillment"] as const).every(
          (column) => forth.totals[column] === back.totals[column]
        ) &&
        near(forth.totals.total, back.totals.total, forth.lines.length)
      )
    }
  },
  "pickup is free, expedited is no cheaper than standard, and dearer where standard costs":
    ({ deliveryOptions }) =>
    ({ lines }) => {
      const options = deliveryOptions(lines)
      return shopsOf(lines).every((shop) => {
        const cost = (method: string) =>
          options.find((option) => option.shopId === shop && option.method === method)?.amount
        const [standard, expedited, pickup] = [cost("standard"), cost("expedited"), cost("pickup")]
        return (
          (pickup === undefined || pickup === 0) &&
          (standard === undefined) === (expedited === undefined) &&
          (standard === undefined || (standard === 0 ? expedited === 0 : expedited! > standard))
        )
      })
    },
  "a shop offers what all its lines can do":
    ({ deliveryOptions }) =>
    ({ lines }) => {
      const offered = (shop: string, method: string) =>
        deliveryOptions(lines).some((option) => option.shopId === shop && option.method === method)
      return shopsOf(lines).every(
        (shop) =>
          offered(shop, "standard") === linesAt(shop, lines).every(({ shippingEnabled }) => shippingEnabled) &&
          offered(shop, "pickup") === linesAt(shop, lines).every(({ pickupEnabled }) => pickupEnabled)
      )
    },
  "a parcel costs at least its dearest piece, and at most every piece by itself":
    ({ standardCost }) =>
    ({ lines }) =>
      shopsOf(lines).every((shop) => {
        const its = linesAt(shop, lines)
        const cost = standardCost(its)
        return (
          cost >= Math.max(...its.map(({ shippingCost }) => shippingCost)) &&
          cost <= sum(its.map(({ quantity, shippingCost }) => quantity * shippingCost)) &&
          Number.isSafeInteger(cost)
        )
      }),
  "a further piece never makes a parcel cheaper":
    ({ standardCost }) =>
    ({ lines }) =>
      lines.every((line, index) => {
        const more = lines.with(index, { ...line, quantity: line.quantity + 1 })
        return standardCost(more) >= standardCost(lines) && standardCost([...lines, line]) >= standardCost(lines)
      }),
  "who buys one piece pays its own flat rate":
    ({ standardCost }) =>
    ({ lines: [line] }) =>
      standardCost([{ ...line, quantity: 1 }]) === line.shippingCost
} satisfies Record<string, Law>
