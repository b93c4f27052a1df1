import type { OrderStatus } from "../../../schemas/order.ts"
import { Badge } from "../Badge.tsx"
import { useWords } from "../useWords.ts"
import { statusWords } from "./statusWords.ts"

const tones = {
  pending: "plain",
  processing: "plain",
  ready_for_pickup: "good",
  shipped: "good",
  delivered: "good",
  cancelled: "bad"
} as const satisfies Record<OrderStatus, string>

/** Where an order stands. A status of tomorrow's servers is shown as it is. */
export const StatusBadge = ({ status }: { readonly status: OrderStatus }) => (
  <Badge tone={tones[status] ?? "plain"}>{useWords(statusWords)(status)}</Badge>
)
