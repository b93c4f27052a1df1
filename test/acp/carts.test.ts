import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Agent, type Answer, agent } from "./agent.ts"
import { amountOf, buyer, errorsOf } from "./requests.ts"
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

const create = (body: unknown, asked = {}) => one.call("POST", "/carts", { body, ...asked })
const get = (id: string, who = one) => who.call("GET", `/carts/${id}`)
const put = (id: string, body: unknown, asked = {}) => one.call("PUT", `/carts/${id}`, { body, ...asked })
const cancel = (id: string, asked = {}) => one.call("POST", `/carts/${id}/cancel`, asked)
const items = (lines: Readonly<Record<string, number>>) => ({
  line_items: Object.entries(lines).map(([id, quantity]) => ({ id, quantity }))
})
const started = async (lines: Readonly<Record<string, number>> = { lst_mug: 2 }) => (await create(items(lines))).body.id
const held = ({ body }: Answer) =>
  Object.fromEntries(body.line_items.map(({ item, quantity }: any) => [item.id, quantity]))
const count = async () => (await world.sql("SELECT count(*)::int AS n FROM carts"))[0].n as number

describe("a cart", () => {
  test("is begun with what is wanted, from several shops, and answers what it costs so far", async () => {
    const answer = await create({ ...items({ lst_mug: 2, "lst_bowl:Glaze: sky": 1, lst_scarf: 1 }), buyer })
    expect(answer.status).toBe(201)
    expect(answer.body.id).toMatch(/^crt_/)
    expect(held(answer)).toEqual({ lst_mug: 2, "lst_bowl:Glaze: sky": 1, lst_scarf: 1 })
    expect(amountOf(answer, "total")).toBe(2 * 20_00 + 42_00 + 30_00)
    expect(answer.body.buyer).toEqual({ email: "ada@example.com", full_name: "Ada Byron" })
    expect(answer.body.messages).toEqual([])
    const sellers = answer.body.line_items.map((line: any) => line.marketplace_seller_details.name)
    expect(sellers).toEqual(["Clay & Kiln", "Clay & Kiln", "Loom & Co"])
    const again = await get(answer.body.id)
    expect([again.status, again.body]).toEqual([200, answer.body])
  })

  test("belongs to the agent, in the tables that every door shares", async () => {
    const id = await started()
    expect(await world.sql("SELECT owner, channel FROM carts WHERE id = $1", id)).toEqual([
      { owner: "agent:key_one", channel: "acp" }
    ])
  })

  test("is replaced whole: what is not said is gone, the buyer too, and the same thing twice is one line", async () => {
    const { body } = await create({ ...items({ lst_mug: 2, lst_plate: 1 }), buyer })
    const twice = [...items({ lst_scarf: 1 }).line_items, { id: "lst_plate", quantity: 4 }, { id: "lst_scarf" }]
    const answer = await put(body.id, { line_items: twice })
    expect([answer.status, answer.body.id]).toEqual([200, body.id])
    expect(held(answer)).toEqual({ lst_scarf: 2, lst_plate: 4 })
    expect(answer.body.buyer).toBeUndefined()
    expect((await get(body.id)).body).toEqual(answer.body)
  })

  test("takes POST where others say PUT, as the same request", async () => {
    const id = await started()
    const first = await put(id, items({ lst_mug: 5 }), { key: "put or post" })
    const again = await one.call("POST", `/carts/${id}`, { body: items({ lst_mug: 5 }), key: "put or post" })
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(again.headers.get("idempotent-replayed")).toBe("true")
  })

  test("lives on from each update", async () => {
    const { body } = await create(items({ lst_mug: 1 }))
    await world.sql("UPDATE carts SET expires_at = now() + interval '1 hour' WHERE id = $1", body.id)
    const soon = (await get(body.id)).body.expires_at
    const { expires_at } = (await put(body.id, items({ lst_mug: 1 }))).body
    expect(Date.parse(expires_at) - Date.parse(soon)).toBeGreaterThan(10 * 24 * 3_600_000)
  })

  test("becomes a checkout by its lines", async () => {
    const { body } = await create({ ...items({ lst_mug: 2, "lst_bowl:Blue": 1 }), buyer })
    const session = await one.create({ line_items: body.line_items, currency: body.currency, capabilities: {} })
    expect(session.status).toBe(201)
    expect(amountOf(session, "items_base_amount")).toBe(amountOf({ body }, "total"))
  })
})

