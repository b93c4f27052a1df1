import { randomUUID } from "node:crypto"
import type { Agent, Asked } from "./agent.ts"
import { releaseOf, validatedAs } from "./expectValid.ts"

interface Doors {
  readonly fetch: (request: Request) => Promise<Response>
}

/** The arguments of a call to the door of MCP, and what comes back on the raw wire. */
export const bindingCall =
  (world: Doors, apiKey = "acp_test_one") =>
  async (name: string, args: unknown) => {
    const answer = await world.fetch(
      new Request("http://localhost:3001/mcp/acp", {
        method: "POST",
        headers: {
          authorization: `Bearer ${apiKey}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream"
        },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args } })
      })
    )
    return (await answer.json()) as any
  }

/** The same assistant over MCP. There is no status on this wire: an error counts as 400. Every answer is validated. */
export const mcpAgent = (world: Doors, apiKey = "acp_test_one", version = "2026-04-17"): Omit<Agent, "call"> => {
  const call = bindingCall(world, apiKey)
  const use = async (name: string, id: string | undefined, payload: unknown, { key }: Asked, reads = false) => {
    const meta = { api_version: version, ...(!reads && { idempotency_key: key ?? randomUUID() }), "x-unknown": [1] }
    const args = { meta, ...(id !== undefined && { id }), ...(payload !== undefined && { payload }) }
    const { result } = await call(`${name}_checkout_session`, args)
    const answer = { status: result.isError ? 400 : 200, headers: new Headers(), body: result.structuredContent }
    if (result.content[0].text !== JSON.stringify(answer.body)) throw new Error("the text is another than the content")
    validatedAs(answer.body, result.isError === true, releaseOf(version))
    return answer
  }
  return {
    create: (body, asked = {}) => use("create", undefined, body, asked),
    update: (id, body, asked = {}) => use("update", id, body, asked),
    get: (id, asked = {}) => use("get", id, undefined, asked, true),
    complete: (id, body, asked = {}) => use("complete", id, body, asked),
    cancel: (id, body, asked = {}) => use("cancel", id, body, asked)
  }
}
