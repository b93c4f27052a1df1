import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { inMinutes, type Piece, pictureOf, pieces, shops } from "../kit/samples.ts"
import type { Order } from "./read.ts"

const daysAgo = (days: number) => inMinutes(-days * 24 * 60)
const dayIn = (days: number) => inMinutes(days * 24 * 60).slice(0, 10)

const item = (piece: Piece, quantity = 1, variant?: string): Order["items"][number] => ({
  listing_id: piece.id,
  title: piece.title,
  image: pictureOf(piece),
  quantity,
  price: piece.price,
  ...(variant && { variant })
})

type Event = Order["events"][number]
const event = (type: Event["type"], days: number, over: Partial<Event> = {}): Event => ({
  type,
  at: daysAgo(days),
  note: null,
  location: null,
  amount: null,
  ...over
})

const address = {
  name: "Ada Lovelace",
  line1: "12 Lakeside Ave",
  line2: "Apt 4",
  city: "Chicago",
  state: "IL",
  zip: "60601",
  country: "US"
}

export const order = (over: Partial<Order> = {}): Order => ({
  id: "ord_Sample1",
  role: "buyer",
  order_number: "CL-K7QM-4X1D",
  confirmation_number: "CL-K7QM-4X1D",
  status: "shipped",
  created_at: daysAgo(4),
  items: [item(pieces[0], 2, "Large"), item(pieces[1]), item(pieces[7])],
  subtotal: 89,
  discount: 8.9,
  tax: 5.01,
  shipping_cost: 9,
  total: 94.11,
  currency: "usd",
  payment_status: "succeeded",
  refunded: 0,
  shipping_method: "standard",
  shipping_address: address,
  pickup_notes: null,
  carrier: "UPS",
  tracking_number: "1Z 999 AA1 01 2345 6784",
  tracking_url: `${sampleOrigin}/track/1Z999`,
  estimated_delivery: dayIn(3),
  cancelable_until: null,
  events: [
    event("confirmed", 4),
    event("processing", 3, { note: "Glazing this week's kiln." }),
    event("shipped", 1, { location: "Chicago, IL" })
  ],
  seller: { shop_name: shops[0].name, city: shops[0].city },
  buyer: { name: "Ada Lovelace", email: "ada@example.com" },
  url: `${sampleOrigin}/orders/ord_Sample1`,
  invoice_url: `${sampleOrigin}/orders/ord_Sample1/invoice`,
  ...over
})

const fresh = { carrier: null, tracking_number: null, tracking_url: null }

export const justOrdered = (over: Partial<Order> = {}): Order =>
  order({
    ...fresh,
    status: "pending",
    created_at: inMinutes(-20),
    cancelable_until: inMinutes(40),
    events: [event("confirmed", 0.01)],
    ...over
  })

export const cancelled = (over: Partial<Order> = {}): Order =>
  order({
    ...fresh,
    status: "cancelled",
    payment_status: "refunded",
    refunded: 94.11,
    estimated_delivery: null,
    events: [event("confirmed", 2), event("canceled", 1), event("refunded", 1, { amount: 94.11 })],
    ...over
  })

const delivered = order({
  status: "delivered",
  payment_status: "partially_refunded",
  refunded: 22,
  created_at: daysAgo(12),
  events: [
    event("confirmed", 12),
    event("shipped", 10, { location: "Chicago, IL" }),
    event("in_transit", 9, { location: "Gary, IN" }),
    event("failed_attempt", 8, { note: "Nobody was at home." }),
    event("delivered", 7, { location: "Chicago, IL" }),
    event("refunded", 5, { amount: 22, note: "One mug had a crack." })
  ]
})

const long = "Hand-thrown stoneware serving bowl with a celadon glaze, a carved rim and two lugs, one of a kind"
const cart = { cart_id: "crt_Sample", lines: [], subtotal: 0, currency: "usd", expires_at: inMinutes(600) }
const tools = {
  get_order_detail: answered({ order: order() }),
  cancel_order: answered({ order: cancelled() }),
  add_to_cart: [answered(cart), refused("OUT_OF_STOCK", "Sold out.", { available: 0 }), answered(cart)]
}
const shows = (it: Order, offered?: ReadonlyArray<string>) => answered({ order: it }, offered)

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: shows(order()), tools },
  { name: "can be cancelled", result: shows(justOrdered()), tools },
  { name: "as its shop sees it", result: shows(justOrdered({ role: "seller", cancelable_until: null })), tools },
  { name: "cancelled order", result: shows(cancelled()), tools },
  {
    name: "delivered, with returns",
    result: shows(delivered, ["get_order_detail", "add_to_cart", "request_return"]),
    tools
  },
  {
    name: "for pickup",
    result: shows(
      order({
        ...fresh,
        status: "ready_for_pickup",
        shipping_method: "pickup",
        shipping_address: null,
        shipping_cost: 0,
        pickup_notes: "I come on Saturday with a cargo bike.",
        events: [event("confirmed", 2), event("ready_for_pickup", 0.2)]
      })
    ),
    tools
  },
  {
    name: "payment under way",
    result: shows(justOrdered({ payment_status: "processing", cancelable_until: null })),
    tools
  },
  {
    name: "by its link alone",
    result: shows(cancelled({ shipping_address: null, buyer: { name: "", email: "" } })),
    tools
  },
  {
    name: "long words",
    result: shows(
      order({
        items: [1, 2, 3].map((n) => ({ ...item(pieces[0], 12), listing_id: `lst_${n}`, title: long, image: "" })),
        subtotal: 98_765.43,
        total: 98_765.43,
        seller: { shop_name: "The Very Long Name of a Small Workshop by the River", city: "Truth or Consequences" },
        tracking_number: "9400111899223344556677889900112233445566",
        events: [event("confirmed", 2, { note: `${long}. ${long}.` })]
      })
    ),
    tools
  },
  { name: "failed", result: refused("NOT_FOUND", "There is no such order. Check the id, or search again."), tools },
  { name: "stopped", cancelled: true },
  { name: "no capabilities", result: shows(justOrdered()), capabilities: {} },
  { name: "tools absent", result: shows(justOrdered(), ["search_listings"]) }
]