describe("what a cart cannot have", () => {
  test("too little of a thing is told, and the line stays as it was asked for", async () => {
    const answer = await create(items({ lst_mug: 1, lst_two_left: 3, lst_sold_out: 1 }))
    expect(answer.status).toBe(201)
    expect(held(answer)).toEqual({ lst_mug: 1, lst_two_left: 3, lst_sold_out: 1 })
    expect(errorsOf(answer)).toEqual([
      ["out_of_stock", "$.line_items[1]"],
      ["out_of_stock", "$.line_items[2]"]
    ])
    const told = answer.body.line_items.map((line: any) => [line.availability_status, line.available_quantity])
    expect(told).toEqual([
      ["in_stock", undefined],
      ["low_stock", 2],
      ["out_of_stock", 0]
    ])
    expect((await get(answer.body.id)).body).toEqual(answer.body)
  })

  test("what went off sale since is told, and nothing is dropped", async () => {
    const id = await started({ lst_mug: 1, lst_leaving: 1 })
    await world.sql("UPDATE listings SET status = 'deleted' WHERE id = 'lst_leaving'")
    const answer = await get(id)
    expect(held(answer)).toEqual({ lst_mug: 1, lst_leaving: 1 })
    expect(errorsOf(answer)).toEqual([["out_of_stock", "$.line_items[1]"]])
    await world.sql("UPDATE listings SET status = 'active' WHERE id = 'lst_leaving'")
  })

  test("when nothing of it can be bought it is refused with 422, and a cart that was stays as it was", async () => {
    const before = await count()
    const { body, status } = await create(items({ lst_sold_out: 1 }))
    expect([status, body.code, body.param]).toEqual([422, "out_of_stock", "$.line_items"])
    expect(await count()).toBe(before)
    const id = await started()
    expect((await put(id, items({ lst_sold_out: 2, "lst_bowl:Gold": 1 }))).status).toBe(422)
    expect(held(await get(id))).toEqual({ lst_mug: 2 })
  })

  test("an item that does not exist is pointed at, also beside one that does", async () => {
    const id = await started()
    for (const item of ["lst_nothing", "lst_draft", "nonsense", "lst_bowl", "lst_bowl:Pink", "lst_mug:Blue"]) {
      for (const answer of [await create(items({ lst_plate: 1, [item]: 1 })), await put(id, items({ [item]: 1 }))]) {
        expect([item, answer.status, answer.body.code]).toEqual([item, 400, "invalid_item_id"])
        expect(answer.body.param).toMatch(/^\$\.line_items\[[01]\]\.id$/)
      }
    }
    expect(held(await get(id))).toEqual({ lst_mug: 2 })
  })

  test("a price that is another than the agent believed is told", async () => {
    const { body } = await create({ line_items: [{ id: "lst_mug", quantity: 1, unit_amount: 15_00 }] })
    expect(body.messages.map(({ code, param, type }: any) => [type, code, param])).toEqual([
      ["warning", "price_change", "$.line_items[0].unit_amount"]
    ])
  })
})

describe("a cart that is no more", () => {
  test("answers its last state when it is canceled, and 404 from then on", async () => {
    const { body } = await create(items({ lst_mug: 2, lst_plate: 1 }))
    const gone = await cancel(body.id, { key: "cancel a cart" })
    expect([gone.status, held(gone)]).toEqual([200, { lst_mug: 2, lst_plate: 1 }])
    const later = [await get(body.id), await put(body.id, items({ lst_mug: 1 })), await cancel(body.id)]
    for (const { body, status } of later) expect([status, body.code]).toEqual([404, "not_found"])
    const again = await cancel(body.id, { key: "cancel a cart" })
    expect([again.status, again.body]).toEqual([200, gone.body])
  })

  test("is not there once its time is over", async () => {
    const id = await started()
    await world.sql("UPDATE carts SET expires_at = now() - interval '1 second' WHERE id = $1", id)
    for (const { status } of [await get(id), await put(id, items({ lst_mug: 1 })), await cancel(id)]) {
      expect(status).toBe(404)
    }
  })

  test("is unknown to whoever does not own it, like one that never was", async () => {
    const id = await started()
    const foreign = await get(id, two)
    const never = await get("crt_never", two)
    expect([foreign.status, foreign.body]).toEqual([404, never.body])
    expect((await two.call("PUT", `/carts/${id}`, { body: items({ lst_plate: 1 }) })).status).toBe(404)
    expect((await two.call("POST", `/carts/${id}/cancel`)).status).toBe(404)
    for (const odd of ["x", "crt_%00", encodeURIComponent("'; DROP TABLE carts; --"), "a/b"]) {
      expect((await get(odd)).status).toBe(404)
    }
    expect(held(await get(id))).toEqual({ lst_mug: 2 })
  })

  test("a guest's, begun on the website, is there for the agent who was told its id; an account's is not", async () => {
    const begin = (id: string, owner: string) =>
      world.sql(
        `WITH c AS (INSERT INTO carts (id, owner, channel, expires_at, created_at, updated_at)
          VALUES ($1, $2, 'web', now() + interval '1 day', now(), now()) RETURNING id)
        INSERT INTO cart_lines (cart_id, listing_id, quantity) SELECT id, 'lst_plate', 3 FROM c`,
        id,
        owner
      )
    await begin("crt_website", "guest")
    await begin("crt_account", "account:acc_kiln")
    expect(held(await get("crt_website"))).toEqual({ lst_plate: 3 })
    expect(held(await put("crt_website", items({ lst_plate: 4 })))).toEqual({ lst_plate: 4 })
    expect((await get("crt_account")).status).toBe(404)
  })
})

