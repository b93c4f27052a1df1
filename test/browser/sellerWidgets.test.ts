import sharp from "sharp"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { answered, refused, type State } from "../../widgets/kit/State.ts"
import { states as confirmation } from "../../widgets/listing_confirmation/states.ts"
import { states as form } from "../../widgets/listing_form/states.ts"
import type { DashboardAnswer } from "../../widgets/seller_dashboard/read.ts"
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
    const ready = (resultOf(dashboard, "ready").structuredContent as DashboardAnswer).dashboard
    const read = answered({
      dashboard: { ...ready, low_stock: ready.low_stock.map((listing) => ({ ...listing, stock: 2 })) }
    })
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const it = await show({
      widget: "seller_dashboard",
      result: resultOf(dashboard, "ready"),
      tools: {
        update_listing: () => answered({}),
        get_seller_dashboard: async () => {
          await held
          return read
        }
      }
    })
    const title = "City Block Perpetual Calendar"
    const stock = field(`Stock: ${title}`)
    await stock.fill("")
    await button(`Save: ${title}`).click()
    await it.frame.getByText("Enter a whole number, 0 or more.").waitFor()
    await stock.fill("40")
    await stock.press("Enter")
    await it.frame.getByText("40 left").waitFor()
    const [{ idempotency_key: _, ...said }] = called("update_listing") as [Record<string, unknown>]
    expect(said).toEqual({ listing_id: "lst_xbVPApFQ46Lw3HQ1", updates: { stock: 40 } })
    release()
    await it.frame.getByText("2 left").first().waitFor()
    expect(await it.frame.getByText("40 left").count()).toBe(0)
    expect(await stock.inputValue()).toBe("2")
    expect(called("get_seller_dashboard")).toHaveLength(1)
    expect(await field("Stock: Berry Check Fingerless Mitts").count()).toBe(0)

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

  const field = (name: string) => shown!.frame.getByLabel(name, { exact: true })
  const isFocused = (name: string) => expect.poll(() => field(name).evaluate((it) => it.matches(":focus"))).toBe(true)

  test("a new listing is filled in by the keyboard, with pictures made small, and refusals lead to their entry", {
    timeout: 90_000
  }, async () => {
    const photo = await sharp({
      create: {
        width: 2400,
        height: 1200,
        channels: 3,
        background: "white",
        noise: { type: "gaussian", mean: 128, sigma: 60 }
      }
    })
      .png()
      .toBuffer()
    let uploads = 0
    let writes = 0
    const it = await show({
      widget: "listing_form",
      result: resultOf(form, "ready"),
      tools: {
        upload_listing_image: () =>
          ++uploads < 3
            ? uploads === 1
              ? refused("UNAVAILABLE", "The pictures rest for a moment.")
              : refused("VALIDATION_ERROR", "Too many pictures for today.")
            : answered({ image: { url: `${host.shopOrigin}/pictures/${uploads - 1}.svg`, width: 800, height: 400 } }),
        create_listing: () =>
          ++writes === 1
            ? refused("VALIDATION_ERROR", "price: is too little", {
                issues: [{ path: "price", message: "Ask for more than that." }]
              })
            : resultOf(confirmation, "ready")
      }
    })

    await button("Next").press("Enter")
    await isFocused("Title")
    expect(await it.frame.getByText("Use 5 to 100 characters.").count()).toBe(1)
    await field("Title").fill("Speckled stoneware mug")
    await field("Title").press("Enter")
    await isFocused("Description")
    await field("Description").fill("A mug with speckles, thrown by hand.")
    await field("Category").selectOption("ceramics")
    await button("Next").press("Enter")
    await expect.poll(() => heading("Price and details").evaluate((it) => it.matches(":focus"))).toBe(true)
    await it.frame.getByText("Step 2 of 5").waitFor()
    await field("Price in USD").fill("0.02")
    await button("Next").click()

    await it.frame.locator("input[type=file]").setInputFiles([
      { name: "mug.png", mimeType: "image/png", buffer: photo },
      { name: "notes.txt", mimeType: "image/png", buffer: Buffer.from("no picture") }
    ])
    await it.frame.getByText("The pictures rest for a moment.").waitFor()
    await it.frame.getByText("This file cannot be read as a picture.").waitFor()
    await button("Next").click()
    await it.frame.getByText("Try the failed pictures again, or remove them.").waitFor()
    await button("Picture 2 of 2: remove").click()
    await button("Try again: Picture 1 of 1").click()
    await it.frame.getByText("Too many pictures for today.").waitFor()
    await button("Try again: Picture 1 of 1").click()
    await it.frame.getByText("Uploaded: 1 of 1").waitFor()
    const [first, second, third] = called("upload_listing_image") as ReadonlyArray<Record<string, unknown>>
    expect(second).toEqual(first)
    expect(third).toEqual({ ...first, idempotency_key: expect.not.stringMatching(first!.idempotency_key as string) })
    const { data, filename } = second as unknown as { data: string; filename: string }
    expect(data.length).toBeLessThan(700_000)
    expect(filename).toBe("mug.png")
    const { format, height, width } = await sharp(Buffer.from(data, "base64")).metadata()
    expect(format).toBe("jpeg")
    expect(width).toBeLessThanOrEqual(1600)
    expect(width / height).toBeCloseTo(2, 1)

    await it.frame.locator("input[type=file]").setInputFiles([{ name: "b.png", mimeType: "image/png", buffer: photo }])
    await it.frame.getByText("Uploaded: 2 of 2").waitFor()
    await button("Picture 2 of 2: move earlier").click()
    await button("Next").click()
    await field("I ship it").check()
    await button("Next").click()
    await isFocused("Shipping cost in USD")
    await field("Shipping cost in USD").fill("6,50")
    await field("Shipping cost in USD").press("Enter")
    await it.frame.getByText("Ships for $6.50").waitFor()

    await button("Publish").click()
    await it.frame.getByText("Ask for more than that.").waitFor()
    await isFocused("Price in USD")
    expect(it.messages).toEqual([])
    await field("Price in USD").fill("24,50")
    for (let step = 0; step < 3; step++) await button("Next").click()
    await button("Publish").click()
    await it.frame.getByRole("link", { name: "See its page" }).waitFor()
    await expect.poll(() => it.messages).toEqual([message("I published listing lst_WWEb7hNNkp98JjKU.")])
    const { idempotency_key, ...said } = called("create_listing")[1] as Record<string, unknown>
    expect(idempotency_key).toMatch(/^[0-9a-f]{32}$/)
    expect(said).toMatchObject({
      title: "Speckled stoneware mug",
      category: "ceramics",
      price: 24.5,
      stock: 1,
      images: [`${host.shopOrigin}/pictures/3.svg`, `${host.shopOrigin}/pictures/2.svg`],
      shipping_enabled: true,
      shipping_cost: 6.5,
      status: "active"
    })
  })

  test("a draft is kept by the host and by the server, and saved again it is the same one", {
    timeout: 60_000
  }, async () => {
    const started = (
      await show({
        widget: "listing_form",
        result: resultOf(form, "editing a draft that is reviewed"),
        tools: { update_listing: () => resultOf(confirmation, "draft") }
      })
    ).frame
    await started.getByLabel("Title", { exact: true }).fill("Low cappuccino mug")
    await button("Save draft").click()
    await started.getByText("The draft is saved.").first().waitFor()
    expect(called("update_listing")[0]).toMatchObject({
      listing_id: "lst_WWEb7hNNkp98JjKU",
      updates: { title: "Low cappuccino mug", status: "draft" }
    })
    expect(shown!.messages).toEqual([])
    expect(shown!.notes).toHaveLength(1)
    await shown!.page.context().close()

    const { listing } = (resultOf(form, "editing").structuredContent as any).form
    const before = {
      title: listing.title,
      description: listing.description,
      category: "ceramics",
      price: "25",
      stock: "10",
      materials: "stoneware",
      tags: "mug, coffee",
      dimensions: "4 x 3 in",
      pictures: [],
      shipping: false,
      shippingCost: "",
      pickup: true,
      leadTime: "2"
    }
    const it = await show({
      widget: "listing_form",
      // What the form was opened with is filled in already, and is still to be saved.
      input: { listing_id: listing.id, title: listing.title },
      result: resultOf(form, "editing"),
      tools: { update_listing: () => resultOf(confirmation, "ready") },
      openai: {
        widgetState: {
          draft: {
            entries: { ...before, price: "31" },
            before,
            step: "price",
            saved: { id: listing.id, status: "active" }
          },
          draft_of: listing.id
        }
      }
    })
    await expect.poll(() => field("Price in USD").inputValue()).toBe("31")
    for (let step = 0; step < 3; step++) await button("Next").click()
    await button("Save changes").click()
    await expect.poll(() => it.messages).toEqual([message("I changed listing lst_WWEb7hNNkp98JjKU.")])
    expect(called("update_listing")[0]).toMatchObject({
      listing_id: listing.id,
      updates: { price: 31, title: listing.title }
    })
    await button("Edit").click()
    await it.frame.getByText("Step 5 of 5").waitFor()
  })
})
