import { globSync, readFileSync } from "node:fs"
import { basename, dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { Schema } from "effect"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { type WidgetName, widgets } from "../../schemas/widgets.ts"
import { buildWidgets } from "../../scripts/widgets.ts"
import type { State } from "../../widgets/kit/State.ts"
import { describeInChromium } from "./chromium.ts"
import { guidelineBreaches } from "./guidelines.ts"
import { expectLooksAs } from "./reference.ts"
import { type Stage, stage } from "./stage.ts"
import { type WidgetHost, widgetHost } from "./widgetHost.ts"

const root = fileURLToPath(new URL("../../", import.meta.url))
const noon = new Date("2026-05-04T12:00:00Z")

// What the states tell of now is told at the moment that stands still in the browser.
vi.useFakeTimers({ now: noon, toFake: ["Date"] })
const found = await Promise.all(
  globSync("widgets/*/states.ts", { cwd: root })
    .sort()
    .map(async (path) => {
      const { states } = (await import(`${root}${path}?told-at-noon`)) as { readonly states: ReadonlyArray<State> }
      return [basename(dirname(path)) as WidgetName, states] as const
    })
)
vi.useRealTimers()

/** The call by which each card of the state "ready" is read again. The payment sheet's has none: only the host knows how far it is. */
const readsAgain: Record<WidgetName, readonly [tool: string, args: unknown] | undefined> = {
  product_grid: ["search_listings", expect.objectContaining({ query: expect.any(String) })],
  product_detail: ["get_listing", { listing_id: "lst_KFgyDYzGuImEBlMI" }],
  cart: ["get_cart", { cart_id: "crt_Sample0000000001" }],
  checkout: ["get_checkout", { session_id: "chk_1" }],
  checkout_session: undefined,
  order_confirmation: ["get_checkout", { session_id: "chk_Sample" }],
  order_list: ["get_orders", {}],
  order_detail: ["get_order_detail", { order_id: "ord_Sample1" }],
  listing_form: ["open_listing_form", {}],
  listing_confirmation: ["get_listing", { listing_id: "lst_WWEb7hNNkp98JjKU" }],
  seller_dashboard: ["get_seller_dashboard", { time_period: "30d", shop_id: "shp_uWs3o488jELvw742" }],
  membership: ["get_membership", {}],
  sign_in: ["get_auth_status", { session_id: expect.stringMatching(/^sess_/) }]
}

describe.each(found)("the states of %s", (name, states) => {
  test("have names of their own, and are as the server would tell them", () => {
    expect(new Set(states.map((state) => state.name)).size).toBe(states.length)
    const decode = Schema.decodeUnknownSync(widgets[name].view as Schema.Codec<unknown, unknown>)
    for (const { name: state, result } of states) {
      if (result?.structuredContent === undefined || state.startsWith("unreadable")) continue
      expect(() => decode(result.structuredContent), state).not.toThrow()
    }
  })

  test("are drawn in fonts of the system, from one file", () => {
    const html = readFileSync(`${root}.build/widgets/${name}.html`, "utf8")
    expect(html).not.toMatch(/@font-face|fonts\.googleapis|linear-gradient|radial-gradient/)
  })
})

describeInChromium("every widget in every state", () => {
  let host: WidgetHost
  let its: Stage

  beforeAll(async () => {
    await buildWidgets()
    host = await widgetHost()
    its = await stage(host, noon)
  }, 120_000)
  afterAll(async () => {
    await its?.close()
    await host?.close()
  })

  const isSound = async (where: string) => {
    expect(await its.frame().evaluate(guidelineBreaches), where).toEqual([])
    expect(its.troubles, where).toEqual([])
  }

  test.each(found)("%s, brought back after idle: is read again by its tool and what it shows", async (name, states) => {
    const { input, result } = states.find((state) => state.name === "ready")!
    const told = (at: string) => {
      const answer = { ...(result!._meta?.["craftlocal/answer"] as object | undefined), at }
      return { ...result!, _meta: { ...result!._meta, "craftlocal/answer": answer } }
    }
    const reads = readsAgain[name]
    const old = {
      name: "brought back",
      ...(input && { input }),
      result: told("2026-05-04T10:00:00Z"),
      ...(reads && { tools: { [reads[0]]: told(noon.toISOString()) } })
    }
    await its.play(name, old, { theme: "light", width: 720 })
    const [tool, args] = reads ?? []
    await expect.poll(() => its.calls[0]).toEqual(reads && { name: tool, arguments: args })
    await expect.poll(() => its.frame().evaluate(() => document.querySelector("main")!.ariaBusy)).not.toBe("true")
    expect(await its.frame().evaluate(() => document.querySelector(".old, .notice")?.textContent)).toBeUndefined()
    await isSound(name)
  })

  for (const [name, states] of found) {
    for (const state of states) {
      test(`${name}, ${state.name}: readable, reachable and whole from 320 to 1200 px, light and dark`, async () => {
        await its.play(name, state, { theme: "light", width: 320 })
        expect(await its.breaches(), "light, 320 px").toEqual([])
        await isSound("light, 320 px")
        await its.look({ theme: "dark", width: 1200 })
        await isSound("dark, 1200 px")
        await its.look({ theme: "dark", width: 720 })
        expect(await its.breaches(), "dark, 720 px").toEqual([])
        if (state.name === "ready") {
          await expectLooksAs(`${name}.dark`, await its.picture())
          await its.look({ theme: "light", width: 720 })
          await expectLooksAs(`${name}.light`, await its.picture())
          await its.look({ theme: "light", width: 320, locale: "ar" })
          expect(await its.frame().evaluate(() => document.documentElement.dir)).toBe("rtl")
          await isSound("Arabic, 320 px")
          await its.look({ theme: "light", width: 320, locale: "de-DE" })
          await isSound("German, 320 px")
          await its.capped(300, () => isSound("300 px high"))
        }
      })
    }
  }
})
