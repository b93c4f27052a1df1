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
      const { states } = (await import(`${root}${path}`)) as { readonly states: ReadonlyArray<State> }
      return [basename(dirname(path)) as WidgetName, states] as const
    })
)
vi.useRealTimers()

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
