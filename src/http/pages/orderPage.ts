import type { Order, OrderEventType, OrderStatus } from "../../../schemas/order.ts"
import { isWeb } from "../../domain/tracking.ts"
import { bill, day, deliveryNames, money } from "./amounts.ts"
import { html } from "./html.ts"
import type { Page } from "./page.ts"

const statuses: Record<OrderStatus, string> = {
  pending: "Received by the shop",
  processing: "Being made",
  ready_for_pickup: "Ready for pickup",
  shipped: "On its way",
  delivered: "Delivered",
  cancelled: "Cancelled"
}

const happenings: Record<OrderEventType, string> = {
  confirmed: "Ordered and paid",
  processing: "The shop began to make it",
  ready_for_pickup: "Ready for pickup",
  shipped: "Handed to the carrier",
  in_transit: "On its way",
  out_for_delivery: "Out for delivery",
  failed_attempt: "A delivery was tried in vain",
  returned_to_sender: "Went back to the shop",
  delivered: "Delivered",
  canceled: "Canceled",
  refunded: "Money went back"
}

/** What has happened so far, with its day: what carriers and shops wrote to each other is not told here. */
const history = ({ events }: Order) => html`<h2>What has happened</h2>
<ol>
${events.map(
  ({ amount, at, type }) =>
    html`<li>${day(at.toISOString().slice(0, 10))}: ${happenings[type]}${amount === null ? "" : `, ${money(amount)}`}</li>`
)}
</ol>`

/** An order for whoever holds its link: never the e-mail or the address. */
export const orderPage = (order: Order): Page => {
  const off = order.totals.itemsDiscount + order.totals.discount
  return {
    title: `Order ${order.number}`,
    secret: true,
    body: html`<p><span class="status">${statuses[order.status]}</span></p>
<p>From <strong>${order.shop.name}</strong> in ${order.shop.city}. ${deliveryNames[order.method]}, expected by <strong>${day(order.estimatedDelivery)}</strong>.</p>
${isWeb(order.trackingUrl) && html`<p><a href="${order.trackingUrl}" rel="noreferrer">Track the parcel</a></p>`}
${bill(
  order.lines.map(({ quantity, title, totals, variant }) => ({ title, variant, quantity, amount: totals.base })),
  [
    ["Subtotal", order.totals.itemsBase],
    ["Discount", off > 0 ? -off : undefined],
    ["Delivery", order.totals.fulfillment],
    ["Tax", order.totals.tax],
    ["Total", order.totals.total],
    ["Refunded", order.refunded > 0 ? -order.refunded : undefined]
  ]
)}
${history(order)}
<p class="soft">Confirmation number ${order.confirmationNumber}. Keep this link: whoever has it can see this page.</p>`
  }
}
