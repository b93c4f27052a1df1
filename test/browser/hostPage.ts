import {
  AppBridge,
  type McpUiHostCapabilities,
  type McpUiHostContext,
  PostMessageTransport
} from "@modelcontextprotocol/ext-apps/app-bridge"

/** What the test tells the page to show, as data. */
export interface Scene {
  readonly sandbox: string
  readonly html: string
  readonly capabilities: McpUiHostCapabilities
  readonly context: McpUiHostContext
  readonly input: Record<string, unknown> | null
  readonly result: Parameters<AppBridge["sendToolResult"]>[0] | null
}

declare global {
  /** Given by the test: hears what the widget asks of its host and answers. */
  var hostHears: (what: string, params: unknown) => Promise<any>
  var hostPage: { readonly show: (scene: Scene) => Promise<void>; bridge?: AppBridge; told?: number }
}

/** A host as ChatGPT or Claude is one: the official bridge around a frame on another origin. */
globalThis.hostPage = {
  async show(scene) {
    await globalThis.hostPage.bridge?.close()
    for (const elder of document.querySelectorAll("iframe")) elder.remove()
    const frame = document.createElement("iframe")
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms")
    frame.src = scene.sandbox
    document.body.append(frame)

    const bridge = new AppBridge(null, { name: "test-host", version: "1.0.0" }, scene.capabilities, {
      hostContext: scene.context
    })
    globalThis.hostPage.bridge = bridge
    bridge.oncalltool = (params) => hostHears("tool", params)
    bridge.onmessage = (params) => hostHears("message", params)
    bridge.onupdatemodelcontext = (params) => hostHears("context", params)
    bridge.onrequestdisplaymode = (params) => hostHears("mode", params)
    bridge.onopenlink = (params) => hostHears("link", params)
    bridge.addEventListener("sizechange", ({ height }) => {
      if (height !== undefined) frame.style.height = `${height}px`
    })
    bridge.addEventListener("sandboxready", () => bridge.sendSandboxResourceReady({ html: scene.html }))
    const initialized = new Promise<void>((resolve) => bridge.addEventListener("initialized", () => resolve()))
    await bridge.connect(new PostMessageTransport(frame.contentWindow!, frame.contentWindow!))
    await initialized
    if (scene.input !== null) await bridge.sendToolInput({ arguments: scene.input })
    globalThis.hostPage.told = performance.timeOrigin + performance.now()
    if (scene.result !== null) await bridge.sendToolResult(scene.result)
  }
}
