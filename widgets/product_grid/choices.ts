import type { SearchAnswer } from "./read.ts"
import type { PriceRange } from "./searchArguments.ts"

export interface Choice<A> {
  readonly key: string
  readonly value: A
  readonly count?: number
}

export interface Choices<A> {
  readonly chosen: Choice<A> | undefined
  readonly all: ReadonlyArray<Choice<A>>
}

export interface Place {
  readonly slug: string
  readonly name: string
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The categories or cities to offer and the chosen one, which stays in sight even when nothing is left in it. */
export const placeChoices = (
  facet: SearchAnswer["facets"]["categories"],
  wanted: string | undefined
): Choices<Place> => {
  const offered = facet.map(({ count, name, slug }) => ({ key: slug, value: { slug, name }, count }))
  if (wanted === undefined) return { chosen: undefined, all: offered }
  const chosen = offered.find(({ value }) => same(value.slug, wanted) || same(value.name, wanted))
  if (chosen !== undefined) return { chosen, all: offered }
  const gone = { key: wanted, value: { slug: wanted, name: wanted.replaceAll("-", " ") } }
  return { chosen: gone, all: [gone, ...offered] }
}

/** The price bands to offer and the chosen range, which may be none of them. */
export const priceChoices = (
  facet: SearchAnswer["facets"]["prices"],
  wanted: PriceRange | undefined
): Choices<PriceRange> => {
  const offered = facet.map(({ count, max, min }) => ({ key: `${min}`, value: { min, max }, count }))
  if (wanted === undefined) return { chosen: undefined, all: offered }
  const chosen = offered.find(({ value }) => value.min === wanted.min && value.max === wanted.max)
  if (chosen !== undefined) return { chosen, all: offered }
  const own = { key: "own", value: wanted }
  return { chosen: own, all: [own, ...offered] }
}
