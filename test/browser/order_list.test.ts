import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { answered, refused } from "../../widgets/kit/State.ts"
import { answer, order, several } from "../../widgets/order_list/states.ts"
import { describeInChromium } from "./chromium.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

describeInChromium("the list of orders in a host", () => {
  let host: WidgetHost
  let shown: Shown | undefined

  beforeAll(async () => {
    await buildWidgets()
    host = await widgetHost()
  }, 120_000)
  afterAll(() => host?.close())
  afterEach(async () => {
    const troubles = shown?.troubles
    await shown?.page.context().close()
    shown = undefined
    expect(troubles ?? []).toEqual([])
  })

  // The pictures of the samples are no part of this: the states are drawn with them elsewhere.
  const orders = several.map((each) => ({ ...each, items: each.items.map((item) => ({ ...item, image: "" })) }))
  const bare = (n: number) => order(n, { items: order(n).items.map((item) => ({ ...item, image: "" })) })
  const show = async (showing: Partial<Showing>) => {
    shown = await host.show({ widget: "order_list", result: answered(answer(orders)), ...showing })
    await shown.frame.getByRole("heading", { level: 1 }).waitFor()
    return shown
  }
  const button = (it: Shown, name: string | RegExp) => it.frame.getByRole("button", { name })
  const hasFocus = (it: Shown, text: string) => it.frame.locator(":focus").filter({ hasText: text }).waitFor()

  test("narrows by status, tries again what failed, and goes on below, by keyboard alone", {
    timeout: 60_000
  }, async () => {
    let turn = 0
    const it = await show({
      input: { limit: 5 },
      tools: {
        get_orders: ({ offset, status }) => {
          if (status === "delivered" && turn++ === 0) return refused("UNAVAILABLE", "The shop is being tidied.")
          if (offset === 1) return answered(answer([bare(8)], { total_count: 2 }))
          return answered(answer(status === "delivered" ? [bare(7)] : [], { total_count: 2, has_more: true }))
        }
      }
    })
    await button(it, "Delivered").focus()
    await it.page.keyboard.press("Enter")
    await it.frame.getByRole("alert").getByText("The shop is being tidied.").waitFor()
    await hasFocus(it, "Delivered")
    expect(await it.frame.locator("article").count()).toBe(5)
    await button(it, "Try again").click()
    await it.frame.locator("article").nth(1).waitFor({ state: "detached" })
    expect(await button(it, "Delivered").getAttribute("aria-pressed")).toBe("true")
    await button(it, "More").focus()
    await it.page.keyboard.press("Enter")
    await hasFocus(it, "CL-K7QM-4X8D")
    const question = { limit: 5, status: "delivered", role: "buyer" }
    expect(it.calls.map((call) => call.arguments)).toEqual([question, question, { ...question, offset: 1 }])
    await button(it, "On their way").click()
    await it.frame.getByRole("heading", { name: "Nothing is on its way" }).waitFor()
  })

  test("buys an order again: what is gone is named here, and only the cart's id in the conversation", {
    timeout: 60_000
  }, async () => {
    let added = 0
    const it = await show({
      tools: {
        add_to_cart: () => {
          added++
          if (added === 2) return refused("OUT_OF_STOCK", "Sold out.", { available: 0 })
          if (added === 3) return refused("RATE_LIMITED", "Wait a minute, then try again.")
          return answered({ cart_id: "crt_Sample" })
        }
      }
    })
    await button(it, "Order again: CL-K7QM-4X1D").click()
    await it.frame.getByText("Wait a minute, then try again.").waitFor()
    expect(it.messages).toEqual([])
    await button(it, "Try again: CL-K7QM-4X1D").click()
    await it.frame.getByText("The rest is in your cart.").waitFor()
    await it.frame.getByRole("heading", { name: "No longer available" }).waitFor()
    expect(
      await it.frame
        .getByRole("listitem")
        .filter({ hasText: /^Sgraffito Fern Belly Mug$/ })
        .count()
    ).toBe(2)
    const said = { role: "user", content: [{ type: "text", text: "Show me cart crt_Sample." }] }
    await expect.poll(() => it.messages, { timeout: 15_000 }).toEqual([said])
    await hasFocus(it, "Show the cart")
    const asked = it.calls.map((call) => call.arguments)
    expect(asked).toMatchObject([
      { quantity: 2, variant: "Large" },
      { quantity: 1, cart_id: "crt_Sample" },
      { quantity: 1, cart_id: "crt_Sample" },
      { quantity: 1, cart_id: "crt_Sample" }
    ])
    const keys = asked.map(({ idempotency_key }) => idempotency_key)
    expect(new Set(keys).size).toBe(3)
    expect(keys[2]).toBe(keys[3])

    await button(it, "Details: CL-K7QM-4X2D").click()
    await expect.poll(() => it.messages.length, { timeout: 15_000 }).toBe(2)
    expect(it.messages[1]).toEqual({ role: "user", content: [{ type: "text", text: "Show me order ord_Sample2." }] })
  })

  test("shows a maker who bought, with nothing to buy again", { timeout: 60_000 }, async () => {
    const it = await show({
      result: answered(answer(orders.map((each) => ({ ...each, seller: null, buyer: { name: "Ada Lovelace" } }))))
    })
    expect(await it.frame.getByText("Ada Lovelace").count()).toBe(5)
    expect(await button(it, /Details/).count()).toBe(5)
    expect(await button(it, /Order again/).count()).toBe(0)
  })
})