describe("a request for a cart", () => {
  test("must have a key on every write, and is answered again under it", async () => {
    const id = await started()
    for (const [method, path] of [
      ["POST", "/carts"],
      ["PUT", `/carts/${id}`],
      ["POST", `/carts/${id}`],
      ["POST", `/carts/${id}/cancel`]
    ] as const) {
      const asked = { body: items({ lst_mug: 1 }), headers: { "idempotency-key": undefined } }
      const { body, status } = await one.call(method, path, asked)
      expect([path, status, body.code]).toEqual([path, 400, "idempotency_key_required"])
    }
    const first = await create(items({ lst_mug: 1 }), { key: "a cart" })
    const before = await count()
    const again = await create(items({ lst_mug: 1 }), { key: "a cart" })
    expect([again.status, again.body, again.headers.get("idempotent-replayed")]).toEqual([201, first.body, "true"])
    const other = await create(items({ lst_mug: 2 }), { key: "a cart" })
    expect([other.status, other.body.code]).toEqual([422, "idempotency_conflict"])
    expect(await count()).toBe(before)
  })

  test("of an older version is refused with the name of the one that has carts", async () => {
    const id = await started()
    for (const version of ["2026-01-30", "2025-09-29", "2025-09-12"]) {
      const older = agent(world, "acp_test_one", version)
      for (const answer of [
        await older.call("POST", "/carts", { body: items({ lst_mug: 1 }) }),
        await older.call("GET", `/carts/${id}`),
        await older.call("PUT", `/carts/${id}`, { body: items({ lst_mug: 1 }) })
      ]) {
        expect([answer.status, answer.body.code]).toEqual([400, "unsupported_api_version"])
        expect(answer.body.supported_versions).toEqual(["2026-04-17"])
      }
    }
  })

  test("says which of its fields is wrong", async () => {
    const id = await started()
    for (const [body, code, param] of [
      [{}, "missing_required_field", "$.line_items"],
      [{ line_items: [] }, "invalid", "$.line_items"],
      [{ line_items: [{ quantity: 1 }] }, "missing_required_field", "$.line_items[0].id"],
      [{ line_items: [{ id: "lst_mug", quantity: 0 }] }, "invalid", "$.line_items[0].quantity"],
      [{ line_items: [{ id: "lst_mug", quantity: 1.5 }] }, "invalid", "$.line_items[0].quantity"],
      [{ line_items: [{ id: "lst_mug", quantity: 100 }] }, "invalid", "$.line_items[0].quantity"],
      [{ ...items({ lst_mug: 1 }), buyer: { email: "nobody" } }, "invalid", "$.buyer.email"],
      [{ line_items: Array(2).fill({ id: "lst_mug", quantity: 60 }) }, "invalid_item_id", "$.line_items[0].id"]
    ] as const) {
      for (const answer of [await create(body), await put(id, body)]) {
        expect([answer.status, answer.body.code, answer.body.param]).toEqual([400, code, param])
      }
    }
    expect(held(await get(id))).toEqual({ lst_mug: 2 })
  })

  test("two at once leave one whole cart", async () => {
    const id = await started()
    const wanted = [{ lst_mug: 1, lst_plate: 1 }, { lst_scarf: 1, lst_mug: 7 }, { lst_plate: 9 }]
    const answers = await Promise.all(wanted.map((each) => put(id, items(each))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(wanted).toContainEqual(held(await get(id)))
  })

  test("for an address that is none is answered in the words of the protocol", async () => {
    const { body, status } = await one.call("GET", "/carts/crt_x/lines")
    expect([status, body.code]).toEqual([404, "not_found"])
  })
})
