import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Idempotency } from "../../src/store/Idempotency.ts"
import { type Agent, type Answer, agent } from "./agent.ts"
import { payment, ready, readyRequest } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let one: Agent
let two: Agent

beforeAll(async () => {
  world = await makeWorld()
  one = agent(world)
  two = agent(world, "acp_test_two")
}, 60_000)
afterAll(() => world.dispose())

const replayed = ({ headers }: Answer) => headers.get("idempotent-replayed")
const stored = (key: string) => world.sql("SELECT status FROM idempotency WHERE key = $1", key)
const sessions = async () => (await world.sql("SELECT count(*)::int AS n FROM checkouts"))[0].n as number

describe("the idempotency key", () => {
  test("must be there on every POST, and nothing is stored without it", async () => {
    const id = await ready(one)
    const before = await sessions()
    for (const path of ["", `/${id}`, `/${id}/complete`, `/${id}/cancel`]) {
      const asked = { body: {}, headers: { "idempotency-key": undefined } }
      const { body, status } = await one.call("POST", `/checkout_sessions${path}`, asked)
      expect([path, status, body.type, body.code]).toEqual([path, 400, "invalid_request", "idempotency_key_required"])
      const empty = await one.call("POST", `/checkout_sessions${path}`, { body: {}, key: "" })
      expect(empty.body.code).toBe("idempotency_key_required")
    }
    expect(await sessions()).toBe(before)
  })

  test("has at most 255 characters", async () => {
    expect((await one.create(readyRequest(), { key: "k".repeat(255) })).status).toBe(201)
    const { body, status } = await one.create(readyRequest(), { key: "k".repeat(256) })
    expect([status, body.code]).toEqual([400, "invalid"])
    expect(await stored("k".repeat(256))).toEqual([])
  })

  test("first use: the real answer, the key echoed, no word of a replay", async () => {
    const first = await one.create(readyRequest(), { key: "first use" })
    expect(first.status).toBe(201)
    expect(first.headers.get("idempotency-key")).toBe("first use")
    expect(replayed(first)).toBeNull()
  })

  test("same key and body: the first answer again, and no second effect", async () => {
    const first = await one.create(readyRequest(), { key: "same" })
    const before = await sessions()
    const again = await one.create(readyRequest(), { key: "same" })
    expect([again.status, again.body]).toEqual([201, first.body])
    expect(replayed(again)).toBe("true")
    expect(await sessions()).toBe(before)
  })

  test("same JSON in other words is the same body", async () => {
    const first = await one.create(undefined, {
      raw: '{"currency":"usd","capabilities":{},"line_items":[{"id":"lst_mug","quantity":1}]}',
      key: "words"
    })
    const again = await one.create(undefined, {
      raw: '{ "line_items": [ { "quantity": 1.0, "id": "lst_m\\u0075g" } ], "capabilities": {}, "currency": "usd" }',
      key: "words"
    })
    expect(again.body.id).toBe(first.body.id)
    expect(replayed(again)).toBe("true")
  })

  test("same key and another body: 422, for ever, and the first answer stays", async () => {
    const request = readyRequest("lst_mug", { line_items: [{ id: "lst_mug" }, { id: "lst_plate" }] })
    const first = await one.create(request, { key: "other" })
    const others = [
      { ...request, currency: "eur" },
      { ...request, line_items: request.line_items.toReversed() },
      { ...request, order_notes: null },
      { ...request, discounts: { codes: [] } },
      { ...request, unknown_field: 1 },
      {}
    ]
    for (const other of others) {
      const { body, headers, status } = await one.create(other, { key: "other" })
      expect([status, body.type, body.code]).toEqual([422, "invalid_request", "idempotency_conflict"])
      expect(headers.get("idempotency-key")).toBe("other")
    }
    expect((await one.create(request, { key: "other" })).body).toEqual(first.body)
  })

  test("while the first is running: 409 with Retry-After; afterwards its answer", async () => {
    const id = await ready(one)
    let go = () => {}
    world.slow.wait = new Promise((resolve) => {
      go = resolve
    })
    const running = one.complete(id, payment("spt_test_slow"), { key: "running" })
    await expect.poll(() => world.charges.some(({ checkoutId }) => checkoutId === id)).toBe(true)
    const meanwhile = await one.complete(id, payment("spt_test_slow"), { key: "running" })
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, "idempotency_in_flight"])
    expect(Number(meanwhile.headers.get("retry-after"))).toBeGreaterThan(0)
    const other = await one.complete(id, payment("spt_test_other"), { key: "running" })
    expect([other.status, other.body.code]).toEqual([422, "idempotency_conflict"])
    go()
    const paid = await running
    expect(paid.body.status).toBe("completed")
    const again = await one.complete(id, payment("spt_test_slow"), { key: "running" })
    expect([again.body, replayed(again)]).toEqual([paid.body, "true"])
    expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toHaveLength(1)
    expect(await world.sql("SELECT id FROM orders WHERE checkout_id = $1", id)).toHaveLength(1)
  })

  test("a 5xx is never stored: the same key is a fresh request", async () => {
    const id = await ready(one)
    expect((await one.complete(id, payment("spt_test_down"), { key: "5xx" })).status).toBe(503)
    expect(await stored("5xx")).toEqual([])
    const paid = await one.complete(id, payment("spt_test_down", {}), { key: "5xx" })
    expect(paid.status).toBe(503)
    expect((await one.complete(id, payment(), { key: "5xx" })).body.status).toBe("completed")
  })

  test("a 4xx is stored, whether the shape was wrong or the shop said no", async () => {
    const id = await ready(one)
    const cases = [
      () => one.create({ currency: "usd", capabilities: {} }, { key: "4xx shape" }),
      () => one.create(readyRequest("lst_nowhere"), { key: "4xx item" }),
      () => one.update("chk_nowhere", {}, { key: "4xx session" }),
      () => one.complete(id, {}, { key: "4xx payment" })
    ]
    for (const ask of cases) {
      const first = await ask()
      const again = await ask()
      expect(first.status).toBeGreaterThanOrEqual(400)
      expect([again.status, again.body, replayed(again)]).toEqual([first.status, first.body, "true"])
    }
  })

  test("what never was a request is not stored: who asks, which version, which bytes", async () => {
    const key = "not a request"
    expect((await one.create(readyRequest(), { key, headers: { authorization: "Bearer nobody" } })).status).toBe(401)
    expect((await one.create(readyRequest(), { key, headers: { "api-version": "1999-01-01" } })).status).toBe(400)
    expect((await one.create(undefined, { key, raw: "{" })).status).toBe(400)
    expect((await one.create(readyRequest(), { key, headers: { "content-type": "text/plain" } })).status).toBe(415)
    expect(await stored(key)).toEqual([])
    expect((await one.create(readyRequest(), { key })).status).toBe(201)
  })

  test("belongs to who sent it", async () => {
    const mine = await one.create(readyRequest(), { key: "whose" })
    const theirs = await two.create(readyRequest("lst_plate"), { key: "whose" })
    expect([theirs.status, replayed(theirs)]).toEqual([201, null])
    expect(theirs.body.id).not.toBe(mine.body.id)
  })

  test("belongs to where it was sent", async () => {
    const key = "where"
    const { body } = await one.create(readyRequest(), { key })
    const other = await one.create(readyRequest(), { key: "where else" })
    for (const id of [body.id, other.body.id]) {
      const updated = await one.update(id, { order_notes: "Ring twice" }, { key })
      expect([updated.status, updated.body.id, replayed(updated)]).toEqual([200, id, null])
    }
    expect((await one.cancel(body.id, {}, { key })).body.status).toBe("canceled")
  })

  test("past its retention it is a new request", async () => {
    const first = await one.create(readyRequest(), { key: "old" })
    await world.run(Effect.flatMap(Idempotency, ({ sweep }) => sweep(new Date(Date.now() + 1000))))
    const later = await one.create(readyRequest(), { key: "old" })
    expect([later.status, replayed(later)]).toEqual([201, null])
    expect(later.body.id).not.toBe(first.body.id)
  })

  test("on cancel no body is the same as an empty one", async () => {
    const id = await ready(one)
    const first = await one.cancel(id, undefined, { key: "bodiless" })
    expect(first.body.status).toBe("canceled")
    const again = await one.cancel(id, {}, { key: "bodiless" })
    expect([again.body, replayed(again)]).toEqual([first.body, "true"])
    const why = { intent_trace: { reason_code: "other" } }
    expect((await one.cancel(id, why, { key: "bodiless" })).body.code).toBe("idempotency_conflict")
  })

  test("ten at once are one", async () => {
    const before = await sessions()
    const answers = await Promise.all(Array.from({ length: 10 }, () => one.create(readyRequest(), { key: "at once" })))
    const made = answers.filter(({ status }) => status === 201)
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.every(({ body, status }) => status === 201 || body.code === "idempotency_in_flight")).toBe(true)
    expect(await sessions()).toBe(before + 1)
  })

  test("ten payments of one session under ten keys charge once", async () => {
    const id = await ready(one)
    const answers = await Promise.all(Array.from({ length: 10 }, () => one.complete(id, payment())))
    expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toHaveLength(1)
    const done = answers.filter(({ body }) => body.status === "completed")
    expect(new Set(done.map(({ body }) => body.order.id)).size).toBe(1)
    expect((await one.get(id)).body.order.id).toBe(done[0]!.body.order.id)
  })

  test("every write leaves one row in the audit, a replay none", async () => {
    const { body } = await one.create(readyRequest(), { key: "audit" })
    await one.create(readyRequest(), { key: "audit" })
    await one.update(body.id, { order_notes: "Ring twice" })
    await one.complete(body.id, payment(), { headers: { "request-id": "req-audit" } })
    const rows = await world.sql(
      "SELECT action, actor, channel, correlation_id FROM audit WHERE subject = $1 ORDER BY id",
      body.id
    )
    expect(rows.map(({ action }) => action)).toEqual(["acp.create", "acp.update", "acp.complete"])
    expect(rows[2]).toMatchObject({ actor: "agent:key_one", channel: "acp", correlation_id: "req-audit" })
  })
})
