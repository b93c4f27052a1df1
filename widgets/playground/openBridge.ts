import type { CallToolResult } from "@modelcontextprotocol/client"
import {
  AppBridge,
  type McpUiHostCapabilities,
  type McpUiHostContext,
  PostMessageTransport
} from "@modelcontextprotocol/ext-apps/app-bridge"
import type { Log } from "./log.ts"
import { logged } from "./logged.ts"
import type { WidgetResource } from "./WidgetResource.ts"

type Json = Record<string, unknown>

/** What a card shows, and who answers what it asks of its host. */
export interface Showing {
  readonly name: string
  readonly widget: WidgetResource
  readonly input?: Json
  readonly result?: CallToolResult
  readonly cancelled?: boolean
  readonly capabilities?: McpUiHostCapabilities
  readonly callTool: (name: string, args: Json) => Promise<CallToolResult>
  readonly message: (text: string) => void
  readonly tellModel: (facts: unknown) => void
  readonly openLink: (url: string) => Promise<boolean>
  readonly close: () => void
}

interface Frame {
  readonly element: HTMLIFrameElement
  readonly context: McpUiHostContext
  readonly size: (height: number) => void
  readonly display: (mode: "inline" | "fullscreen") => void
}

export const allCapabilities: McpUiHostCapabilities = {
  openLinks: {},
  serverTools: {},
  message: { text: {} },
  updateModelContext: { text: {}, structuredContent: {} }
}

/** The official bridge around a frame whose origin is shared with nobody. */
export const openBridge = (showing: Showing, { context, display, element, size }: Frame, log: Log): AppBridge => {
  const { capabilities = allCapabilities, widget } = showing
  const bridge = new AppBridge(null, { name: "craftlocal-playground", version: "1.0.0" }, capabilities, {
    hostContext: context
  })
  bridge.oncalltool = ({ arguments: args = {}, name }) => showing.callTool(name, args as Json)
  bridge.onmessage = async ({ content }) => {
    showing.message(content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n"))
    return {}
  }
  bridge.onupdatemodelcontext = async ({ structuredContent }) => {
    showing.tellModel(structuredContent)
    return {}
  }
  bridge.onopenlink = async ({ url }) => ((await showing.openLink(url)) ? {} : { isError: true })
  bridge.onrequestdisplaymode = async ({ mode }) => {
    const answered = mode === "fullscreen" ? "fullscreen" : "inline"
    display(answered)
    return { mode: answered }
  }
  bridge.addEventListener("sizechange", ({ height }) => {
    if (height !== undefined) size(height)
  })
  bridge.addEventListener("requestteardown", showing.close)
  bridge.addEventListener("sandboxready", () => bridge.sendSandboxResourceReady({ html: widget.html }))
  bridge.addEventListener("initialized", async () => {
    if (showing.input !== undefined) await bridge.sendToolInput({ arguments: showing.input })
    if (showing.cancelled === true) await bridge.sendToolCancelled({ reason: "stopped" })
    else if (showing.result !== undefined) await bridge.sendToolResult(showing.result)
  })
  element.src = widget.sandbox
  const inner = element.contentWindow!
  bridge.connect(logged(new PostMessageTransport(inner, inner), log, "widget", showing.name))
  return bridge
}
