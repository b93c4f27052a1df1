import { globSync } from "node:fs"
import { basename, dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { Schema } from "effect"
import { describe, expect, test } from "vitest"
import { type WidgetName, widgets } from "../../schemas/widgets.ts"
import { locales } from "../../widgets/kit/locale.ts"
import type { State } from "../../widgets/kit/State.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const named = (file: string) => globSync(`widgets/*/${file}`, { cwd: root }).map((path) => basename(dirname(path)))

describe("the states of the widgets", () => {
  for (const name of named("states.ts")) {
    test(`of ${name} hold what the server could answer`, async () => {
      const { states } = (await import(`../../widgets/${name}/states.ts`)) as { states: ReadonlyArray<State> }
      const decode = Schema.decodeUnknownSync(widgets[name as WidgetName].view as Schema.Codec<unknown, unknown>)
      const ready = states.flatMap(({ result }) => (result?.structuredContent === undefined ? [] : [result]))
      expect(ready.length).toBeGreaterThan(1)
      for (const { structuredContent } of ready) decode(structuredContent)
      const names = states.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toEqual(expect.arrayContaining(["waiting", "no capabilities", "tools absent", "failed"]))
    })
  }
})

describe("the words of the widgets", () => {
  const filled = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

  for (const name of named("words.ts")) {
    test(`of ${name} say the same in every language`, async () => {
      const { common, words = common } = await import(`../../widgets/${name}/words.ts`)
      for (const locale of locales) {
        for (const [key, sentence] of Object.entries<string>(words.en)) {
          expect(filled(words[locale][key]), `${locale} ${key}`).toEqual(filled(sentence))
          expect(words[locale][key].trim(), `${locale} ${key}`).not.toBe("")
        }
      }
    })
  }
})
