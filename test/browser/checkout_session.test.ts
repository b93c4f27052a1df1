import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import type { Sheet } from "../../widgets/checkout_session/Sheet.ts"
import { sheetAnswer } from "../widgets/sheets.ts"
import { describeInChromium } from "./chromium.ts"
import { weakContrasts } from "./contrasts.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

describeInChromium("the page of checkout_session in a host", () => {
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

  const show = async (sheet: Sheet, showing: Partial<Showing> = {}) => {
    shown = await host.show({ widget: "checkout_session", result: { structuredContent: sheet }, ...showing })
    await shown.frame.getByRole("heading").waitFor()
    return shown
  }
  const overflow = (it: Shown) =>
    it.frame.locator("html").evaluate((page) => ({
      down: page.scrollHeight - page.clientHeight,
      across: page.scrollWidth - page.clientWidth
    }))

  test("shows lines and total, and leads to the page of the checkout", { timeout: 30_000 }, async () => {
    const it = await show(sheetAnswer())
    expect(await it.frame.getByText("2 × Speckled stoneware mug").isVisible()).toBe(true)
    expect(await it.frame.getByText("$74.03").isVisible()).toBe(true)
    const link = it.frame.getByRole("link", { name: "Go on with the checkout" })
    expect(await link.getAttribute("href")).toBe("http://localhost:3001/checkout/chk_1")
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  })

  for (const theme of ["light", "dark"] as const) {
    test(`can be read in ${theme}, and fits its frame at 320 px`, { timeout: 30_000 }, async () => {
      const it = await show(sheetAnswer(), { width: 320, context: { theme } })
      await expect.poll(() => overflow(it)).toEqual({ down: 0, across: 0 })
      expect(await it.frame.locator("#root").evaluate(weakContrasts)).toEqual([])
    })
  }

  test("pays in the sheet of the host, and then shows the order", { timeout: 30_000 }, async () => {
    const order = { id: "ord_1", checkout_session_id: "chk_1", permalink_url: "http://localhost:3001/orders/ord_1" }
    const paid = { ...sheetAnswer(), status: "completed", order }
    const it = await show(sheetAnswer(), { openai: {} })
    const frame = it.page.frames().find((frame) => frame.url() === "about:srcdoc")!
    await frame.evaluate((paid) => {
      Object.assign(globalThis, {
        asked: [],
        openai: {
          requestCheckout: async (session: unknown) => {
            ;(globalThis as any).asked.push(session)
            return paid
          }
        }
      })
      dispatchEvent(new Event("openai:set_globals"))
    }, paid)
    await it.page.evaluate(
      (content) => globalThis.hostPage.bridge?.sendToolResult({ content: [], structuredContent: content }),
      sheetAnswer() as any
    )
    await it.frame.getByRole("button", { name: "Pay $74.03" }).click()
    await it.frame.getByRole("link", { name: "See the order" }).waitFor()
    const [session] = await frame.evaluate(() => (globalThis as any).asked)
    const { continue_url: _, ...expected } = sheetAnswer()
    expect(session).toEqual(expected)
  })
})
