import type { HostCapabilities, ToolResult } from "./hostWords.ts"
import type { Json } from "./wire.ts"

/** Where sample pictures and pages seem to be; whoever shows a state puts the origin of a real shop in its place. */
export const sampleOrigin = "https://shop.example"

/** A moment of a widget's life, as data: shown by the harness and by the browser tests. */
export interface State {
  /** In few words, such as "ready" or "sold out". */
  readonly name: string
  readonly input?: Json
  /** What the tool answered; nothing yet when left out. */
  readonly result?: ToolResult
  readonly cancelled?: true
  /** What the tools answer that the widget calls. A list is answered one after the other, its last for ever. */
  readonly tools?: Readonly<Record<string, ToolResult | ReadonlyArray<ToolResult>>>
  /** Everything when left out. */
  readonly capabilities?: HostCapabilities
}

/** An answer as the server tells it to widgets: fresh, and with every tool it was told along with. */
export const answered = (structuredContent: unknown, tools?: ReadonlyArray<string>): ToolResult => ({
  structuredContent,
  ...(tools && { _meta: { "craftlocal/answer": { at: new Date().toISOString(), tools } } })
})

/** A refusal as the server tells it. */
export const refused = (code: string, message: string, details: Json = {}): ToolResult => ({
  isError: true,
  content: [{ type: "text", text: JSON.stringify({ error: { code, message, details } }) }]
})
