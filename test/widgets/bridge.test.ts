import { describe, expect, test } from "vitest"
import { createBridge } from "../../widgets/kit/bridge.ts"
import { joinedHost } from "./joinedHost.ts"

const capabilities = { serverTools: {}, updateModelContext: { text: {} }, message: { text: {} } }
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

const meet = async () => {
  const joined = await joinedHost(capabilities, { theme: "dark", displayMode: "inline" })
  const heard: Array<[string, unknown]> = []
  const bridge = createBridge({
    name: "product_grid",
    version: "1.0.0",
    win: joined.win,
    onInput: (args) => heard.push(["input", args]),
    onResult: (result) => heard.push(["result", result.structuredContent]),
    onCancelled: () => heard.push(["cancelled", undefined]),
    onContext: (context) => heard.push(["context", context]),
    onTeardown: () => heard.push(["teardown", undefined])
  })
  const connect = async () => {
    const capabilities = await bridge.connect()
    await settled()
    return capabilities
  }
  return { ...joined, bridge, connect, heard }
}

describe("a widget's bridge and the official host", () => {
  test("introduce themselves and exchange capabilities and context", async () => {
    const { connect, host, heard } = await meet()
    let initialized = false
    host.addEventListener("initialized", () => {
      initialized = true
    })
    expect(await connect()).toEqual(capabilities)
    await settled()
    expect(initialized).toBe(true)
    expect(host.getAppVersion()).toEqual({ name: "product_grid", version: "1.0.0" })
    expect(heard).toEqual([["context", { theme: "dark", displayMode: "inline" }]])
  })

  test("hand over the tool's arguments, then its result", async () => {
    const { connect, host, heard } = await meet()
    await connect()
    await host.sendToolInput({ arguments: { query: "mug" } })
    await host.sendToolResult({ content: [], structuredContent: { total_count: 1 } })
    await settled()
    expect(heard.slice(1)).toEqual([
      ["input", { query: "mug" }],
      ["result", { total_count: 1 }]
    ])
  })

  test("merge a changed context into what was known", async () => {
    const { connect, host, heard } = await meet()
    await connect()
    host.setHostContext({ theme: "light", displayMode: "inline" })
    await settled()
    expect(heard.at(-1)).toEqual(["context", { theme: "light", displayMode: "inline" }])
  })

  test("pass a tool call on and its answer back", async () => {
    const { bridge, connect, host } = await meet()
    host.oncalltool = async ({ name, arguments: args }) => ({ content: [], structuredContent: { name, args } })
    await connect()
    const answer = await bridge.callTool("add_to_cart", { listing_id: "lst_1", quantity: 1 })
    expect(answer.structuredContent).toEqual({ name: "add_to_cart", args: { listing_id: "lst_1", quantity: 1 } })
  })

  test("turn a refused call into a rejection with the host's words", async () => {
    const { bridge, connect, host } = await meet()
    host.oncalltool = async () => {
      throw new Error("not now")
    }
    await connect()
    await expect(bridge.callTool("add_to_cart", {})).rejects.toThrow("not now")
  })

  test("carry a message and a note for the model", async () => {
    const { bridge, connect, host } = await meet()
    const received: Array<unknown> = []
    host.onmessage = async (params) => {
      received.push(params)
      return { isError: true }
    }
    host.onupdatemodelcontext = async (params) => {
      received.push(params)
      return {}
    }
    await connect()
    expect(await bridge.message("Show me listing lst_1.")).toEqual({ isError: true })
    await bridge.updateModelContext({ structuredContent: { cart_id: "crt_1" } })
    expect(received).toEqual([
      { role: "user", content: [{ type: "text", text: "Show me listing lst_1." }] },
      { structuredContent: { cart_id: "crt_1" } }
    ])
  })

  test("report the size", async () => {
    const { bridge, connect, host } = await meet()
    const sizes: Array<unknown> = []
    host.addEventListener("sizechange", (size) => sizes.push(size))
    await connect()
    bridge.sizeChanged(320, 640)
    await settled()
    expect(sizes).toEqual([{ width: 320, height: 640 }])
  })

  test("say goodbye before the frame is removed, and learn of a cancelled call", async () => {
    const { connect, host, heard } = await meet()
    await connect()
    await host.sendToolCancelled({ reason: "stopped by the person" })
    expect(await host.teardownResource({})).toEqual({})
    expect(heard.slice(1)).toEqual([
      ["cancelled", undefined],
      ["teardown", undefined]
    ])
  })
})

describe("a widget's bridge", () => {
  test("hears nobody but its host", async () => {
    const { connect, heard, say } = await meet()
    await connect()
    const forged = { jsonrpc: "2.0", method: "ui/notifications/tool-result", params: { structuredContent: "forged" } }
    say(forged, { postMessage: () => {} })
    await settled()
    expect(heard.map(([what]) => what)).toEqual(["context"])
  })

  test("passes over what is no JSON-RPC and answers what it has never heard of", async () => {
    const { connect, say, sent, parent } = await meet()
    await connect()
    for (const noise of [null, "hello", 7, { method: "ping" }, { jsonrpc: "2.0", id: 99, result: {} }])
      say(noise, parent)
    say({ jsonrpc: "2.0", id: 7, method: "ui/unheard-of" }, parent)
    await settled()
    expect(sent.at(-1)).toEqual({ jsonrpc: "2.0", id: 7, error: { code: -32601, message: "Method not found" } })
  })

  test("gives up on a host that never answers", async () => {
    const silent = { parent: { postMessage: () => {} }, addEventListener: () => {} }
    const bridge = createBridge({ name: "product_grid", version: "1.0.0", win: silent })
    await expect(bridge.connect(10)).rejects.toThrow("ui/initialize timed out")
  })
})
