import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { inMinutes, pictureOf, pieces, shops } from "../kit/samples.ts"
import type { Session } from "./read.ts"

const [mug, , candle] = pieces
const [kiln, honey] = shops

const line = (piece: (typeof pieces)[number], shop: (typeof shops)[number], quantity: number, variant?: string) => ({
  id: `lin_${piece.id.slice(4)}`,
  listing_id: piece.id,
  ...(variant && { variant }),
  title: piece.title,
  image: pictureOf(piece),
  shop: { id: shop.id, name: shop.name },
  quantity,
  unit_price: piece.price,
  subtotal: piece.price * quantity,
  discount: 0,
  tax: 0,
  total: piece.price * quantity
})

const delivery = (shop: (typeof shops)[number], method: "standard" | "pickup" | null) => ({
  shop: { id: shop.id, name: shop.name },
  method,
  options: [
    { method: "standard" as const, cost: 6.5, estimated_delivery: "2026-05-12" },
    { method: "expedited" as const, cost: 13, estimated_delivery: "2026-05-08" },
    { method: "pickup" as const, cost: 0, estimated_delivery: "2026-05-06" }
  ]
})

const address = {
  name: "Ada Lovelace",
  line1: "12 Analytical Way",
  city: "Chicago",
  state: "IL",
  zip: "60601",
  country: "US"
}

const open: Session = {
  id: "chk_1",
  status: "pending",
  listing_id: mug.id,
  quantity: 2,
  lines: [line(mug, kiln, 2, "Matte black")],
  subtotal: 50,
  discount: 0,
  currency: "usd",
  deliveries: [delivery(kiln, null)],
  email: null,
  shipping_address: null,
  pickup_notes: null,
  discounts: { applied: [], rejected: [] },
  missing: ["an e-mail address is missing", "a shipping address is missing"],
  expires_at: inMinutes(29),
  continue_url: `${sampleOrigin}/checkout/chk_1`
}

const ready: Session = {
  ...open,
  status: "ready",
  shipping: 6.5,
  tax: 5.13,
  total: 61.63,
  deliveries: [delivery(kiln, "standard")],
  email: "ada@example.com",
  shipping_address: address,
  missing: []
}

const shown = (session: Session, tools?: ReadonlyArray<string>) => answered({ checkout_session: session }, tools)

/** With what a host's payment sheet needs, as the server tells it of a checkout that can be paid. */
const payable = (session: Session, mode: "test" | "live" = "test") => ({
  ...shown(session),
  _meta: { ...shown(session, every)._meta, payment_sheet: { id: session.id, payment_mode: mode } }
})

const every = ["get_checkout", "update_checkout", "complete_checkout", "create_checkout"]

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: payable(ready) },
  { name: "nothing said yet", result: shown(open) },
  {
    name: "two shops, a code, and another refused",
    result: payable({
      ...ready,
      lines: [line(mug, kiln, 2), line(candle, honey, 1)],
      deliveries: [delivery(kiln, "standard"), delivery(honey, "pickup")],
      subtotal: 81.5,
      discount: 8.15,
      total: 84.98,
      discounts: {
        applied: [{ code: "WELCOME10", title: "10% off", amount: 8.15 }],
        rejected: [{ code: "EXPIRED5", reason: "discount_code_expired", message: "This code has ended." }]
      }
    })
  },
  {
    name: "a shop that cannot deliver these together",
    result: shown({
      ...open,
      lines: [line(mug, kiln, 2), line(candle, kiln, 1)],
      deliveries: [{ ...delivery(kiln, "standard"), method: null, options: [] }],
      missing: ["Clay & Kiln cannot deliver these items together; buy them one by one"]
    })
  },
  { name: "soon over", result: payable({ ...ready, expires_at: inMinutes(3) }) },
  { name: "past its time", result: shown({ ...ready, expires_at: inMinutes(-1) }) },
  { name: "expired", result: shown({ ...ready, status: "expired", expires_at: inMinutes(-5) }) },
  { name: "canceled", result: shown({ ...ready, status: "canceled" }) },
  { name: "the bank asks", result: shown({ ...ready, status: "authentication_required" }) },
  { name: "payment under way", result: shown({ ...ready, status: "processing" }) },
  { name: "completed", result: shown({ ...ready, status: "completed" }) },
  { name: "real money without a payment sheet", result: payable(ready, "live") },
  {
    name: "sold out meanwhile",
    result: shown({ ...ready, status: "pending", missing: ["Tenmoku Low Cappuccino Mug is sold out"] })
  },
  { name: "refused", result: refused("NOT_FOUND", "There is no such checkout. Start a new one with create_checkout.") },
  { name: "stopped", cancelled: true },
  { name: "a host that does nothing", result: payable(ready), capabilities: {} },
  { name: "tools that only read", result: shown(ready, ["get_checkout"]) }
]
