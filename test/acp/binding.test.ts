import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Agent, type Answer, agent } from "./agent.ts"
import { mcpExamples } from "./bundle.ts"
import { versions } from "./dialects.ts"
import { bindingCall, mcpAgent } from "./mcpAgent.ts"
import { address, buyer, errorsOf, payment, ready, readyRequest } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let http: Agent
let mcp: ReturnType<typeof mcpAgent>
let call: ReturnType<typeof bindingCall>

beforeAll(async () => {
  world = await makeWorld()
  http = agent(world)
  mcp = mcpAgent(world)
  call = bindingCall(world)
}, 60_000)
afterAll(() => world.dispose())

const meta = (over: Record<string, unknown> = {}) => ({ api_version: "2026-04-17", ...over })
const keyed = (key: string) => meta({ idempotency_key: key })
const refused = async (name: string, args: unknown) => {
  const { result } = await call(name, args)
  expect(result.isError).toBe(true)
  return result.structuredContent
}

/** An answer without what differs between two purchases: ids, times and where the buyer goes on. */
const plain = ({ body }: Answer) =>
  JSON.parse(
    JSON.stringify(body)
      .replaceAll(/"(?:chk|lin|ord)_[\w-]+"/g, '"id"')
      .replaceAll(/(?:chk|ord)_[\w-]+/g, "id")
      .replaceAll(/"CL-[\w-]+"/g, '"number"')
      .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"time"')
  )

const begin = (version: string, over: Record<string, unknown> = {}) =>
  version.startsWith("2025")
    ? { items: [{ id: "lst_mug", quantity: 2 }], ...over }
    : { line_items: [{ id: "lst_mug", quantity: 2 }], currency: "usd", capabilities: {}, ...over }

const addressed = (version: string) =>
  version.startsWith("2025")
    ? { fulfillment_address: address, fulfillment_option_id: "expedited" }
    : {
        fulfillment_details: { address },
        selected_fulfillment_options: [{ type: "shipping", option_id: "shp_kiln:expedited", item_ids: ["lst_mug"] }]
      }

const paid = (version: string, token: string) =>
  version.startsWith("2025") ? { payment_data: { token, provider: "stripe" } } : payment(token)

describe("the same story over HTTP and over MCP", () => {
  test.each(versions)("is told in the same words in version %s, and ends in the same orders", async (version) => {
    const told: Array<ReadonlyArray<unknown>> = []
    for (const by of [agent(world, "acp_test_one", version), mcpAgent(world, "acp_test_one", version)]) {
      const opened = await by.create(begin(version, { buyer }))
      const { id } = opened.body
      const updated = await by.update(id, addressed(version))
      const declined = await by.complete(id, paid(version, "spt_test_declined"))
      const done = await by.complete(id, paid(version, "spt_test_ok"))
      const read = await by.get(id)
      const late = await by.cancel(id)
      const rows = await world.sql("SELECT channel, owner, method, total FROM orders WHERE checkout_id = $1", id)
      told.push([...[opened, updated, declined, done, read, late].map(plain), ...rows])
      told
        .at(-1)!
        .concat(await world.sql("SELECT channel, owner, method, total FROM orders WHERE checkout_id = $1", id))
      expect(done.body.status).toBe("completed")
      expect(late.body.code).toBe("session_completed")
    }
    expect(told[1]).toEqual(told[0])
  })

  test("leaves the same rows behind", async () => {
    const rows: Array<ReadonlyArray<object>> = []
    for (const by of [http, mcp]) {
      const { body } = await by.create(readyRequest("lst_bowl:Blue"))
      await by.complete(body.id, payment())
      rows.push(
        await world.sql(
          `SELECT o.channel, o.owner, o.method, o.status, o.payment_status, o.subtotal, o.fulfillment, o.tax, o.total,
            c.state, c.owner AS of FROM orders o JOIN checkouts c ON c.id = o.checkout_id WHERE c.id = $1`,
          body.id
        )
      )
    }
    expect(rows[0]).toHaveLength(1)
    expect(rows[1]).toEqual(rows[0])
  })

  test("may go over from one to the other, and a key counts on both", async () => {
    const opened = await http.create(readyRequest(), { key: "one key, two transports" })
    const again = await mcp.create(readyRequest(), { key: "one key, two transports" })
    expect(again.body).toEqual(opened.body)
    const other = await mcp.create(readyRequest("lst_plate"), { key: "one key, two transports" })
    expect([other.status, other.body.code]).toEqual([400, "idempotency_conflict"])

    const before = world.charges.length
    const done = await mcp.complete(opened.body.id, payment(), { key: "paid on one" })
    const replayed = await http.complete(opened.body.id, payment(), { key: "paid on one" })
    expect([replayed.status, replayed.body]).toEqual([200, done.body])
    expect(replayed.headers.get("idempotent-replayed")).toBe("true")
    expect(world.charges.length).toBe(before + 1)
  })

  test("a bank's question is asked and answered over MCP", async () => {
    const id = await ready(http)
    const asked = await mcp.complete(id, payment("spt_test_3ds"))
    expect(asked.body.status).toBe("authentication_required")
    const without = await mcp.complete(id, payment("spt_test_3ds"))
    expect([without.body.code, without.body.param]).toEqual(["requires_3ds", "$.payload.authentication_result"])
    const result = { authentication_result: { outcome: "authenticated" } }
    expect((await mcp.complete(id, payment("spt_test_3ds", result))).body.status).toBe("completed")
  })
})

