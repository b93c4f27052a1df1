// How soon a widget is on the screen, in Chromium slowed down four times: each of ours, and the product grid once more on
// the SDK's `App` class, in turns. Run alone, or as the last part of `npm run bench`.
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { type WidgetName, widgets } from "../../schemas/widgets.ts"
import type { Scene } from "../../test/browser/hostPage.ts"
import { everything, type WidgetHost, widgetHost } from "../../test/browser/widgetHost.ts"
import type { State } from "../../widgets/kit/State.ts"
import { buildWidgets, bundle } from "../widgets.ts"
import { median } from "./figures.ts"

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const slowdown = 4
const goal = { ms: 300, gzip: 30 * 1024 }

interface Contender {
  readonly name: string
  readonly html: string
  readonly state: State
}

export interface Painted {
  readonly name: string
  readonly gzip: number
  /** From the frame's beginning, and from the tool's result, to the first frame with the card in it. */
  readonly fromNothing: number
  readonly fromResult: number
}

const readyState = async (name: string): Promise<State> => {
  const { states } = (await import(at(`widgets/${name}/states.ts`))) as { readonly states: ReadonlyArray<State> }
  return states.find((state) => state.name === "ready")!
}

const built = async (name: WidgetName): Promise<Contender> => ({
  name,
  html: readFileSync(at(`.build/widgets/${name}.html`), "utf8"),
  state: await readyState(name)
})

/** The same grid, with the SDK's bridge in the place of ours. */
const onTheSdk = async (): Promise<Contender> => ({
  name: "product_grid on the SDK's App",
  html: await bundle("product_grid", [{ find: /^.*\/bridge\.ts$/, replacement: at("scripts/bench/sdkBridge.ts") }]),
  state: await readyState("product_grid")
})

/** Runs in every frame: says when the widget no longer waits and has been painted. */
const watch = () => {
  if (location.href !== "about:srcdoc") return
  const drawn = () => document.querySelector("main:not([aria-busy=true]), section.notice") !== null
  const observer = new MutationObserver(() => {
    if (!drawn()) return
    observer.disconnect()
    requestAnimationFrame(() =>
      setTimeout(() => top!.postMessage({ painted: performance.timeOrigin + performance.now() }, "*"))
    )
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true })
}

const paint = async (page: Page, host: WidgetHost, { html, state }: Contender) => {
  const scene: Scene = {
    sandbox: host.sandboxOrigin,
    html,
    capabilities: everything,
    context: { displayMode: "inline", theme: "light" },
    input: state.input ?? {},
    result: { content: [], ...(host.atShop(state.result) as object) } as Scene["result"]
  }
  return page.evaluate(async (it) => {
    const now = () => performance.timeOrigin + performance.now()
    const painted = new Promise<number>((resolve) => {
      const hear = ({ data }: MessageEvent) => {
        if (typeof data?.painted !== "number") return
        removeEventListener("message", hear)
        resolve(data.painted)
      }
      addEventListener("message", hear)
    })
    const began = now()
    await globalThis.hostPage.show(it as Scene)
    const told = globalThis.hostPage.told!
    const seen = await painted
    return { fromNothing: seen - began, fromResult: seen - told }
  }, scene as never)
}

/** Medians of so many rounds, everybody in turn. */
export const paintTimes = async (rounds: number): Promise<ReadonlyArray<Painted>> => {
  await buildWidgets()
  const names = Object.keys(widgets) as ReadonlyArray<WidgetName>
  const contenders = [...(await Promise.all(names.map(built))), await onTheSdk()]
  const host = await widgetHost()
  try {
    const page = await (await host.browser.newContext({ viewport: { width: 720, height: 800 } })).newPage()
    await page.addInitScript(watch)
    await page.goto(host.hostOrigin)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
    const times = new Map(
      contenders.map(({ name }) => [name, [] as Array<{ fromNothing: number; fromResult: number }>])
    )
    for (let round = 0; round < rounds; round++) {
      for (const contender of contenders) times.get(contender.name)!.push(await paint(page, host, contender))
    }
    return contenders.map(({ html, name }) => ({
      name,
      gzip: gzipSync(html).byteLength,
      fromNothing: median(times.get(name)!.map((time) => time.fromNothing)),
      fromResult: median(times.get(name)!.map((time) => time.fromResult))
    }))
  } finally {
    await host.close()
  }
}

export const paintTable = (rows: ReadonlyArray<Painted>): string => {
  const cells = rows.map(({ fromNothing, fromResult, gzip, name }) => [
    name,
    (gzip / 1024).toFixed(1),
    fromResult.toFixed(0),
    fromNothing.toFixed(0),
    gzip <= goal.gzip && fromResult <= goal.ms ? "met" : "MISSED"
  ])
  const head = ["widget on the screen", "KB gzip", "ms from result", "ms from nothing", `<= 30 KB, ${goal.ms} ms`]
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]!.length)))
  return [head, ...cells]
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))))
    .map((row) => row.join("  "))
    .join("\n")
}

if (import.meta.main) console.log(paintTable(await paintTimes(7)))
