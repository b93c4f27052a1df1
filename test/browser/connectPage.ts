import type { Browser, Page } from "playwright-core"
import { expect } from "vitest"
import { weakContrasts } from "./contrasts.ts"

/** What a page must be for everybody who is asked something on it. */
const isGood = async (page: Page) => {
  expect(await page.locator("h1").count()).toBe(1)
  expect(await page.locator("html").getAttribute("lang")).toBe("en")
  expect(await page.evaluate(`(${weakContrasts.toString()})(document.body)`)).toEqual([])
  for (const input of await page.locator("input:not([type=hidden]):not([type=checkbox])").all()) {
    expect(await page.locator(`label[for="${await input.getAttribute("id")}"]`).count()).toBe(1)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
}

/**
 * A person in a real browser who follows a client's link, signs in by keyboard and allows what is asked. Answers the
 * address that the client is sent back to, the words of the page that asked, and what the browser complained of.
 */
export const allowInBrowser = async (
  browser: Browser,
  url: string,
  { back, email, password }: { readonly back: string; readonly email: string; readonly password: string }
) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const page = await context.newPage()
  const troubles: Array<string> = []
  page.on("console", (message) => {
    // Nobody is there where the browser is sent in the end.
    if (message.type() === "error" && !message.text().includes("net::ERR_")) troubles.push(message.text())
  })
  page.on("pageerror", (error) => troubles.push(error.message))
  await page.goto(url)
  await page.waitForURL(/\/sign-in/)
  await isGood(page)
  await page.locator("input[name=email]").fill(email)
  await page.locator("input[name=password]").fill(password)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/oauth\/interaction\//)
  await isGood(page)
  const asked = (await page.locator("main").textContent()) ?? ""
  await page.getByRole("button", { name: "Allow", exact: true }).focus()
  const [ended] = await Promise.all([
    page.waitForRequest((request) => request.url().startsWith(back)),
    page.keyboard.press("Enter")
  ])
  await context.close()
  return { back: new URL(ended.url()), asked, troubles }
}
