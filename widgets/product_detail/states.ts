import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { inMinutes, pictureOf, pieces, shops } from "../kit/samples.ts"
import type { Listing } from "./read.ts"

const [cup, mug, candle, calendar, mitts, plush] = pieces
/** The others have only two pictures in the demo market. */
const withThree = pieces.filter((piece) => ![cup, candle, plush].some(({ id }) => id === piece.id))
const [clay] = shops

const reviews = [
  [5, "The glaze is even better in the hand. It keeps my coffee hot through a long morning.", "Ines", 4],
  [5, "Packed with great care, and the handle fits three fingers.", "Tom", 19],
  [4, "A little smaller than I thought, but lovely.", "Priya", 33],
  [5, "My second one. They stack well.", "Jo", 58]
] as const

const listing: Listing = {
  id: mug.id,
  title: mug.title,
  description:
    "A round-bellied mug, thrown in pale stoneware. The ferns are scratched by hand through a dark slip, so no two are alike.\n\nDishwasher safe; better by hand.",
  price: mug.price,
  currency: "usd",
  images: [1, 2, 3].map((n) => pictureOf(mug, n)),
  seller: { id: clay.id, shop_name: clay.name, city: clay.city, rating: clay.rating, total_reviews: clay.reviews },
  category: mug.category,
  tags: ["stoneware", "sgraffito"],
  materials: ["stoneware", "dark slip"],
  dimensions: "3.5 in wide, 4 in high",
  weight_oz: 12,
  stock: mug.stock,
  variants: [],
  shipping_enabled: true,
  shipping_cost: 6.5,
  pickup_enabled: true,
  lead_time_days: 3,
  return_policy: "Returns within 14 days, unused; the buyer pays the way back.",
  status: "active",
  url: `${sampleOrigin}/l/${mug.id}`,
  created_at: inMinutes(-60 * 24 * 200),
  reviews_summary: {
    average_rating: 4.8,
    total_reviews: 12,
    recent_reviews: reviews.map(([rating, comment, reviewer_name, days]) => ({
      rating,
      comment,
      reviewer_name,
      date: inMinutes(-60 * 24 * days)
    }))
  }
}

const variants = [
  { name: "Small, 6 oz", price: 25, stock: 10 },
  { name: "Large, 10 oz", price: 29.5, stock: 2 },
  { name: "Jumbo, 14 oz", price: 34, stock: 0 }
]

const tools = ["search_listings", "get_listing", "add_to_cart", "get_cart", "create_checkout", "ask_listing_question"]
const input = { listing_id: mug.id }
const ready = (more: Partial<Listing> = {}, offered = tools) => answered({ listing: { ...listing, ...more } }, offered)

const acts = {
  add_to_cart: answered({
    cart_id: "crt_Sample0000000001",
    lines: [],
    subtotal: 0,
    currency: "usd",
    expires_at: inMinutes(600)
  }),
  create_checkout: answered({
    checkout_session: { id: "chk_Sample0000000001", continue_url: `${sampleOrigin}/checkout/chk_Sample0000000001` }
  }),
  get_listing: ready()
}

const long = {
  title: "Hand-thrown tenmoku stoneware cappuccino mug with pulled handle, rust-breaking rim and a foot left unglazed",
  description: Array.from({ length: 6 }, () => listing.description).join("\n\n"),
  images: withThree.flatMap((piece) => [1, 2, 3].map((n) => pictureOf(piece, n))).slice(0, 11),
  seller: { ...listing.seller, shop_name: "The Extraordinarily Long-Winded Pottery Cooperative of Lower Lakeview" },
  materials: [
    "dark stoneware from Ohio",
    "tenmoku glaze",
    "wax resist",
    "iron oxide",
    "Unpronounceablesuperfluousness"
  ],
  variants: Array.from({ length: 9 }, (_, n) => ({ name: `Glaze number ${n + 1}`, price: 25 + n, stock: n })),
  return_policy: Array.from({ length: 4 }, () => listing.return_policy).join(" ")
} satisfies Partial<Listing>

/** Every moment of a piece that is looked at. */
export const states: ReadonlyArray<State> = [
  { name: "waiting", input },
  { name: "ready", input, result: ready(), tools: acts },
  { name: "variants", input, result: ready({ variants }), tools: acts },
  {
    name: "last one, free shipping, no pickup",
    input,
    result: ready({
      id: calendar.id,
      title: calendar.title,
      price: calendar.price,
      images: [pictureOf(calendar)],
      stock: 1,
      shipping_cost: 0,
      pickup_enabled: false,
      lead_time_days: 0,
      reviews_summary: { average_rating: 0, total_reviews: 0, recent_reviews: [] }
    }),
    tools: acts
  },
  {
    name: "sold out",
    input,
    result: ready({ id: mitts.id, title: mitts.title, price: mitts.price, images: [pictureOf(mitts)], stock: 0 })
  },
  {
    name: "every variant sold out",
    input,
    result: ready({ variants: variants.map((one) => ({ ...one, stock: 0 })), stock: 0 })
  },
  { name: "no shipping, no pickup", input, result: ready({ shipping_enabled: false, pickup_enabled: false }) },
  { name: "a draft, as its maker sees it", input, result: ready({ status: "draft" }) },
  {
    name: "bare: no pictures, no facts",
    input,
    result: ready({
      images: [],
      materials: [],
      dimensions: null,
      weight_oz: null,
      description: "A mug.",
      return_policy: "",
      reviews_summary: { average_rating: 0, total_reviews: 0, recent_reviews: [] }
    })
  },
  { name: "long texts and many pictures", input, result: ready(long), tools: acts },
  {
    name: "just sold to somebody else",
    input,
    result: ready(),
    tools: {
      add_to_cart: refused("OUT_OF_STOCK", "Only 1 of this piece is left."),
      create_checkout: refused("OUT_OF_STOCK", "Only 1 of this piece is left."),
      get_listing: ready({ stock: 1 })
    }
  },
  {
    name: "failed",
    input,
    result: refused("NOT_FOUND", "There is no such listing. Search again for something alike.")
  },
  { name: "cancelled", input, cancelled: true },
  { name: "no capabilities", input, result: ready({ variants }), capabilities: {} },
  { name: "tools absent", input, result: ready({}, ["get_listing"]) }
]
