import type { DisplayMode, Theme, ToolResult } from "./hostWords.ts"
import type { Json } from "./wire.ts"

interface Globals {
  readonly toolInput?: Json | null
  readonly toolOutput?: unknown
  readonly toolResponseMetadata?: { readonly mcp_tool_result?: { readonly _meta?: Json } } | null
  /** What this widget kept when it was last shown. */
  readonly widgetState?: Json | null
  readonly setWidgetState?: (state: Json) => unknown
  readonly theme?: Theme
  readonly locale?: string
  readonly displayMode?: DisplayMode
  readonly callTool?: (name: string, args: Json) => Promise<ToolResult>
  readonly sendFollowUpMessage?: (message: { readonly prompt: string }) => Promise<unknown>
  readonly requestDisplayMode?: (wanted: { readonly mode: DisplayMode }) => Promise<{ readonly mode?: DisplayMode }>
  readonly notifyIntrinsicHeight?: (height: number) => unknown
  /** Opens ChatGPT's payment sheet; ends when the checkout was paid in it, or fails. */
  readonly requestCheckout?: (session: Json) => Promise<unknown>
  readonly openExternal?: (link: { readonly href: string }) => unknown
}

/** ChatGPT's own way to say things. Absent everywhere else; nothing depends on it. */
export const openaiGlobals = (): Globals => (globalThis as { openai?: Globals }).openai ?? {}

/** Tells when ChatGPT hands something over later than the page. */
export const onOpenaiGlobals = (listener: () => void) => globalThis.addEventListener("openai:set_globals", listener)
