import { afterEach, expect, test, vi } from "vitest"
import { joined } from "../../widgets/order_confirmation/Ending.ts"
import { poll } from "../../widgets/order_confirmation/poll.ts"
import { readSession } from "../../widgets/order_confirmation/readSession.ts"
import { readSheet } from "../../widgets/order_confirmation/readSheet.ts"
import { asked, completed, session, sheet, underWay } from "../../widgets/order_confirmation/states.ts"

afterEach(() => vi.useRealTimers())

const reread = (over: Parameters<typeof session>[0]) => readSession({ checkout_session: session(over) })!

test("what was bought is told by shop, each with its page beside the page of the checkout", () => {
  const ending = readSession(completed())!
  expect(ending).toMatchObject({ stage: "paid", confirmation: "CL-TME8-BGYS", total: 73.03 })
  expect(ending.orders.map(({ number, page, shop }) => [shop, number, page])).toEqual([
    ["Clay & Kiln", "CL-TME8-BGYS-1", "https://shop.example/orders/ord_Sample1"],
    ["Honey Hollow", "CL-TME8-BGYS-2", "https://shop.example/orders/ord_Sample2"]
  ])
  const elsewhere = readSession(completed(undefined, { continue_url: "https://shop.example/pay?id=1" }))!
  expect(elsewhere.orders[0]!.page).toBeUndefined()
})

test("without an order the checkout says what is still to be done", () => {
  expect(readSession(asked())).toMatchObject({ stage: "asks", orders: [] })
  expect(reread({ status: "pending", missing: ["an address is missing"] })).toMatchObject({
    stage: "open",
    missing: ["an address is missing"]
  })
  expect(reread({ status: "expired" }).stage).toBe("over")
  expect(reread({ status: "from tomorrow" as "expired" })).toBeUndefined()
})

test("the numbers that were told stay when the checkout is read again, and a payment that fell through is told", () => {
  const before = readSession(underWay)!
  expect(before.stage).toBe("processing")
  const paid = joined(before, reread({ status: "completed" }))
  expect(paid).toMatchObject({ stage: "paid", confirmation: "CL-TME8-BGYS" })
  expect(paid.orders.map(({ number }) => number)).toEqual(["CL-TME8-BGYS-1", "CL-TME8-BGYS-2"])
  expect(joined(before, reread({ status: "ready" }))).toMatchObject({ stage: "failed", orders: [] })
  expect(joined(before, reread({ id: "chk_Other", status: "ready" })).stage).toBe("open")
})

test("a payment sheet's answer reads the same, in dollars", () => {
  expect(readSheet(sheet())).toMatchObject({
    stage: "paid",
    total: 73.03,
    orders: [{ id: "ord_Sample1", page: "https://shop.example/orders/ord_Sample1" }]
  })
  const says = (code: "payment_declined" | "requires_3ds") =>
    readSheet(
      sheet({
        status: "ready_for_payment",
        messages: [{ type: "error", code, content_type: "plain", content: "Told so." }]
      })
    )
  expect(says("payment_declined")).toMatchObject({ stage: "failed", missing: ["Told so."] })
  expect(says("requires_3ds")?.stage).toBe("asks")
  expect(readSheet({ id: "chk_1" })).toBeUndefined()
  expect(readSheet(null)).toBeUndefined()
})

test("it is looked after every five seconds while it is seen, twelve times and no more", () => {
  vi.useFakeTimers()
  let asked = 0
  let enough = 0
  let seen = true
  poll({ ask: () => asked++, seen: () => seen, enough: () => enough++ })
  vi.advanceTimersByTime(10_000)
  expect(asked).toBe(2)
  seen = false
  vi.advanceTimersByTime(60_000)
  expect(asked).toBe(2)
  seen = true
  vi.advanceTimersByTime(300_000)
  expect([asked, enough]).toEqual([12, 1])
})
