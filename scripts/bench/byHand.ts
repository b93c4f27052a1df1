import pg from "pg"
import type { SearchRow } from "../../src/store/listings/searchStatement.ts"
import type { Plan } from "./Plan.ts"

const bands = [
  { min: 0, max: 24.99 },
  { min: 25, max: 49.99 },
  { min: 50, max: 99.99 },
  { min: 100, max: 199.99 },
  { min: 200, max: null }
]

const answerOf = (row: SearchRow, publicUrl: string) => ({
  listings: row.cards.map((card) => ({
    id: card.id,
    title: card.title,
    description: card.description,
    price: card.price / 100,
    currency: "usd" as const,
    images: card.images.map((image) => (image.startsWith("/") ? publicUrl + image : image)),
    seller: { id: card.shop_id, name: card.shop, city: card.city, rating: card.rating },
    category: card.category,
    tags: card.tags,
    in_stock: card.stock > 0
  })),
  total_count: row.total,
  has_more: row.cards.length < row.total,
  facets: {
    categories: row.categories,
    cities: row.cities,
    prices: row.bands.map(({ band, count }) => ({ ...bands[band]!, count }))
  }
})

export type SearchAnswer = ReturnType<typeof answerOf>

/** Search as one would write it without a framework: the driver, our statement, and the answer put together by hand. */
export const searchByHand = ({ databaseUrl, poolMax, publicUrl, statements }: Plan) => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolMax,
    options: "-c TimeZone=UTC -c jit=off -c random_page_cost=1.1"
  })
  return async (words: string): Promise<SearchAnswer> => {
    const statement = statements[words]
    if (statement === undefined) throw new Error(`no statement for ${words}`)
    const { rows } = await pool.query<SearchRow>(statement.text, [...statement.values])
    return answerOf(rows[0]!, publicUrl)
  }
}

/** The text beside the structured content of a search. */
export const tellSearch = ({ facets, has_more, listings, total_count }: SearchAnswer) =>
  [
    `${total_count} found, ${listings.length} shown${has_more ? "; raise offset for more" : ""}.`,
    ...listings.map(
      ({ id, in_stock, price, seller, title }) =>
        `${id}: ${title}, $${price.toFixed(2)}, by ${seller.name} in ${seller.city} (${seller.rating}/5)${in_stock ? "" : ", sold out"}`
    ),
    `Categories: ${facets.categories
      .slice(0, 6)
      .map(({ count, slug }) => `${slug} (${count})`)
      .join(", ")}.`
  ].join("\n")
