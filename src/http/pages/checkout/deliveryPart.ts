import type { Session } from "../../../../schemas/session.ts"
import { day, deliveryNames, money } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import { wrong } from "../wrong.ts"
import { type Desk, issuesAt, valueAt } from "./Desk.ts"
import { stepForm } from "./stepForm.ts"

type Delivery = Session["deliveries"][number]

export const deliveryField = (shopId: string): string => `deliveries.${shopId}`

const choices =
  (desk: Desk) =>
  ({ method: now, options, shop }: Delivery) => {
    const name = deliveryField(shop.id)
    const chosen = valueAt(desk, "delivery", name, now ?? "")
    return html`<fieldset><legend>${shop.name}</legend>
${
  options.length === 0
    ? html`<p>${shop.name} cannot deliver these things together. Remove one of them, and buy it by itself.</p>`
    : options.map(
        ({ cost, estimatedDelivery, method }) =>
          html`<label class="choice" for="${method}-${shop.id}"><input id="${method}-${shop.id}" type="radio" name="${name}" value="${method}" required${method === chosen && html` checked`}>
<span>${deliveryNames[method]}: <strong>${cost === 0 ? "free" : money(cost)}</strong>, ${method === "pickup" ? "ready" : "there"} by ${day(estimatedDelivery)}</span></label>
`
      )
}</fieldset>
`
  }

const notes = (desk: Desk) => {
  const { isOwn, pickupNotes } = desk.session
  const { about, told } = wrong("pickup_notes", issuesAt(desk, "delivery"))
  return html`<p><label for="pickup_notes">Words to the shop, if you pick it up <span class="soft">(optional)</span></label>${told}${
    !isOwn && html`\n<span class="soft">What was written before stays while this is empty.</span>`
  }
<textarea id="pickup_notes" name="pickup_notes" rows="2" maxlength="500"${about}>${valueAt(desk, "delivery", "pickup_notes", pickupNotes ?? "")}</textarea></p>
`
}

/** How each shop brings it, what that costs, and by when. */
export const deliveryPart = (desk: Desk): Html => {
  const { deliveries } = desk.session
  const isFetched = deliveries.some(({ options }) => options.some(({ method }) => method === "pickup"))
  const can = deliveries.some(({ options }) => options.length > 0)
  const fields = html`<div id="shipping_method">${deliveries.map(choices(desk))}</div>
${isFetched && notes(desk)}`
  return html`<h2 id="delivery">Delivery</h2>
${can ? stepForm(desk, "delivery", fields, "Save and go on") : fields}`
}
