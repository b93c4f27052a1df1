import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import type { SearchAnswer } from "../../widgets/product_grid/read.ts"
import { describeInChromium } from "./chromium.ts"
import { weakContrasts } from "./contrasts.ts"
import { answer, listings } from "./searchAnswers.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

describeInChromium("the product grid in a host", () => {
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

  const show = async (result: SearchAnswer | null, showing: Partial<Showing> = {}) => {
    const structured = result === null ? {} : { result: { structuredContent: result } }
    shown = await host.show({ widget: "product_grid", ...structured, ...showing })
    return shown
  }
  const pieces = (count?: number, from?: number) => listings(host.shopOrigin, count, from)
  const cards = (it: Shown) => it.frame.locator("article")
  const button = (it: Shown, name: string | RegExp) => it.frame.getByRole("button", { name })
  const overflow = (it: Shown) =>
    it.frame.locator("html").evaluate((page) => ({
      down: page.scrollHeight - page.clientHeight,
      across: page.scrollWidth - page.clientWidth
    }))

  test("shows each piece of a tool result with picture, price, shop and city", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces()))
    await cards(it).first().waitFor()
    expect(await cards(it).count()).toBe(8)
    const mug = cards(it).first()
    for (const text of ["Speckled stoneware mug", "Clay & Kiln · Chicago", "$34.00", "4.9"]) {
      expect(await mug.getByText(text).first().isVisible(), text).toBe(true)
    }
    const picture = mug.getByRole("img", { name: "Speckled stoneware mug" })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400)
    expect(await cards(it).nth(3).getByText("Sold out").isVisible()).toBe(true)
    expect(
      await cards(it)
        .nth(3)
        .getByRole("button", { name: /Add to cart/ })
        .count()
    ).toBe(0)
    expect(await cards(it).nth(6).getByText("shop rated").count()).toBe(0)
  })

  test("searches again through the host when a category is chosen", { timeout: 30_000 }, async () => {
    const narrowed = answer(pieces(2))
    const it = await show(answer(pieces()), {
      input: { query: "mug", offset: 20 },
      tools: { search_listings: () => ({ structuredContent: narrowed }) }
    })
    await button(it, /^Home decor/).click()
    await expect.poll(() => cards(it).count()).toBe(2)
    expect(it.calls).toEqual([{ name: "search_listings", arguments: { query: "mug", category: "home-decor" } }])
    const chosen = button(it, /^Home decor/)
    expect(await chosen.getAttribute("aria-pressed")).toBe("true")
    expect(await chosen.evaluate((element) => element === document.activeElement)).toBe(true)
    await chosen.click()
    await expect.poll(() => it.calls.at(-1)?.arguments).toEqual({ query: "mug" })
  })

  test("reads after idle what is shown, not what was asked at first, and shows what became of it", {
    timeout: 30_000
  }, async () => {
    let found = 2
    const it = await show(answer(pieces()), {
      input: { query: "mug" },
      tools: {
        search_listings: ({ offset }) => ({
          structuredContent: answer(pieces(found, offset === undefined ? 0 : 2), { has_more: found === 2 })
        })
      }
    })
    const comesBack = () =>
      it.frame.locator("html").evaluate(() => {
        const now = Date.now()
        Date.now = () => now + 61_000
        document.dispatchEvent(new Event("visibilitychange"))
      })
    await button(it, /^Home decor/).click()
    await expect.poll(() => cards(it).count()).toBe(2)
    await comesBack()
    const narrow = { query: "mug", category: "home-decor" }
    await expect.poll(() => it.calls.map((call) => call.arguments)).toEqual([narrow, narrow])
    await button(it, "More").last().click()
    await expect.poll(() => cards(it).count()).toBe(4)
    found = 3
    await comesBack()
    await expect.poll(() => cards(it).count()).toBe(3)
    expect(it.calls.at(-1)!.arguments).toEqual({ ...narrow, limit: 4 })
    expect(await button(it, /^Home decor/).getAttribute("aria-pressed")).toBe("true")
  })

  test("adds more below, asking from where it stopped", { timeout: 30_000 }, async () => {
    const rest = answer(pieces(4, 6), { total_count: 10 })
    const it = await show(answer(pieces(), { total_count: 10, has_more: true }), {
      input: { query: "mug", limit: 8 },
      tools: { search_listings: () => ({ structuredContent: rest }) }
    })
    expect(await it.frame.getByText("8 of 10").isVisible()).toBe(true)
    await button(it, "More").last().click()
    await expect.poll(() => cards(it).count()).toBe(10)
    expect(it.calls).toEqual([{ name: "search_listings", arguments: { query: "mug", limit: 8, offset: 8 } }])
    expect(
      await cards(it)
        .nth(8)
        .evaluate((card) => card === document.activeElement)
    ).toBe(true)
    expect(await it.frame.getByRole("button", { name: "More", exact: true }).count()).toBe(0)
  })

  test("puts pieces into one cart, however fast they are pressed", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces()), {
      tools: {
        add_to_cart: async () => {
          await new Promise((resolve) => setTimeout(resolve, 600))
          return { structuredContent: { cart_id: "crt_1" } }
        }
      }
    })
    await button(it, /^Add to cart: Speckled/).click()
    await button(it, /^Add to cart: Hand-carved/).click()
    await it.frame.getByText("Hand-carved cherry serving spoon added to cart").waitFor({ state: "attached" })
    const idempotency_key = expect.stringMatching(/^[0-9a-f]{32}$/)
    expect(it.calls).toEqual([
      { name: "add_to_cart", arguments: { listing_id: "lst_1", quantity: 1, idempotency_key } },
      { name: "add_to_cart", arguments: { listing_id: "lst_3", quantity: 1, cart_id: "crt_1", idempotency_key } }
    ])
    await expect.poll(() => it.notes.at(-1)).toMatchObject({ structuredContent: { cart_id: "crt_1" } })
    await button(it, /^Add to cart: Speckled/).waitFor()
  })

  test("says why a piece could not be added, and lets it be tried again", { timeout: 30_000 }, async () => {
    const error = { error: { code: "OUT_OF_STOCK", message: "The last one was just sold.", details: {} } }
    const issues = [{ path: "variant", message: "choose one of 'small', 'large'" }]
    const choose = { error: { code: "VALIDATION_ERROR", message: "variant: choose one", details: { issues } } }
    const it = await show(answer(pieces()), {
      tools: {
        add_to_cart: ({ listing_id }) => ({
          isError: true,
          content: [{ type: "text", text: JSON.stringify(listing_id === "lst_1" ? error : choose) }]
        })
      }
    })
    await button(it, /^Add to cart: Speckled/).click()
    await it.frame.getByRole("alert").getByText("The last one was just sold.").waitFor()
    await button(it, /^Add to cart: Hand-carved/).click()
    await it.frame
      .getByRole("alert")
      .getByText("This piece comes in several variants. View it to choose one.")
      .waitFor()
    expect(await button(it, /^Add to cart: Speckled/).isVisible()).toBe(true)
  })

  test("asks for a piece in the conversation, in words no seller wrote", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces()))
    await button(it, "View: Speckled stoneware mug").click()
    await expect
      .poll(() => it.messages)
      .toEqual([{ role: "user", content: [{ type: "text", text: "Show me listing lst_1 (ceramics, $34.00)." }] }])
  })

  test("hides what the host cannot do", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces(), { has_more: true }), { capabilities: {} })
    await cards(it).first().waitFor()
    const left = it.frame.getByRole("button")
    expect(await left.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).toEqual(["Grid", "List"])
  })

  test("hides what there is no tool for", { timeout: 30_000 }, async () => {
    const meta = { "craftlocal/answer": { at: new Date().toISOString(), tools: ["get_listing"] } }
    const it = await show(null, { result: { structuredContent: answer(pieces(), { has_more: true }), _meta: meta } })
    await cards(it).first().waitFor()
    expect(await button(it, /Add to cart|Filter|More/).count()).toBe(0)
    expect(await button(it, /^View/).count()).toBe(8)
  })

  test("follows the host's theme and takes its colours", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces()), { context: { theme: "light" } })
    await cards(it).first().waitFor()
    const colours = () =>
      it.frame
        .locator("html")
        .evaluate((page) => [getComputedStyle(page).backgroundColor, getComputedStyle(page).color])
    const light = await colours()
    expect(await it.frame.locator("#root").evaluate(weakContrasts)).toEqual([])
    await it.changeContext({ theme: "dark" })
    await expect.poll(colours).not.toEqual(light)
    expect((await colours())[0]).not.toBe(light[0])
    expect((await colours())[1]).not.toBe(light[1])
    expect(await it.frame.locator("#root").evaluate(weakContrasts)).toEqual([])
    await it.changeContext({
      theme: "dark",
      styles: { variables: { "--color-background-primary": "rgb(0, 0, 40)" } as never }
    })
    await expect.poll(async () => (await colours())[0]).toBe("rgb(0, 0, 40)")
  })

  for (const width of [320, 480, 720, 1100]) {
    test(`fits its frame at ${width} px: nothing scrolls inside`, { timeout: 30_000 }, async () => {
      const it = await show(answer(pieces(), { has_more: true }), { width })
      await cards(it).first().waitFor()
      await expect.poll(() => overflow(it)).toEqual({ down: 0, across: 0 })
      const columns = await it.frame.locator(".grid").evaluate((grid) => getComputedStyle(grid).gridTemplateColumns)
      expect(columns.split(" ").length).toBe({ 320: 2, 480: 2, 720: 4, 1100: 5 }[width])
    })
  }

  test("fits at 320 px with text twice as large", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces(), { has_more: true }), { width: 320 })
    await it.frame.locator("html").evaluate((page) => page.style.setProperty("font-size", "200%"))
    await expect.poll(() => overflow(it)).toEqual({ down: 0, across: 0 })
  })

  test("has targets of at least 44 px, in reading order for the keyboard", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces(), { has_more: true }), { width: 320 })
    await cards(it).first().waitFor()
    const small = await it.frame
      .getByRole("button")
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
          .map((one) => one.textContent)
      )
    expect(small).toEqual([])
    await button(it, "Grid").focus()
    const order: Array<string> = []
    for (let step = 0; step < 6; step++) {
      await it.page.keyboard.press("Tab")
      order.push(
        await it.frame.locator(":focus").evaluate((one) => one.getAttribute("aria-label") ?? one.textContent ?? "")
      )
    }
    expect(order).toEqual([
      "List",
      "Filter and sort",
      "View: Speckled stoneware mug",
      "Add to cart: Speckled stoneware mug",
      "View: Indigo resist-dyed linen table runner with mitred corners",
      "Add to cart: Indigo resist-dyed linen table runner with mitred corners"
    ])
  })

  test("folds its filters away where there is little room, combines them, and clears them", {
    timeout: 30_000
  }, async () => {
    const it = await show(answer(pieces()), {
      width: 320,
      input: { query: "mug" },
      tools: { search_listings: () => ({ structuredContent: answer(pieces(3)) }) }
    })
    const filter = button(it, /^Filter and sort/)
    expect(await filter.getAttribute("aria-expanded")).toBe("false")
    expect(await button(it, /^Ceramics/).count()).toBe(0)
    await filter.press("Enter")
    expect(await filter.getAttribute("aria-expanded")).toBe("true")
    await button(it, /^Ceramics/).click()
    await button(it, /^Portland/).click()
    await button(it, /^Under \$25/).click()
    await button(it, "Price, low first").click()
    await expect.poll(() => it.calls.length).toBe(4)
    const narrow = { query: "mug", category: "ceramics", city: "portland", price_max: 24.99 }
    expect(it.calls.at(-1)!.arguments).toEqual({ ...narrow, sort_by: "price_asc" })
    await expect.poll(() => cards(it).count()).toBe(3)
    for (const chosen of [/^Ceramics/, /^Portland/, /^Under \$25/, "Price, low first"])
      expect(await button(it, chosen).getAttribute("aria-pressed"), String(chosen)).toBe("true")
    await expect.poll(() => overflow(it)).toEqual({ down: 0, across: 0 })

    await button(it, "Clear filters").click()
    await expect.poll(() => it.calls.at(-1)!.arguments).toEqual({ query: "mug", sort_by: "price_asc" })
    expect(await filter.evaluate((element) => element === document.activeElement)).toBe(true)
    await button(it, /^\$200 and more/).click()
    await expect.poll(() => it.calls.at(-1)!.arguments).toMatchObject({ price_min: 200 })
    expect(it.calls.at(-1)!.arguments).not.toHaveProperty("price_max")
  })

  test("becomes a list, and comes back as it was left", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces()))
    await button(it, "List").click()
    await expect.poll(() => it.frame.locator(".grid.list").count()).toBe(1)
    await expect.poll(() => overflow(it)).toEqual({ down: 0, across: 0 })
    expect(await it.frame.locator("#root").evaluate(weakContrasts)).toEqual([])
    await it.page.context().close()

    const again = await show(answer(pieces()), {
      input: { query: "mug" },
      openai: {
        widgetState: { layout: "list", search: { query: "mug", city: "chicago" }, searched: '[["query","mug"]]' }
      },
      tools: { search_listings: () => ({ structuredContent: answer(pieces(2)) }) }
    })
    await expect.poll(() => cards(again).count()).toBe(2)
    expect(again.calls).toEqual([{ name: "search_listings", arguments: { query: "mug", city: "chicago" } }])
    expect(await button(again, "List").getAttribute("aria-pressed")).toBe("true")
    expect(await button(again, /^Filter and sort/).textContent()).toBe("Filter and sort1")
  })

  test("asks for the whole screen where the host has one, and only from a card", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces()))
    await cards(it).first().waitFor()
    expect(await button(it, "Larger").count()).toBe(0)
    await it.changeContext({ displayMode: "inline", availableDisplayModes: ["inline", "fullscreen"] })
    await button(it, "Larger").click()
    await expect.poll(() => it.modes).toEqual(["fullscreen"])
    await it.changeContext({ displayMode: "fullscreen", availableDisplayModes: ["inline", "fullscreen"] })
    await expect.poll(() => button(it, "Larger").count()).toBe(0)
  })

  test("says what to try when nothing was found", { timeout: 30_000 }, async () => {
    const it = await show(answer([], { suggestion: "Try “mug” without the price limit." }))
    await it.frame.getByText("Nothing found").waitFor()
    expect(await it.frame.getByText("Try “mug” without the price limit.").isVisible()).toBe(true)
    await expect.poll(() => overflow(it)).toEqual({ down: 0, across: 0 })
  })

  test("shows places while it waits, and says when the call was stopped", { timeout: 30_000 }, async () => {
    const it = await show(null, { reducedMotion: true })
    await it.frame.locator(".waiting").waitFor()
    expect(await it.frame.locator(".waiting").evaluate((grid) => getComputedStyle(grid).animationName)).toBe("none")
    await it.page.evaluate(() => globalThis.hostPage.bridge?.sendToolCancelled({ reason: "stopped" }))
    await it.frame.getByText("This was stopped").waitFor()
  })

  test("shows a failed search and asks it again", { timeout: 30_000 }, async () => {
    const error = { error: { code: "UNAVAILABLE", message: "The shop is closed for a minute.", details: {} } }
    const it = await show(null, {
      input: { query: "mug" },
      result: { isError: true, content: [{ type: "text", text: JSON.stringify(error) }] },
      tools: { search_listings: () => ({ structuredContent: answer(pieces(3)) }) }
    })
    await it.frame.getByText("The shop is closed for a minute.").waitFor()
    await button(it, "Try again").click()
    await expect.poll(() => cards(it).count()).toBe(3)
    expect(it.calls).toEqual([{ name: "search_listings", arguments: { query: "mug" } }])
  })

  test("starts from ChatGPT's own data where there is some", { timeout: 30_000 }, async () => {
    const it = await show(null, { openai: { toolOutput: answer(pieces(2)), toolInput: { query: "mug" } } })
    await expect.poll(() => cards(it).count()).toBe(2)
  })

  test("takes a seller's markup for text", { timeout: 30_000 }, async () => {
    const title = `<img src=x onerror="document.title='taken'"><b>Mug</b>`
    const it = await show(answer([{ ...pieces(1)[0]!, title }]))
    expect(await it.frame.getByRole("heading", { name: title }).isVisible()).toBe(true)
    expect(await it.frame.locator("article b, article img[src=x]").count()).toBe(0)
  })

  test("ends a mistake of its own in a sentence and a way on", { timeout: 30_000 }, async () => {
    const { seller: _, ...unreadable } = pieces(1)[0]!
    const it = await show(answer([unreadable as ReturnType<typeof pieces>[0]]))
    await it.frame.getByText("This view stopped working").waitFor()
    await it.page.evaluate(
      (content: any) => {
        return globalThis.hostPage.bridge?.sendToolResult({ content: [], structuredContent: content })
      },
      answer(pieces(2))
    )
    await button(it, "Try again").click()
    await expect.poll(() => cards(it).count()).toBe(2)
  })

  test("ends what nobody caught, a rejection too, in the same sentence", { timeout: 30_000 }, async () => {
    const it = await show(answer(pieces(2)))
    await expect.poll(() => cards(it).count()).toBe(2)
    const frame = it.page.frames().find((each) => each.url() === "about:srcdoc")!
    await frame.evaluate(() => void Promise.reject(new Error("nobody catches this")))
    await it.frame.getByText("This view stopped working").waitFor()
    await button(it, "Try again").click()
    await expect.poll(() => cards(it).count()).toBe(2)
    expect(it.troubles.splice(0).join()).toContain("nobody catches this")
  })

  test("keeps a place for a picture that is missing", { timeout: 30_000 }, async () => {
    const it = await show(answer([{ ...pieces(1)[0]!, images: [] }]))
    await it.frame.getByRole("img", { name: "Speckled stoneware mug (no picture)" }).waitFor()
  })

  test("is held to its policy: a picture from elsewhere is refused and replaced", { timeout: 30_000 }, async () => {
    const it = await show(answer([{ ...pieces(1)[0]!, images: ["http://127.0.0.1:9/elsewhere.svg"] }]))
    await it.frame.getByRole("img", { name: "Speckled stoneware mug (no picture)" }).waitFor()
    expect(it.troubles.splice(0).join("\n")).toContain("refused by img-src: http://127.0.0.1:9/elsewhere.svg")
  })
})
