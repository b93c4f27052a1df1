import { money } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import { type Desk, pathOf } from "./Desk.ts"
import { stepForm } from "./stepForm.ts"

const bank = (desk: Desk): Html => {
  const { bankPage, mayAct } = desk.session
  if (bankPage !== undefined) {
    return html`<p><a class="target" href="${bankPage}" rel="noreferrer">Confirm the payment on your bank's page</a>, then go back to your assistant and say how it went.</p>
`
  }
  if (!(desk.provider.test && mayAct)) {
    return html`<p>Confirm the payment in your bank's app or on its page, then go back to your assistant and say how it went. It completes the checkout with the result.</p>
`
  }
  const said = (answer: string) => html`<input type="hidden" name="answer" value="${answer}">`
  return html`<h2 id="bank">Your bank asks: is this payment yours?</h2>
<p>This is a demo, and this page stands in for the bank.</p>
<div class="row">${stepForm(desk, "bank", said("confirm"), "Confirm", false)}${stepForm(desk, "bank", said("reject"), "Reject")}</div>
`
}

/** The buyer is to pay at the provider's own page, or comes back from it without having paid. */
const cardPage = (desk: Desk): Html => {
  const { bankPage, id, mayAct, total } = desk.session
  const { name } = desk.provider
  return html`<p>${bankPage !== undefined && html`<a class="target" href="${bankPage}" rel="noreferrer">Pay ${money(total!)} by card at ${name}</a>. `}Nothing is charged before that. If you have paid there, <a class="target" href="${pathOf(id)}/paid">see how it went</a>.</p>
${mayAct && stepForm(desk, "leave", html``, "Do not pay yet, change something first")}`
}

const again = (desk: Desk): Html =>
  desk.session.mayAct
    ? stepForm(desk, "again", html``, "Start again with the same things", false)
    : html`<p>Start again from your assistant.</p>\n`

const orders = ({ session }: Desk): Html =>
  html`<ul>${session.orders.map(
    ({ number, orderId, shopName }) =>
      html`<li><a class="target" href="/orders/${orderId}">Order ${number} from ${shopName}</a></li>\n`
  )}</ul>
`

/** What there is to do where nothing can be changed any more. */
export const endedPart = (desk: Desk): Html => {
  const { id, status } = desk.session
  switch (status) {
    case "processing":
      return html`<p>The payment provider has not answered yet. Do not pay again: this completes by itself. <a class="target" href="${pathOf(id)}">Look again in a minute</a>.</p>
`
    case "authentication_required":
      return desk.session.hosted ? cardPage(desk) : html`${bank(desk)}<p>Nothing has been charged yet.</p>\n`
    case "completed":
      return html`<p>Thank you. The shops have your order; a confirmation goes to the e-mail address you gave.</p>
${orders(desk)}`
    case "canceled":
      return html`<p>It was canceled, and nothing was charged.</p>\n${again(desk)}`
    case "expired":
      return html`<p>The time was over before it was paid. Nothing was charged.</p>\n${again(desk)}`
    default:
      return html`<p>Nothing has been charged yet. Go back to your assistant to go on.</p>\n`
  }
}
