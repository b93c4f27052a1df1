import type { Session, SessionStatus } from "../../../schemas/session.ts"
import type { Linked } from "../../services/Ordering.ts"
import { bill, deliveryNames, moment } from "./amounts.ts"
import { type Html, html } from "./html.ts"
import type { Page } from "./page.ts"

const statuses: Record<SessionStatus, string> = {
  pending: "Open",
  ready: "Ready to be paid",
  processing: "Payment under way",
  authentication_required: "Your bank asks for a confirmation",
  completed: "Paid",
  canceled: "Canceled",
  expired: "Expired"
}

const next = ({ bankPage, expiresAt, missing, status }: Linked): Html => {
  switch (status) {
    case "pending":
      return html`<p>Still needed before it can be paid:</p><ul>${missing.map((each) => html`<li>${each}</li>`)}</ul>
<p>Tell your assistant, and it will fill this in. It is kept until ${moment(expiresAt)}.</p>`
    case "ready":
      return html`<p>Go back to your assistant to pay. Nothing has been charged yet. It is kept until ${moment(expiresAt)}.</p>`
    case "processing":
      return html`<p>The payment provider has not answered yet. Do not pay again: this completes by itself. Load this page again in a minute.</p>`
    case "authentication_required":
      if (bankPage !== undefined) {
        return html`<p><a href="${bankPage}" rel="noreferrer">Confirm the payment on your bank's page</a>, then go back to your assistant and say how it went.</p>
<p>Nothing has been charged yet. It is kept until ${moment(expiresAt)}.</p>`
      }
      return html`<p>Confirm the payment in your bank's app or on its page, then go back to your assistant and say how it went. It completes the checkout with the result. With test payments there is no bank: the assistant completes with <code>authentication_result</code> <code>authenticated</code>, or with <code>denied</code> to reject.</p>
<p>Nothing has been charged yet. It is kept until ${moment(expiresAt)}.</p>`
    case "completed":
      return html`<p>Thank you. The shops have your order; a confirmation goes to the e-mail address you gave.</p>`
    case "canceled":
      return html`<p>Nothing was charged. Start again from your assistant whenever you like.</p>`
    case "expired":
      return html`<p>The time was over before it was paid. Nothing was charged. Start again from your assistant.</p>`
  }
}

const delivery = ({ method, shop }: Session["deliveries"][number]) =>
  html`<li>${shop.name}: ${method === null ? "not chosen yet" : deliveryNames[method]}</li>`

/** A checkout for whoever holds its link: never the e-mail or the address. */
export const checkoutPage = (session: Linked): Page => ({
  title: "Your checkout",
  secret: true,
  body: html`<p><span class="status">${statuses[session.status]}</span></p>
${next(session)}
${bill(
  session.lines.map(({ quantity, subtotal, title, variant }) => ({ title, variant, quantity, amount: subtotal })),
  [
    ["Subtotal", session.subtotal],
    ["Discount", session.discount > 0 ? -session.discount : undefined],
    ["Delivery", session.shipping],
    ["Tax", session.tax],
    ["Total", session.total]
  ]
)}
<h2>Delivery</h2>
<ul>${session.deliveries.map(delivery)}</ul>`
})
