import { expect, test } from "vitest"
import { cancelled, justOrdered, order } from "../../widgets/order_detail/states.ts"
import { timelineOf } from "../../widgets/order_detail/timeline.ts"

const steps = (it: Parameters<typeof timelineOf>[0]) => timelineOf(it).map(({ name, stands }) => `${name} ${stands}`)

test("what happened comes first, the last of it is now, and what is left lies ahead", () => {
  expect(steps(justOrdered())).toEqual(["confirmed now", "processing ahead", "shipped ahead", "delivered ahead"])
  expect(steps(order())).toEqual(["confirmed past", "processing past", "shipped now", "delivered ahead"])
})

test("what is fetched is never shipped", () => {
  const pickup = { shipping_method: "pickup", status: "pending" } as const
  expect(steps(justOrdered(pickup))).toEqual([
    "confirmed now",
    "processing ahead",
    "ready_for_pickup ahead",
    "picked_up ahead"
  ])
  const [event] = justOrdered().events
  expect(steps(justOrdered({ ...pickup, status: "delivered", events: [{ ...event!, type: "delivered" }] }))).toEqual([
    "picked_up now"
  ])
})

test("nothing comes after a cancellation", () => {
  expect(steps(cancelled())).toEqual(["confirmed past", "canceled past", "refunded now"])
})

test("an order of which nothing is told was at least ordered", () => {
  const it = justOrdered({ events: [] })
  expect(timelineOf(it)[0]).toMatchObject({ name: "confirmed", at: it.created_at, stands: "now" })
})
