import type { Dashboard, MovedOrder } from "./read.ts"

/** The dashboard after an order went on: what no longer waits for the shop is not among what is to do. */
export const moved = (dashboard: Dashboard, { id, status }: Pick<MovedOrder, "id" | "status">): Dashboard => {
  const waits = status === "pending" || status === "processing"
  const waited = dashboard.orders_to_do.some((order) => order.order_id === id)
  const now = <O extends { readonly order_id: string }>(order: O): O =>
    order.order_id === id ? { ...order, status } : order
  return {
    ...dashboard,
    pending_orders: dashboard.pending_orders - (waited && !waits ? 1 : 0),
    orders_to_do: dashboard.orders_to_do.filter((order) => waits || order.order_id !== id).map(now),
    recent_orders: dashboard.recent_orders.map(now)
  }
}
