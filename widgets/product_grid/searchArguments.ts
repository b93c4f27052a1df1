import type { Sort } from "../../schemas/listing.ts"
import type { Json } from "../kit/wire.ts"
import type { PriceBand } from "./read.ts"

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined)
const number = (value: unknown) => (typeof value === "number" ? value : undefined)

/** The same search from its first result, without some of its arguments. */
const without = (args: Json, ...names: ReadonlyArray<string>): Json =>
  Object.fromEntries(Object.entries(args).filter(([name]) => name !== "offset" && !names.includes(name)))

/** The category a search was asked for, under either of its names. */
export const categoryOf = (args: Json): string | undefined => text(args.category) ?? text(args.category_id)

export const inCategory = (args: Json, category: string | undefined): Json => ({
  ...without(args, "category", "category_id"),
  ...(category !== undefined && { category })
})

export const cityOf = (args: Json): string | undefined => text(args.city) ?? text(args.city_id)

export const inCity = (args: Json, city: string | undefined): Json => ({
  ...without(args, "city", "city_id"),
  ...(city !== undefined && { city })
})

export type PriceRange = Pick<PriceBand, "min" | "max">

/** What a search may cost; undefined when it may cost anything. */
export const priceOf = (args: Json): PriceRange | undefined => {
  const [min, max] = [number(args.price_min), number(args.price_max)]
  return min === undefined && max === undefined ? undefined : { min: min ?? 0, max: max ?? null }
}

export const inPrice = (args: Json, price: PriceRange | undefined): Json => ({
  ...without(args, "price_min", "price_max"),
  ...(price !== undefined && price.min > 0 && { price_min: price.min }),
  ...(price !== undefined && price.max !== null && { price_max: price.max })
})

/** How results are sorted when nobody says how: by words where there are some. */
export const sortOf = (args: Json): Sort =>
  (text(args.sort_by) as Sort | undefined) ?? (text(args.query) === undefined ? "popular" : "relevance")

export const sortedBy = (args: Json, sort: Sort): Json => ({ ...without(args), sort_by: sort })

/** Nothing is like words where there are none. */
export const sortsFor = (args: Json): ReadonlyArray<Sort> => [
  ...(text(args.query) === undefined ? [] : ["relevance" as const]),
  "popular",
  "newest",
  "price_asc",
  "price_desc"
]

/** By how much the search is narrowed, of what can be chosen here. */
export const narrowings = (args: Json): number =>
  [categoryOf(args), cityOf(args), priceOf(args)].filter((one) => one !== undefined).length

export const widened = (args: Json): Json => inPrice(inCity(inCategory(args, undefined), undefined), undefined)

export const offsetOf = (args: Json): number => number(args.offset) ?? 0
