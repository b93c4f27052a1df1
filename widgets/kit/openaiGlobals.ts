import type { Json } from "./wire.ts"

interface Globals {
  readonly toolInput?: Json | null
  readonly toolOutput?: unknown
  /** Opens ChatGPT's payment sheet; ends when the checkout was paid in it, or fails. */
  readonly requestCheckout?: (session: Json) => Promise<unknown>
  readonly openExternal?: (link: { readonly href: string }) => unknown
}

/** ChatGPT's own way to hand over the first data. Absent everywhere else; nothing depends on it. */
export const openaiGlobals = (): Globals => (globalThis as { openai?: Globals }).openai ?? {}

/** Tells when ChatGPT hands over the data later than the page. */
export const onOpenaiGlobals = (listener: () => void) => globalThis.addEventListener("openai:set_globals", listener)
