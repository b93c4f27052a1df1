import { Effect } from "effect"
import { SearchAnswer, searchFields } from "../../../schemas/listing.ts"
import { searchWire } from "../../../schemas/searchWire.ts"
import { Catalog } from "../../services/Catalog.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const tell = ({ facets, hasMore, listings, suggestion, totalCount }: SearchAnswer) => {
  if (listings.length === 0)
    return `Nothing found. ${suggestion ?? "Try fewer or other words, or browse without words."}`
  const lines = listings.map(
    ({ id, inStock, price, seller, title }) =>
      `${id}: ${title}, ${money(price)}, by ${seller.name} in ${seller.city} (${seller.rating}/5)${inStock ? "" : ", sold out"}`
  )
  const categories = facets.categories.slice(0, 6).map(({ count, slug }) => `${slug} (${count})`)
  return [
    `${totalCount} found, ${listings.length} shown${hasMore ? "; raise offset for more" : ""}.`,
    ...(suggestion ? [suggestion] : []),
    ...lines,
    `Categories: ${categories.join(", ")}.`
  ].join("\n")
}

export const searchListings = defineTool(
  {
    name: "search_listings",
    aliases: ["search_products", "search-target-products"],
    toolset: "storefront",
    title: "Search listings",
    description:
      "Use this when the user wants to find, browse or discover handmade products. Searches by keywords (typos are fine) and filters by category, city and price. Leave out query to see popular listings. Read prices out of the request: 'under $30' is price_max 30. Do not use it for details of a listing already found; that is get_listing.",
    input: searchFields,
    output: SearchAnswer,
    encode: searchWire,
    does: "reads",
    scopes: [],
    widget: "product_grid",
    widgetMayCall: true,
    says: ["Searching the market", "Found listings"],
    tell
  },
  (query) => Effect.flatMap(Catalog, (catalog) => catalog.search(query))
)
