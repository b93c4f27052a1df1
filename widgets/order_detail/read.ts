import type { OrderDetail } from "../../schemas/order.ts"

/** What `get_order_detail` puts on the wire. */
export type Order = typeof OrderDetail.Encoded

/** The server checks its answers; here only what would break the drawing is refused. */
export const read = (content: unknown): Order | undefined => {
  const order = (content as { readonly order?: Order } | null | undefined)?.order
  return Array.isArray(order?.items) && Array.isArray(order.events) ? order : undefined
}
