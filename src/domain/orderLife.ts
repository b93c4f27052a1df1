import { Result } from "effect"
import { OrderMovedOn } from "../../schemas/errors.ts"
import type { Order, OrderEventType, OrderStatus } from "../../schemas/order.ts"

type Moves = { readonly [S in OrderStatus]: { readonly [E in OrderEventType]?: OrderStatus } }

/** The life of an order: where an event leads from each status. A missing cell cannot happen. */
export const moves: Moves = {
  pending: {
    processing: "processing",
    ready_for_pickup: "ready_for_pickup",
    shipped: "shipped",
    // A carrier may be quicker than the shop.
    in_transit: "shipped",
    out_for_delivery: "shipped",
    failed_attempt: "shipped",
    returned_to_sender: "shipped",
    delivered: "delivered",
    canceled: "cancelled"
  },
  processing: {
    processing: "processing",
    ready_for_pickup: "ready_for_pickup",
    shipped: "shipped",
    in_transit: "shipped",
    out_for_delivery: "shipped",
    failed_attempt: "shipped",
    returned_to_sender: "shipped",
    delivered: "delivered",
    canceled: "cancelled"
  },
  ready_for_pickup: {
    processing: "ready_for_pickup",
    ready_for_pickup: "ready_for_pickup",
    delivered: "delivered",
    canceled: "cancelled"
  },
  shipped: {
    processing: "shipped",
    shipped: "shipped",
    in_transit: "shipped",
    out_for_delivery: "shipped",
    failed_attempt: "shipped",
    returned_to_sender: "shipped",
    delivered: "delivered"
  },
  // Word of what lies behind comes late; it is kept, and moves nothing.
  delivered: {
    processing: "delivered",
    ready_for_pickup: "delivered",
    shipped: "delivered",
    in_transit: "delivered",
    out_for_delivery: "delivered",
    failed_attempt: "delivered"
  },
  cancelled: {}
}

const posted: ReadonlySet<OrderEventType> = new Set([
  "shipped",
  "in_transit",
  "out_for_delivery",
  "failed_attempt",
  "returned_to_sender"
])

/** What is fetched is not shipped, and what is shipped is not fetched. */
const fits = (method: Order["method"], event: OrderEventType) =>
  method === "pickup" ? !posted.has(event) : event !== "ready_for_pickup"

/** Where an order stands after an event. */
export const orderStep = (
  { method, status }: Pick<Order, "method" | "status">,
  event: OrderEventType
): Result.Result<OrderStatus, OrderMovedOn> => {
  const next = fits(method, event) ? moves[status][event] : undefined
  return next === undefined ? Result.fail(new OrderMovedOn({ from: status, event })) : Result.succeed(next)
}

/** Until when the buyer may cancel an order by themselves; null when nobody can any more, or somebody has begun on it. */
export const cancelableUntil = (
  { createdAt, status }: Pick<Order, "createdAt" | "status">,
  window: number,
  now: Date
) => {
  const until = new Date(createdAt.getTime() + window)
  return status === "pending" && until > now ? until : null
}
