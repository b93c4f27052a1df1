import { describe, expect, test } from "vitest"
import { learn } from "../../widgets/playground/learn.ts"
import { createLog } from "../../widgets/playground/log.ts"
import { createQuestions } from "../../widgets/playground/questions.ts"
import { openSandbox } from "../../widgets/playground/WidgetResource.ts"

describe("what the playground learns of answers", () => {
  test("is what was found, opened, put into the cart, ordered, and which checkout is under way", () => {
    const found = learn({}, { listings: [{ id: "lst_a", title: "Mug" }, { id: 7 }], total_count: 2 })
    expect(found).toEqual({ listings: [{ id: "lst_a", title: "Mug" }] })
    const opened = learn(found, { listing: { id: "lst_a" } })
    const filled = learn(opened, { cart_id: "crt_1", lines: [] })
    const buying = learn(filled, { checkout_session: { id: "chk_1", status: "ready" } })
    expect(buying).toEqual({ ...found, listing_id: "lst_a", cart_id: "crt_1", session_id: "chk_1" })
    const bought = learn(buying, {
      order: { id: "ord_1" },
      orders: [{ id: "ord_1", order_number: "CL-1" }],
      checkout_session: { id: "chk_1", status: "completed" }
    })
    expect(bought).toMatchObject({ order_id: "ord_1", orders: [{ id: "ord_1", order_number: "CL-1" }] })
    expect(bought).not.toHaveProperty("session_id")
    expect(bought).not.toHaveProperty("cart_id")
  })

  test("is nothing of what it cannot read", () => {
    const known = { cart_id: "crt_1" }
    for (const answer of [undefined, null, "text", [], { cart_id: 4 }, { cart_id: "x" }, { listing: "lst_a" }])
      expect(learn(known, answer)).toEqual(known)
  })
})

describe("the log", () => {
  test("tells answers by what was asked, on both sides, and keeps the last four hundred", () => {
    const log = createLog()
    log.note("server", "", true, { id: 1, method: "tools/call", params: { name: "get_cart" } })
    log.note("widget", "cart", false, { id: 1, method: "ui/initialize" })
    log.note("server", "", false, { id: 1, result: { isError: true } })
    log.note("widget", "cart", true, { id: 1, result: {} })
    log.note("server", "", false, { id: 9, error: { message: "no" } })
    expect(log.entries.get().map(({ title }) => title)).toEqual([
      "tools/call get_cart",
      "ui/initialize",
      "tools/call get_cart refused",
      "ui/initialize answered",
      "answer failed"
    ])
    for (let turn = 0; turn < 500; turn++) log.note("server", "", true, { method: `turn ${turn}` })
    expect(log.entries.get()).toHaveLength(400)
    expect(log.entries.get().at(-1)!.title).toBe("turn 499")
    log.clear()
    expect(log.entries.get()).toEqual([])
  })
})

describe("a question before leaving the shop", () => {
  test("is put aside with no by the next, and is gone once answered", async () => {
    const { ask, question } = createQuestions()
    const elder = ask("https://a.test/")
    const first = question.get()!
    const younger = ask("https://b.test/")
    expect(await elder).toBe(false)
    expect(question.get()!.url).toBe("https://b.test/")
    first.answer(true)
    expect(question.get()!.url).toBe("https://b.test/")
    question.get()!.answer(true)
    expect(await younger).toBe(true)
    expect(question.get()).toBeUndefined()
  })
})

describe("the sandbox of a card", () => {
  test("is asked for what the card declares, and for no more", () => {
    const csp = { resourceDomains: ["https://shop.test"], connectDomains: [], frameDomains: ["https://pay.test"] }
    expect(openSandbox({ text: "<p>", _meta: { ui: { csp } } })).toEqual({
      html: "<p>",
      sandbox: "/playground/sandbox?frame=https%3A%2F%2Fpay.test&resource=https%3A%2F%2Fshop.test"
    })
    expect(openSandbox({ text: "<p>" }).sandbox).toBe("/playground/sandbox?")
    expect(() => openSandbox({ blob: "" })).toThrow("could not be read")
  })
})
