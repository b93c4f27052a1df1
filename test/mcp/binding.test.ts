import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { validatedAs } from "../acp/expectValid.ts"
import { openWorld, type World } from "../world.ts"
import { call, connect, eras, post } from "./clients.ts"

const names = ["create", "get", "update", "complete", "cancel"].map((name) => `${name}_checkout_session`)
const agent = { path: "/mcp/acp", headers: { authorization: "Bearer acp_demo_key" } }

let world: World
let item: string

beforeAll(async () => {
  world = await openWorld()
  const [row] = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled AND stock > 5
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
  )
  item = row!.id
})
afterAll(() => world.dispose())

describe("the binding of ACP", () => {
  it("is served at its own address, and nowhere else", async () => {
    const { body } = await post(world, { method: "tools/list" }, agent)
    assert.deepStrictEqual(
      body.result.tools.map(({ name }: any) => name),
      names
    )
    for (const path of ["/mcp", "/mcp/cart"]) {
      const listed = (await post(world, { method: "tools/list" }, { path })).body.result.tools
      for (const { name } of listed) assert.notInclude(names, name)
      const { body } = await post(world, call("get_checkout_session", {}), { path })
      assert.strictEqual(body.error.code, -32602)
    }
  })

  it("names the arguments that the document names", async () => {
    const { body } = await post(world, { method: "tools/list" }, agent)
    for (const { inputSchema, name, outputSchema } of body.result.tools) {
      const reads = name === "get_checkout_session"
      const { id, meta, payload } = inputSchema.properties
      assert.strictEqual(meta.properties.api_version.type, "string", name)
      assert.deepStrictEqual(meta.required, reads ? ["api_version"] : ["api_version", "idempotency_key"], name)
      assert.strictEqual(id?.type, name === "create_checkout_session" ? undefined : "string", name)
      assert.strictEqual(payload?.type, reads ? undefined : "object", name)
      assert.notInclude(JSON.stringify([inputSchema, outputSchema]), "$ref", name)
    }
    const required = Object.fromEntries(
      body.result.tools.map(({ inputSchema, name }: any) => [name.split("_")[0], inputSchema.required])
    )
    assert.deepStrictEqual(required, {
      create: ["meta", "payload"],
      get: ["meta", "id"],
      update: ["meta", "id", "payload"],
      complete: ["meta", "id", "payload"],
      cancel: ["meta", "id"]
    })
  })

  it("wants the key of an agent, also to be looked at, and names no way to sign in", async () => {
    const person = await world.token("buyer@craftlocal.test", "orders.read")
    for (const headers of [{}, { authorization: `Bearer ${person}` }, { authorization: "Bearer acp_nobody" }]) {
      for (const asked of [{ method: "tools/list" }, call("get_checkout_session", {})]) {
        const answer = await post(world, asked, { path: "/mcp/acp", headers: headers as Record<string, string> })
        assert.strictEqual(answer.status, 401)
        assert.strictEqual(answer.headers.get("www-authenticate"), "Bearer")
        assert.deepStrictEqual(
          [answer.body.error.code, answer.body.error.data.type, answer.body.error.data.code],
          [-32_000, "invalid_request", "unauthorized"]
        )
      }
    }
  })

  for (const era of eras) {
    it(`is used by the official client, which judges every answer by its schema (${era})`, async () => {
      const client = await connect(world, era, { path: "/mcp/acp", token: "acp_demo_key" })
      assert.lengthOf((await client.listTools()).tools, 5)
      const use = async (name: string, args: Record<string, unknown>) => {
        const result = await client.callTool({ name: `${name}_checkout_session`, arguments: args })
        const answer = result.structuredContent as any
        validatedAs(answer, result.isError === true, "2026-04-17")
        return answer
      }
      const meta = (key: string) => ({ api_version: "2026-04-17", idempotency_key: `${era}-${key}` })
      const opened = await use("create", {
        meta: meta("open"),
        payload: { line_items: [{ id: item, quantity: 1 }], currency: "usd", capabilities: {} }
      })
      assert.strictEqual(opened.status, "not_ready_for_payment")
      const refused = await use("complete", { meta: meta("pay"), id: opened.id, payload: {} })
      assert.strictEqual(refused.param, "$.payload.payment_data")
      const read = await use("get", { meta: { api_version: "2026-04-17" }, id: opened.id })
      assert.deepStrictEqual(read, opened)
      assert.strictEqual((await use("cancel", { meta: meta("cancel"), id: opened.id })).status, "canceled")
    })
  }
})
