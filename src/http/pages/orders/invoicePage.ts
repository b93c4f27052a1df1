import type { Order, OrderLine, PaymentStatus } from "../../../../schemas/order.ts"
import type { Invoiced } from "../../../services/Purchases.ts"
import { day, money } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import type { Page } from "../page.ts"

const paid: Record<PaymentStatus, string> = {
  succeeded: "Paid",
  processing: "Payment under way",
  failed: "Not paid",
  partially_refunded: "Paid, and partly refunded",
  refunded: "Refunded"
}

const dayOf = (at: Date) => day(at.toISOString().slice(0, 10))

const buyer = ({ isNamed, order: { address, buyer } }: Invoiced): Html => {
  if (!isNamed) return html`<p class="soft">Left out: who only has the link is not told who bought.</p>`
  const to = address && [
    ...(address.name === undefined || address.name === buyer.name ? [] : [address.name]),
    address.line1,
    address.line2 ?? "",
    `${address.city}, ${address.state} ${address.zip}`
  ]
  const told = [buyer.name, buyer.email, ...(to ?? [])].filter((each) => each !== "")
  return html`<p class="lines">${told.join("\n")}</p>`
}

const line = ({ quantity, title, totals, unitPrice, variant }: OrderLine) =>
  html`<tr><td>${title}${variant !== "" && html` <span class="soft">(${variant})</span>`}</td><td class="amount">${quantity}</td><td class="amount">${money(unitPrice)}</td><td class="amount">${money(totals.base)}</td></tr>
`

const sums = ({ refunded, totals }: Order): ReadonlyArray<readonly [string, number]> => {
  const off = totals.itemsDiscount + totals.discount
  return [
    ["Subtotal", totals.itemsBase],
    ...(off > 0 ? [["Discount", -off] as const] : []),
    ["Delivery", totals.fulfillment],
    ["Tax", totals.tax],
    ["Total", totals.total],
    ...(refunded > 0
      ? ([
          ["Refunded", -refunded],
          ["Remains", totals.total - refunded]
        ] as const)
      : [])
  ]
}

const refunds = ({ events }: Order) => {
  const back = events.filter(({ amount, type }) => type === "refunded" && amount !== null)
  return (
    back.length > 0 &&
    html`<h2>Refunds</h2>
<ul>${back.map(({ amount, at }) => html`<li>${dayOf(at)}: ${money(amount!)}</li>`)}</ul>
`
  )
}

/** The invoice of an order, to be printed or kept. */
export const invoicePage = (invoiced: Invoiced): Page => {
  const { order } = invoiced
  return {
    title: `Invoice ${order.number}`,
    secret: true,
    body: html`<dl>
<dt>Date</dt><dd>${dayOf(order.createdAt)}</dd>
<dt>Order</dt><dd>${order.number}, confirmation number ${order.confirmationNumber}</dd>
<dt>Payment</dt><dd>${paid[order.paymentStatus]}</dd>
</dl>
<div class="split"><div><h2>Seller</h2><p class="lines">${order.shop.name}\n${order.shop.city}</p></div>
<div><h2>Buyer</h2>${buyer(invoiced)}</div></div>
<table class="goods">
<thead><tr><th scope="col">Item</th><th scope="col" class="amount">Quantity</th><th scope="col" class="amount">Price</th><th scope="col" class="amount">Amount</th></tr></thead>
<tbody>
${order.lines.map(line)}</tbody>
<tfoot>
${sums(order).map(([name, amount]) => html`<tr><th scope="row" colspan="3">${name}</th><td class="amount">${money(amount)}</td></tr>\n`)}</tfoot>
</table>
<p class="soft">Amounts in US dollars.</p>
${refunds(order)}<p class="screen"><a class="target" href="/orders/${order.id}">Back to the order</a></p>`
  }
}
