import { assert, describe, it } from "@effect/vitest"
import { OrderId } from "../../../schemas/ids.ts"
import { cents } from "../../../schemas/money.ts"
import type { Order, OrderEventType } from "../../../schemas/order.ts"
import type { Refund } from "../../../src/domain/acp/adjustments.ts"
import { acpOrderOf } from "../../../src/domain/acp/order.ts"
import { faults, orderExamples } from "../../acp/bundle.ts"
import { happened, moment, placed } from "../placedOrder.ts"

const publicUrl = "https://craft.test"

const refund = (over: Partial<Refund> = {}): Refund => ({
  id: "rfd_1",
  orderId: "ord_1",
  amount: 6710,
  currency: "usd",
  reason: "changed my mind",
  status: "pending",
  createdAt: moment,
  ...over
})

const told = (order: Partial<Order> = {}, refunds: ReadonlyArray<Refund> = []) => {
  const acp = acpOrderOf([placed(order)], refunds, publicUrl)
  assert.deepStrictEqual(faults("Order", acp), [])
  return acp
}

const second = (over: Partial<Order> = {}) =>
  placed({ id: OrderId.make("ord_2"), number: "CL-7F3K-20-2", estimatedDelivery: "2026-12-03", ...over })

describe("an order as agents know it", () => {
  it("is measured by the schema that the official examples satisfy", () => {
    for (const [name, example] of Object.entries(orderExamples)) {
      assert.deepStrictEqual(faults("Order", example), [], name)
    }
    assert.isNotEmpty(faults("Order", { ...orderExamples["simple-order"], surprise: true }))
  })

  it("is confirmed when it was paid, with everything that was bought", () => {
    const { estimated_delivery, fulfillments, line_items, status, totals } = told()
    assert.strictEqual(status, "confirmed")
    assert.deepInclude(line_items[0], {
      id: "lin_1",
      title: "Blue Mug (Large)",
      quantity: { ordered: 2, current: 2, fulfilled: 0 },
      status: "processing",
      image_url: "https://craft.test/images/mug.svg"
    })
    assert.strictEqual(fulfillments[0]!.status, "pending")
    assert.deepStrictEqual(fulfillments[0]!.events, [])
    assert.deepStrictEqual(estimated_delivery, {
      earliest: "2026-11-25T09:00:00.000Z",
      latest: "2026-11-28T09:00:00.000Z"
    })
    assert.deepStrictEqual(
      totals.map(({ amount, type }) => [type, amount]),
      [
        ["items_base_amount", 5600],
        ["items_discount", 0],
        ["subtotal", 5600],
        ["fulfillment", 500],
        ["tax", 610],
        ["total", 6710]
      ]
    )
  })

  it("follows the parcel by the last word of its carrier", () => {
    const shipped = (...types: ReadonlyArray<OrderEventType>) =>
      told({
        status: "shipped",
        events: happened("shipped", ...types),
        carrier: "ups",
        trackingNumber: "1Z999",
        trackingUrl: "https://www.ups.com/track?tracknum=1Z999"
      })
    const [parcel] = shipped().fulfillments
    assert.deepInclude(parcel, { status: "shipped", carrier: "ups", tracking_number: "1Z999" })
    assert.deepInclude(parcel, { tracking_url: "https://www.ups.com/track?tracknum=1Z999" })
    assert.deepStrictEqual(parcel!.events, [{ id: "evt_1", type: "shipped", occurred_at: "2026-11-20T10:00:00.000Z" }])
    const statuses = [
      shipped("in_transit"),
      shipped("in_transit", "out_for_delivery"),
      shipped("out_for_delivery", "failed_attempt"),
      shipped("failed_attempt", "returned_to_sender"),
      shipped("processing")
    ].map(({ fulfillments }) => fulfillments[0]!.status)
    assert.deepStrictEqual(statuses, ["in_transit", "out_for_delivery", "in_transit", "failed", "shipped"])
    assert.deepInclude(shipped().line_items[0], { quantity: { ordered: 2, current: 2, fulfilled: 2 } })
    assert.strictEqual(shipped().line_items[0]!.status, "fulfilled")
    assert.strictEqual(shipped().status, "shipped")
  })

  it("leaves out a tracking link that is no address of the web", () => {
    for (const trackingUrl of ["javascript:alert(1)", "http://", "nonsense"]) {
      assert.notProperty(told({ status: "shipped", trackingUrl }).fulfillments[0], "tracking_url")
    }
  })

  it("is handed over at the shop without ever being on its way", () => {
    const pickup = { method: "pickup", address: null } as const
    const ready = told({ ...pickup, status: "ready_for_pickup", events: happened("ready_for_pickup") })
    assert.deepInclude(ready.fulfillments[0], { type: "pickup", status: "ready_for_pickup" })
    assert.notProperty(ready.fulfillments[0], "destination")
    assert.strictEqual(ready.status, "processing")
    assert.strictEqual(ready.line_items[0]!.quantity.fulfilled, 0)
    const fetched = told({ ...pickup, status: "delivered", events: happened("ready_for_pickup", "delivered") })
    assert.strictEqual(fetched.status, "completed")
  })

  it("keeps the total that was charged, and tells beside it what went back", () => {
    const canceled = { status: "cancelled", events: happened("canceled") } as const
    const waiting = told(canceled, [refund()])
    assert.strictEqual(waiting.status, "canceled")
    assert.deepInclude(waiting.line_items[0], { status: "removed", quantity: { ordered: 2, current: 0, fulfilled: 0 } })
    assert.deepStrictEqual(
      waiting.adjustments.map(({ amount, status, type }) => [type, status, amount]),
      [
        ["refund", "pending", 6710],
        ["cancellation", "completed", undefined]
      ]
    )
    assert.notInclude(
      waiting.totals.map(({ type }) => type),
      "amount_refunded"
    )
    const refunded = told({ ...canceled, refunded: cents(6710) }, [refund({ status: "completed" })])
    const amounts = Object.fromEntries(refunded.totals.map(({ amount, type }) => [type, amount]))
    assert.deepInclude(amounts, { total: 6710, amount_refunded: 6710 })
    const partly = told({ status: "delivered", refunded: cents(1000) }, [
      refund({ status: "completed", amount: 1000 }),
      refund({ id: "rfd_2", status: "failed", amount: 500 }),
      refund({ id: "rfd_3", orderId: "ord_elsewhere" })
    ])
    assert.deepInclude(Object.fromEntries(partly.totals.map(({ amount, type }) => [type, amount])), {
      amount_refunded: 1000
    })
    assert.deepStrictEqual(
      partly.adjustments.map(({ id }) => id),
      ["rfd_1", "rfd_2"]
    )
    assert.strictEqual(partly.line_items[0]!.quantity.current, 2)
  })

  it("tells the orders of several shops as one, which stands where the least of them stands", () => {
    const of = (one: Order["status"], other: Order["status"]) => {
      const acp = acpOrderOf([placed({ status: one }), second({ status: other })], [], publicUrl)
      assert.deepStrictEqual(faults("Order", acp), [])
      return acp
    }
    const both = of("pending", "pending")
    assert.deepStrictEqual([both.id, both.order_number], ["ord_1", "CL-7F3K-20"])
    assert.deepStrictEqual(
      both.fulfillments.map(({ id }) => id),
      ["ord_1", "ord_2"]
    )
    assert.deepStrictEqual(both.estimated_delivery, {
      earliest: "2026-11-25T09:00:00.000Z",
      latest: "2026-12-03T09:00:00.000Z"
    })
    assert.strictEqual(both.totals.find(({ type }) => type === "total")!.amount, 2 * 6710)
    const statuses = [
      of("pending", "shipped"),
      of("shipped", "delivered"),
      of("delivered", "cancelled"),
      of("cancelled", "cancelled"),
      of("delivered", "delivered")
    ].map(({ status }) => status)
    assert.deepStrictEqual(statuses, ["processing", "shipped", "completed", "canceled", "completed"])
  })
})
