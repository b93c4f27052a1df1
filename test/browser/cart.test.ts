import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import type { CartView, Line } from "../../widgets/cart/read.ts"
import { states } from "../../widgets/cart/states.ts"
import type { ToolResult } from "../../widgets/kit/hostWords.ts"
import { answered, refused } from "../../widgets/kit/State.ts"
import type { Json } from "../../widgets/kit/wire.ts"
import { describeInChromium } from "./chromium.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

const tools = ["get_cart", "update_cart", "create_checkout"]
const sample = (name: string) => states.find((state) => state.name === name)!.result!.structuredContent as CartView
const bare = ({ lines, ...cart }: CartView): CartView => ({
  ...cart,
  lines: lines.map((line) => ({ ...line, image: null }))
})
const checkout = answered({ checkout_session: { id: "chk_1", continue_url: "http://localhost:3001/checkout/chk_1" } })

/** A cart as a server keeps it: sets quantities and sums up. */
const keeping = (cart: CartView) => {
  let lines = cart.lines
  const told = (): ToolResult =>
    answered({ ...cart, lines, subtotal: lines.reduce((sum, line) => sum + line.subtotal, 0) }, tools)
  const update = (args: Json) => {
    for (const put of args.lines as ReadonlyArray<Pick<Line, "listing_id" | "quantity">>) {
      const known = lines.find((line) => line.listing_id === put.listing_id)
      const line = known ?? cart.lines.find((one) => one.listing_id === put.listing_id)!
      const next = { ...line, quantity: put.quantity, subtotal: line.unit_price * put.quantity }
      lines =
        put.quantity === 0
          ? lines.filter((one) => one !== line)
          : known === undefined
            ? [...lines, next]
            : lines.map((one) => (one === line ? next : one))
    }
    return told()
  }
  return { told, update }
}