describe("an error over MCP", () => {
  test("is a result with the protocol's error as its content, which points into the payload", async () => {
    const { code, param, type } = await refused("create_checkout_session", {
      meta: keyed("e1"),
      payload: { line_items: [{ id: "lst_mug" }], capabilities: {} }
    })
    expect({ type, code, param }).toEqual({
      type: "invalid_request",
      code: "missing_required_field",
      param: "$.payload.currency"
    })
  })

  test("says what the envelope lacks, and never wants a payload where there is none", async () => {
    const id = await ready(http)
    for (const [name, args, code, param] of [
      ["create", undefined, "missing_required_field", "$.meta"],
      ["create", { payload: {} }, "missing_required_field", "$.meta"],
      ["create", { meta: [], payload: {} }, "missing_required_field", "$.meta"],
      ["create", { meta: {}, payload: {} }, "missing_api_version", undefined],
      ["create", { meta: meta({ api_version: 20260417 }), payload: {} }, "invalid", "$.meta.api_version"],
      ["create", { meta: meta({ api_version: "2026-01-16" }), payload: {} }, "unsupported_api_version", undefined],
      ["create", { meta: meta(), payload: readyRequest() }, "idempotency_key_required", undefined],
      ["create", { meta: keyed(""), payload: readyRequest() }, "idempotency_key_required", undefined],
      ["create", { meta: keyed("k".repeat(256)), payload: readyRequest() }, "invalid", undefined],
      ["create", { meta: keyed("nul \0"), payload: readyRequest() }, "invalid", undefined],
      ["create", { meta: meta({ idempotency_key: 7 }), payload: {} }, "invalid", "$.meta.idempotency_key"],
      ["create", { meta: keyed("a") }, "missing_required_field", "$.payload"],
      ["create", { meta: keyed("b"), payload: null }, "missing_required_field", "$.payload"],
      ["create", { meta: keyed("c"), payload: [] }, "invalid", "$.payload"],
      ["update", { meta: keyed("d"), payload: {} }, "missing_required_field", "$.id"],
      ["update", { meta: keyed("e"), id: 7, payload: {} }, "invalid", "$.id"],
      ["update", { meta: keyed("f"), id: "chk_nobody", payload: {} }, "session_not_found", undefined],
      ["update", { meta: keyed("g"), id: "'; --", payload: {} }, "session_not_found", undefined],
      ["update", { meta: meta(), id, payload: {} }, "idempotency_key_required", undefined],
      ["complete", { meta: meta(), id, payload: payment() }, "idempotency_key_required", undefined],
      ["complete", { meta: keyed("h"), id }, "missing_required_field", "$.payload"],
      ["cancel", { meta: meta(), id }, "idempotency_key_required", undefined],
      ["get", { meta: meta() }, "missing_required_field", "$.id"],
      ["get", { meta: {}, id }, "missing_api_version", undefined]
    ] as const) {
      const error = await refused(`${name}_checkout_session`, args)
      expect([name, error.code, error.param]).toEqual([name, code, param])
      expect(error.type).toBe("invalid_request")
    }
    expect((await mcp.get(id)).body.status).toBe("ready_for_payment")
    const { result } = await call("cancel_checkout_session", { meta: keyed("null payload"), id, payload: null })
    expect(result.structuredContent.status).toBe("canceled")
  })

  test("in the version that does not exist is told with those that do, newest first", async () => {
    const { supported_versions } = await refused("get_checkout_session", {
      meta: { api_version: "2031-01-01" },
      id: "x"
    })
    expect(supported_versions).toEqual(["2026-04-17", "2026-01-30", "2025-09-29"])
  })

  test("of a payment is told in the session, as over HTTP", async () => {
    const id = await ready(http)
    const { body, status } = await mcp.complete(id, payment("spt_test_declined"))
    expect([status, body.status]).toEqual([200, "ready_for_payment"])
    expect(errorsOf({ body })).toEqual([["payment_declined", "$.payment_data"]])
  })

  test("without a key of an agent is the transport's, in the words of the protocol", async () => {
    const foreign = await mcpAgent(world, "acp_test_two").get(await ready(http))
    expect(foreign.body.code).toBe("session_not_found")
    for (const key of ["acp_test_old", "acp_nobody"]) {
      const { error } = await bindingCall(world, key)("get_checkout_session", { meta: meta(), id: "chk_x" })
      expect([error.code, error.data.type, error.data.code]).toEqual([-32_000, "invalid_request", "unauthorized"])
    }
  })
})

