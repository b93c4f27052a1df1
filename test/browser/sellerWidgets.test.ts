import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { answered, refused, type State } from "../../widgets/kit/State.ts"
import { states as confirmation } from "../../widgets/listing_confirmation/states.ts"
import { states as dashboard } from "../../widgets/seller_dashboard/states.ts"
import { describeInChromium } from "./chromium.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

const resultOf = (states: ReadonlyArray<State>, name: string) => states.find((state) => state.name === name)!.result!
const message = (text: string) => ({ role: "user", content: [{ type: "text", text }] })

describeInChromium("the widgets of a maker", () => {
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

  const show = async (showing: Showing) => {
    shown = await host.show(showing)
    await shown.frame.getByRole("heading").first().waitFor()
    return shown
  }
  const button = (name: string) => shown!.frame.getByRole("button", { name, exact: true })
  const heading = (name: string) => shown!.frame.getByRole("heading", { name, exact: true })
  const focused = () => shown!.frame.locator(":focus")
  const called = (name: string) => shown!.calls.filter((call) => call.name === name).map((call) => call.arguments)

  test("the dashboard changes its period, says so when that fails, and tries again", async () => {
    const { shop } = (resultOf(dashboard, "ready").structuredContent as any).dashboard
    let tries = 0
    const it = await show({
      widget: "seller_dashboard",
      result: resultOf(dashboard, "ready"),
      tools: {
        get_seller_dashboard: () =>
          ++tries === 1 ? refused("UNAVAILABLE", "Try again in a moment.") : resultOf(dashboard, "a quarter")
      }
    })
    const chart = it.frame.getByRole("img", { name: "Sales" })
    expect(await chart.locator("g").count()).toBe(30)
    await button("90 days").press("Enter")
    await it.frame.getByRole("alert").filter({ hasText: "Try again in a moment." }).waitFor()
    expect(await button("30 days").getAttribute("aria-pressed")).toBe("true")
    await button("Try again").click()
    await expect.poll(() => chart.locator("g").count()).toBe(13)
    expect(await button("90 days").getAttribute("aria-pressed")).toBe("true")
    expect(await it.frame.getByRole("row").count()).toBe(14)
    expect(it.calls.at(-1)!.arguments).toEqual({ time_period: "90d", shop_id: shop.id })
    await button("New listing").click()
    await expect.poll(() => it.messages).toEqual([message("I want to list a new piece.")])
  })

  test("a parcel is asked for carrier and number in place, refusals stand beside their field, and the order leaves the list", async () => {
    const order = {
      id: "ord_7",
      order_number: "CL-20402",
      carrier: "usps",
      tracking_number: "9400",
      tracking_url: null
    }
    let tries = 0
    const it = await show({
      widget: "seller_dashboard",
      // Where the dashboard cannot be read again it goes on by what the order became.
      result: answered(resultOf(dashboard, "ready").structuredContent, ["update_order_status"]),
      tools: {
        update_order_status: () =>
          ++tries === 1
            ? refused("VALIDATION_ERROR", "carrier: is unknown", {
                issues: [{ path: "carrier", message: "Nobody carries by that name." }]
              })
            : answered({ order: { ...order, status: "shipped" }, message: "The buyer was told." })
      }
    })
    await button("Ship: CL-20402").press("Enter")
    const carrier = it.frame.getByRole("textbox", { name: "Carrier" })
    const number = it.frame.getByRole("textbox", { name: "Tracking number" })
    await expect.poll(() => carrier.evaluate((field) => field.matches(":focus"))).toBe(true)
    await carrier.press("Escape")
    await expect.poll(() => focused().getAttribute("aria-label")).toBe("Ship: CL-20402")

    await button("Ship: CL-20402").press("Enter")
    await carrier.fill("USPS")
    await carrier.press("Enter")
    await it.frame.getByText("Enter the number on the parcel’s label.").waitFor()
    await expect.poll(() => number.evaluate((field) => field.matches(":focus"))).toBe(true)
    expect(it.calls).toEqual([])

    await number.fill(" 9400 ")
    await number.press("Enter")
    await it.frame.getByText("Nobody carries by that name.").waitFor()
    await expect.poll(() => carrier.evaluate((field) => field.matches(":focus"))).toBe(true)
    await carrier.fill("U.S.P.S.")
    await button("Mark as shipped").click()
    await it.frame.getByRole("heading", { name: /Ada Brook/ }).waitFor({ state: "detached" })
    const [, { idempotency_key, ...said }] = called("update_order_status") as [unknown, Record<string, unknown>]
    expect(said).toEqual({ order_id: "ord_7", status: "shipped", carrier: "U.S.P.S.", tracking_number: "9400" })
    expect(idempotency_key).toMatch(/^[0-9a-f]{32}$/)
    await expect.poll(() => heading("Orders to do").evaluate((it) => it.matches(":focus"))).toBe(true)
    expect(await it.frame.getByRole("definition").allTextContents()).toContain("3")
    expect(await it.frame.getByRole("status").allTextContents()).toContain("CL-20402: Shipped")
  })

  test("stock is set in place, and asked for in the conversation where it cannot be", async () => {
    const it = await show({
      widget: "seller_dashboard",
      result: resultOf(dashboard, "ready"),
      tools: { update_listing: () => answered({}), get_seller_dashboard: () => resultOf(dashboard, "ready") }
    })
    const title = "City Block Perpetual Calendar"
    await button(`Stock: ${title}: 4`).click()
    await button(`Stock: ${title}: 5`).click()
    await button(`Save: ${title}`).click()
    await it.frame.getByText("5 left").waitFor()
    const [{ idempotency_key: _, ...said }] = called("update_listing") as [Record<string, unknown>]
    expect(said).toEqual({ listing_id: "lst_xbVPApFQ46Lw3HQ1", updates: { stock: 5 } })
    await expect.poll(() => called("get_seller_dashboard").length).toBe(1)

    await it.page.evaluate(
      (result: any) => globalThis.hostPage.bridge?.sendToolResult({ content: [], ...result }),
      answered(resultOf(dashboard, "ready").structuredContent, ["search_listings"]) as any
    )
    await button(`Change stock: ${title}`).click()
    await expect
      .poll(() => it.messages)
      .toEqual([message("I want to change the stock of listing lst_xbVPApFQ46Lw3HQ1.")])
    expect(await button("Ship: CL-20402").count()).toBe(0)
  })

  test("a listing is hidden and published where it stands, and tells of it when buyers can see it", async () => {
    let turn = 0
    const answers = ["draft", "ready", "waiting for review"]
    const it = await show({
      widget: "listing_confirmation",
      result: resultOf(confirmation, "ready"),
      tools: { update_listing: () => resultOf(confirmation, answers[turn++]!) }
    })
    await button("Hide").press("Enter")
    await it.frame.getByText("Only you can see it.").waitFor()
    await expect.poll(() => focused().getAttribute("class")).toBe("facts")
    expect(it.messages).toEqual([])
    await button("Publish").click()
    await expect.poll(() => it.messages).toEqual([message("I published listing lst_WWEb7hNNkp98JjKU.")])
    await button("Mark as sold").click()
    await it.frame.getByText("Somebody looks at it before buyers see it.").waitFor()
    await expect.poll(() => it.messages[1]).toEqual(message("I sent listing lst_WWEb7hNNkp98JjKU for review."))
    expect(called("update_listing").map(({ updates }) => updates)).toEqual([
      { status: "draft" },
      { status: "active" },
      { status: "sold" }
    ])
    expect(new Set(called("update_listing").map(({ idempotency_key }) => idempotency_key)).size).toBe(3)
    await button("Edit").click()
    await expect.poll(() => it.messages[2]).toEqual(message("I want to edit listing lst_WWEb7hNNkp98JjKU."))
  })
})
