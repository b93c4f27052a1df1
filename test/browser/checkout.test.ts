import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { states } from "../../widgets/checkout/states.ts"
import type { ToolResult } from "../../widgets/kit/hostWords.ts"
import { refused } from "../../widgets/kit/State.ts"
import type { Json } from "../../widgets/kit/wire.ts"
import { describeInChromium } from "./chromium.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

const told = (name: string): ToolResult => states.find((state) => state.name === name)!.result!
type Session = Record<string, any>
const session = (name: string): Session =>
  (told(name).structuredContent as { checkout_session: Session }).checkout_session

/** The answer with another session in it. */
const changed = (name: string, patch: Session): ToolResult => ({
  ...told(name),
  structuredContent: { checkout_session: { ...session(name), ...patch } }
})

const chosen = (method: string) => session("ready").deliveries.map((delivery: Session) => ({ ...delivery, method }))

const bought = {
  id: "ord_1",
  confirmation_number: "CL-7F3K",
  order_number: "CL-7F3K-20",
  total: 61.63,
  currency: "usd",
  payment_status: "succeeded",
  estimated_delivery: "2026-05-12",
  tracking_url: null
}
const completed: ToolResult = {
  structuredContent: {
    order: bought,
    orders: [{ ...bought, shop_name: "Clay & Kiln" }],
    checkout_session: { ...session("ready"), status: "completed" },
    message: "The order is placed."
  }
}

