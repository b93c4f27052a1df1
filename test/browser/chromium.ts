import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"
import { describe, test } from "vitest"

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
]
const HOW = "no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH"

const executablePath = [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path))

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath!,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  })

/** A suite that needs a real browser. Without one it fails under CI and is a visible skip elsewhere. */
export const describeInChromium = (name: string, suite: () => void): void => {
  if (executablePath !== undefined) {
    describe(name, suite)
  } else if (process.env.CI === "true") {
    describe(name, () => {
      test("needs a browser", () => {
        throw new Error(HOW)
      })
    })
  } else {
    console.warn(`Skipped: ${name}: ${HOW}`)
    describe.skip(name, suite)
  }
}
