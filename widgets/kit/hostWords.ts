import type { Json } from "./wire.ts"

export type Theme = "light" | "dark"
export type DisplayMode = "inline" | "fullscreen" | "pip"

/** What the host says about itself and its surroundings, as far as our widgets read it. */
export interface HostContext {
  readonly theme?: Theme
  readonly locale?: string
  readonly displayMode?: DisplayMode
  readonly availableDisplayModes?: ReadonlyArray<DisplayMode>
  readonly styles?: { readonly variables?: Record<string, string>; readonly css?: { readonly fonts?: string } }
  readonly safeAreaInsets?: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
}

/** A control that needs a missing capability is not shown. */
export interface HostCapabilities {
  readonly serverTools?: Json
  readonly message?: Json
  readonly openLinks?: Json
  readonly updateModelContext?: Json
}

export interface ToolResult {
  readonly structuredContent?: unknown
  readonly content?: ReadonlyArray<{ readonly type: string; readonly text?: string }>
  readonly isError?: boolean
  readonly _meta?: Json
}
