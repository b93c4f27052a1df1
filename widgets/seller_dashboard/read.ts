import type { Dashboard as DashboardSchema } from "../../schemas/dashboard.ts"
import type { OrderMoved } from "../../schemas/shopOrder.ts"

/** What `get_seller_dashboard` puts on the wire. */
export type Dashboard = typeof DashboardSchema.Encoded
export interface DashboardAnswer {
  readonly dashboard: Dashboard
}
export type ToDo = Dashboard["orders_to_do"][number]
export type Recent = Dashboard["recent_orders"][number]
export type LowStock = Dashboard["low_stock"][number]
export type Period = Dashboard["time_period"]
export type Status = ToDo["status"]

const lists = ["sales_chart", "top_products", "recent_orders", "orders_to_do", "low_stock"] as const

export const dashboardAnswer = (content: unknown): DashboardAnswer | undefined => {
  const dashboard = (content as DashboardAnswer | null | undefined)?.dashboard
  return dashboard !== undefined && lists.every((list) => Array.isArray(dashboard[list])) ? { dashboard } : undefined
}

/** Where an order stands, as `update_order_status` tells it. */
export type MovedOrder = (typeof OrderMoved.Encoded)["order"]

export const movedOrder = (content: unknown): MovedOrder | undefined => {
  const order = (content as { readonly order?: MovedOrder } | null | undefined)?.order
  return typeof order?.status === "string" ? order : undefined
}
