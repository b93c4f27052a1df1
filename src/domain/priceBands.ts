import { type Cents, cents } from "../../schemas/money.ts"

/** Both ends belong to the band, so that they can be sent back as the filter of the next search. */
export interface PriceBand {
  readonly min: Cents
  readonly max: Cents | null
}

const edges = [0, 25_00, 50_00, 100_00, 200_00]

/** How results divide by price, cheapest first. The database's `price_band` numbers them in this order. */
export const priceBands: ReadonlyArray<PriceBand> = edges.map((min, at) => {
  const next = edges[at + 1]
  return { min: cents(min), max: next === undefined ? null : cents(next - 1) }
})

export interface PriceRange {
  readonly min: number
  readonly max: number
}

/** The bands that lie in a range as a whole, by number, and what it takes of others. */
export const splitByBand = (min = 0, max = Number.POSITIVE_INFINITY) => {
  const whole: Array<number> = []
  const parts: Array<PriceRange> = []
  for (const [number, band] of priceBands.entries()) {
    const bandMax = band.max ?? Number.POSITIVE_INFINITY
    if (min <= band.min && bandMax <= max) whole.push(number)
    else if (min <= bandMax && band.min <= max)
      parts.push({ min: Math.max(min, band.min), max: Math.min(max, bandMax) })
  }
  return { whole, parts }
}
