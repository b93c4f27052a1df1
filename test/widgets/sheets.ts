import type { Sheet } from "../../widgets/checkout_session/Sheet.ts"

/** A checkout that can be paid, as `checkout_session` answers it. */
export const sheetAnswer = (over: Partial<Sheet> = {}): Sheet => ({
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
      item: { id: "lst_1", quantity: 2 },
      name: "Speckled stoneware mug",
      description: "From Clay & Kiln",
      images: [],
      base_amount: 6800,
      discount: 680,
      subtotal: 6120,
      tax: 383,
      total: 6503
    }
  ],
  totals: [
    { type: "items_base_amount", display_text: "Items", amount: 6800 },
    { type: "items_discount", display_text: "Item discounts", amount: 680 },
    { type: "subtotal", display_text: "Subtotal", amount: 6120 },
    { type: "fulfillment", display_text: "Delivery", amount: 900 },
    { type: "tax", display_text: "Tax", amount: 383 },
    { type: "total", display_text: "Total", amount: 7403 }
  ],
  fulfillment_options: [],
  messages: [],
  links: [],
  continue_url: "http://localhost:3001/checkout/chk_1",
  ...over
})
