import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { afterEach, expect, test } from "vitest"
import { Bill } from "../../widgets/checkout_session/Bill.tsx"
import { type Sheet, sheet } from "../../widgets/checkout_session/Sheet.ts"
import { SessionContext } from "../../widgets/kit/SessionContext.ts"
import type { Moment, Session } from "../../widgets/kit/session.ts"
import { sheetAnswer } from "./sheets.ts"

const moment: Moment = {
  connection: "connected",
  capabilities: {},
  context: {},
  input: {},
  answer: {},
  turn: 1,
  cancelled: false,
  kept: {}
}
const session = { host: () => ({}), now: () => moment, subscribe: () => () => true, connect: async () => undefined }

const drawn = (first: Sheet) =>
  renderToStaticMarkup(
    createElement(SessionContext, {
      value: session as unknown as Session,
      // biome-ignore lint/correctness/noChildrenProp: without JSX there is no other place.
      children: createElement(Bill, { first })
    })
  )

afterEach(() => {
  delete (globalThis as { openai?: unknown }).openai
})

test("lines, discounts and the total are told in dollars", () => {
  const html = drawn(sheetAnswer())
  for (const words of ["2 × Speckled stoneware mug", "From Clay &amp; Kiln", "$68.00", "-$6.80", "$9.00", "$74.03"]) {
    expect(html).toContain(words)
  }
})

test("without a payment sheet it leads to the page of the checkout", () => {
  const html = drawn(sheetAnswer())
  expect(html).toContain(`href="http://localhost:3001/checkout/chk_1"`)
  expect(html).not.toContain("<button")
})

test("with a payment sheet it offers to pay exactly the total, and only what can be paid", () => {
  Object.assign(globalThis, { openai: { requestCheckout: () => Promise.resolve() } })
  const html = drawn(sheetAnswer())
  expect(html).toContain("Pay $74.03</button>")
  expect(html).not.toContain("href=")
  const message = { type: "error", code: "missing", content_type: "plain", content: "A street is missing." } as const
  const unready = drawn(sheetAnswer({ status: "not_ready_for_payment", messages: [message] }))
  expect(unready).toContain("A street is missing.")
  expect(unready).toContain("Go on with the checkout")
  expect(unready).not.toContain("<button")
})

test("what was paid leads to its order, and offers nothing more", () => {
  const order = { id: "ord_1", checkout_session_id: "chk_1", permalink_url: "http://localhost:3001/orders/ord_1" }
  const html = drawn(sheetAnswer({ status: "completed", order }))
  expect(html).toContain("Your order is placed.")
  expect(html).toContain(`href="http://localhost:3001/orders/ord_1"`)
  expect(html).not.toMatch(/<button|Go on/)
})

test("a maker's markup is text", () => {
  const [line] = sheetAnswer().line_items
  const html = drawn(sheetAnswer({ line_items: [{ ...line!, name: "<img src=x onerror=alert(1)>" }] }))
  expect(html).not.toContain("<img")
})

test("an answer that cannot be drawn is none", () => {
  for (const content of [undefined, null, 7, {}, { id: "chk_1" }, { id: "chk_1", line_items: [] }]) {
    expect(sheet(content)).toBeUndefined()
  }
})
