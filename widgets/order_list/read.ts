import type { OrderSummary, OrdersAnswer } from "../../schemas/order.ts"

/** What `get_orders` puts on the wire. */
export type Answer = typeof OrdersAnswer.Encoded
export type Summary = typeof OrderSummary.Encoded

/** The server checks its answers; here only what would break the drawing is refused. */
export const read = (content: unknown): Answer | undefined => {
  const answer = content as Answer | null | undefined
  return Array.isArray(answer?.orders) && answer.orders.every(({ items }) => Array.isArray(items)) ? answer : undefined
}
