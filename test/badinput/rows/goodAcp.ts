import { acp } from "../ask.ts"
import type { Market } from "../market.ts"

/** Every operation on a session. */
export const goodAcp = {
  create: (m: Market) =>
    acp("POST", "", {
      ...m.acpAsked(),
      capabilities: { interventions: { supported: ["3ds"] } },
      discounts: { codes: ["WELCOME10"] },
      order_notes: "Ring twice"
    }),
  named: (m: Market) => acp("POST", "", { ...m.acpAsked(), buyer: { email: "ada@example.com", first_name: "Ada" } }),
  varied: (m: Market) => acp("POST", "", { ...m.acpAsked(), line_items: [{ id: `${m.varied}:${m.variant}` }] }),
  nested: (m: Market) => acp("POST", "", { ...m.acpAsked(), line_items: [{ item: { id: m.plain }, quantity: 1 }] }),
  read: async (m: Market) => acp("GET", `/${await m.session()}`),
  update: async (m: Market) =>
    acp("POST", `/${await m.session()}`, {
      line_items: [{ id: m.plain, quantity: 2 }],
      selected_fulfillment_options: [{ type: "shipping", option_id: `${m.plainShop}:expedited`, item_ids: [m.plain] }]
    }),
  complete: async (m: Market) =>
    acp("POST", `/${await m.session()}/complete`, {
      payment_data: {
        handler_id: "card_tokenized",
        instrument: { type: "card", credential: { type: "spt", token: "spt_test_ok" } }
      }
    }),
  cancel: async (m: Market) =>
    acp("POST", `/${await m.session()}/cancel`, { intent_trace: { reason_code: "price_sensitivity" } })
}
