import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Agent, agent } from "./agent.ts"
import { amountOf, payment, readyRequest } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let one: Agent

beforeAll(async () => {
  world = await makeWorld()
  one = agent(world)
}, 60_000)
afterAll(() => world.dispose())

const withCodes = (codes: ReadonlyArray<string>, over: Record<string, unknown> = {}) =>
  one.create(readyRequest("lst_mug", { discounts: { codes }, ...over }))

describe("discount codes", () => {
  test("a percentage is allocated to the lines, to the cent, and is no order-level discount", async () => {
    const line_items = [{ id: "lst_mug" }, { id: "lst_plate", quantity: 3 }, { id: "lst_scarf" }]
    const answer = await withCodes(["welcome10"], { line_items })
    expect(answer.body.discounts).toEqual({
      codes: ["welcome10"],
      applied: [
        {
          id: "discount_WELCOME10",
          code: "WELCOME10",
          coupon: { id: "WELCOME10", name: "10% off" },
          amount: 800,
          automatic: false,
          priority: 1,
          allocations: [
            { path: "$.line_items[0]", amount: 200 },
            { path: "$.line_items[1]", amount: 300 },
            { path: "$.line_items[2]", amount: 300 }
          ]
        }
      ],
      rejected: []
    })
    expect(amountOf(answer, "items_discount")).toBe(800)
    expect(amountOf(answer, "discount")).toBeUndefined()
    expect(answer.body.messages).toEqual([])
  })

  test("free shipping is an order-level discount", async () => {
    const answer = await withCodes(["FREESHIP"])
    expect(amountOf(answer, "fulfillment")).toBe(500)
    expect(amountOf(answer, "discount")).toBe(500)
    expect(answer.body.discounts.applied[0].allocations).toEqual([{ path: "$.totals.shipping", amount: 500 }])
  })

  test("stack by their priority, and the order is charged what the session said", async () => {
    const answer = await withCodes(["FREESHIP", "FIVE", "WELCOME10"])
    expect(answer.body.discounts.applied.map(({ amount, code }: any) => [code, amount])).toEqual([
      ["WELCOME10", 200],
      ["FIVE", 500],
      ["FREESHIP", 500]
    ])
    const paid = await one.complete(answer.body.id, payment())
    expect(paid.body.order.totals).toEqual(answer.body.totals)
    expect(world.charges.at(-1)?.amount).toBe(amountOf(answer, "total"))
  })

  test("rejected ones come back with the reason, and as a warning that points at them", async () => {
    const { body } = await withCodes(["nope", "WELCOME10", "EXPIRED5", "BIG", "Welcome10"])
    const reasons = [
      ["nope", "discount_code_invalid", "$.discounts.codes[0]"],
      ["EXPIRED5", "discount_code_expired", "$.discounts.codes[2]"],
      ["BIG", "discount_code_minimum_not_met", "$.discounts.codes[3]"],
      ["Welcome10", "discount_code_already_applied", "$.discounts.codes[4]"]
    ]
    expect(body.discounts.rejected.map(({ code, reason }: any) => [code, reason])).toEqual(
      reasons.map(([code, reason]) => [code, reason])
    )
    expect(body.messages.map(({ code, param, type }: any) => [type, code, param])).toEqual(
      reasons.map(([, reason, param]) => ["warning", reason, param])
    )
    expect(body.status).toBe("ready_for_payment")
  })

  test("the deprecated coupons do the same, and codes win over them", async () => {
    const old = await one.create(readyRequest("lst_mug", { coupons: ["FIVE"] }))
    expect(old.body.discounts.codes).toEqual(["FIVE"])
    const both = await one.create(readyRequest("lst_mug", { coupons: ["FIVE"], discounts: { codes: ["WELCOME10"] } }))
    expect(both.body.discounts.codes).toEqual(["WELCOME10"])
  })
})
