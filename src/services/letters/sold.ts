import type { Order } from "../../../schemas/order.ts"
import { day, deliveryNames, money, oneLine } from "../../domain/spoken.ts"
import { addressLine, bill, facts, heading, orderLink } from "./parts.ts"
import type { Sender, Written } from "./Written.ts"

/** To the shop, after the payment: what to make, for whom, and where it goes. */
export const sold = (order: Order, sender: Sender): Written => ({
  subject: oneLine(`${sender.name}: you sold ${money(order.totals.total)}, order ${order.number}`),
  parts: [
    heading(`You have a new order from ${order.buyer.name}.`),
    bill(order),
    facts(
      ["Order", order.number],
      ["Delivery", deliveryNames[order.method]],
      ["Send to", addressLine(order)],
      ["Promised for", day(order.estimatedDelivery)],
      ["The buyer writes", order.pickupNotes],
      ["Buyer", order.buyer.name],
      ["E-mail", order.buyer.email],
      ["Phone", order.buyer.phone]
    ),
    orderLink(order, sender)
  ]
})

/** To the shop, when the buyer took the order back. */
export const takenBack = (order: Order, note: string | null, sender: Sender): Written => ({
  subject: oneLine(`${sender.name}: order ${order.number} was canceled`),
  parts: [
    heading(`${order.buyer.name} canceled order ${order.number}.`),
    facts(["Why", note]),
    bill(order),
    facts([
      "What to do",
      "Do not make or send it. The pieces are on your shelf again, and the buyer gets the money back."
    ]),
    orderLink(order, sender)
  ]
})
