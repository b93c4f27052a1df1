import { readFileSync, statSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { type WidgetName, widgetUri } from "../../schemas/widgets.ts"
import { buildWidgets, type Manifest } from "../../scripts/widgets.ts"

const read = (name: string) => readFileSync(new URL(`../../.build/widgets/${name}`, import.meta.url), "utf8")
const modified = () => statSync(new URL("../../.build/widgets/manifest.json", import.meta.url)).mtimeMs

beforeAll(buildWidgets, 120_000)

describe("the built widgets", () => {
  const widgets = () => Object.entries((JSON.parse(read("manifest.json")) as Manifest).widgets)

  test("are listed under a URI that names their contents, but for one that hosts know beforehand", () => {
    const uris = Object.fromEntries(widgets().map(([name, { uri }]) => [name, uri]))
    expect(uris.product_grid).toMatch(/^ui:\/\/craftlocal\/product_grid\.[0-9a-f]{12}\.html$/)
    expect(uris.checkout_session).toBe("ui://widget/checkout-session.html")
    for (const [name, { hash, uri, file }] of widgets()) {
      expect(uri).toBe(widgetUri(name as WidgetName, hash))
      expect(read(`${name}.${hash}.html`)).toBe(read(file))
    }
  })

  test("are one file each, below 30 KB compressed", () => {
    for (const [name, { file, gzip }] of widgets()) {
      expect(gzip, name).toBeLessThan(30 * 1024)
      expect(read(file), name).not.toMatch(/<(script|link|img|iframe)\b[^>]*\b(src|href)=/i)
    }
  })

  test("keep nothing in the browser, evaluate no text, insert no markup and fetch nothing", () => {
    const forbidden =
      /localStorage|sessionStorage|indexedDB|document\.cookie|\beval\(|new Function|innerHTML="|\bfetch\(|XMLHttp|WebSocket/
    for (const [name, { file }] of widgets()) expect(read(file), name).not.toMatch(forbidden)
  })

  test("are not built again while their sources stand still", async () => {
    const before = modified()
    await buildWidgets()
    expect(modified()).toBe(before)
  })
})
