import { testCards } from "../../../domain/testCards.ts"
import { money } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import { type Desk, valueAt } from "./Desk.ts"
import { stepForm } from "./stepForm.ts"

const sums = ({ session: { discount, shipping, subtotal, tax } }: Desk) =>
  [
    ["Subtotal", subtotal],
    ["Discount", discount > 0 ? -discount : undefined],
    ["Delivery", shipping],
    ["Tax", tax]
  ] as const

/** What it adds up to, as far as that is known. */
export const totalsPart = (desk: Desk): Html => html`<table>
<tbody>${sums(desk).map(([name, amount]) =>
  amount === undefined ? html`` : html`<tr><th scope="row">${name}</th><td class="amount">${money(amount)}</td></tr>\n`
)}</tbody>
</table>
${
  desk.session.total === undefined
    ? html`<p class="soft">Delivery and tax follow with the address and the delivery.</p>`
    : html`<p class="total"><span>Total</span> <span>${money(desk.session.total)}</span></p>`
}
`

const cards = (desk: Desk) => {
  const chosen = valueAt(desk, "pay", "card") || testCards[0]!.token
  return html`<fieldset id="card"><legend>Test card</legend>
<p class="soft">This is a demo: no real money moves.</p>
${testCards.map(
  ({ label, token }) =>
    html`<label class="choice" for="${token}"><input id="${token}" type="radio" name="card" value="${token}" required${token === chosen && html` checked`}><span>${label}</span></label>\n`
)}</fieldset>
`
}

const needed = ({ session: { missing } }: Desk) => html`<p>Still needed before it can be paid:</p>
<ul>${missing.map((each) => html`<li>${each}</li>`)}</ul>
`

/** The total, and the button that pays exactly that. */
export const payPart = (desk: Desk): Html => {
  const { status, total } = desk.session
  const hidden = html`<input type="hidden" name="total" value="${total ?? ""}">\n`
  if (status === "ready" && desk.cardPage !== undefined) {
    return html`<h2 id="pay">Payment</h2>
${stepForm(desk, "pay", html`${hidden}${totalsPart(desk)}`, `Pay ${money(total!)} by card`, false)}<p class="soft" id="card">You type the card in at ${desk.provider.name}, which takes the payment; we never see it.</p>
`
  }
  return html`<h2 id="pay">Payment</h2>
${status !== "ready" && needed(desk)}${
  status === "ready" && desk.provider.test
    ? stepForm(desk, "pay", html`${hidden}${cards(desk)}${totalsPart(desk)}`, `Pay ${money(total!)}`, false)
    : totalsPart(desk)
}${
  status === "ready" &&
  !desk.provider.test &&
  html`<p class="notice">This page takes no cards. Go back to your assistant to pay. Nothing has been charged yet.</p>\n`
}`
}