describeInChromium("the checkout in a host", () => {
  let host: WidgetHost
  let shown: Shown | undefined

  beforeAll(async () => {
    await buildWidgets()
    host = await widgetHost()
  }, 120_000)
  afterAll(() => host?.close())
  afterEach(async () => {
    const troubles = shown?.troubles.filter((line) => !line.includes("404"))
    await shown?.page.context().close()
    shown = undefined
    expect(troubles ?? []).toEqual([])
  })

  const show = async (result: ToolResult | null, showing: Partial<Showing> = {}) => {
    shown = await host.show({ widget: "checkout", ...(result && { result }), ...showing })
    return shown
  }
  const button = (it: Shown, name: string | RegExp) => it.frame.getByRole("button", { name })
  const sent = (it: Shown, tool: string) => it.calls.filter(({ name }) => name === tool).map((call) => call.arguments)

  test("an address is asked for, judged field by field, and saved", async () => {
    const answers = [
      refused("VALIDATION_ERROR", "Please correct the fields.", {
        issues: [{ path: "shipping_address.zip", message: "60601 is not a ZIP code of Maine" }]
      }),
      changed("ready", {})
    ]
    const it = await show(told("nothing said yet"), { tools: { update_checkout: () => answers.shift()! } })
    await button(it, "Continue").click()
    const email = it.frame.getByLabel("E-mail")
    await expect.poll(() => email.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await it.frame.getByText("This is needed.").count()).toBe(5)
    expect(it.calls).toEqual([])

    await email.fill("ada@example.com")
    await it.frame.getByLabel("Street and number").fill("12 Analytical Way")
    await it.frame.getByLabel("City").fill("Portland")
    await it.frame.getByLabel("State").selectOption("ME")
    await it.frame.getByLabel("ZIP code").fill("60601")
    await it.frame.getByLabel("ZIP code").press("Enter")
    const zip = it.frame.getByLabel("ZIP code")
    await expect.poll(() => zip.getAttribute("aria-invalid")).toBe("true")
    expect(await it.frame.getByText("60601 is not a ZIP code of Maine").isVisible()).toBe(true)
    await expect.poll(() => zip.evaluate((input) => input === document.activeElement)).toBe(true)

    await zip.fill("04101")
    await button(it, "Continue").click()
    await it.frame.getByText("ada@example.com").waitFor()
    expect(await button(it, /^Pay \$61\.63$/).isVisible()).toBe(true)
    const { idempotency_key: key, ...said } = sent(it, "update_checkout").at(-1)!
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(said).toEqual({
      session_id: "chk_1",
      email: "ada@example.com",
      shipping_address: { line1: "12 Analytical Way", city: "Portland", state: "ME", zip: "04101" }
    })
  })

  test("delivery and codes change the total at once", async () => {
    const it = await show(told("ready"), {
      tools: {
        update_checkout: ({ deliveries }: Json) =>
          deliveries
            ? changed("ready", { total: 68.13, shipping: 13, deliveries: chosen("expedited") })
            : changed("ready", {
                discounts: { applied: [{ code: "WELCOME10", title: "10%", amount: 5 }], rejected: [] }
              })
      }
    })
    await it.frame.getByLabel("Expedited").click()
    await it.frame.getByText("$68.13").first().waitFor()
    expect(await it.frame.getByLabel("Expedited").isChecked()).toBe(true)
    expect(sent(it, "update_checkout")[0]).toMatchObject({
      deliveries: [{ shop_id: "shp_uWs3o488jELvw742", method: "expedited" }]
    })
    await button(it, "I have a discount code").click()
    await it.frame.getByLabel("Discount code").fill("WELCOME10")
    await it.frame.getByLabel("Discount code").press("Enter")
    await button(it, "Remove WELCOME10").waitFor()
    expect(sent(it, "update_checkout")[1]).toMatchObject({ discount_codes: ["WELCOME10"] })
  })

  test("a declined card can be tried again, and what is paid is told to the conversation", async () => {
    const endings = [refused("PAYMENT_FAILED", "The card was declined. Try another."), completed]
    const it = await show(told("ready"), {
      tools: { complete_checkout: () => endings.shift()!, get_checkout: () => told("ready") }
    })
    await it.frame.getByLabel("Is declined").check()
    await button(it, /^Pay/).click()
    await it.frame.getByText("The card was declined. Try another.").waitFor()
    await it.frame.getByLabel("Pays").check()
    await button(it, /^Pay/).dblclick()
    await it.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    expect(await it.frame.getByText("CL-7F3K-20").isVisible()).toBe(true)
    const [first, second, ...more] = sent(it, "complete_checkout")
    expect(more).toEqual([])
    expect([first!.payment_token, second!.payment_token]).toEqual(["spt_test_declined", "spt_test_ok"])
    expect(first!.expected_total).toBe(61.63)
    expect(first!.idempotency_key).not.toBe(second!.idempotency_key)
    expect(it.messages).toEqual([
      { role: "user", content: [{ type: "text", text: "I paid checkout chk_1. It became order ord_1." }] }
    ])
  })

  test("a lost answer is asked for again under the same key", async () => {
    const endings: Array<() => ToolResult> = [
      () => {
        throw new Error("lost")
      },
      () => refused("CONFLICT", "A request with this key is still running.", { retry_after: 1 }),
      () => completed
    ]
    const it = await show(told("ready"), {
      tools: { complete_checkout: () => endings.shift()!(), get_checkout: () => told("ready") }
    })
    await button(it, /^Pay/).click()
    await it.frame.getByText("Something went wrong").waitFor()
    await button(it, /^Pay/).click()
    await it.frame.getByText("still running").waitFor()
    await button(it, /^Pay/).click()
    await it.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    const keys = sent(it, "complete_checkout").map((args) => args.idempotency_key)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  })

  test("a total that moved is shown before it is paid", async () => {
    const it = await show(told("ready"), {
      tools: {
        complete_checkout: () => refused("CONFLICT", "The total changed.", { total: 70, currency: "usd" }),
        get_checkout: () => changed("ready", { total: 70 })
      }
    })
    await button(it, /^Pay \$61\.63/).click()
    await it.frame.getByText("The total is now $70.00. Nothing was charged").waitFor()
    expect(await button(it, "Pay $70.00").isVisible()).toBe(true)
  })

  test("the bank's question is answered from here when money is play", async () => {
    const it = await show(told("the bank asks"), { tools: { complete_checkout: () => completed } })
    await button(it, "I confirmed").click()
    await it.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    expect(sent(it, "complete_checkout")[0]).toMatchObject({
      payment_token: "spt_test_3ds",
      authentication_result: { outcome: "authenticated" }
    })
  })

  test("what is over begins anew, and what is nearly over is kept", async () => {
    const it = await show(told("expired"), { tools: { create_checkout: () => told("soon over") } })
    await button(it, "Start again").click()
    await button(it, "Keep it longer").waitFor()
    expect(sent(it, "create_checkout")[0]).toMatchObject({ listing_id: "lst_WWEb7hNNkp98JjKU", quantity: 2 })
  })

  test("after idle it is read again, by what was kept when not even the answer came back", async () => {
    const old = { ...told("ready"), _meta: { "craftlocal/answer": { at: "2026-01-01T00:00:00Z" } } }
    const it = await show(old, { tools: { get_checkout: () => told("completed") } })
    await it.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    expect(it.messages).toEqual([])
    await it.page.context().close()

    const again = await show(null, {
      input: {},
      openai: { widgetState: { session_id: "chk_1" } },
      tools: { get_checkout: () => told("completed") }
    })
    await again.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    expect(again.calls).toEqual([{ name: "get_checkout", arguments: { session_id: "chk_1" } }])
  })

  const message = (text: string) => ({ role: "user", content: [{ type: "text", text }] })

  test("what is paid in the host's sheet is told once, and what was under way when it turns out", async () => {
    const it = await show(told("ready"), { tools: { get_checkout: () => told("completed") } })
    await button(it, /^Pay/).waitFor()
    await it.frame.locator("html").evaluate(() => {
      Object.assign(globalThis, { openai: { requestCheckout: async () => ({}) } })
    })
    await it.changeContext({ displayMode: "inline", theme: "dark" })
    await it.frame.getByText("Test card").waitFor({ state: "detached" })
    await button(it, /^Pay/).click()
    await it.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    await expect.poll(() => it.messages).toEqual([message("I paid checkout chk_1.")])
    await it.page.context().close()

    const other = await show(told("payment under way"), {
      capabilities: { serverTools: {}, updateModelContext: { text: {} } },
      tools: { get_checkout: () => told("completed") }
    })
    await button(other, "Look again").click()
    await other.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    await expect.poll(() => other.notes).toMatchObject([{ structuredContent: { session_id: "chk_1" } }])
  })

  test("several pieces begin anew in the conversation, by their checkout", async () => {
    const [line] = session("expired").lines
    const it = await show(changed("expired", { lines: [line, { ...line, id: "lin_2" }] }))
    await button(it, "Start again").click()
    await expect.poll(() => it.messages).toEqual([message("Please start checkout chk_1 again with the same pieces.")])
    expect(it.calls).toEqual([])
  })

  test("a note goes to who is visited, and a code that waits for a larger sum is sent along", async () => {
    const rejected = ["MIN50", "GONE"].map((code, index) => ({
      code,
      reason: index === 0 ? "discount_code_minimum_not_met" : "discount_code_expired",
      message: "Not now."
    }))
    const pickup = { deliveries: chosen("pickup"), discounts: { applied: [], rejected } }
    const it = await show(changed("ready", pickup), {
      tools: {
        update_checkout: (args: Json) => changed("ready", { ...pickup, pickup_notes: args.pickup_notes ?? null })
      }
    })
    const notes = it.frame.getByLabel("Note for the pickup")
    await notes.fill("After six, please.")
    await button(it, "Save the note").click()
    await button(it, "Save the note").waitFor({ state: "detached" })
    expect(await notes.inputValue()).toBe("After six, please.")
    await it.frame.getByLabel("Discount code").fill("WELCOME10")
    await it.frame.getByLabel("Discount code").press("Enter")
    await expect.poll(() => sent(it, "update_checkout").length).toBe(2)
    const [first, second] = sent(it, "update_checkout")
    expect(first).toMatchObject({ session_id: "chk_1", pickup_notes: "After six, please." })
    expect(second).toMatchObject({ discount_codes: ["MIN50", "WELCOME10"] })
  })

  test("time runs by the server's clock, whatever the one at hand says", async () => {
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    const lasts = (from: number) => ({
      ...changed("ready", { expires_at: at(from + 20.5) }),
      _meta: { "craftlocal/answer": { at: at(from) } }
    })
    const it = await show(lasts(-40), { tools: { get_checkout: () => lasts(-40) } })
    await it.frame.getByText("Kept for 20 min").waitFor()
    expect(await button(it, "Start again").count()).toBe(0)
  })
})
