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
    if (message.type() === "error") troubles.push(message.text())
  })
  page.on("pageerror", (error) => troubles.push(error.message))
  let ended: string | undefined
  // What is there does not matter; that the browser goes there does.
  await context.route(
    (at) => at.href.startsWith(back),
    (route) => {
      ended = route.request().url()
      return route.fulfill({ status: 200, contentType: "text/html", body: "<title>Connected</title>" })
    }
  )
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
  await page.keyboard.press("Enter")
  await page.waitForURL((at) => at.href.startsWith(back))
  await context.close()
  return { back: new URL(ended!), asked, troubles }
}
