import type { DisplayMode, HostCapabilities, HostContext, ToolResult } from "./hostWords.ts"
import { createWire, type FrameWindow, type Json } from "./wire.ts"

export interface BridgeOptions {
  readonly name: string
  readonly version: string
  readonly win?: FrameWindow
  readonly onInput?: (args: Json) => void
  readonly onResult?: (result: ToolResult) => void
  readonly onCancelled?: () => void
  readonly onContext?: (context: HostContext) => void
  readonly onTeardown?: () => void
}

export interface Bridge {
  readonly connect: (timeoutMs?: number) => Promise<HostCapabilities>
  readonly callTool: (name: string, args: Json) => Promise<ToolResult>
  readonly message: (text: string) => Promise<{ readonly isError?: boolean }>
  readonly updateModelContext: (context: {
    readonly content?: ToolResult["content"]
    readonly structuredContent?: Json
  }) => Promise<Json>
  readonly openLink: (url: string) => Promise<{ readonly isError?: boolean }>
  /** Gives the mode that the host chose, which may be another. */
  readonly requestDisplayMode: (mode: DisplayMode) => Promise<DisplayMode>
  readonly sizeChanged: (width: number, height: number) => void
}

/** The View side of MCP Apps (wire protocol 2026-01-26). Call `connect` before anything else. */
export const createBridge = (options: BridgeOptions): Bridge => {
  let context: HostContext = {}

  const merge = (patch: HostContext) => {
    context = { ...context, ...patch }
    options.onContext?.(context)
    return {}
  }

  const wire = createWire(options.win ?? window, (method, params) => {
    switch (method) {
      case "ui/notifications/tool-input":
        options.onInput?.((params.arguments ?? {}) as Json)
        return {}
      case "ui/notifications/tool-result":
        options.onResult?.(params as ToolResult)
        return {}
      case "ui/notifications/tool-cancelled":
        options.onCancelled?.()
        return {}
      case "ui/notifications/host-context-changed":
        return merge(params as HostContext)
      case "ui/resource-teardown":
        options.onTeardown?.()
        return {}
      case "ping":
        return {}
      default:
        return undefined
    }
  })

  return {
    async connect(timeoutMs) {
      const appInfo = { name: options.name, version: options.version }
      const appCapabilities = { availableDisplayModes: ["inline", "fullscreen"] }
      const hello = { appInfo, appCapabilities, protocolVersion: "2026-01-26" }
      const answer = await wire.request("ui/initialize", hello, timeoutMs)
      merge((answer.hostContext ?? {}) as HostContext)
      wire.notify("ui/notifications/initialized")
      return (answer.hostCapabilities ?? {}) as HostCapabilities
    },
    callTool: (name, args) => wire.request("tools/call", { name, arguments: args }) as Promise<ToolResult>,
    message: (text) => wire.request("ui/message", { role: "user", content: [{ type: "text", text }] }),
    updateModelContext: (update) => wire.request("ui/update-model-context", { ...update }),
    openLink: (url) => wire.request("ui/open-link", { url }),
    requestDisplayMode: async (mode) =>
      ((await wire.request("ui/request-display-mode", { mode })).mode ?? "inline") as DisplayMode,
    sizeChanged: (width, height) => wire.notify("ui/notifications/size-changed", { width, height })
  }
}
