import { addressOf } from "../../../schemas/acp/address.ts"
import type { Order as AcpOrder } from "../../../schemas/acp/Order.ts"
import type { Order, OrderEventType } from "../../../schemas/order.ts"
import { transitDays } from "../shipping.ts"
import { isWeb } from "../tracking.ts"

type Fulfillment = AcpOrder["fulfillments"][number]

const day = 24 * 60 * 60 * 1000

/** The last day is written with the order; the first follows from how long the method is on its way. */
const estimateOf = ({ createdAt, estimatedDelivery, method }: Order): Fulfillment["estimated_delivery"] => {
  const [least, most] = transitDays[method]
  const latest = new Date(`${estimatedDelivery}T${createdAt.toISOString().slice(11)}`)
  return {
    earliest: new Date(latest.getTime() - (most - least) * day).toISOString(),
    latest: latest.toISOString()
  }
}

/** Where a parcel is after the last word of its carrier. */
const onItsWay: { readonly [E in OrderEventType]?: string } = {
  shipped: "shipped",
  in_transit: "in_transit",
  out_for_delivery: "out_for_delivery",
  failed_attempt: "in_transit",
  returned_to_sender: "failed"
}

const statusOf = ({ events, status }: Order): string => {
  if (status === "cancelled") return "canceled"
  if (status !== "shipped") return status
  return events.map(({ type }) => onItsWay[type]).findLast((where) => where !== undefined) ?? "shipped"
}

/** That it was confirmed is told by the order, that money went back by an adjustment. */
const eventsOf = ({ events }: Order): NonNullable<Fulfillment["events"]> =>
  events.flatMap(({ at, id, location, note, type }) =>
    type === "confirmed" || type === "refunded"
      ? []
      : [
          {
            id,
            type,
            occurred_at: at.toISOString(),
            ...(note !== null && { description: note }),
            ...(location !== null && { location })
          }
        ]
  )

export const fulfillmentOf = (order: Order): Fulfillment => {
  const { address, buyer, carrier, id, lines, method, shop, trackingNumber, trackingUrl } = order
  return {
    id,
    type: method === "pickup" ? "pickup" : "shipping",
    status: statusOf(order),
    line_items: lines.map(({ quantity, totals }) => ({ id: totals.lineId, quantity })),
    ...(carrier !== null && { carrier }),
    ...(trackingNumber !== null && { tracking_number: trackingNumber }),
    ...(isWeb(trackingUrl) && { tracking_url: trackingUrl }),
    ...(method !== "pickup" && address !== null && { destination: addressOf(address, buyer.name) }),
    estimated_delivery: estimateOf(order),
    description: shop.name,
    events: eventsOf(order)
  }
}
