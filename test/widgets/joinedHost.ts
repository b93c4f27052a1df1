import { AppBridge, type McpUiHostCapabilities, type McpUiHostContext } from "@modelcontextprotocol/ext-apps/app-bridge"
import type { FrameWindow } from "../../widgets/kit/wire.ts"

type Transport = Parameters<AppBridge["connect"]>[0]
type Listener = Parameters<FrameWindow["addEventListener"]>[1]

/** The official host and a window for our bridge, joined without a browser. `say` speaks to the window in anybody's name. */
export const joinedHost = async (capabilities: McpUiHostCapabilities, hostContext: McpUiHostContext) => {
  const listeners: Array<Listener> = []
  const sent: Array<unknown> = []
  const say = (data: unknown, source: unknown) =>
    queueMicrotask(() => {
      for (const hear of listeners) hear({ source, data })
    })

  const parent: FrameWindow["parent"] = {
    postMessage: (message) => {
      sent.push(message)
      const copy = structuredClone(message) as Parameters<NonNullable<Transport["onmessage"]>>[0]
      queueMicrotask(() => transport.onmessage?.(copy))
    }
  }
  const win: FrameWindow = { parent, addEventListener: (_, listener) => listeners.push(listener) }
  const transport: Transport = {
    start: async () => {},
    close: async () => {},
    send: async (message) => say(structuredClone(message), parent)
  }

  const host = new AppBridge(null, { name: "test-host", version: "1.0.0" }, capabilities, { hostContext })
  await host.connect(transport)
  return { host, win, parent, say, sent }
}
