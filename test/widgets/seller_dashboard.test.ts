import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { Method } from "../../schemas/checkout.ts"
import { OrderStatus } from "../../schemas/order.ts"
import { orderStep } from "../../src/domain/orderLife.ts"
import { buckets, niceTop, widthFor } from "../../widgets/seller_dashboard/buckets.ts"
import { moved } from "../../widgets/seller_dashboard/moved.ts"
import type { Dashboard } from "../../widgets/seller_dashboard/read.ts"
import { states } from "../../widgets/seller_dashboard/states.ts"
import { lastStepsOf, stepsOf } from "../../widgets/seller_dashboard/steps.ts"

const days = (count: number, last = "2026-05-04") =>
  Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.parse(last) - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
    amount: 0.1
  }))

describe("the bars of the sales", () => {
  test("are days up to a month, weeks up to a quarter, then months, and lose not a cent", () => {
    for (let count = 1; count <= 366; count++) {
      const bars = buckets(days(count))
      expect(bars.length).toBeLessThanOrEqual(31)
      expect(Math.round(bars.reduce((sum, { amount }) => sum + amount, 0) * 10)).toBe(count)
      expect([bars[0]!.from, bars.at(-1)!.to]).toEqual([days(count)[0]!.date, "2026-05-04"])
    }
    expect([7, 30, 90, 365].map((count) => [widthFor(count), buckets(days(count)).length])).toEqual([
      ["day", 7],
      ["day", 30],
      ["week", 13],
      ["month", 13]
    ])
  })

  test("of weeks end today, and those of months with the month", () => {
    const weeks = buckets(days(90))
    expect(weeks.at(-1)).toEqual({ from: "2026-04-28", to: "2026-05-04", amount: 0.7 })
    expect(weeks[0]).toEqual({ from: "2026-02-04", to: "2026-02-09", amount: 0.6 })
    expect(buckets(days(365)).at(-2)).toEqual({ from: "2026-04-01", to: "2026-04-30", amount: 3 })
  })

  test("stand under a round number, which none of them passes", () => {
    for (const most of [0.01, 0.99, 1, 9.99, 10, 18.5, 41, 155.5, 999, 1000.01, 98_765_432]) {
      expect(niceTop(most)).toBeGreaterThanOrEqual(most)
      expect(niceTop(most)).toBeLessThanOrEqual(most * 3)
    }
    expect(niceTop(0)).toBe(1)
  })
})

describe("what can be said of an order", () => {
  test("is what the life of an order allows, and leads further", () => {
    for (const status of OrderStatus.literals) {
      for (const method of Method.literals) {
        const waits = status === "pending" || status === "processing"
        const steps = waits ? stepsOf({ shipping_method: method, status }) : lastStepsOf(status)
        for (const step of steps) {
          if (method === "pickup" ? status === "shipped" : status === "ready_for_pickup") continue
          const next = orderStep({ method, status }, step)
          expect(Result.getOrUndefined(next), `${method} ${status} ${step}`).toBe(step)
        }
        expect(steps.length > 0).toBe(status !== "delivered" && status !== "cancelled")
      }
    }
  })

  test("takes it off what is to do once it has left the shop, and not before", () => {
    const ready = states.find(({ name }) => name === "ready")!.result!.structuredContent
    const { dashboard } = ready as { readonly dashboard: Dashboard }
    const begun = moved(dashboard, { id: "ord_6", status: "processing" })
    expect(begun.pending_orders).toBe(4)
    expect(begun.orders_to_do.find((order) => order.order_id === "ord_6")?.status).toBe("processing")
    expect(begun.recent_orders[0]?.status).toBe("processing")
    const shipped = moved(begun, { id: "ord_6", status: "shipped" })
    expect(shipped.pending_orders).toBe(3)
    expect(shipped.orders_to_do.map((order) => order.order_id)).toEqual(["ord_7", "ord_8", "ord_9"])
    expect(moved(shipped, { id: "ord_6", status: "delivered" }).pending_orders).toBe(3)
  })
})
