import type { JanuaryOrder } from "../../../../../schemas/acp/2026-01-30/JanuarySession.ts"
import type { Order } from "../../../../../schemas/acp/Order.ts"

/** The closed list of this release; it has no word for a canceled order, which is then told without a status. */
const statuses: Record<string, JanuaryOrder["status"]> = {
  created: "confirmed",
  manual_review: "confirmed",
  confirmed: "confirmed",
  processing: "processing",
  shipped: "shipped",
  completed: "delivered"
}

export const orderOf = (order: Order): JanuaryOrder => {
  const { checkout_session_id, confirmation, estimated_delivery, id, order_number, permalink_url, support } = order
  const status = statuses[order.status]
  return {
    id,
    checkout_session_id,
    order_number,
    permalink_url,
    ...(status && { status }),
    estimated_delivery,
    confirmation,
    support
  }
}
