import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createSession } from "../../widgets/kit/session.ts"

const its = globalThis as unknown as {
  window?: unknown
  openai?: Record<string, unknown>
  addEventListener?: unknown
}
const before = its.addEventListener
let parent: { readonly postMessage: () => void }
let events: EventTarget
let hear: (event: { readonly source: unknown; readonly data: unknown }) => void

beforeEach(() => {
  events = new EventTarget()
  parent = { postMessage: () => undefined }
  its.window = { parent, addEventListener: (_: string, listener: typeof hear) => (hear = listener) }
  its.addEventListener = events.addEventListener.bind(events)
})
afterEach(() => {
  delete its.window
  delete its.openai
  its.addEventListener = before
})

const tell = (globals: Record<string, unknown>) => {
  its.openai = { ...its.openai, ...globals }
  events.dispatchEvent(new Event("openai:set_globals"))
}
const bridgeSays = (method: string, params: unknown) =>
  hear({ source: parent, data: { jsonrpc: "2.0", method, params } })

describe("what a widget knows where only ChatGPT's own way speaks", () => {
  test("changes whenever that says otherwise: theme, language, mode and what was asked", () => {
    its.openai = { theme: "light", locale: "de", displayMode: "inline", toolInput: { query: "mug" } }
    const session = createSession("product_grid", "1.0.0")
    expect(session.now().context).toEqual({ theme: "light", locale: "de", displayMode: "inline" })
    tell({ theme: "dark", locale: "fr", displayMode: "fullscreen", toolInput: { query: "bowl" } })
    expect(session.now().context).toEqual({ theme: "dark", locale: "fr", displayMode: "fullscreen" })
    expect(session.now().input).toEqual({ query: "bowl" })
  })

  test("begins anew with another answer, and not with the same said again", () => {
    const session = createSession("product_grid", "1.0.0")
    tell({ toolOutput: { total: 1 } })
    const first = session.now().turn
    expect(session.now().result).toEqual({ structuredContent: { total: 1 } })
    tell({ toolOutput: { total: 1 }, theme: "dark" })
    expect(session.now().turn).toBe(first)
    const _meta = { "craftlocal/answer": { at: "2026-05-01T00:00:00Z", tools: ["get_cart"] } }
    tell({ toolOutput: { total: 2 }, toolResponseMetadata: { mcp_tool_result: { _meta } } })
    expect(session.now()).toMatchObject({
      turn: first + 1,
      result: { structuredContent: { total: 2 } },
      answer: { tools: ["get_cart"] }
    })
  })
})

describe("what a widget knows where both ways speak", () => {
  test("is what the bridge said, and the rest as ChatGPT says it", () => {
    its.openai = { theme: "light", locale: "de" }
    const session = createSession("product_grid", "1.0.0")
    bridgeSays("ui/notifications/host-context-changed", { theme: "dark" })
    expect(session.now().context).toEqual({ theme: "dark", locale: "de" })
    tell({ theme: "light", locale: "pt" })
    expect(session.now().context).toEqual({ theme: "dark", locale: "pt" })
  })

  test("keeps to the bridge's answer and arguments", () => {
    const session = createSession("product_grid", "1.0.0")
    bridgeSays("ui/notifications/tool-input", { arguments: { query: "mug" } })
    bridgeSays("ui/notifications/tool-result", { structuredContent: { total: 1 } })
    const { turn } = session.now()
    tell({ toolInput: { query: "bowl" }, toolOutput: { total: 2 } })
    expect(session.now()).toMatchObject({
      turn,
      input: { query: "mug" },
      result: { structuredContent: { total: 1 } }
    })
  })
})

test("what a widget heard beside an answer it read itself says which tools there are from then on", () => {
  const session = createSession("membership", "1.0.0")
  session.heard({ "craftlocal/answer": { at: "2026-05-01T00:00:00Z", tools: ["get_cart"] } })
  expect(session.now().answer).toEqual({ at: Date.UTC(2026, 4, 1), tools: ["get_cart"] })
  session.heard({})
  expect(session.now().answer.tools).toEqual(["get_cart"])
})
