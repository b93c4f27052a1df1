import type { ListingCard, SearchAnswer } from "../../widgets/product_grid/read.ts"

const PIECES = [
  ["Speckled stoneware mug", 34, "Clay & Kiln", "Chicago", 4.9],
  ["Indigo resist-dyed linen table runner with mitred corners", 68, "Blue Vat", "Portland", 4.7],
  ["Hand-carved cherry serving spoon", 26.5, "Greenwood Hollow", "Asheville", 5],
  ["Hammered silver hoop earrings", 48, "Little Anvil", "Santa Fe", 4.8],
  ["Ash-glazed noodle bowl", 42, "Clay & Kiln", "Chicago", 4.9],
  ["Beeswax pillar candle, wildflower", 18, "Hive & Wick", "Burlington", 4.6],
  ["Woven willow bread basket", 54, "Fen Basketry", "Madison", 0],
  ["Tall bottle vase in tenmoku", 120, "North Shed Pottery", "Seattle", 4.4]
] as const

export const listings = (shopOrigin: string, count = 8, from = 0): Array<ListingCard> =>
  Array.from({ length: count }, (_, index) => {
    const number = from + index
    const [title, price, name, city, rating] = PIECES[number % PIECES.length]!
    return {
      id: `lst_${number + 1}`,
      title,
      description: "",
      price,
      currency: "usd",
      images: [`${shopOrigin}/pictures/${number}.svg`],
      seller: { id: `shp_${number}`, name, city, rating },
      category: "ceramics",
      tags: [],
      in_stock: number % 5 !== 3
    }
  })

const CATEGORIES = ["Ceramics", "Jewelry", "Home decor", "Textiles", "Woodwork", "Candles", "Leather", "Paper"]

export const answer = (found: Array<ListingCard>, more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  listings: found,
  total_count: found.length,
  has_more: false,
  facets: {
    categories: CATEGORIES.map((name, index) => ({
      slug: name.toLowerCase().replace(" ", "-"),
      name,
      count: 64 - index * 7
    })),
    cities: ["Chicago", "Portland"].map((name) => ({ slug: name.toLowerCase(), name, count: 7 })),
    prices: [
      { min: 0, max: 24.99, count: 9 },
      { min: 25, max: 49.99, count: 30 },
      { min: 200, max: null, count: 2 }
    ]
  },
  ...more
})
