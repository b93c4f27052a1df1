import type { Bridge } from "./bridge.ts"
import type { HostCapabilities } from "./hostWords.ts"
import { openaiGlobals } from "./openaiGlobals.ts"

type Acts = Omit<Bridge, "connect">

const absent = () => Promise.reject(new Error("The host does not offer this"))

/** Where nobody answers the protocol: the same acts by ChatGPT's own functions, as far as they are there. */
export const openaiHost = (): { readonly acts: Acts; readonly capabilities: HostCapabilities } | undefined => {
  const { callTool, notifyIntrinsicHeight, openExternal, requestDisplayMode, sendFollowUpMessage } = openaiGlobals()
  if (callTool === undefined && sendFollowUpMessage === undefined && openExternal === undefined) return undefined
  return {
    capabilities: {
      ...(callTool && { serverTools: {} }),
      ...(sendFollowUpMessage && { message: {} }),
      ...(openExternal && { openLinks: {} })
    },
    acts: {
      callTool: callTool ?? absent,
      message: async (prompt) => {
        await sendFollowUpMessage?.({ prompt })
        return {}
      },
      openLink: async (href) => {
        await openExternal?.({ href })
        return {}
      },
      updateModelContext: absent,
      requestDisplayMode: async (mode) => (await requestDisplayMode?.({ mode }))?.mode ?? "inline",
      sizeChanged: (_, height) => notifyIntrinsicHeight?.(height)
    }
  }
}
