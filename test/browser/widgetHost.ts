import { readFileSync } from "node:fs"
import type { McpUiHostCapabilities, McpUiHostContext } from "@modelcontextprotocol/ext-apps/app-bridge"
import type { Browser, FrameLocator, Page } from "playwright-core"
import { imageOf, imageOfPath } from "../../src/demo/picture.ts"
import type { ToolResult } from "../../widgets/kit/hostWords.ts"
import { sampleOrigin } from "../../widgets/kit/State.ts"
import { pieces } from "../../widgets/kit/samples.ts"
import type { Json } from "../../widgets/kit/wire.ts"
import { bundledHostPage } from "./bundledHostPage.ts"
import { launchChromium } from "./chromium.ts"
import { contentSecurityPolicy, type DeclaredCsp } from "./contentSecurityPolicy.ts"
import type { Scene } from "./hostPage.ts"
import { loopback } from "./loopback.ts"
import { picture } from "./picture.ts"
import { sandboxPage } from "./sandboxPage.ts"

export interface Showing {
  readonly widget: string
  readonly input?: Json | null
  readonly result?: ToolResult | null
  readonly tools?: Record<string, (args: Json) => ToolResult | Promise<ToolResult>>
  readonly capabilities?: McpUiHostCapabilities
  readonly context?: McpUiHostContext
  readonly width?: number
  /** A stand-in for `window.openai`, in the widget's frame only. */
  readonly openai?: Json
  readonly reducedMotion?: boolean
  readonly answersMessage?: { readonly isError?: boolean }
  /** What becomes of a page that is to be opened; a promise that fails is a host that refuses. */
  readonly answersLink?: () => { readonly isError?: boolean } | Promise<never>
  /** The widget as a server handed it out, instead of the file that was built. */
  readonly html?: string
}

/** One widget in one page, what it asked of its host, and what went wrong on the way. */
export interface Shown {
  readonly page: Page
  readonly frame: FrameLocator
  readonly calls: Array<{ readonly name: string; readonly arguments: Json }>
  readonly messages: Array<unknown>
  readonly notes: Array<unknown>
  /** Ways to be shown that it asked for. */
  readonly modes: Array<unknown>
  readonly troubles: Array<string>
  readonly changeContext: (context: McpUiHostContext) => Promise<void>
}

/** Pieces of the samples look as they do in the demo market. */
const sampled = (path: string) => {
  const named = imageOfPath(path)
  const piece = pieces.find(({ id }) => id === named?.id)
  return named && piece && imageOf({ ...piece, n: named.n })
}

/** Samples were told when their file was read, which may be a while ago; what is meant as told now is. Older ones are meant to be old. */
const asOfNow = (result: ToolResult): ToolResult => {
  const answer = result._meta?.["craftlocal/answer"] as { readonly at: string; readonly tools?: unknown } | undefined
  if (answer?.tools === undefined || Date.now() - Date.parse(answer.at) > 3_600_000) return result
  return { ...result, _meta: { ...result._meta, "craftlocal/answer": { ...answer, at: new Date().toISOString() } } }
}

export const everything: McpUiHostCapabilities = {
  serverTools: {},
  message: { text: {} },
  updateModelContext: { text: {} },
  openLinks: {}
}

/** Three origins as in life: the host, the sandbox, and the shop whose pictures are shown; or the shops a server declares. */
export const widgetHost = async (declared?: DeclaredCsp) => {
  const hostHtml = await bundledHostPage()
  const shop = await loopback((url, response) => {
    const drawn = url.pathname.startsWith("/pictures/") ? picture(url.pathname) : sampled(url.pathname)
    if (drawn === undefined) return response.writeHead(404).end()
    response.writeHead(200, { "content-type": "image/svg+xml" }).end(drawn)
  })
  const policy = contentSecurityPolicy(declared ?? { resourceDomains: [shop.origin] })
  const html = (body: string, headers: Record<string, string>) =>
    loopback((_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body)
    })
  const hostServer = await html(hostHtml, {})
  const sandboxServer = await html(sandboxPage, { "content-security-policy": policy })
  const browser: Browser = await launchChromium()

  /** Samples, with the pictures of the shop that is there. */
  const atShop = <A>(value: A): A => JSON.parse(JSON.stringify(value).replaceAll(sampleOrigin, shop.origin))

  const show = async (showing: Showing): Promise<Shown> => {
    const context = await browser.newContext({
      viewport: { width: showing.width ?? 720, height: 800 },
      reducedMotion: showing.reducedMotion === true ? "reduce" : "no-preference"
    })
    const page = await context.newPage()
    const shown: Shown = {
      page,
      frame: page.frameLocator("iframe").frameLocator("iframe"),
      calls: [],
      messages: [],
      notes: [],
      modes: [],
      troubles: [],
      changeContext: (changed) =>
        page.evaluate((to) => globalThis.hostPage.bridge?.setHostContext(to as McpUiHostContext), changed as Json)
    }
    page.on("console", (line) => {
      if (line.type() === "error" || line.type() === "warning") shown.troubles.push(line.text())
    })
    page.on("pageerror", (error) => shown.troubles.push(String(error)))
    await page.addInitScript((openai) => {
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`refused by ${event.effectiveDirective}: ${event.blockedURI}`)
      )
      if (openai !== null && location.href === "about:srcdoc") Object.assign(globalThis, { openai })
    }, showing.openai ?? null)

    await page.exposeFunction("hostHears", async (what: string, params: any) => {
      if (what === "message") shown.messages.push(params)
      if (what === "message") return showing.answersMessage ?? {}
      if (what === "context") shown.notes.push(params)
      if (what === "mode") shown.modes.push(params.mode)
      if (what === "mode") return { mode: params.mode }
      if (what === "link") return showing.answersLink?.() ?? {}
      if (what !== "tool") return {}
      shown.calls.push(params)
      const tool = showing.tools?.[params.name]
      if (tool === undefined) throw new Error(`no tool ${params.name}`)
      return { content: [], ...atShop(asOfNow(await tool(params.arguments))) }
    })

    await page.goto(hostServer.origin)
    const scene = {
      sandbox: sandboxServer.origin,
      html:
        showing.html ?? readFileSync(new URL(`../../.build/widgets/${showing.widget}.html`, import.meta.url), "utf8"),
      capabilities: showing.capabilities ?? everything,
      context: { displayMode: "inline", ...showing.context },
      input: showing.input === undefined ? {} : showing.input,
      result:
        showing.result === undefined || showing.result === null
          ? null
          : { content: [], ...atShop(asOfNow(showing.result)) }
    }
    await page.evaluate((it: Json) => globalThis.hostPage.show(it as unknown as Scene), scene as Json)
    return shown
  }

  const close = async () => {
    await browser.close()
    await Promise.all([shop.close(), hostServer.close(), sandboxServer.close()])
  }
  return {
    show,
    close,
    atShop,
    browser,
    hostOrigin: hostServer.origin,
    sandboxOrigin: sandboxServer.origin,
    shopOrigin: shop.origin
  }
}

export type WidgetHost = Awaited<ReturnType<typeof widgetHost>>
