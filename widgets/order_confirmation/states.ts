import type { SheetSession } from "../../schemas/acp/SheetSession.ts"
import type { Completed as CompletedSchema, Session as SessionSchema } from "../../schemas/session.ts"
import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { inMinutes, pictureOf, pieces, shops } from "../kit/samples.ts"

export type Completed = typeof CompletedSchema.Encoded
export type Session = typeof SessionSchema.Encoded
export type Sheet = typeof SheetSession.Encoded

type Shop = { readonly id: string; readonly name: string }

const [mug, , candle] = pieces
const [kiln, honey] = shops
const shopOf = ({ id, name }: Shop) => ({ id, name })
const expected = inMinutes(6 * 24 * 60).slice(0, 10)

const line = (piece: typeof mug | typeof candle, shop: Shop): Session["lines"][number] => ({
  id: `lin_${piece.id.slice(4)}`,
  listing_id: piece.id,
  title: piece.title,
  image: pictureOf(piece),
  shop: shopOf(shop),
  quantity: 1,
  unit_price: piece.price,
  subtotal: piece.price,
  discount: 0,
  tax: 0,
  total: piece.price
})

const delivery = (shop: Shop): Session["deliveries"][number] => ({
  shop: shopOf(shop),
  method: "standard",
  options: [{ method: "standard", cost: 6.5, estimated_delivery: expected }]
})

export const session = (over: Partial<Session> = {}): Session => ({
  id: "chk_Sample",
  status: "completed",
  lines: [line(mug, kiln), line(candle, honey)],
  subtotal: 56.5,
  discount: 0,
  shipping: 13,
  tax: 3.53,
  total: 73.03,
  currency: "usd",
  deliveries: [delivery(kiln), delivery(honey)],
  email: "ada@example.com",
  shipping_address: null,
  pickup_notes: null,
  discounts: { applied: [], rejected: [] },
  missing: [],
  expires_at: inMinutes(25),
  continue_url: `${sampleOrigin}/checkout/chk_Sample`,
  ...over
})

type Bought = Completed["orders"][number]

const number = "CL-TME8-BGYS"

const bought = (n: number, shop: Shop, total: number, over: Partial<Bought>): Bought => ({
  id: `ord_Sample${n}`,
  confirmation_number: number,
  order_number: `${number}-${n}`,
  total,
  currency: "usd",
  payment_status: "succeeded",
  estimated_delivery: expected,
  tracking_url: null,
  shop_name: shop.name,
  ...over
})

const twoShops = (over: Partial<Bought>) => [bought(1, kiln, 34.06, over), bought(2, honey, 38.97, over)]

export const completed = (
  orders: ReadonlyArray<Bought> = twoShops({}),
  over: Partial<Session> = {},
  message = "2 orders are placed."
): Completed => {
  const [first] = orders
  const { shop_name: _, ...order } = first ?? bought(1, kiln, 0, {})
  const total = orders.reduce((sum, each) => sum + each.total, 0)
  return {
    ...(first && { order: { ...order, order_number: number, total } }),
    orders,
    checkout_session: session(over),
    message
  }
}

const oneShop = [bought(1, kiln, 34.06, { order_number: number, tracking_url: `${sampleOrigin}/track/1` })]

export const underWay = completed(twoShops({ payment_status: "processing" }), { status: "processing" }, "Wait.")

export const asked = (over: Partial<Session> = {}) => completed([], { status: "authentication_required", ...over })

export const sheet = (over: Partial<Sheet> = {}): Sheet => ({
  id: "chk_Sample",
  payment_provider: {
    provider: "stripe",
    merchant_id: "craftlocal",
    supported_payment_methods: [{ type: "card", allowed_card_brands: ["visa"] }]
  },
  payment_mode: "test",
  status: "completed",
  currency: "USD",
  metadata: {},
  line_items: [],
  totals: [{ type: "total", display_text: "Total", amount: 7303 }],
  fulfillment_options: [],
  messages: [],
  links: [],
  order: {
    id: "ord_Sample1",
    checkout_session_id: "chk_Sample",
    permalink_url: `${sampleOrigin}/orders/ord_Sample1`
  },
  continue_url: `${sampleOrigin}/checkout/chk_Sample`,
  ...over
})

const { order: _, ...withoutOrder } = sheet()
const declined: Sheet = {
  ...withoutOrder,
  status: "ready_for_payment",
  messages: [
    { type: "error", code: "payment_declined", content_type: "plain", content: "The card was declined. Try another." }
  ]
}

const rereads = (over: Partial<Session>) => ({ get_checkout: answered({ checkout_session: session(over) }) })
const tools = rereads({})
const long = "The Very Long Name of a Small Workshop by the River in the Valley of the Many Bridges"

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: answered(completed()), tools },
  { name: "one shop", result: answered(completed(oneShop)), tools },
  { name: "processing", result: answered(underWay), tools: rereads({ status: "processing" }) },
  { name: "bank asks", result: answered(asked()), tools },
  {
    name: "something missing",
    result: answered(
      completed([], { status: "pending", missing: ["an e-mail address is missing", "a shipping address is missing"] })
    ),
    tools
  },
  { name: "not paid yet", result: answered(completed([], { status: "ready" })), tools },
  { name: "payment failed", result: answered(completed(twoShops({ payment_status: "failed" }))), tools },
  { name: "expired", result: answered(completed([], { status: "expired" })), tools },
  { name: "read again without numbers", result: answered(completed([], { status: "completed" })), tools },
  { name: "from the payment sheet", result: answered(sheet()), tools },
  { name: "declined in the sheet", result: answered(declined), tools },
  {
    name: "long words",
    result: answered(
      completed(
        [1, 2, 3, 4].map((n) => bought(n, { id: `shp_${n}`, name: long }, 98_765.43, {})),
        {
          email: `${"a-very-long-name".repeat(3)}@a-very-long-domain.example.com`
        }
      )
    ),
    tools
  },
  {
    name: "refused",
    input: { session_id: "chk_Sample" },
    result: refused("PAYMENT_DECLINED", "The card was declined. Nothing was charged. Try another card."),
    tools: rereads({ status: "ready" })
  },
  { name: "stopped", cancelled: true },
  { name: "no capabilities", result: answered(completed()), capabilities: {} },
  { name: "tools absent", result: answered(underWay, ["search_listings"]) }
]
