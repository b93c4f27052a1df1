import type { Order } from "../../../schemas/order.ts"
import { oneLine } from "../../domain/spoken.ts"
import { bill, delivery, facts, heading, orderLink, words } from "./parts.ts"
import type { Sender, Written } from "./Written.ts"

/** To the buyer, after the payment. */
export const confirmation = (order: Order, sender: Sender): Written => ({
  subject: oneLine(`${sender.name}: your order ${order.number} at ${order.shop.name}`),
  parts: [
    heading(`Thank you, ${order.buyer.name}.`),
    words(`${order.shop.name} in ${order.shop.city} has your order.`),
    facts(["Order", order.number], ["Confirmation number", order.confirmationNumber]),
    bill(order),
    delivery(order),
    orderLink(order, sender)
  ]
})
