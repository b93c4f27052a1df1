import { expect, test } from "vitest"
import { type Refill, refill, refillOf } from "../../widgets/kit/orders/refill.ts"
import { Refused } from "../../widgets/kit/Refused.ts"
import { anew, filtered, filterOf, further, joined, sideOf } from "../../widgets/order_list/question.ts"
import { answer, order } from "../../widgets/order_list/states.ts"

const want = (n: number, quantity = 1) => ({
  listing_id: `lst_${n}`,
  title: `Piece ${n}`,
  quantity
})
const soldOut = (available: number) => new Refused("Not enough.", "OUT_OF_STOCK", { available })

/** A cart whose answers are laid out beforehand; it keeps what it was asked. */
const cartThat = (...answers: ReadonlyArray<Refused | "takes">) => {
  const asked: Array<Record<string, unknown>> = []
  const call = async (_: string, args: Record<string, unknown>) => {
    const answer = answers[asked.length]
    asked.push(args)
    if (answer instanceof Refused) throw answer
    return { cart_id: "crt_1" }
  }
  return { asked, call }
}
const run = (call: (name: string, args: Record<string, unknown>) => Promise<unknown>, from: Refill) =>
  refill(call, from, () => undefined)

test("an order goes into one cart, line by line", async () => {
  const { asked, call } = cartThat("takes", "takes")
  const end = await run(call, refillOf([want(1, 2), { ...want(2), variant: "Large" }]))
  expect(asked).toEqual([
    { listing_id: "lst_1", quantity: 2 },
    { listing_id: "lst_2", quantity: 1, variant: "Large", cart_id: "crt_1" }
  ])
  expect(end).toMatchObject({ cartId: "crt_1", rest: [], gone: [], short: [] })
})

test("what is gone is named, of what is short the rest is taken, and the others are not held up", async () => {
  const wrongVariant = new Refused("Choose one.", "VALIDATION_ERROR", { issues: [{ path: "variant", message: "" }] })
  const full = new Refused("a cart holds at most 99 of one thing", "VALIDATION_ERROR", {
    issues: [{ path: "quantity", message: "" }]
  })
  const { asked, call } = cartThat(soldOut(0), new Refused("No.", "NOT_FOUND"), wrongVariant, soldOut(2), "takes", full)
  const end = await run(call, refillOf([want(1), want(2), want(3), want(4, 5), want(5)]))
  expect(end.gone).toEqual(["Piece 1", "Piece 2", "Piece 3"])
  expect(end.short).toEqual([{ title: "Piece 4", wanted: 5, added: 2 }])
  expect(end.unfit).toEqual([{ title: "Piece 5", why: "a cart holds at most 99 of one thing" }])
  expect(asked[4]).toEqual({ listing_id: "lst_4", quantity: 2 })
})

test("what the cart already holds of the last ones is not asked for again", async () => {
  const { asked, call } = cartThat(soldOut(3))
  const end = await run(call, refillOf([want(1, 2)]))
  expect(asked).toHaveLength(1)
  expect(end.short).toEqual([{ title: "Piece 1", wanted: 2, added: 0 }])
})

test("what stops it keeps what worked, and the next try goes on from there", async () => {
  const first = cartThat("takes", new Refused("Wait a minute.", "RATE_LIMITED"))
  const stopped = await run(first.call, refillOf([want(1), want(2), want(3)]))
  expect(stopped).toMatchObject({ cartId: "crt_1", failure: { message: "Wait a minute." } })
  const second = cartThat("takes", "takes")
  const end = await run(second.call, stopped)
  expect(second.asked).toEqual([
    { listing_id: "lst_2", quantity: 1, cart_id: "crt_1" },
    { listing_id: "lst_3", quantity: 1, cart_id: "crt_1" }
  ])
  expect(end.failure).toBeUndefined()
  expect(end.rest).toEqual([])
})

test("a filter starts from the first order and stays on the side that is shown", () => {
  const sold = answer([order(1, { seller: null, buyer: { name: "Ada" } })])
  expect(filtered({ offset: 20, limit: 5 }, sold, "shipped")).toEqual({ limit: 5, status: "shipped", role: "seller" })
  expect(filtered({}, answer([]), "all")).toEqual({ status: "all" })
  expect(sideOf({ role: "seller" }, answer([]))).toBe("seller")
  expect(filterOf({ status: "lost" })).toBe("all")
})

test("the next page begins where this one ends, and nothing is shown twice", () => {
  const first = answer([order(1), order(2)], { has_more: true, total_count: 4 })
  expect(further({ status: "all", offset: 2 }, first)).toEqual({ status: "all", offset: 4 })
  const all = joined(first, answer([order(2), order(3)], { total_count: 4 }))
  expect(all.orders.map(({ id }) => id)).toEqual(["ord_Sample1", "ord_Sample2", "ord_Sample3"])
  expect(joined(first, answer([], { has_more: true })).has_more).toBe(false)
})

test("a longer list is read again at its length, as far as the server answers at once", () => {
  expect(anew({ status: "all" }, 8)).toEqual({ status: "all" })
  expect(anew({ status: "all" }, 40)).toEqual({ status: "all", limit: 40 })
  expect(anew({ limit: 10 }, 70)).toEqual({ limit: 50 })
})
