import type { Facets } from "../../schemas/listing.ts"
import { type Place, placeKey } from "./placeNames.ts"
import { nearest } from "./spelling.ts"

const quoted = (words: ReadonlyArray<string>) => `'${words.join(" ")}'`
const pieces = (count: number) => (count === 1 ? "is 1 listing" : `are ${count} listings`)
const first = (places: ReadonlyArray<{ readonly name: string; readonly count: number }>) =>
  places
    .slice(0, 3)
    .map(({ count, name }) => `${name} (${count})`)
    .join(", ")

/** What was searched for instead, because the words as written are nowhere. */
export const corrected = (words: ReadonlyArray<string>) => `Showing results for ${quoted(words)}.`

/** The query has no word that tells one listing from another. */
export const popularInstead = "Showing popular listings."

/** A filter names a place that does not exist: the one that was probably meant, or those there are. */
export const noSuchPlace = (what: "category" | "city", said: string, places: ReadonlyArray<Place>) => {
  const words = places.map(({ name }) => ({ word: placeKey(name), listings: 1, name }))
  const meant = nearest(placeKey(said), words)
  const name = words.find(({ word }) => word === meant)?.name
  if (name !== undefined) return `There is no such ${what}. Did you mean ${name}?`
  return `There is no such ${what}. Try one of these: ${places.map(({ name }) => name).join(", ")}.`
}

/** What to try when nothing was found. The facets ignore their own filter, so they tell where there would be something. */
export const insteadOfNothing = (
  words: ReadonlyArray<string>,
  facets: Facets,
  categories: ReadonlyArray<Place>
): string => {
  const what = words.length === 0 ? "these filters" : quoted(words)
  if (facets.cities.length > 0) return `Nothing for ${what} in this city. Try another one: ${first(facets.cities)}.`
  if (facets.categories.length > 0) {
    return `Nothing for ${what} in this category. Try another one: ${first(facets.categories)}.`
  }
  const count = facets.prices.reduce((sum, price) => sum + price.count, 0)
  if (count > 0) return `Nothing for ${what} at this price. Without a price limit there ${pieces(count)}.`
  const names = categories.slice(0, 5).map(({ name }) => name)
  return `Nothing for ${what}. Try fewer words or filters${names.length === 0 ? "" : `, or browse ${names.join(", ")}`}.`
}
