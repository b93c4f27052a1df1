import type { Cart } from "../../../schemas/cart.ts"
import { bill, moment } from "./amounts.ts"
import { html } from "./html.ts"
import type { Page } from "./page.ts"

/** A cart for whoever holds its link. */
export const cartPage = ({ expiresAt, lines, subtotal }: Cart): Page => ({
  title: "Your cart",
  secret: true,
  body:
    lines.length === 0
      ? html`<p>The cart is empty. Tell your assistant what you would like.</p>`
      : html`<p>Tell your assistant to check out, or what to change. The cart is kept until ${moment(expiresAt)}.</p>
${bill(
  lines.map(({ available, quantity, subtotal, title, variant }) => ({
    title: available < quantity ? `${title} — ${available === 0 ? "sold out" : `only ${available} left`}` : title,
    variant,
    quantity,
    amount: subtotal
  })),
  [["Subtotal, before delivery and tax", subtotal]]
)}`
})
