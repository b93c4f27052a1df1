import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { inMinutes, type Piece, pictureOf, pieces, shops } from "../kit/samples.ts"
import type { CartView, Line } from "./read.ts"

const [mug, fern, candle, calendar, mitts] = pieces
const [clay, honey, bears] = shops
type Shop = (typeof shops)[number]

const line = (piece: Piece, { id, name }: Shop, quantity = 1, more: Partial<Line> = {}): Line => {
  const unit = more.unit_price ?? piece.price
  return {
    listing_id: piece.id,
    title: piece.title,
    image: pictureOf(piece),
    shop: { id, name },
    quantity,
    unit_price: unit,
    subtotal: unit * quantity,
    available: piece.stock,
    ...more
  }
}

const cart = (lines: ReadonlyArray<Line>, more: Partial<CartView> = {}): CartView => ({
  cart_id: "crt_Sample0000000001",
  lines,
  subtotal: lines.reduce((sum, { subtotal }) => sum + subtotal, 0),
  currency: "usd",
  expires_at: inMinutes(60 * 24 * 13),
  ...more
})

const tools = ["get_cart", "add_to_cart", "update_cart", "create_checkout"]
const input = { cart_id: "crt_Sample0000000001" }
const some = [
  line(mug, clay, 2, { variant: "Large, 10 oz", unit_price: 29.5 }),
  line(fern, clay),
  line(candle, honey, 3)
]
const short = [line(mug, clay, 2), line(calendar, bears, 5, { available: 2 }), line(mitts, honey, 1, { available: 0 })]
const ready = (lines: ReadonlyArray<Line>, more: Partial<CartView> = {}) => answered(cart(lines, more), tools)

const acts = {
  get_cart: ready(some),
  create_checkout: answered({
    checkout_session: { id: "chk_Sample0000000001", continue_url: `${sampleOrigin}/checkout/chk_Sample0000000001` }
  })
}

const wordy = "Hand-thrown tenmoku stoneware cappuccino mug with pulled handle, rust-breaking rim and unglazed foot"

/** Every moment of a cart. */
export const states: ReadonlyArray<State> = [
  { name: "waiting", input },
  {
    name: "ready",
    input,
    result: ready(some),
    tools: { ...acts, update_cart: [ready(some.slice(1)), ready(some)] }
  },
  { name: "one thing", input, result: ready([line(candle, honey)]), tools: { ...acts, update_cart: ready([]) } },
  {
    name: "some of it is gone",
    input,
    result: ready(short),
    tools: { ...acts, update_cart: ready([short[0]!, line(calendar, bears, 2, { available: 2 })]) }
  },
  { name: "empty", input, result: ready([]) },
  { name: "no longer kept", input, result: ready(some, { expires_at: inMinutes(-5) }) },
  {
    name: "a change is refused",
    input,
    result: ready(some),
    tools: {
      get_cart: ready([line(mug, clay, 2, { available: 2 }), ...some.slice(1)]),
      update_cart: refused("OUT_OF_STOCK", "Only 2 of this piece are left."),
      create_checkout: refused("OUT_OF_STOCK", "Only 1 of this piece is left. Change your cart and try again.")
    }
  },
  {
    name: "many lines, long texts",
    input,
    result: ready(
      pieces.flatMap((piece, n) => [
        line(piece, shops[n % 3]!, 1 + n, { title: `${wordy} number ${n + 1}`, unit_price: 1234.5, available: 12 }),
        line(piece, shops[n % 3]!, 99, { variant: `Unpronounceablesuperfluousness ${n}`, available: 99, image: null })
      ])
    ),
    tools: acts
  },
  { name: "failed", input, result: refused("NOT_FOUND", "There is no such cart. Add something to start a new one.") },
  { name: "cancelled", input, cancelled: true },
  { name: "no capabilities", input, result: ready(short), capabilities: {} },
  { name: "tools absent", input, result: answered(cart(some), ["get_cart"]) }
]
