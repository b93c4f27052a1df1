import type { Facets } from "../../schemas/listing.ts"

const quoted = (words: ReadonlyArray<string>) => `'${words.join(" ")}'`
const pieces = (count: number) => (count === 1 ? "1 listing" : `${count} listings`)
const first = (places: ReadonlyArray<{ readonly name: string; readonly count: number }>) =>
  places
    .slice(0, 3)
    .map(({ count, name }) => `${name} (${count})`)
    .join(", ")

/** What was searched for instead, because the words as written are nowhere. */
export const corrected = (words: ReadonlyArray<string>) => `Showing results for ${quoted(words)}.`

/** What to try when nothing was found. The facets ignore their own filter, so they tell where there would be something. */
export const insteadOfNothing = (
  words: ReadonlyArray<string>,
  facets: Facets,
  categories: ReadonlyArray<string>
): string => {
  const what = words.length === 0 ? "these filters" : quoted(words)
  if (facets.cities.length > 0) return `Nothing for ${what} here. Try another city: ${first(facets.cities)}.`
  if (facets.categories.length > 0) {
    return `Nothing for ${what} in this category. Try another one: ${first(facets.categories)}.`
  }
  const count = facets.prices.reduce((sum, price) => sum + price.count, 0)
  if (count > 0) return `Nothing for ${what} at this price. Without a price limit there are ${pieces(count)}.`
  const advice = "Try fewer words or filters"
  return categories.length === 0
    ? `Nothing for ${what}. ${advice}.`
    : `Nothing for ${what}. ${advice}, or browse ${categories.slice(0, 5).join(", ")}.`
}
