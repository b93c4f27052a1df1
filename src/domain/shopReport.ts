import { Invalid, type Issue } from "../../schemas/errors.ts"
import type { Order } from "../../schemas/order.ts"
import type { ShopReport } from "../../schemas/shopOrder.ts"
import { carrierOf } from "./tracking.ts"

type Delivery = Pick<Order, "method" | "carrier" | "trackingNumber" | "trackingUrl">

/** What is asked of a shop that says a parcel is on its way. */
const missing = (order: Delivery, { carrier, trackingNumber, trackingUrl }: ShopReport): ReadonlyArray<Issue> => [
  ...((carrier ?? order.carrier) === null
    ? [{ path: "carrier", message: "is missing", question: "Which carrier takes the parcel, such as USPS or UPS?" }]
    : []),
  ...(trackingNumber === undefined && trackingUrl === undefined && !order.trackingNumber && !order.trackingUrl
    ? [{ path: "tracking_number", message: "is missing", question: "What is the parcel's tracking number?" }]
    : [])
]

/** Why a shop cannot say this of an order, as far as that can be mended by saying it otherwise. */
export const wrongReport = (order: Delivery, report: ShopReport): Invalid | undefined => {
  if (order.method === "pickup" && report.status === "shipped") {
    return Invalid.of("status", "the buyer fetches this order: say ready_for_pickup, and delivered when it was fetched")
  }
  if (order.method !== "pickup" && report.status === "ready_for_pickup") {
    return Invalid.of("status", "this order is sent by post: say shipped, with carrier and tracking_number")
  }
  const issues = report.status === "shipped" ? missing(order, report) : []
  return issues.length === 0 ? undefined : new Invalid({ issues })
}

/** Whether a report tells what is known already: said twice, it happens once. */
export const isKnown = (
  order: Delivery & Pick<Order, "status">,
  { carrier, note, status, trackingNumber, trackingUrl }: ShopReport
): boolean =>
  order.status === status &&
  note === undefined &&
  (carrier === undefined || carrierOf(carrier) === order.carrier) &&
  (trackingNumber === undefined || trackingNumber === order.trackingNumber) &&
  (trackingUrl === undefined || trackingUrl === order.trackingUrl)
