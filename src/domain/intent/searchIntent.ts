import { placeKey } from "../placeNames.ts"
import { call, type Known, type Taker } from "./Intent.ts"
import { pricesIn } from "./prices.ts"

const sorts: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(cheapest|cheap|lowest price|least expensive|inexpensive|affordable)(?: first)?\b/i, "price_asc"],
  [/\b(most expensive|priciest|finest|luxury)(?: first)?\b/i, "price_desc"],
  [/\b(newest|latest|brand new|new arrivals)(?: first)?\b/i, "newest"],
  [/\b(most popular|popular|best[- ]?sell(?:ing|ers?)|trending)(?: first)?\b/i, "popular"]
]

/** How people ask, which says nothing about what they ask for. */
const asking =
  /^(?:please |can you |could you |i(?:'m| am) |i(?:'d| would) like |i (?:want|need) |do you have |have you got |are there |is there |any |looking for |look for |show me |show |find me |find |search for |search |get me |give me |browse |list |some |to see |to buy |to find |a |an |the |gifts? of |me )+/i
const trailing =
  /(?:^|[\s,]+)(?:please|thanks|thank you|in stock|available|for sale|(?:in|from|near|with|for|and|under|over))$/i

/** Words for everything there is, alone. */
const anything =
  /^(?:all |any |your |handmade )*(?:pieces|things|stuff|items|products|goods|listings|something|anything|everything)?$/i

/** What the cards say in other languages for “show me popular pieces”. */
const popular = /\b(?:piezas populares|pièces populaires|beliebte Stücke|peças populares)|القطع الرائجة/iu

const place = (said: string, name: string, lead: string) =>
  new RegExp(`(?:\\b(?:${lead})\\s+)?\\b${name.replaceAll(/[^\p{L}\p{N}]+/gu, "[^\\p{L}\\p{N}]+")}\\b`, "iu").exec(
    said
  )?.[0]

/** The longest of these names that is said, and the words that say it. */
const namedIn = (said: string, named: Known["cities"], lead: string) =>
  (named ?? [])
    .flatMap(({ name, slug }) => {
      const words = place(said, name, lead) ?? place(said, slug, lead)
      return words === undefined || placeKey(name) === "" ? [] : [{ slug, name, words }]
    })
    .sort((a, b) => b.words.length - a.words.length)[0]

const bare = (text: string) => {
  let rest = text.replace(/\s+/g, " ").trim().replace(asking, "")
  while (trailing.test(rest)) rest = rest.replace(trailing, "")
  const words = rest.replace(/^[\s,]+|[\s,]+$/g, "")
  return anything.test(words) ? "" : words
}

const dollars = (amount: number) => `$${amount}`

const told = (query: string, category: string | undefined, city: string | undefined, min?: number, max?: number) =>
  [
    `Looking for ${query === "" ? (category ?? "handmade pieces") : `“${query}”`}`,
    ...(query !== "" && category !== undefined ? [`among ${category}`] : []),
    ...(city === undefined ? [] : [`in ${city}`]),
    ...(min !== undefined && max !== undefined
      ? [`between ${dollars(min)} and ${dollars(max)}`]
      : max !== undefined
        ? [`under ${dollars(max)}`]
        : min !== undefined
          ? [`over ${dollars(min)}`]
          : [])
  ].join(" ")

/** A search: prices, category, city, order and stock are read out of the sentence; what is left is looked for. */
export const searchIntent: Taker = (said, known) => {
  if (popular.test(said)) return call("search_listings", { sort_by: "popular" })
  const { max, min, rest: unpriced } = pricesIn(said)
  const sort = sorts.find(([pattern]) => pattern.test(unpriced))
  const unsorted = sort === undefined ? unpriced : unpriced.replace(sort[0], " ")
  const city = namedIn(unsorted, known.cities, "in|from|near|around|made in")
  const unplaced = city === undefined ? unsorted : unsorted.replace(city.words, " ")
  const category = namedIn(unplaced, known.categories, "in|among|from")
  const uncategorised = category === undefined ? unplaced : unplaced.replace(category.words, " ")
  const query = bare(uncategorised).slice(0, 200)
  return call(
    "search_listings",
    {
      query: query === "" ? undefined : query,
      category: category?.slug,
      city: city?.slug,
      price_min: min,
      price_max: max,
      in_stock: /\b(in stock|available)\b/i.test(said) ? true : undefined,
      sort_by: sort?.[1]
    },
    `${told(query, category?.name, city?.name, min, max)}.`
  )
}
