import type { Order, OrderEvent, OrderEventType } from "../../../schemas/order.ts"
import { day, money, oneLine } from "../../domain/spoken.ts"
import { addressLine, bill, facts, heading, orderLink, parcel, words } from "./parts.ts"
import type { Part, Sender, Written } from "./Written.ts"

/** What had gone back to the buyer before an event, in cents. */
const refundedBefore = ({ events }: Order, { id }: OrderEvent) =>
  events
    .slice(
      0,
      events.findIndex((event) => event.id === id)
    )
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0)

const theWayYouPaid = "goes back the way you paid. Banks may take some days to show it."

const canceled = (order: Order, event: OrderEvent): ReadonlyArray<Part> => {
  const back = order.totals.total - refundedBefore(order, event)
  return [words(back > 0 ? `${money(back)} ${theWayYouPaid}` : "Nothing is left to go back to you."), bill(order)]
}

const refunded = (order: Order, event: OrderEvent): ReadonlyArray<Part> => {
  const amount = event.amount ?? 0
  const sum = refundedBefore(order, event) + amount
  const whole = sum >= order.totals.total
  return [
    words(`${money(amount)} ${theWayYouPaid}`),
    facts(
      ["Paid", money(order.totals.total)],
      ["Given back", whole ? `${money(sum)}, all of it` : `${money(sum)}, a part of it`]
    )
  ]
}

type Told = Exclude<OrderEventType, "confirmed">

const news: Record<
  Told,
  { readonly says: string; readonly tells: (order: Order, event: OrderEvent) => ReadonlyArray<Part> }
> = {
  processing: {
    says: "is being made",
    tells: ({ estimatedDelivery }) => [facts(["Expected by", day(estimatedDelivery)])]
  },
  ready_for_pickup: {
    says: "is ready for pickup",
    tells: ({ shop }) => [facts(["At", `${shop.name}, ${shop.city}`])]
  },
  shipped: {
    says: "is on its way",
    tells: (order) => [
      facts(["To", addressLine(order)], ["Expected by", day(order.estimatedDelivery)]),
      ...parcel(order)
    ]
  },
  in_transit: { says: "travels", tells: parcel },
  out_for_delivery: { says: "arrives today", tells: parcel },
  failed_attempt: {
    says: "could not be handed over",
    tells: (order) => [words("The carrier was there and will try again."), ...parcel(order)]
  },
  returned_to_sender: {
    says: "goes back to the shop",
    tells: (order) => [
      words(`The carrier could not deliver it. ${order.shop.name} will be in touch.`),
      ...parcel(order)
    ]
  },
  delivered: { says: "has arrived", tells: () => [] },
  canceled: { says: "was canceled", tells: canceled },
  refunded: { says: "was refunded", tells: refunded }
}

/** Word of the way is worth nothing once the parcel is there, or never comes. */
const isPast = ({ status }: Order, type: OrderEventType) =>
  type !== "refunded" &&
  ((status === "delivered" && type !== "delivered") || (status === "cancelled" && type !== "canceled"))

/** To the buyer: what happened to the order. Nothing, when it is not worth telling any more. */
export const changed = (order: Order, event: OrderEvent, sender: Sender): Written | undefined => {
  const { type } = event
  if (type === "confirmed" || isPast(order, type)) return undefined
  const { says, tells } = news[type]
  const partly = type === "refunded" && refundedBefore(order, event) + (event.amount ?? 0) < order.totals.total
  const what = partly ? "was partly refunded" : says
  return {
    subject: oneLine(`${sender.name}: your order ${order.number} ${what}`),
    parts: [
      heading(`Your order from ${order.shop.name} ${what}.`),
      facts(["Order", order.number], ["Where", event.location], ["Note", event.note]),
      ...tells(order, event),
      orderLink(order, sender)
    ]
  }
}
