import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { type Running, serve } from "../process/server.ts"
import { describeInChromium, launchChromium } from "./chromium.ts"
import { weakContrasts } from "./contrasts.ts"

describeInChromium("the pages, from a real server in a real browser", () => {
  let server: Running
  let browser: Browser
  let page: Page
  const troubles: Array<string> = []

  beforeAll(async () => {
    await buildWidgets()
    server = await serve({ DATABASE_URL: "memory:" })
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    server?.child.kill("SIGTERM")
    await server?.ended
  })

  /** Refused forms are answered with their status, which a browser writes down as if it were a fault. */
  const opened = async (options: Parameters<Browser["newPage"]>[0]) => {
    const fresh = await browser.newPage(options)
    fresh.on("console", (message) => {
      if (message.type() === "error" && !/status of (400|401|402)/.test(message.text())) troubles.push(message.text())
    })
    fresh.on("pageerror", (error) => troubles.push(error.message))
    return fresh
  }

  const seen = async () => {
    expect(await page.locator("h1").count()).toBe(1)
    expect(await page.evaluate(`(${weakContrasts.toString()})(document.body)`)).toEqual([])
    for (const input of await page.locator("input:not([type=hidden])").all()) {
      const id = await input.getAttribute("id")
      expect(await page.locator(`label[for="${id}"]`).count(), id!).toBe(1)
      for (const described of ((await input.getAttribute("aria-describedby")) ?? "").split(" ").filter(Boolean)) {
        expect(await page.locator(`#${described}`).count(), described).toBe(1)
      }
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }

  /** Presses Tab until the keyboard is there. */
  const reach = async (id: string) => {
    for (let turn = 0; turn < 30; turn++) {
      const at = await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)
      if (at === id) return
      await page.keyboard.press("Tab")
    }
    throw new Error(`the keyboard does not reach ${id}`)
  }

  test("an account is opened, confirmed by its letter, signed out of, and signed in to by keyboard alone", {
    timeout: 90_000
  }, async () => {
    page = await opened({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } })
    await page.goto(`${server.url}/register`)
    await seen()
    await page.getByLabel("Your name").fill("Ada Lovelace")
    await page.getByLabel("E-mail").fill("ada@example.com")
    await page.getByLabel("Password").fill("password123")
    await page.getByRole("button", { name: "Open an account" }).click()
    await seen()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("problems")
    await page.getByRole("link", { name: /one of the first/ }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("password")
    expect(await page.getByLabel("Your name").inputValue()).toBe("Ada Lovelace")
    await page.getByLabel("Password").fill("correct horse")
    await page.getByRole("button", { name: "Open an account" }).click()
    await page.waitForURL("**/letter-sent")
    await seen()

    const letter = async () => {
      const { messages } = (await (await fetch(`${server.url}/dev/outbox`)).json()) as any
      return /http:\S+verify-email\S+/.exec(messages.find(({ to }: any) => to === "ada@example.com")?.text ?? "")?.[0]
    }
    await expect.poll(letter, { timeout: 15_000 }).toBeTruthy()
    await page.goto((await letter())!)
    await seen()
    await page.getByLabel("Password").fill("correct horse")
    await page.getByRole("button", { name: "Confirm and sign in" }).click()
    await page.waitForURL("**/account?notice=confirmed")
    await seen()
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "craftlocal_session")
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" })
    await page.getByRole("button", { name: "Sign out", exact: true }).click()
    await page.waitForURL("**/sign-in?notice=signed-out")
    await seen()

    await page.goto(`${server.url}/account`)
    await page.waitForURL("**/sign-in?next=%2Faccount")
    await page.keyboard.press("Tab")
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content")
    await reach("email")
    await page.keyboard.type("ada@example.com")
    await reach("password")
    await page.keyboard.type("wrong horse")
    await page.keyboard.press("Enter")
    await page.getByRole("alert").waitFor()
    await seen()
    await reach("password")
    await page.keyboard.type("correct horse")
    await reach("Sign in")
    await page.keyboard.press("Enter")
    await page.waitForURL(`${server.url}/account`)
    expect(await page.getByText("ada@example.com").count()).toBe(1)
    await page.close()
    expect(troubles).toEqual([])
  })

  test("an account works without scripts, in the dark, with the demo's password", { timeout: 60_000 }, async () => {
    page = await opened({ javaScriptEnabled: false, colorScheme: "dark" })
    await page.goto(`${server.url}/sign-in`)
    await page.getByLabel("E-mail").fill("buyer@craftlocal.test")
    await page.getByLabel("Password").fill("demo-buyer")
    await page.getByRole("button", { name: "Sign in" }).click()
    await page.waitForURL("**/account")
    await page.getByLabel("Street and number").fill("5 Side St")
    await page.getByLabel("City").fill("Chicago")
    await page.getByLabel("State").fill("IL")
    await page.getByLabel("ZIP code").fill("60601")
    await page.getByRole("button", { name: "Keep this address" }).click()
    await page.waitForURL("**/account?notice=saved")
    expect(await page.getByText("5 Side St").count()).toBeGreaterThan(0)
    await page.close()

    page = await opened({ colorScheme: "dark" })
    for (const path of ["/sign-in", "/register", "/forgot-password"]) {
      await page.goto(`${server.url}${path}`)
      await seen()
    }
    expect(troubles).toEqual([])
  })

  /** Presses Enter where the keyboard is, and waits for the page that follows. */
  const enter = async (address: RegExp) => {
    await Promise.all([page.waitForURL(address), page.keyboard.press("Enter")])
    await seen()
  }

  const type = async (id: string, text: string) => {
    await reach(id)
    await page.keyboard.type(text)
  }

  test("a thing is bought by keyboard alone, from its page to the order and its invoice, on a small screen", {
    timeout: 90_000
  }, async () => {
    const found = await (await fetch(`${server.url}/api/v1/listings/search?query=mug&in_stock=true&limit=50`)).json()
    const { listings } = found as { readonly listings: ReadonlyArray<{ readonly id: string }> }
    page = await opened({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true })
    for (const { id } of listings) {
      await page.goto(`${server.url}/l/${id}`)
      const ships = (await page.getByText(/^Ships for/).count()) > 0
      if (ships && (await page.locator("#variant").count()) === 0) break
    }
    await seen()
    await reach("quantity")
    await enter(/\/checkout\/chk_/)

    await type("email", "ada@example.com")
    await type("name", "Ada Lovelace")
    await type("shipping_address-line1", "1 Main St")
    await type("shipping_address-city", "Chicago")
    await type("shipping_address-state", "IL")
    await type("shipping_address-zip", "90210")
    await enter(/\/details$/)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("problems")
    await reach("ZIP code: 90210 is not a ZIP code of Illinois")
    await page.keyboard.press("Enter")
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("shipping_address-zip")
    expect(await page.getByLabel("Your name").inputValue()).toBe("Ada Lovelace")
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("60601")
    await enter(/#delivery$/)
    expect(await page.getByText("An address is on file (Chicago, IL)").count()).toBe(1)

    await type("code", "WELCOME10")
    await enter(/#codes$/)
    const total = await page.locator(".total span").last().textContent()
    await reach("spt_test_ok")
    await page.keyboard.press("ArrowDown")
    await reach(`Pay ${total}`)
    await enter(/\/pay$/)
    expect(await page.getByText("The card was declined.").count()).toBe(1)
    await reach("spt_test_declined")
    await page.keyboard.press("ArrowUp")
    await reach(`Pay ${total}`)
    await enter(/\/checkout\/[^/]+$/)
    expect(await page.getByText("Thank you.").count()).toBe(1)

    await page.getByRole("link", { name: /^Order CL-/ }).focus()
    await enter(/\/orders\/ord_/)
    expect(await page.getByRole("row", { name: `Total ${total}` }).count()).toBe(1)
    await page.getByRole("link", { name: "Invoice, to print" }).focus()
    await enter(/\/invoice$/)
    await page.close()
    expect(troubles).toEqual([])
  })

  test("what is for sale fits every screen, by light and by dark, with targets that a finger meets", {
    timeout: 90_000
  }, async () => {
    const found = await (await fetch(`${server.url}/api/v1/listings/search?query=mug&limit=1`)).json()
    const [{ id, seller }] = (found as any).listings
    for (const colorScheme of ["light", "dark"] as const) {
      page = await opened({ colorScheme })
      for (const path of [`/l/${id}`, `/shops/${seller.id}`]) {
        for (const width of [320, 768, 1200]) {
          await page.setViewportSize({ width, height: 800 })
          await page.goto(`${server.url}${path}`)
          await seen()
        }
      }
      await page.goto(`${server.url}/l/${id}`)
      await page.getByRole("button", { name: "Buy now" }).click()
      await page.waitForURL("**/checkout/**")
      await seen()
      for (const target of await page.locator("button, select, .choice, .target, summary, nav a").all()) {
        const box = await target.boundingBox()
        if (box !== null) expect(box.height, await target.textContent().then(String)).toBeGreaterThanOrEqual(44)
      }
      await page.close()
    }
    expect(troubles).toEqual([])
  })
})
