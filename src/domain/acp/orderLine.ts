import type { Order as AcpOrder } from "../../../schemas/acp/Order.ts"
import type { Order, OrderLine } from "../../../schemas/order.ts"
import { absolute, listingUrl } from "../publicUrls.ts"
import { lineTotals } from "./totals.ts"

/** Pieces of a canceled order are not wanted any more; pieces on their way or handed over are fulfilled. */
const quantityOf = (ordered: number, status: Order["status"]) => ({
  ordered,
  current: status === "cancelled" ? 0 : ordered,
  fulfilled: status === "shipped" || status === "delivered" ? ordered : 0
})

const statusOf = ({ current, fulfilled }: AcpOrder["line_items"][number]["quantity"]) => {
  if (current === 0) return "removed"
  if (fulfilled === current) return "fulfilled"
  return fulfilled > 0 ? "partial" : "processing"
}

export const lineOf = (
  { image, listingId, quantity: ordered, title, totals, unitPrice, variant }: OrderLine,
  { status }: Pick<Order, "status">,
  publicUrl: string
): AcpOrder["line_items"][number] => {
  const quantity = quantityOf(ordered, status)
  return {
    id: totals.lineId,
    title: variant === "" ? title : `${title} (${variant})`,
    quantity,
    unit_price: unitPrice,
    subtotal: totals.subtotal,
    totals: lineTotals(totals),
    status: statusOf(quantity),
    product_id: listingId,
    ...(image !== null && { image_url: absolute(publicUrl, image) }),
    url: listingUrl(publicUrl, listingId)
  }
}
