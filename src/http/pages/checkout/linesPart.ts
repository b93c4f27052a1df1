import type { Session } from "../../../../schemas/session.ts"
import { money } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import { local } from "../local.ts"
import { wrong } from "../wrong.ts"
import { type Desk, issuesAt, valueAt } from "./Desk.ts"
import { stepForm } from "./stepForm.ts"

type Line = Session["lines"][number]

const changeForm = (desk: Desk, { id, listingId, quantity, title, variant }: Line) => {
  const issues = issuesAt(desk, "lines")
  const isIt = valueAt(desk, "lines", "line") === id && issues.length > 0
  const { about, told } = wrong("lines", isIt ? issues : [], `quantity-${id}`)
  return html`<details${isIt && html` open`}><summary>Change or remove<span class="heard"> ${title}</span></summary>
${stepForm(
  desk,
  "lines",
  html`<input type="hidden" name="line" value="${id}"><input type="hidden" name="listing_id" value="${listingId}"><input type="hidden" name="variant" value="${variant ?? ""}">
<p><label for="quantity-${id}">Quantity, 0 to remove</label>${told}
<input id="quantity-${id}" name="quantity" type="number" min="0" max="99" inputmode="numeric" required value="${isIt ? valueAt(desk, "lines", "quantity") : quantity}"${about}></p>
`,
  "Change"
)}</details>`
}

const line = (desk: Desk, mayChange: boolean) => (each: Line) => {
  const { image, listingId, quantity, subtotal, title, unitPrice, variant } = each
  return html`<li class="line">${image === null ? html`<span class="photo small"></span>` : html`<img class="photo small" src="${local(image, desk.publicUrl)}" alt="">`}
<div><a href="/l/${listingId}">${title}</a>${variant !== undefined && html` <span class="soft">(${variant})</span>`}
<div class="total-of"><span>${quantity} × ${money(unitPrice)}</span> <strong>${money(subtotal)}</strong></div>
${mayChange && changeForm(desk, each)}</div></li>
`
}

/** What is bought, shop by shop. */
export const linesPart = (desk: Desk, mayChange: boolean): Html => {
  const { deliveries, lines } = desk.session
  return html`<h2 id="lines">What you buy</h2>
${deliveries.map(
  ({ shop }) => html`<h3><a class="target" href="/shops/${shop.id}">${shop.name}</a></h3>
<ul class="plain">${lines.filter(({ shop: { id } }) => id === shop.id).map(line(desk, mayChange))}</ul>
`
)}`
}
