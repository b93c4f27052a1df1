import { App } from "@modelcontextprotocol/ext-apps"
import type { Bridge, BridgeOptions } from "../../widgets/kit/bridge.ts"
import type { DisplayMode, HostCapabilities, HostContext, ToolResult } from "../../widgets/kit/hostWords.ts"

type Answer = ReturnType<Bridge["openLink"]>

/** The same bridge on the SDK's `App` class, for comparison only. */
export const createBridge = (options: BridgeOptions): Bridge => {
  const app = new App(
    { name: options.name, version: options.version },
    { availableDisplayModes: ["inline", "fullscreen"] },
    { autoResize: false }
  )
  app.ontoolinput = (params) => options.onInput?.(params.arguments ?? {})
  app.ontoolresult = (params) => options.onResult?.(params as ToolResult)
  app.ontoolcancelled = () => options.onCancelled?.()
  app.onhostcontextchanged = (params) => options.onContext?.(params as HostContext)
  return {
    async connect() {
      await app.connect()
      options.onContext?.((app.getHostContext() ?? {}) as HostContext)
      return (app.getHostCapabilities() ?? {}) as HostCapabilities
    },
    callTool: (name, args) => app.callServerTool({ name, arguments: args }) as Promise<ToolResult>,
    message: (text) => app.sendMessage({ role: "user", content: [{ type: "text", text }] }) as Answer,
    updateModelContext: (update) => app.updateModelContext(update as Parameters<App["updateModelContext"]>[0]),
    openLink: (url) => app.openLink({ url }) as Answer,
    requestDisplayMode: async (mode) => (await app.requestDisplayMode({ mode })).mode as DisplayMode,
    sizeChanged: (width, height) => void app.sendSizeChanged({ width, height })
  }
}
