import { answered, refused, type State } from "../kit/State.ts"
import { type Piece, pictureOf, pieces, shops } from "../kit/samples.ts"
import type { ListingCard, SearchAnswer } from "./read.ts"

const card = (piece: Piece, index: number): ListingCard => {
  const { city, id, name, rating } = shops[index % shops.length]!
  return {
    id: piece.id,
    title: piece.title,
    description: "",
    price: piece.price,
    currency: "usd",
    images: [pictureOf(piece)],
    seller: { id, name, city, rating },
    category: piece.category,
    tags: [],
    in_stock: piece.stock > 0
  }
}
const cards = pieces.map(card)

const facet = (names: ReadonlyArray<string>) =>
  names.map((name, index) => ({ slug: name.toLowerCase().replaceAll(" ", "-"), name, count: 64 - index * 6 }))

const facets: SearchAnswer["facets"] = {
  categories: facet(["Ceramics", "Jewelry", "Home decor", "Textiles", "Woodwork", "Candles", "Leather", "Paper goods"]),
  cities: facet(["Chicago", "Portland", "Burlington", "Asheville", "Santa Fe", "Madison"]),
  prices: [
    { min: 0, max: 24.99, count: 21 },
    { min: 25, max: 49.99, count: 48 },
    { min: 50, max: 99.99, count: 17 },
    { min: 200, max: null, count: 2 }
  ]
}

const tools = ["search_listings", "get_listing", "add_to_cart", "get_cart"]
const answer = (listings: ReadonlyArray<ListingCard>, more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  listings,
  total_count: listings.length,
  has_more: false,
  facets,
  ...more
})
const ready = (listings: ReadonlyArray<ListingCard>, more: Partial<SearchAnswer> = {}) =>
  answered(answer(listings, more), tools)

const acts = {
  search_listings: [ready(cards.slice(2, 5)), ready(cards)],
  add_to_cart: answered({ cart_id: "crt_Sample0000000001", lines: [], subtotal: 0, currency: "usd", expires_at: "" })
}
const input = { query: "mug" }
const long = "Hand-thrown tenmoku stoneware cappuccino mug with pulled handle, rust-breaking rim and unglazed foot"
const [mug] = cards as [ListingCard]

/** Every moment of a search. */
export const states: ReadonlyArray<State> = [
  { name: "waiting", input },
  { name: "ready", input, result: ready(cards, { total_count: 88, has_more: true }), tools: acts },
  {
    name: "narrowed",
    input: { query: "mug", category: "ceramics", city: "chicago", price_max: 30 },
    result: ready(cards.slice(0, 2)),
    tools: acts
  },
  {
    name: "something similar",
    input,
    result: ready(cards.slice(0, 3), { suggestion: "Nothing is exactly so; these are alike." }),
    tools: acts
  },
  {
    name: "empty",
    input: { query: "mug", price_max: 1 },
    result: ready([], { suggestion: "Try “mug” without the price limit." }),
    tools: acts
  },
  { name: "one piece", input, result: ready([mug], { facets: { categories: [], cities: [], prices: [] } }) },
  {
    name: "long texts, no pictures",
    input,
    result: ready(
      cards.map((one, n) => ({
        ...one,
        title: n % 2 ? `${long} ${n}` : "Unpronounceablesuperfluousnessofamug",
        price: 12_345.5 * (n + 1),
        images: [],
        seller: { ...one.seller, name: "The Extraordinarily Long-Winded Pottery Cooperative of Lower Lakeview" }
      }))
    ),
    tools: acts
  },
  {
    name: "nothing more can be had",
    input,
    result: ready(cards, { total_count: 88, has_more: true }),
    tools: {
      search_listings: refused("UNAVAILABLE", "The market is closed for a minute. Try again soon."),
      add_to_cart: refused("OUT_OF_STOCK", "The last one was just sold.")
    }
  },
  { name: "failed", input, result: refused("UNAVAILABLE", "The market is closed for a minute."), tools: acts },
  { name: "cancelled", input, cancelled: true },
  { name: "no capabilities", input, result: ready(cards, { has_more: true, total_count: 88 }), capabilities: {} },
  { name: "tools absent", input, result: answered(answer(cards), ["search_listings"]) }
]
