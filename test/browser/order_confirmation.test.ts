import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { answered } from "../../widgets/kit/State.ts"
import { asked, session, underWay } from "../../widgets/order_confirmation/states.ts"
import { describeInChromium } from "./chromium.ts"
import { type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

describeInChromium("what a payment came to, in a host", () => {
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

  /** However busy the machine is. */
  const patiently = { timeout: 15_000 }
  const said = (text: string) => ({ role: "user", content: [{ type: "text", text }] })

  test("looks for itself while the payment is under way, then offers to, and thanks when it is paid", {
    timeout: 60_000
  }, async () => {
    let status: "processing" | "completed" = "processing"
    const it = (shown = await host.show({
      widget: "order_confirmation",
      tools: { get_checkout: () => answered({ checkout_session: session({ status }) }) }
    }))
    await it.page.clock.install()
    await it.page.clock.pauseAt(Date.now() + 60_000)
    await it.page.evaluate(
      (result) => globalThis.hostPage.bridge?.sendToolResult({ content: [], structuredContent: result }),
      underWay as any
    )
    await it.frame.getByText("Do not pay again.").waitFor()
    // What is drawn begins to look a moment later.
    await it.page.clock.runFor(100)
    const look = it.frame.getByRole("button", { name: "Look again" })
    for (let turn = 1; turn <= 12; turn++) {
      expect(await look.count()).toBe(0)
      await it.page.clock.runFor(5_000)
      await expect.poll(() => it.calls.length, patiently).toBe(turn)
    }
    await look.waitFor()
    await it.page.clock.runFor(60_000)
    expect(it.calls.length).toBe(12)
    expect(it.calls.at(-1)).toEqual({ name: "get_checkout", arguments: { session_id: "chk_Sample" } })

    status = "completed"
    await look.click()
    await it.frame.getByRole("heading", { name: "Thank you" }).waitFor()
    expect(await it.frame.getByText("CL-TME8-BGYS-2").isVisible()).toBe(true)
    await it.page.clock.runFor(100)
    await expect.poll(() => it.notes, patiently).toMatchObject([{ structuredContent: { session_id: "chk_Sample" } }])
    await it.frame.getByRole("button", { name: "Details: Honey Hollow" }).click()
    await expect.poll(() => it.messages, patiently).toEqual([said("Show me order ord_Sample2.")])
  })

  test("leads to the bank, and tells the conversation that it was confirmed there", { timeout: 60_000 }, async () => {
    const it = (shown = await host.show({ widget: "order_confirmation", result: answered(asked()) }))
    const link = it.frame.getByRole("link", { name: "Confirm with your bank" })
    expect(await link.getAttribute("href")).toBe(`${host.shopOrigin}/checkout/chk_Sample`)
    await it.frame.getByRole("button", { name: "I have confirmed it" }).click()
    await expect
      .poll(() => it.messages, patiently)
      .toEqual([said("I have confirmed the payment of checkout chk_Sample with my bank.")])
  })
})
