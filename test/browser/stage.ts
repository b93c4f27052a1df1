import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { McpUiHostCapabilities, McpUiHostContext } from "@modelcontextprotocol/ext-apps/app-bridge"
import type { Frame } from "playwright-core"
import { expect } from "vitest"
import type { ToolResult } from "../../widgets/kit/hostWords.ts"
import type { State } from "../../widgets/kit/State.ts"
import type { Json } from "../../widgets/kit/wire.ts"
import type { Scene } from "./hostPage.ts"
import { everything, type WidgetHost } from "./widgetHost.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

export interface Look {
  readonly theme: "light" | "dark"
  readonly width: number
  readonly locale?: string
}

/** One page on which states of widgets are played one after the other, at a moment that stands still. */
export const stage = async (host: WidgetHost, at: Date) => {
  const context = await host.browser.newContext({ viewport: { width: 720, height: 800 }, reducedMotion: "reduce" })
  await context.clock.setFixedTime(at)
  const page = await context.newPage()
  const troubles: Array<string> = []
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") troubles.push(line.text())
  })
  page.on("pageerror", (error) => troubles.push(String(error)))
  page.on("request", (request) => {
    const { origin } = new URL(request.url())
    const known = [host.hostOrigin, host.sandboxOrigin, host.shopOrigin, "null"]
    if (!known.includes(origin)) troubles.push(`asked ${request.url()}`)
  })
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) =>
      console.error(`refused by ${event.effectiveDirective}: ${event.blockedURI}`)
    )
  )

  let playing: State | undefined
  const calls: Array<{ readonly name: string; readonly arguments: Json }> = []
  const asked = new Map<string, number>()
  await page.exposeFunction("hostHears", (what: string, params: (typeof calls)[number]) => {
    if (what !== "tool") return {}
    calls.push(params)
    const told = playing?.tools?.[params.name]
    const turn = asked.get(params.name) ?? 0
    asked.set(params.name, turn + 1)
    const result = Array.isArray(told) ? (told as ReadonlyArray<ToolResult>)[Math.min(turn, told.length - 1)] : told
    return { content: [], isError: true, ...(result && { isError: false, ...host.atShop(result) }) }
  })
  await page.goto(host.hostOrigin)

  const frame = (): Frame => page.frames().find((each) => each.url() === "about:srcdoc")!

  /** The frame is as high as the widget, nothing in it scrolls, nothing sticks out, and every picture is there. */
  const settled = () =>
    expect
      .poll(
        () =>
          frame()?.evaluate(() => {
            const { clientHeight, clientWidth, scrollHeight, scrollWidth } = document.documentElement
            return {
              drawn: document.querySelector("#root")?.firstElementChild !== null,
              pictures: [...document.images].every(({ complete }) => complete),
              down: Math.max(0, scrollHeight - clientHeight),
              spare: Math.max(
                0,
                clientHeight - Math.ceil(document.querySelector("#root")!.getBoundingClientRect().height)
              ),
              across: Math.max(0, scrollWidth - clientWidth)
            }
          }),
        { interval: 20, timeout: 5_000 }
      )
      .toEqual({ drawn: true, pictures: true, down: 0, spare: 0, across: 0 })

  const look = async ({ locale, theme, width }: Look) => {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate((to) => globalThis.hostPage.bridge?.setHostContext(to as McpUiHostContext), {
      displayMode: "inline",
      theme,
      locale: locale ?? "en-US"
    } as Json)
    await settled()
  }

  const play = async (widget: string, state: State, first: Look) => {
    playing = state
    asked.clear()
    troubles.length = 0
    calls.length = 0
    await page.setViewportSize({ width: first.width, height: 800 })
    const scene: Scene = {
      sandbox: host.sandboxOrigin,
      html: readFileSync(new URL(`../../.build/widgets/${widget}.html`, import.meta.url), "utf8"),
      capabilities: (state.capabilities ?? everything) as McpUiHostCapabilities,
      context: { displayMode: "inline", theme: first.theme, locale: first.locale ?? "en-US" },
      input: state.input ?? {},
      result: state.result === undefined ? null : { content: [], ...(host.atShop(state.result) as { content?: [] }) }
    }
    await page.evaluate((it: Json) => globalThis.hostPage.show(it as unknown as Scene), scene as unknown as Json)
    if (state.cancelled) await page.evaluate(() => globalThis.hostPage.bridge?.sendToolCancelled({ reason: "stopped" }))
    await settled()
  }

  const breaches = async (): Promise<ReadonlyArray<string>> => {
    const its = frame()
    await its.evaluate(axe)
    return its.evaluate(async () => {
      const { violations } = await (globalThis as any).axe.run(document, {
        resultTypes: ["violations"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        // A widget is a part of a page: the host has its headings of the first level and its landmarks.
        rules: { "page-has-heading-one": { enabled: false }, region: { enabled: false } }
      })
      return violations.map((each: any) => `${each.id}: ${each.nodes.map(({ html }: any) => html).join(" | ")}`)
    })
  }

  /** As high as a host lets a card be at most: the page of the widget scrolls then, and nothing in it. */
  const capped = async (height: number, check: () => Promise<void>) => {
    const cap = (to: string) =>
      page.locator("iframe").evaluate((its, to) => its.style.setProperty("max-height", to), to)
    await cap(`${height}px`)
    const most = () => frame().evaluate(() => document.documentElement.clientHeight)
    await expect.poll(most, { interval: 20 }).toBeLessThanOrEqual(height)
    expect(await frame().evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe("visible")
    await check()
    await cap("none")
  }

  const picture = () => page.locator("iframe").screenshot({ animations: "disabled" })

  return { play, look, capped, breaches, picture, frame, troubles, calls, page, close: () => context.close() }
}
export type Stage = Awaited<ReturnType<typeof stage>>
