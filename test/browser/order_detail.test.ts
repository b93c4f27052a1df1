import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { answered, refused } from "../../widgets/kit/State.ts"
import { cancelled, justOrdered, order } from "../../widgets/order_detail/states.ts"
import { describeInChromium } from "./chromium.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

describeInChromium("an order in a host", () => {
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
  const bare = (it: ReturnType<typeof order>) => ({
    order: { ...it, items: it.items.map((item) => ({ ...item, image: "" })) }
  })
  const show = async (showing: Partial<Showing>) => {
    shown = await host.show({ widget: "order_detail", ...showing })
    await shown.frame.getByRole("heading", { level: 1 }).waitFor()
    return shown
  }
  const button = (it: Shown, name: string) => it.frame.getByRole("button", { name, exact: true })
  const hasFocus = (it: Shown, text: string) => it.frame.locator(":focus").filter({ hasText: text }).waitFor()

  test("is cancelled in two steps by keyboard, once however often it is tried, and says what goes back", {
    timeout: 60_000
  }, async () => {
    let tried = 0
    const it = await show({
      result: answered(bare(justOrdered())),
      tools: {
        cancel_order: () =>
          tried++ === 0 ? refused("UNAVAILABLE", "Try again in a minute.") : answered(bare(cancelled()))
      }
    })
    await button(it, "Cancel order").focus()
    await it.page.keyboard.press("Enter")
    await hasFocus(it, "Cancel the whole order?")
    expect(await it.frame.getByText("$94.11 will go back to how it was paid.").isVisible()).toBe(true)
    await button(it, "Keep it").click()
    await hasFocus(it, "Cancel order")
    expect(it.calls).toEqual([])

    await it.page.keyboard.press("Enter")
    await it.frame.getByLabel("Why?").fill("  Two of the same ")
    await button(it, "Cancel order").click()
    await it.frame.getByRole("alert").getByText("Try again in a minute.").waitFor()
    await button(it, "Cancel order").click()
    await it.frame.getByText("$94.11 goes back to how it was paid.").waitFor()
    await hasFocus(it, "Order CL-K7QM-4X1D")
    expect(await it.frame.getByRole("status").filter({ hasText: "The order is cancelled." }).count()).toBe(1)
    expect(await it.frame.getByRole("button", { name: /Cancel/ }).count()).toBe(0)

    const [first, second] = it.calls
    expect(first).toEqual(second)
    expect(first).toMatchObject({
      name: "cancel_order",
      arguments: { order_id: "ord_Sample1", reason: "Two of the same", idempotency_key: expect.any(String) }
    })
  })

  test("asks for a return in the conversation only where the server takes returns", { timeout: 60_000 }, async () => {
    const delivered = bare(order({ status: "delivered" }))
    const it = await show({ result: answered(delivered, ["get_order_detail", "request_return"]) })
    await button(it, "Return it").click()
    const said = { role: "user", content: [{ type: "text", text: "I would like to return order ord_Sample1." }] }
    await expect.poll(() => it.messages, { timeout: 15_000 }).toEqual([said])
    await it.page.evaluate(
      (result) => globalThis.hostPage.bridge?.sendToolResult({ content: [], structuredContent: result }),
      delivered as any
    )
    await button(it, "Return it").waitFor({ state: "detached" })
  })

  test("is read again when its answer is old, by its id", { timeout: 60_000 }, async () => {
    const answer = answered(bare(order()))
    const it = await show({
      result: {
        ...answer,
        _meta: { "craftlocal/answer": { at: "2020-01-01T00:00:00Z", tools: ["get_order_detail"] } }
      },
      tools: { get_order_detail: () => answered(bare(order({ status: "delivered" }))) }
    })
    await it.frame.locator(".badge").getByText("Delivered").waitFor()
    expect(it.calls).toEqual([{ name: "get_order_detail", arguments: { order_id: "ord_Sample1" } }])
  })
})
