import type { Order, OrderEventType, OrderLine, OrderStatus } from "../../../../schemas/order.ts"
import { isWeb } from "../../../domain/tracking.ts"
import type { LinkedOrder } from "../../../services/Purchases.ts"
import { field, form, type Issues } from "../../account/fields.ts"
import { day, deliveryNames, moment, money } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import { local } from "../local.ts"
import type { Page } from "../page.ts"
import { issuesProblems } from "../problems.ts"
import { keyField } from "../sending.ts"
import { wrong } from "../wrong.ts"

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
    html`<li>${day(at.toISOString().slice(0, 10))}: ${happenings[type]}${amount === null ? "" : `, ${money(amount)}`}</li>\n`
)}</ol>
`

const tracking = ({ carrier, trackingNumber, trackingUrl }: Order) =>
  html`${
    trackingNumber !== null &&
    html`<p>${carrier === null ? "The carrier" : carrier.toUpperCase()} has it under the number <strong>${trackingNumber}</strong>.</p>\n`
  }${isWeb(trackingUrl) && html`<p><a class="target" href="${trackingUrl}" rel="noreferrer">Track the parcel</a></p>\n`}`

const line =
  (publicUrl: string) =>
  ({ image, listingId, quantity, title, totals, unitPrice, variant }: OrderLine) =>
    html`<li class="line">${
      image === null
        ? html`<span class="photo small"></span>`
        : html`<img class="photo small" src="${local(image, publicUrl)}" alt="">`
    }
<div><a href="/l/${listingId}">${title}</a>${variant !== "" && html` <span class="soft">(${variant})</span>`}
<div class="total-of"><span>${quantity} × ${money(unitPrice)}</span> <strong>${money(totals.base)}</strong></div></div></li>
`

const sums = ({ refunded, totals }: Order) => {
  const off = totals.itemsDiscount + totals.discount
  const all = [
    ["Subtotal", totals.itemsBase],
    ["Discount", -off],
    ["Delivery", totals.fulfillment],
    ["Tax", totals.tax],
    ["Total", totals.total],
    ["Refunded", -refunded]
  ] as const
  return html`<table>
<tbody>${all
    .filter(([name, amount]) => amount !== 0 || (name !== "Discount" && name !== "Refunded"))
    .map(
      ([name, amount]) => html`<tr><th scope="row">${name}</th><td class="amount">${money(amount)}</td></tr>\n`
    )}</tbody>
</table>
`
}

export interface Shown extends LinkedOrder {
  readonly csrf: Html
  readonly publicUrl: string
  /** What was sent to cancel it, and what was wrong with that. */
  readonly sent?: { readonly issues: Issues; readonly said: (name: string) => string; readonly status: number }
}

const cancelForm = ({ asksEmail, cancelableUntil, csrf, order, sent }: Shown) => {
  if (cancelableUntil === null) return false
  const email = {
    name: "email",
    label: "E-mail address of the order",
    hint: "The one it was placed with",
    type: "email",
    autocomplete: "email",
    value: sent?.said("email")
  } as const
  const { about, told } = wrong("reason", sent?.issues ?? [])
  const fields = html`${keyField()}
<p>All of the money goes back, and the shop is told.</p>
${asksEmail && field(email, sent?.issues)}<p><label for="reason">Why? <span class="soft">(optional, for the shop)</span></label>${told}
<textarea id="reason" name="reason" rows="2" maxlength="500"${about}>${sent?.said("reason") ?? ""}</textarea></p>
`
  return html`<h2>Cancel</h2>
<p>Until ${moment(cancelableUntil.toISOString())}, unless the shop has begun by then.</p>
<details${sent !== undefined && html` open`}><summary>Cancel this order</summary>
${form(`/orders/${order.id}/cancel`, csrf, fields, "Cancel the whole order")}</details>
`
}

/** An order for whoever holds its link: never the e-mail or the address. */
export const orderPage = (shown: Shown): Page => {
  const { order, publicUrl, sent } = shown
  const { city, id, name } = order.shop
  return {
    title: `Order ${order.number}`,
    secret: true,
    ...(sent && { status: sent.status }),
    body: html`${issuesProblems(sent?.issues ?? [])}<p><span class="status">${statuses[order.status]}</span></p>
<p>From <a href="/shops/${id}">${name}</a> in ${city}. ${deliveryNames[order.method]}, expected by <strong>${day(order.estimatedDelivery)}</strong>.</p>
${tracking(order)}<h2>What was bought</h2>
<ul class="plain">${order.lines.map(line(publicUrl))}</ul>
${sums(order)}
<p><a class="target" href="/orders/${order.id}/invoice">Invoice, to print</a></p>
${history(order)}${cancelForm(shown)}<p class="soft">Confirmation number ${order.confirmationNumber}. Keep this link: whoever has it can see this page.${shown.asksEmail && shown.cancelableUntil !== null && " To cancel the order they must also know the e-mail address it was placed with."}</p>`
  }
}
