import { afterEach, describe, expect, test } from "vitest"
import { answerMeta } from "../../widgets/kit/answerMeta.ts"
import { formatDate } from "../../widgets/kit/formatDate.ts"
import { directionOf, formatTag, localeOf } from "../../widgets/kit/locale.ts"
import { newKey } from "../../widgets/kit/newKey.ts"
import { openaiHost } from "../../widgets/kit/openaiHost.ts"

afterEach(() => {
  delete (globalThis as { openai?: unknown }).openai
})

describe("the language of a widget", () => {
  test("is the host's where we speak it, and English where we do not", () => {
    expect(["pt-BR", "de", "AR-eg", "fr_CA", "ja-JP", "", undefined].map(localeOf)).toEqual([
      "pt",
      "de",
      "ar",
      "fr",
      "en",
      "en",
      "en"
    ])
    expect([directionOf("ar"), directionOf("de")]).toEqual(["rtl", "ltr"])
  })

  test("writes numbers and days as its region does, and survives what is no tag", () => {
    expect(["de-AT", "en-GB", "ja-JP", "!!", "ar"].map(formatTag)).toEqual(["de-AT", "en-GB", "en-US", "en-US", "ar"])
    expect(formatDate("2026-05-01", "en-US")).toBe("May 1, 2026")
    expect(formatDate("2026-05-01", "de")).toBe("01.05.2026")
    expect(formatDate("soon", "en-US")).toBe("soon")
  })
})

test("what the server says beside an answer is read, and noise is passed over", () => {
  const meta = { "craftlocal/answer": { at: "2026-05-01T00:00:00Z", tools: ["get_cart"] } }
  expect(answerMeta(meta)).toEqual({ at: Date.UTC(2026, 4, 1), tools: ["get_cart"] })
  for (const noise of [undefined, {}, { "craftlocal/answer": null }, { "craftlocal/answer": { at: 7, tools: "all" } }])
    expect(answerMeta(noise as Record<string, unknown>)).toEqual({})
})

test("a key is random and long enough for the server", () => {
  const keys = new Set(Array.from({ length: 100 }, newKey))
  expect(keys.size).toBe(100)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
})

describe("where nobody answers the protocol", () => {
  test("nothing is offered without functions of the host's own", () => {
    expect(openaiHost()).toBeUndefined()
    Object.assign(globalThis, { openai: { theme: "dark" } })
    expect(openaiHost()).toBeUndefined()
  })

  test("its functions do what the bridge would, each as far as it is there", async () => {
    const heard: Array<unknown> = []
    const hear =
      (name: string, answer: unknown = undefined) =>
      async (...args: Array<unknown>) => {
        heard.push([name, ...args])
        return answer
      }
    Object.assign(globalThis, {
      openai: {
        callTool: hear("callTool", { structuredContent: { total: 1 } }),
        sendFollowUpMessage: hear("message"),
        requestDisplayMode: hear("mode", { mode: "fullscreen" }),
        notifyIntrinsicHeight: hear("height")
      }
    })
    const { acts, capabilities } = openaiHost()!
    expect(capabilities).toEqual({ serverTools: {}, message: {} })
    expect(await acts.callTool("get_cart", { cart_id: "crt_1" })).toEqual({ structuredContent: { total: 1 } })
    await acts.message("hello")
    expect(await acts.requestDisplayMode("fullscreen")).toBe("fullscreen")
    acts.sizeChanged(320, 200)
    await expect(acts.updateModelContext({})).rejects.toThrow("does not offer")
    expect(heard).toEqual([
      ["callTool", "get_cart", { cart_id: "crt_1" }],
      ["message", { prompt: "hello" }],
      ["mode", { mode: "fullscreen" }],
      ["height", 200]
    ])
  })
})
