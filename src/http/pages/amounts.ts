import { money } from "../../domain/spoken.ts"
import { type Html, html } from "./html.ts"

export { day, deliveryNames, money } from "../../domain/spoken.ts"

export const moment = (time: string): string =>
  `${new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(time))} UTC`

interface Item {
  readonly title: string
  readonly variant?: string | undefined
  readonly quantity: number
  readonly amount: number
}

/** What was chosen, and what it adds up to; amounts in cents. */
export const bill = (items: ReadonlyArray<Item>, sums: ReadonlyArray<readonly [string, number | undefined]>): Html =>
  html`<table>
<thead><tr><th scope="col">Item</th><th scope="col" class="amount">Quantity</th><th scope="col" class="amount">Amount</th></tr></thead>
<tbody>
${items.map(
  ({ amount, quantity, title, variant }) =>
    html`<tr><td>${title}${variant ? html` <span class="soft">(${variant})</span>` : ""}</td><td class="amount">${quantity}</td><td class="amount">${money(amount)}</td></tr>
`
)}</tbody>
<tfoot>
${sums.map(([name, amount]) =>
  amount === undefined
    ? html``
    : html`<tr><th scope="row" colspan="2">${name}</th><td class="amount">${money(amount)}</td></tr>
`
)}</tfoot>
</table>`
