import { canExist } from "../../../schemas/ids.ts"
import type { SearchQuery, Sort } from "../../../schemas/listing.ts"
import { wordsOf } from "../../domain/words.ts"

/** A search as the database is asked for it: words split, places by slug, prices within what a column can hold. */
export interface Asked {
  readonly words: ReadonlyArray<string>
  /** Slugs; none at all means a place that does not exist, undefined means everywhere. */
  readonly categories: ReadonlyArray<string> | undefined
  readonly cities: ReadonlyArray<string> | undefined
  readonly priceMin: number | undefined
  readonly priceMax: number | undefined
  readonly inStock: boolean
  readonly shopId: string | undefined
  readonly tags: ReadonlyArray<string>
  readonly sort: Sort
  readonly limit: number
  readonly offset: number
}

/** The largest price a column can hold; whoever asks for more means no limit. */
const largest = 2_147_483_647
const price = (amount: number | undefined) => (amount === undefined ? undefined : Math.min(amount, largest))

/** What the query itself tells. Places are looked up by the caller. */
export const asked = (
  { inStock, limit, offset, priceMax, priceMin, query = "", shopId, sortBy, tags = [] }: SearchQuery,
  places: Pick<Asked, "categories" | "cities">
): Asked => {
  const words = wordsOf(query)
  const sort = sortBy ?? "relevance"
  return {
    ...places,
    words,
    priceMin: price(priceMin),
    priceMax: price(priceMax),
    inStock: inStock ?? false,
    shopId: shopId === undefined || canExist(shopId) ? shopId : "",
    tags: tags.map((tag) => tag.replaceAll("\0", " ")),
    sort: sort === "relevance" && words.length === 0 ? "popular" : sort,
    limit,
    offset
  }
}
