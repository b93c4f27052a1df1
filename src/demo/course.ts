import type { Random } from "./random.ts"
import type { OrderEventRow, OrderRow } from "./rows.ts"
import { daysAfter } from "./time.ts"

/** What has become of an order by now, and the moments on the way. */
export interface Course {
  readonly status: OrderRow["status"]
  readonly paymentStatus: OrderRow["payment_status"]
  readonly trackingNumber: string | null
  readonly events: ReadonlyArray<Omit<OrderEventRow, "id" | "order_id">>
}

const regrets = [
  "Cancelled by the buyer: ordered twice by mistake.",
  "Cancelled by the buyer before it was made.",
  "Cancelled by the shop: the last piece was damaged in the studio, refunded in full.",
  "Cancelled by the shop: out of material until next month, refunded in full."
] as const

const tracking = (r: Random) => `9400${Array.from({ length: 18 }, () => r.int(0, 9)).join("")}`

/** Follows an order from the moment it was paid up to now. `lead` and `transit` in days. */
export const courseOf = (
  method: OrderRow["method"],
  created: Date,
  now: Date,
  { lead, transit }: { readonly lead: number; readonly transit: number },
  r: Random
): Course => {
  const pickup = method === "pickup"
  const number = tracking(r)
  const begun = daysAfter(created, 0.2 + 0.8 * r.next())
  const made = daysAfter(begun, Math.max(0.5, lead * (0.6 + 0.5 * r.next())))
  const there = daysAfter(made, pickup ? 5 + 7 * r.next() : transit * (0.8 + 0.4 * r.next()))
  const placed = { at: created, type: "confirmed" as const, status: "pending" as const, note: "Order placed and paid." }
  const course = (events: Course["events"], paymentStatus: Course["paymentStatus"] = "succeeded"): Course => ({
    status: events.at(-1)!.status,
    paymentStatus,
    trackingNumber: events.some(({ status }) => status === "shipped") ? number : null,
    events
  })
  if (r.chance(0.08) && begun < now) {
    return course([placed, { at: begun, type: "canceled", status: "cancelled", note: r.pick(regrets) }], "refunded")
  }
  const steps: ReadonlyArray<Omit<OrderEventRow, "id" | "order_id">> = [
    placed,
    { at: begun, type: "processing", status: "processing", note: "The maker has started on it." },
    pickup
      ? { at: made, type: "ready_for_pickup", status: "ready_for_pickup", note: "Ready at the studio." }
      : { at: made, type: "shipped", status: "shipped", note: `Handed to USPS, tracking number ${number}.` },
    { at: there, type: "delivered", status: "delivered", note: pickup ? "Picked up." : "Delivered." }
  ]
  return course(steps.filter(({ at }) => at <= now))
}
