import type { CheckoutSession, Status } from "../../../../../schemas/acp/CheckoutSession.ts"
import { itemIdOf } from "../../../../../schemas/acp/itemId.ts"
import type { LegacySession, LegacyStatus } from "../../../../../schemas/acp/legacy/LegacySession.ts"
import type { Contents } from "../../../../../schemas/checkout.ts"
import { absolute } from "../../../../domain/publicUrls.ts"
import type { Market, Shown } from "../../session/Shown.ts"
import { sessionOf as aprilSessionOf } from "../../session/sessionOf.ts"
import { chosenCombination, combinationId } from "./combinations.ts"
import { messagesOf } from "./messagesOf.ts"
import { optionsOf } from "./optionsOf.ts"

const statuses: Record<Status, LegacyStatus> = {
  not_ready_for_payment: "not_ready_for_payment",
  ready_for_payment: "ready_for_payment",
  authentication_required: "in_progress",
  complete_in_progress: "in_progress",
  completed: "completed",
  canceled: "canceled",
  expired: "canceled"
}

/** The last word of a name is the last name; both must be there, so a name that is not known is empty. */
const buyerOf = ({ email, full_name = "", phone_number }: NonNullable<CheckoutSession["buyer"]>) => {
  const end = full_name.trim().lastIndexOf(" ")
  return {
    first_name: end < 0 ? full_name.trim() : full_name.trim().slice(0, end),
    last_name: end < 0 ? "" : full_name.trim().slice(end + 1),
    email,
    ...(phone_number !== undefined && { phone_number })
  }
}

const linesOf = ({ lines, quote }: Contents): LegacySession["line_items"] =>
  lines.map((line) => {
    const { base, discount, subtotal, tax, total } = quote.lines.find(({ lineId }) => lineId === line.id)!
    const item = { id: itemIdOf(line), quantity: line.quantity }
    return { id: line.id, item, base_amount: base, discount, subtotal, tax, total }
  })

/** A checkout as the first release tells it. */
export const sessionOf = (shown: Shown, market: Market): LegacySession => {
  const { contents } = shown.session.state
  const { buyer, currency, fulfillment_details, id, messages, order, status, totals } = aprilSessionOf(shown, market)
  const chosen = chosenCombination(contents)
  return {
    id,
    ...(buyer && { buyer: buyerOf(buyer) }),
    payment_provider: { provider: "stripe", supported_payment_methods: ["card"] },
    status: statuses[status],
    currency,
    line_items: linesOf(contents),
    ...(fulfillment_details?.address && { fulfillment_address: fulfillment_details.address }),
    fulfillment_options: optionsOf(shown.session),
    ...(chosen && { fulfillment_option_id: combinationId(chosen) }),
    totals: totals.map(({ amount, display_text, type }) => ({ type, display_text, amount })),
    messages: messagesOf({ messages, status }),
    links: [
      { type: "terms_of_use", url: absolute(market.publicUrl, "/terms") },
      { type: "privacy_policy", url: absolute(market.publicUrl, "/privacy") },
      { type: "seller_shop_policies", url: absolute(market.publicUrl, "/terms") }
    ],
    ...(order && {
      order: { id: order.id, checkout_session_id: order.checkout_session_id, permalink_url: order.permalink_url }
    })
  }
}
