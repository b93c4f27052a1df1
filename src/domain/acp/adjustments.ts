import type { Order as AcpOrder } from "../../../schemas/acp/Order.ts"
import type { Order } from "../../../schemas/order.ts"

type Adjustment = AcpOrder["adjustments"][number]

/** Money on its way back to the buyer of an order; the amount in cents. */
export interface Refund {
  readonly id: string
  readonly orderId: string | null
  readonly amount: number
  readonly currency: string
  readonly reason: string
  readonly status: "pending" | "completed" | "failed"
  readonly createdAt: Date
}

const cancellationsOf = ({ events, lines }: Order): ReadonlyArray<Adjustment> =>
  events.flatMap(({ at, id, note, type }) =>
    type === "canceled"
      ? [
          {
            id,
            type: "cancellation" as const,
            occurred_at: at.toISOString(),
            status: "completed" as const,
            line_items: lines.map(({ quantity, totals }) => ({ id: totals.lineId, quantity })),
            ...(note !== null && { description: note })
          }
        ]
      : []
  )

const refundOf = ({ amount, createdAt, currency, id, reason, status }: Refund): Adjustment => ({
  id,
  type: "refund",
  occurred_at: createdAt.toISOString(),
  status,
  amount,
  currency,
  description: reason
})

/** What was canceled and what goes back, oldest first. Only a refund has an amount, so that no money is told twice. */
export const adjustmentsOf = (
  orders: ReadonlyArray<Order>,
  refunds: ReadonlyArray<Refund>
): ReadonlyArray<Adjustment> =>
  [
    ...orders.flatMap(cancellationsOf),
    ...refunds.filter(({ orderId }) => orders.some(({ id }) => id === orderId)).map(refundOf)
  ].sort((one, other) => one.occurred_at.localeCompare(other.occurred_at))
