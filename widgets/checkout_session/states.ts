import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { pictureOf, pieces } from "../kit/samples.ts"
import type { Sheet } from "./Sheet.ts"

const [mug] = pieces

const sheet = (over: Partial<Sheet> = {}): Sheet => ({
  id: "chk_1",
  payment_provider: {
    provider: "stripe",
    merchant_id: "craftlocal",
    supported_payment_methods: [{ type: "card", allowed_card_brands: ["visa"] }]
  },
  payment_mode: "test",
  status: "ready_for_payment",
  currency: "USD",
  metadata: { checkout_session_id: "chk_1" },
  line_items: [
    {
      id: "lin_1",
      item: { id: mug.id, quantity: 2 },
      name: mug.title,
      description: "From Clay & Kiln",
      images: [pictureOf(mug)],
      base_amount: 5000,
      discount: 500,
      subtotal: 4500,
      tax: 283,
      total: 4783
    }
  ],
  totals: [
    { type: "items_base_amount", display_text: "Items", amount: 5000 },
    { type: "items_discount", display_text: "Item discounts", amount: 500 },
    { type: "subtotal", display_text: "Subtotal", amount: 4500 },
    { type: "fulfillment", display_text: "Delivery", amount: 900 },
    { type: "tax", display_text: "Tax", amount: 283 },
    { type: "total", display_text: "Total", amount: 5683 }
  ],
  fulfillment_options: [],
  messages: [],
  links: [],
  continue_url: `${sampleOrigin}/checkout/chk_1`,
  ...over
})

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: answered(sheet()) },
  {
    name: "something is missing",
    result: answered(
      sheet({
        status: "not_ready_for_payment",
        messages: [{ type: "error", code: "missing", content_type: "plain", content: "A street is missing." }]
      })
    )
  },
  {
    name: "paid",
    result: answered(
      sheet({
        status: "completed",
        order: { id: "ord_1", checkout_session_id: "chk_1", permalink_url: `${sampleOrigin}/orders/ord_1` }
      })
    )
  },
  { name: "canceled", result: answered(sheet({ status: "canceled" })) },
  { name: "refused", result: refused("OUT_OF_STOCK", "Only 1 of Tenmoku Low Cappuccino Mug is left.") },
  { name: "stopped", cancelled: true },
  { name: "a host that does nothing", result: answered(sheet()), capabilities: {} }
]
