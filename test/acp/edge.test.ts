import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Agent, agent } from "./agent.ts"
import { faults } from "./bundle.ts"
import { payment, ready, readyRequest } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let one: Agent

beforeAll(async () => {
  world = await makeWorld()
  one = agent(world)
}, 60_000)
afterAll(() => world.dispose())

describe("the order of the checks", () => {
  test("each fault is told only when none before it is there", async () => {
    const good = {
      authorization: "Bearer acp_test_one",
      "api-version": "2026-04-17",
      "content-type": "application/json",
      "idempotency-key": "order of checks"
    }
    await one.create(readyRequest(), { key: good["idempotency-key"] })
    const bad: Record<string, string | undefined> = {
      authorization: "Bearer nobody",
      "api-version": "2025-10-01",
      "content-type": "text/plain",
      "idempotency-key": undefined
    }
    const told: Array<unknown> = []
    let headers = bad
    let raw = "{"
    const ask = async () => {
      const { body, status } = await one.call("POST", "/checkout_sessions", { raw, headers })
      told.push([status, body.code])
    }
    await ask()
    for (const name of ["authorization", "api-version", "content-type"] as const) {
      headers = { ...headers, [name]: good[name] }
      await ask()
    }
    raw = "{}"
    await ask()
    headers = good
    await ask()
    headers = { ...good, "idempotency-key": "order of checks, again" }
    await ask()
    raw = JSON.stringify(readyRequest("lst_nowhere"))
    headers = { ...good, "idempotency-key": "order of checks, at last" }
    await ask()
    expect(told).toEqual([
      [401, "unauthorized"],
      [400, "unsupported_api_version"],
      [415, "unsupported_media_type"],
      [400, "invalid_json"],
      [400, "idempotency_key_required"],
      [422, "idempotency_conflict"],
      [400, "missing_required_field"],
      [400, "invalid_item_id"]
    ])
  })
})

describe("who may ask", () => {
  test("no key, a wrong one, a revoked one, another scheme: 401 everywhere", async () => {
    const id = await ready(one)
    for (const authorization of [
      undefined,
      "",
      "Bearer",
      "Bearer nobody",
      "Bearer acp_test_old",
      "Basic acp_test_one"
    ]) {
      for (const [method, path] of [
        ["POST", ""],
        ["POST", `/${id}`],
        ["GET", `/${id}`],
        ["POST", `/${id}/complete`],
        ["POST", `/${id}/cancel`],
        ["DELETE", `/${id}`]
      ] as const) {
        const asked = { headers: { authorization }, ...(method === "POST" && { body: {} }) }
        const { body, headers, status } = await one.call(method, `/checkout_sessions${path}`, asked)
        expect([status, body.type, body.code]).toEqual([401, "invalid_request", "unauthorized"])
        expect(headers.get("www-authenticate")).toBe("Bearer")
      }
    }
  })

  test("another agent's session is answered like one that is not there, byte for byte", async () => {
    const id = await ready(one)
    const two = agent(world, "acp_test_two")
    const asks = (id: string) => [
      () => two.get(id),
      () => two.update(id, { order_notes: "mine now" }),
      () => two.complete(id, payment()),
      () => two.cancel(id)
    ]
    const theirs = await Promise.all(asks(id).map((ask) => ask()))
    const nobodys = await Promise.all(asks("chk_AAAAAAAAAAAAAAAAAAAAAA").map((ask) => ask()))
    expect(theirs.map(({ body, status }) => [status, body])).toEqual(nobodys.map(({ body, status }) => [status, body]))
    expect(theirs.map(({ body, status }) => [status, body.code])).toEqual(
      Array.from({ length: 4 }, () => [404, "session_not_found"])
    )
    expect((await one.get(id)).body.status).toBe("ready_for_payment")
  })

  test("an id that cannot exist is answered like an unknown one", async () => {
    const ids = ["x", "lst_mug", "%00", "chk_%27%3B--", "chk_%F0%9F%8D%B5", "a".repeat(300), "chk_x/other"]
    for (const id of ids) {
      for (const answer of [await one.get(id), await one.update(id, {})]) {
        expect([id, answer.status, answer.body.code]).toEqual([id, 404, "session_not_found"])
      }
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect((await one.call(method, "/checkout_sessions/chk_x", { body: {} })).status).toBe(404)
    }
    expect((await one.call("GET", "/checkout_sessions")).status).toBe(404)
  })

  test("a minute's worth of requests, then 429 with Retry-After", async () => {
    const small = await makeWorld({ perMinute: 2 })
    const hasty = agent(small)
    const answers = [await hasty.get("chk_x"), await hasty.get("chk_x"), await hasty.get("chk_x")]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 429])
    expect(answers[2]!.body).toMatchObject({ type: "service_unavailable", code: "rate_limited" })
    expect(Number(answers[2]!.headers.get("retry-after"))).toBeGreaterThan(0)
    expect((await agent(small, "acp_test_two").get("chk_x")).status).toBe(404)
    await small.dispose()
  }, 60_000)
})