describeInChromium("the cart in a host", () => {
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

  const show = async (result: ToolResult, showing: Partial<Showing> = {}) => {
    shown = await host.show({ widget: "cart", result, ...showing })
    await shown.frame.getByRole("heading").first().waitFor()
    return shown
  }
  const button = (it: Shown, name: string | RegExp) => it.frame.getByRole("button", { name })
  const subtotal = (it: Shown) => it.frame.locator(".totals .total dd").textContent()
  const focused = (it: Shown) => it.frame.locator(":focus").textContent()

  test("sends what was asked last, one call after the other, and shows what the server answered", {
    timeout: 30_000
  }, async () => {
    const cart = bare(sample("ready"))
    const kept = keeping(cart)
    const gates: Array<() => void> = []
    const it = await show(kept.told(), {
      tools: {
        update_cart: async (args) => {
          await new Promise<void>((open) => gates.push(open))
          return kept.update(args)
        }
      }
    })
    const [mug, fern] = cart.lines as [Line, Line]
    const more = (line: Line, to: number) => button(it, `Quantity, ${line.title}: ${to}`).click()
    await more(mug, 3)
    await expect.poll(() => gates.length).toBe(1)
    await more(mug, 4)
    await more(fern, 2)
    await more(mug, 5)
    expect(await subtotal(it)).toBe("$175.50")
    expect(await button(it, "Check out").getAttribute("aria-disabled")).toBe("true")
    gates[0]!()
    await expect.poll(() => gates.length).toBe(2)
    expect(await it.frame.locator("output").first().textContent()).toBe("5")
    gates[1]!()
    await expect.poll(() => subtotal(it)).toBe("$286.00")
    const puts = it.calls.map(({ arguments: { cart_id, lines } }) => ({ cart_id, lines }))
    const of = ({ listing_id, variant }: Line, quantity: number) => ({
      listing_id,
      ...(variant !== undefined && { variant }),
      quantity
    })
    expect(puts).toEqual([
      { cart_id: cart.cart_id, lines: [of(mug, 3)] },
      { cart_id: cart.cart_id, lines: [of(mug, 5), of(fern, 2)] }
    ])
  })

  test("takes a line out, offers to put it back, and leaves the keyboard beside it", { timeout: 30_000 }, async () => {
    const cart = bare(sample("one thing"))
    const kept = keeping(cart)
    const it = await show(kept.told(), { tools: { update_cart: kept.update } })
    const { title } = cart.lines[0]!
    await button(it, `Remove: ${title}`).press("Enter")
    await it.frame.getByRole("heading", { name: "Your cart is empty" }).waitFor()
    expect(await focused(it)).toBe("Undo")
    await it.page.keyboard.press("Enter")
    await it.frame.getByRole("heading", { name: title }).waitFor()
    expect(await focused(it)).toContain(title)
    expect(it.calls.map(({ arguments: { lines } }) => lines)).toMatchObject([[{ quantity: 0 }], [{ quantity: 1 }]])
    await button(it, `Remove: ${title}`).click()
    await button(it, "Look around").click()
    await expect.poll(() => it.messages).toMatchObject([{ content: [{ text: "Show me popular pieces." }] }])
  })

  test("makes a cart one that can be bought, and then asks for its checkout in the conversation", {
    timeout: 30_000
  }, async () => {
    const cart = bare(sample("some of it is gone"))
    const kept = keeping(cart)
    const it = await show(kept.told(), {
      tools: { update_cart: kept.update, create_checkout: () => checkout },
      answersMessage: { isError: true }
    })
    await it.frame.getByText("Only 2 left").waitFor()
    await it.frame.getByText("Sold out").waitFor()
    expect(await button(it, "Check out").count()).toBe(0)
    await button(it, "Take what is left").press("Enter")
    await button(it, "Check out").waitFor()
    expect(await focused(it)).toBe("Check out")
    expect(it.calls[0]!.arguments.lines).toMatchObject([{ quantity: 2 }, { quantity: 0 }])
    await button(it, "Check out").click()
    await it.frame.getByRole("link", { name: "Go on to the checkout" }).waitFor()
    expect(it.calls[1]).toMatchObject({ name: "create_checkout", arguments: { cart_id: cart.cart_id } })
    const text = `I would like to check out cart ${cart.cart_id}. Show me checkout chk_1.`
    expect(it.messages).toMatchObject([{ content: [{ text }] }])
  })

  test("says why a change was refused and shows the cart as it is; what got lost can be asked again", {
    timeout: 30_000
  }, async () => {
    const cart = bare(sample("ready"))
    const kept = keeping(cart)
    const answers = [refused("OUT_OF_STOCK", "Only 2 of this piece are left."), { isError: true }]
    const it = await show(kept.told(), {
      tools: { update_cart: (args) => answers.shift() ?? kept.update(args), get_cart: kept.told }
    })
    const { title } = cart.lines[1]!
    const more = button(it, `Quantity, ${title}: 2`)
    await more.click()
    await it.frame.getByRole("alert").getByText("Only 2 of this piece are left.").waitFor()
    expect(await button(it, "Try again").count()).toBe(0)
    await expect.poll(() => it.calls.map(({ name }) => name)).toEqual(["update_cart", "get_cart"])
    await more.click()
    await button(it, "Try again").click()
    await expect.poll(() => subtotal(it)).toBe("$197.50")
    const keys = it.calls.filter(({ name }) => name === "update_cart").map((call) => call.arguments.idempotency_key)
    expect(keys[2]).toBe(keys[1])
    expect(keys[1]).not.toBe(keys[0])
    expect(await it.frame.getByRole("alert").count()).toBe(0)
  })

  test("changes nothing in a cart that is no longer kept", { timeout: 30_000 }, async () => {
    const it = await show(answered({ ...bare(sample("ready")), expires_at: "2026-01-01T00:00:00Z" }, tools))
    await it.frame.getByText("No longer kept").waitFor()
    expect(await it.frame.getByRole("button").count()).toBe(0)
    expect(await it.frame.getByText("Quantity: 3").isVisible()).toBe(true)
  })
})
