import type { OrderEventType } from "../../schemas/order.ts"
import type { Order } from "./read.ts"

type Event = Order["events"][number]

/** What happened, or will when all goes well; fetched from the shop it ends otherwise. */
export interface Step extends Partial<Omit<Event, "type">> {
  readonly name: OrderEventType | "picked_up"
  readonly stands: "past" | "now" | "ahead"
}

const posted = ["confirmed", "processing", "shipped", "delivered"] as const
const fetched = ["confirmed", "processing", "ready_for_pickup", "delivered"] as const

/** How far along the way each status is. */
const reached: Partial<Record<Order["status"], number>> = {
  pending: 0,
  processing: 1,
  ready_for_pickup: 2,
  shipped: 2,
  delivered: 3
}

/** All that happened in its order, the last of it marked, and what is still to come. Nothing comes after a cancellation. */
export const timelineOf = ({ created_at, events, shipping_method, status }: Order): ReadonlyArray<Step> => {
  const pickup = shipping_method === "pickup"
  const name = (type: OrderEventType) => (pickup && type === "delivered" ? "picked_up" : type)
  const told: ReadonlyArray<Event> =
    events.length > 0 ? events : [{ type: "confirmed", at: created_at, note: null, location: null, amount: null }]
  const past = told.map(
    ({ type, ...event }, index): Step => ({
      ...event,
      name: name(type),
      stands: index === told.length - 1 ? "now" : "past"
    })
  )
  const ahead = (pickup ? fetched : posted)
    .slice((reached[status] ?? fetched.length) + 1)
    .map((type): Step => ({ name: name(type), stands: "ahead" }))
  return [...past, ...ahead]
}
