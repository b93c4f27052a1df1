import type { Cart } from "../../../schemas/cart.ts"
import { money } from "./money.ts"

/** A cart as a text. */
export const tellCart = ({ cartId, lines, subtotal }: Cart): string =>
  lines.length === 0
    ? `The cart ${cartId} is empty.`
    : [
        `Cart ${cartId}, subtotal ${money(subtotal)} before shipping and tax:`,
        ...lines.map(({ available, listingId, quantity, shop, title, unitPrice, variant }) => {
          const short = available < quantity ? (available === 0 ? ", sold out" : `, only ${available} left`) : ""
          return `${quantity} x ${title}${variant ? ` (${variant})` : ""}, ${money(unitPrice)} each, from ${shop.name} (${listingId})${short}`
        }),
        `Buy it with create_checkout {"cart_id": "${cartId}"}.`
      ].join("\n")