describe("the official examples of the binding", () => {
  const example = (name: string, over: object) => {
    const { arguments: args, name: tool } = mcpExamples[name].params
    return call(tool, { ...args, ...over })
  }

  test("buy, where they are valid: with items of ours and with the keys that the document forgot", async () => {
    const create = mcpExamples.create_checkout_session_request.params.arguments.payload
    const opened = await example("create_checkout_session_request", {
      payload: { ...create, line_items: [{ id: "lst_mug" }] }
    })
    const { id } = opened.result.structuredContent
    const read = await example("get_checkout_session_request", { id })
    expect(read.result.structuredContent).toEqual(opened.result.structuredContent)

    const bare = await example("update_checkout_session_request", { id })
    expect(bare.result.structuredContent.code).toBe("idempotency_key_required")
    const nested = [{ type: "shipping", shipping: { option_id: "shp_kiln:expedited", item_ids: ["lst_mug"] } }]
    const updated = await example("update_checkout_session_request", {
      id,
      meta: keyed("example update"),
      payload: { selected_fulfillment_options: nested }
    })
    expect(updated.result.structuredContent.selected_fulfillment_options[0].option_id).toBe("shp_kiln:expedited")

    const pay = mcpExamples.complete_checkout_session_request.params.arguments.payload
    const done = await example("complete_checkout_session_request", {
      id,
      payload: {
        ...pay,
        payment_data: { ...pay.payment_data, instrument: { ...pay.payment_data.instrument, token: "spt_test_ok" } }
      }
    })
    expect(done.result.structuredContent.status).toBe("completed")
    expect(done.result.structuredContent.order.checkout_session_id).toBe(id)
  })

  test("cancel, with the reason kept", async () => {
    const id = await ready(http)
    const { result } = await example("cancel_checkout_session_request", { id, meta: keyed("example cancel") })
    expect(result.structuredContent.status).toBe("canceled")
    expect(await world.sql("SELECT data FROM acp_notes WHERE checkout_id = $1", id)).toHaveLength(1)
  })
})