describe("versions", () => {
  test("none and unknown ones are refused with those that are served, newest first", async () => {
    for (const [version, code] of [
      [undefined, "missing_api_version"],
      ["", "missing_api_version"],
      ["2026-04-18", "unsupported_api_version"],
      ["latest", "unsupported_api_version"],
      ["2026-04-17, 2026-01-30", "unsupported_api_version"]
    ] as const) {
      for (const answer of [
        await one.create(readyRequest(), { headers: { "api-version": version } }),
        await one.get("chk_x", { headers: { "api-version": version } })
      ]) {
        expect([answer.status, answer.body.code]).toEqual([400, code])
        expect(answer.body.supported_versions).toEqual(["2026-04-17", "2026-01-30", "2025-09-29"])
      }
    }
  })
})

describe("the log", () => {
  test("names each API-Version once, when it is first seen", async () => {
    for (const version of ["2025-09-12", "2026-04-17", "2025-09-12", undefined, undefined]) {
      await one.get("chk_x", { headers: { "api-version": version } })
    }
    for (const version of ["2025-09-12", "2026-04-17", "none"]) {
      const lines = world.logs.filter((line) => line.includes("API-Version") && line.includes(`"${version}"`))
      expect([version, lines.length]).toEqual([version, 1])
    }
  })

  test("holds no key, no token and nothing of the buyer", async () => {
    const id = await ready(one)
    await one.complete(id, payment("spt_test_down"))
    await one.complete(id, payment("spt_test_declined"))
    await one.complete(id, payment("spt_test_secret"))
    const log = world.logs.join("\n")
    for (const secret of ["acp_test_one", "spt_test", "ada@example.com", "Byron", "1 Main St"]) {
      expect(log).not.toContain(secret)
    }
  })
})

describe("headers", () => {
  test("Request-Id comes back as it came, on every answer; without one there is ours", async () => {
    const id = await ready(one)
    const headers = { "request-id": "trace 7f/é".replace("é", "e") }
    const answers = [
      await one.get(id, { headers }),
      await one.update(id, {}, { headers }),
      await one.update(id, { buyer: 1 }, { headers }),
      await one.get("chk_x", { headers }),
      await one.get(id, { headers: { ...headers, authorization: undefined } })
    ]
    for (const answer of answers) expect(answer.headers.get("request-id")).toBe(headers["request-id"])
    expect((await one.get(id)).headers.get("request-id")).toMatch(/^req_/)
  })

  test("Idempotency-Key comes back on every POST, also a refused one", async () => {
    const key = "exactly:This-Key_1"
    expect((await one.create(readyRequest(), { key })).headers.get("idempotency-key")).toBe(key)
    expect((await one.create(readyRequest("lst_nowhere"), { key })).headers.get("idempotency-key")).toBe(key)
    const stranger = await one.create({}, { key, headers: { authorization: "Bearer nobody" } })
    expect(stranger.headers.get("idempotency-key")).toBe(key)
  })

  test("answers are JSON and not for caches", async () => {
    const { headers } = await one.create(readyRequest())
    expect(headers.get("content-type")).toMatch(/^application\/json/)
    expect(headers.get("cache-control")).toBe("no-store")
  })

  test("JSON may name its charset", async () => {
    const asked = { headers: { "content-type": "application/json; charset=utf-8" } }
    expect((await one.create(readyRequest(), asked)).status).toBe(201)
  })
})

describe("discovery", () => {
  test("says what works here, to everybody, and may be kept for an hour", async () => {
    const headers = { authorization: undefined, "api-version": undefined }
    const answer = await one.call("GET", "/.well-known/acp.json", { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get("cache-control")).toBe("public, max-age=3600")
    expect(answer.body.protocol).toEqual({
      name: "acp",
      version: "2026-04-17",
      supported_versions: ["2025-09-29", "2026-01-30", "2026-04-17"]
    })
    expect(answer.body.capabilities.services).toEqual(["checkout", "carts"])
    expect(answer.body.transports).toEqual(["rest", "mcp"])
    expect(faults("DiscoveryResponse", answer.body)).toEqual([])
    expect(JSON.stringify(answer.body)).not.toMatch(/merchant|handler|key/i)
  })
})

describe("payment handlers", () => {
  test("a provider that moves money takes only the handler it advertised", async () => {
    const real = await makeWorld({ test: false })
    const buyer = agent(real)
    const id = await ready(buyer)
    const other = { payment_data: { ...payment().payment_data, handler_id: "acp_check_test_handler" } }
    const refused = await buyer.complete(id, other)
    expect([refused.status, refused.body.param]).toEqual([400, "$.payment_data.handler_id"])
    expect(real.charges).toEqual([])
    const { body } = await buyer.complete(id, payment())
    expect(body.status).toBe("completed")
    expect(body.capabilities.payment.handlers[0].config.environment).toBe("production")
    await real.dispose()
  }, 60_000)

  test("the test provider takes any, so that an agent can be tried", async () => {
    const id = await ready(one)
    const other = { payment_data: { ...payment().payment_data, handler_id: "acp_check_test_handler" } }
    expect((await one.complete(id, other)).body.status).toBe("completed")
  })

  test("the bare token of older clients pays", async () => {
    const id = await ready(one)
    const { body } = await one.complete(id, { payment_data: { token: "spt_test_ok", provider: "stripe" } })
    expect(body.status).toBe("completed")
  })
})
