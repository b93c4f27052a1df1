import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client"
import { afterAll, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import type { ToolResult } from "../../widgets/kit/hostWords.ts"
import { type Running, serve } from "../process/server.ts"
import { describeInChromium } from "./chromium.ts"
import { type WidgetHost, widgetHost } from "./widgetHost.ts"

describeInChromium("the product grid, from a real server to a real browser", () => {
  let server: Running
  let client: Client
  let host: WidgetHost

  beforeAll(async () => {
    await buildWidgets()
    server = await serve({ DATABASE_URL: "memory:" })
    client = new Client({ name: "host", version: "1" })
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)))
  }, 120_000)
  afterAll(async () => {
    await host?.close()
    await client?.close()
    server?.child.kill("SIGTERM")
    await server?.ended
  })

  test("shows what a search found, under the policy its resource declares, and acts through the host", {
    timeout: 60_000
  }, async () => {
    const { tools } = await client.listTools()
    const { resourceUri } = tools.find(({ name }) => name === "search_listings")!._meta!.ui as { resourceUri: string }
    expect(resourceUri).toMatch(/^ui:\/\/craftlocal\/product_grid\.[0-9a-f]{12}\.html$/)
    const { contents } = await client.readResource({ uri: resourceUri })
    const [resource] = contents as unknown as [
      { text: string; _meta: { ui: { csp: { resourceDomains: Array<string> } } } }
    ]
    const { csp } = resource._meta.ui
    expect(csp.resourceDomains).toEqual([server.url])

    const call = async (name: string, args: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: args })) as unknown as ToolResult
    const input = { query: "mug", price_max: 30 }
    host = await widgetHost(csp)
    const shown = await host.show({
      widget: "product_grid",
      html: resource.text,
      input,
      result: await call("search_listings", input),
      tools: {
        search_listings: (args) => call("search_listings", args),
        add_to_cart: (args) => call("add_to_cart", args)
      }
    })

    const cards = shown.frame.locator("article")
    await cards.first().waitFor()
    const drawn = cards.first().getByRole("img").first()
    await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

    const before = await cards.count()
    await shown.frame.getByRole("button", { name: /Candles/ }).click()
    await expect.poll(() => cards.count()).toBeLessThan(before)
    expect(shown.calls[0]).toEqual({ name: "search_listings", arguments: { ...input, category: "candles" } })

    await shown.frame
      .getByRole("button", { name: /Add to cart/ })
      .first()
      .click()
    await expect.poll(() => shown.calls.length).toBe(2)
    await expect.poll(() => shown.frame.getByText(/in your cart|Added|In the cart/i).count()).toBeGreaterThan(0)
    expect(shown.troubles).toEqual([])
  })
})
