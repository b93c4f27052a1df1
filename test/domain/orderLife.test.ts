import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { OrderEventType, OrderStatus } from "../../schemas/order.ts"
import { cancelableUntil, moves, orderStep } from "../../src/domain/orderLife.ts"
import { trackingUrl } from "../../src/domain/tracking.ts"

const methods = ["standard", "expedited", "pickup"] as const
const order = ["pending", "processing", "ready_for_pickup", "shipped", "delivered"] as const

const cells = OrderStatus.literals.flatMap((status) =>
  OrderEventType.literals.flatMap((event) => methods.map((method) => ({ status, event, method })))
)

describe("the life of an order", () => {
  it("never goes back, whatever is said of it", () => {
    for (const { event, method, status } of cells) {
      const next = Result.getOrUndefined(orderStep({ method, status }, event))
      if (next === undefined || next === "cancelled") continue
      assert.isAtLeast(order.indexOf(next as never), order.indexOf(status as never), `${status} on ${event}`)
    }
  })

  it("ends when it is canceled, and cannot be canceled once it is on its way", () => {
    for (const { event, method, status } of cells) {
      const next = Result.getOrUndefined(orderStep({ method, status }, event))
      if (status === "cancelled") assert.isUndefined(next, event)
      if (event === "canceled" && ["shipped", "delivered"].includes(status)) assert.isUndefined(next, status)
      if (next === "cancelled") assert.strictEqual(event, "canceled")
    }
  })

  it("ships nothing that is fetched, and has nothing fetched that is shipped", () => {
    for (const status of OrderStatus.literals) {
      for (const event of ["shipped", "in_transit", "out_for_delivery", "failed_attempt"] as const) {
        assert.isTrue(Result.isFailure(orderStep({ method: "pickup", status }, event)), `${status} on ${event}`)
      }
      assert.isTrue(Result.isFailure(orderStep({ method: "standard", status }, "ready_for_pickup")), status)
    }
  })

  it("reaches every status, and every kind of event moves or is told of at least one order", () => {
    const told = new Set(Object.values(moves).flatMap((row) => Object.keys(row)))
    const reached = new Set(Object.values(moves).flatMap((row) => Object.values(row)))
    for (const event of OrderEventType.literals) {
      assert.strictEqual(told.has(event), event !== "confirmed" && event !== "refunded", event)
    }
    for (const status of OrderStatus.literals) assert.isTrue(status === "pending" || reached.has(status), status)
  })

  it("can be canceled by its buyer for a while, and only before somebody began on it", () => {
    const createdAt = new Date(0)
    assert.deepStrictEqual(cancelableUntil({ createdAt, status: "pending" }, 1000, new Date(999)), new Date(1000))
    assert.isNull(cancelableUntil({ createdAt, status: "pending" }, 1000, new Date(1000)))
    for (const status of OrderStatus.literals.filter((each) => each !== "pending")) {
      assert.isNull(cancelableUntil({ createdAt, status }, 1000, new Date(1)), status)
    }
  })
})

describe("tracking", () => {
  it("knows the pages of the common carriers, however their name is written", () => {
    assert.include(trackingUrl("U.S.P.S.", "9400 1")!, "tools.usps.com")
    assert.include(trackingUrl("UPS", "1Z/2")!, "1Z%2F2")
    assert.isNull(trackingUrl("pigeon", "7"))
    assert.isNull(trackingUrl("usps", null))
  })
})
