import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { inMinutes, type Piece, pictureOf, pieces, shops } from "../kit/samples.ts"
import type { Answer, Summary } from "./read.ts"

const daysAgo = (days: number) => inMinutes(-days * 24 * 60)
const dayIn = (days: number) => inMinutes(days * 24 * 60).slice(0, 10)

const item = (piece: Piece, quantity = 1, variant?: string): Summary["items"][number] => ({
  listing_id: piece.id,
  title: piece.title,
  image: pictureOf(piece),
  quantity,
  price: piece.price,
  ...(variant && { variant })
})

const of = (items: ReadonlyArray<Summary["items"][number]>) =>
  items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)

export const order = (n: number, over: Partial<Summary> = {}): Summary => {
  const items = over.items ?? [item(pieces[n % pieces.length]!)]
  return {
    id: `ord_Sample${n}`,
    order_number: `CL-K7QM-4X${n}D`,
    confirmation_number: `CL-K7QM-4X${n}D`,
    status: "pending",
    total: of(items) + 9,
    currency: "usd",
    created_at: daysAgo(n),
    estimated_delivery: dayIn(6),
    tracking_url: null,
    items,
    seller: { shop_name: shops[n % shops.length]!.name },
    buyer: null,
    ...over
  }
}

export const answer = (orders: ReadonlyArray<Summary>, over: Partial<Answer> = {}): Answer => ({
  orders,
  total_count: orders.length,
  has_more: false,
  ...over
})

const tracked = { tracking_url: `${sampleOrigin}/track/1Z999` }

export const several: ReadonlyArray<Summary> = [
  order(1, {
    status: "shipped",
    items: [item(pieces[0], 2, "Large"), item(pieces[1]), item(pieces[7])],
    ...tracked
  }),
  order(2, { status: "processing", items: pieces.slice(2, 7).map((piece) => item(piece)) }),
  order(3, { status: "ready_for_pickup" }),
  order(4, { status: "delivered", created_at: daysAgo(41), ...tracked }),
  order(5, { status: "cancelled", created_at: daysAgo(60), estimated_delivery: null })
]

const forShop = (it: Summary): Summary => ({ ...it, seller: null, buyer: { name: "Ada Lovelace" } })

const cart = { cart_id: "crt_Sample", lines: [], subtotal: 0, currency: "usd", expires_at: inMinutes(600) }

const tools = {
  get_orders: answered(answer(several)),
  add_to_cart: [answered(cart), refused("OUT_OF_STOCK", "Sold out.", { available: 0 }), answered(cart)]
}

const long = "Hand-thrown stoneware serving bowl with a celadon glaze, a carved rim and two lugs, one of a kind"

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: answered(answer(several)), tools },
  { name: "more to come", result: answered(answer(several, { total_count: 34, has_more: true })), tools },
  {
    name: "for the shop",
    input: { role: "seller" },
    result: answered(answer(several.map(forShop))),
    tools
  },
  {
    name: "long words",
    result: answered(
      answer([
        order(6, {
          status: "ready_for_pickup",
          total: 98_765.43,
          seller: { shop_name: "The Very Long Name of a Small Workshop by the River in the Valley" },
          items: [1, 2, 3, 4].map((n) => ({ ...item(pieces[0], 12), listing_id: `lst_${n}`, title: long, image: "" }))
        })
      ])
    ),
    tools
  },
  { name: "empty", result: answered(answer([])), tools },
  { name: "empty shipped", input: { status: "shipped" }, result: answered(answer([])), tools },
  { name: "failed", result: refused("UNAUTHORIZED", "Orders belong to an account. Sign in and try again."), tools },
  { name: "cancelled", cancelled: true },
  { name: "no capabilities", result: answered(answer(several)), capabilities: {} },
  { name: "tools absent", result: answered(answer(several, { has_more: true, total_count: 9 }), ["search_listings"]) }
]
