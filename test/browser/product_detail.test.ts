import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { answered, refused } from "../../widgets/kit/State.ts"
import type { Listing } from "../../widgets/product_detail/read.ts"
import { states } from "../../widgets/product_detail/states.ts"
import { describeInChromium } from "./chromium.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

const tools = ["get_listing", "add_to_cart", "create_checkout", "ask_listing_question"]
const { listing } = states.find(({ name }) => name === "variants")!.result!.structuredContent as { listing: Listing }
const plain = { ...listing, variants: [], images: [] }
const checkout = answered({ checkout_session: { id: "chk_1", continue_url: "http://localhost:3001/checkout/chk_1" } })

describeInChromium("a piece in a host", () => {
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

  const show = async (value: Listing, showing: Partial<Showing> = {}, offered = tools) => {
    const images = value.images.map((_, n) => `${host.shopOrigin}/pictures/${n}.svg`)
    const result = answered({ listing: { ...value, images } }, offered)
    shown = await host.show({ widget: "product_detail", input: { listing_id: value.id }, result, ...showing })
    await shown.frame.getByRole("heading", { level: 1 }).waitFor()
    return shown
  }
  const button = (it: Shown, name: string | RegExp) => it.frame.getByRole("button", { name })

  test("buys the chosen variant: prices it, keeps within its stock, and asks for the checkout in the conversation", {
    timeout: 30_000
  }, async () => {
    const it = await show(listing, { tools: { create_checkout: () => checkout } })
    await it.frame.getByRole("radio", { name: /Small/ }).focus()
    await it.page.keyboard.press("ArrowDown")
    await it.frame.locator(".price").getByText("$29.50").waitFor()
    await button(it, "Quantity: 2").click()
    expect(await button(it, "Quantity: 3").getAttribute("aria-disabled")).toBe("true")
    expect(await it.frame.getByRole("radio", { name: /Jumbo/ }).isDisabled()).toBe(true)

    await button(it, "Buy now").click()
    await it.frame.getByText("The checkout goes on in the conversation.").waitFor()
    const wanted = { listing_id: listing.id, quantity: 2, variant: "Large, 10 oz" }
    expect(it.calls).toEqual([
      { name: "create_checkout", arguments: { ...wanted, idempotency_key: expect.stringMatching(/^[0-9a-f]{32}$/) } }
    ])
    const text = `I would like to buy listing ${listing.id}. Show me checkout chk_1.`
    expect(it.messages).toMatchObject([{ role: "user", content: [{ type: "text", text }] }])

    await button(it, "Quantity: 1").click()
    await expect.poll(() => it.frame.getByText("The checkout goes on").count()).toBe(0)
  })

  test("leads to the page of the checkout where the conversation takes no messages", { timeout: 30_000 }, async () => {
    const it = await show(plain, { tools: { create_checkout: () => checkout }, capabilities: { serverTools: {} } })
    await button(it, "Buy now").click()
    const link = it.frame.getByRole("link", { name: "Go on to the checkout" })
    await link.waitFor()
    expect(await link.getAttribute("href")).toBe("http://localhost:3001/checkout/chk_1")
    expect(await button(it, "Buy now").count()).toBe(0)
    expect(await button(it, "Ask the shop a question").count()).toBe(0)
  })

  test("collects in one cart; an answer that was lost is asked for again with the same key", {
    timeout: 30_000
  }, async () => {
    const answers = [{ isError: true }, answered({ cart_id: "crt_1" }), answered({ cart_id: "crt_1" })]
    const it = await show(plain, { tools: { add_to_cart: () => answers.shift()! } })
    await button(it, "Add to cart").click()
    await it.frame.getByRole("alert").getByText("Something went wrong. Please try again.").waitFor()
    await button(it, "Add to cart").click()
    await it.frame.getByText("Added to your cart.").waitFor()
    expect(it.calls[1]).toEqual(it.calls[0])
    expect(await it.frame.getByRole("alert").count()).toBe(0)

    await button(it, "Add to cart").click()
    await expect.poll(() => it.calls.length).toBe(3)
    expect(it.calls[2]!.arguments).toMatchObject({ listing_id: plain.id, quantity: 1, cart_id: "crt_1" })
    expect(it.calls[2]!.arguments.idempotency_key).not.toBe(it.calls[0]!.arguments.idempotency_key)
    await expect.poll(() => it.notes.at(-1)).toMatchObject({ structuredContent: { cart_id: "crt_1" } })
    await button(it, "Show my cart").click()
    await expect.poll(() => it.messages).toMatchObject([{ content: [{ text: "Show me cart crt_1." }] }])
  })

  test("says why it cannot be had, and looks again at what is left", { timeout: 30_000 }, async () => {
    const it = await show(plain, {
      tools: {
        add_to_cart: () => refused("OUT_OF_STOCK", "Only 1 of this piece is left."),
        get_listing: () => answered({ listing: { ...plain, stock: 1 } }, tools)
      }
    })
    await button(it, "Quantity: 2").click()
    await button(it, "Add to cart").click()
    await it.frame.getByRole("alert").getByText("Only 1 of this piece is left.").waitFor()
    await it.frame.getByText("1 left", { exact: true }).waitFor()
    expect(await it.frame.getByRole("group", { name: "Quantity" }).count()).toBe(0)
  })

  test("goes through its pictures by the arrow keys, and takes a question to the conversation", {
    timeout: 30_000
  }, async () => {
    const it = await show(listing)
    await it.frame.getByRole("img", { name: `${listing.title}, picture 1 of 3` }).waitFor()
    await it.frame.getByRole("radio", { name: "picture 1 of 3" }).focus()
    await it.page.keyboard.press("ArrowRight")
    await it.frame.getByRole("img", { name: `${listing.title}, picture 2 of 3` }).waitFor()
    await button(it, "Show more reviews").click()
    await it.frame.getByText("My second one. They stack well.").waitFor()
    await button(it, "Ask the shop a question").click()
    const text = `I have a question about listing ${listing.id}.`
    await expect.poll(() => it.messages).toMatchObject([{ content: [{ text }] }])
  })

  test("keeps the facts and hides what cannot be done", { timeout: 30_000 }, async () => {
    const it = await show({ ...plain, reviews_summary: { ...plain.reviews_summary, recent_reviews: [] } }, {}, [
      "get_listing"
    ])
    expect(await it.frame.getByRole("button").count()).toBe(0)
    const links = it.frame.getByRole("link")
    expect(await links.allTextContents()).toEqual(["Buy on its page", "Open the page of this piece"])
    expect(await it.frame.getByText("12 oz (340 g)").isVisible()).toBe(true)
  })

  test("a page that the host does not open is told with its address, and what was typed stays", {
    timeout: 30_000
  }, async () => {
    let asked = 0
    const it = await show(plain, {
      answersLink: () => (++asked === 1 ? Promise.reject(new Error("blocked")) : asked === 2 ? { isError: true } : {})
    })
    const page = it.frame.getByRole("link").last()
    const address = it.frame.getByRole("status").filter({ hasText: host.atShop(listing.url) })
    await button(it, "Quantity: 2").click()
    await page.click()
    await address.waitFor()
    expect(await it.frame.locator("output").textContent()).toBe("2")
    await page.click()
    await expect.poll(() => asked).toBe(2)
    await address.waitFor()
    await page.click()
    await expect.poll(() => address.count()).toBe(0)
  })
})
