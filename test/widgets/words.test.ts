import { globSync } from "node:fs"
import { basename, dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { locales } from "../../widgets/kit/locale.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const found = globSync("widgets/*/words.ts", { cwd: root }).map((path) => basename(dirname(path)))

describe("the words of the widgets", () => {
  const filled = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

  for (const name of found) {
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
