import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Agent, type Answer, agent } from "./agent.ts"
import { payment, ready, readyRequest } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let one: Agent

beforeAll(async () => {
  world = await makeWorld()
  one = agent(world)
}, 60_000)
afterAll(() => world.dispose())

type Ask = (body: any) => Promise<Answer>

interface Row {
  readonly fault: string
  /** The sound request, which must succeed. */
  readonly sound: any
  /** Puts the fault into a copy of it. */
  readonly spoil: (body: any) => unknown
  readonly code: string
  readonly param: string
}

const row = (fault: string, sound: any, spoil: (body: any) => unknown, code: string, param: string): Row => ({
  fault,
  sound,
  spoil,
  code,
  param
})

const missing = "missing_required_field"
const create = readyRequest("lst_mug", { discounts: { codes: ["WELCOME10"] }, order_notes: "Ring twice" })
const nested = readyRequest("x", { line_items: [{ item: { id: "lst_mug" }, quantity: 2 }] })
const pickup = {
  selected_fulfillment_options: [{ type: "pickup", option_id: "shp_kiln:pickup", item_ids: ["lst_mug"] }]
}

const creating: ReadonlyArray<Row> = [
  row("no lines", create, (body) => delete body.line_items, missing, "$.line_items"),
  row("an empty list of lines", create, (body) => (body.line_items = []), "invalid", "$.line_items"),
  row("lines that are no list", create, (body) => (body.line_items = body.line_items[0]), "invalid", "$.line_items"),
  row("51 lines", create, (body) => (body.line_items = Array(51).fill({ id: "lst_mug" })), "invalid", "$.line_items"),
  row("a line without an id", create, (body) => delete body.line_items[0].id, missing, "$.line_items[0].id"),
  row("an id that is a number", create, (body) => (body.line_items[0].id = 7), "invalid", "$.line_items[0].id"),
  row("an unknown item", create, (body) => (body.line_items[0].id = "lst_no"), "invalid_item_id", "$.line_items[0].id"),
  row("an impossible item", create, (body) => (body.line_items[0].id = "'"), "invalid_item_id", "$.line_items[0].id"),
  row("a draft", create, (body) => (body.line_items[0].id = "lst_draft"), "invalid_item_id", "$.line_items[0].id"),
  row("the second item", create, (body) => body.line_items.push({ id: "x" }), "invalid_item_id", "$.line_items[1].id"),
  row(
    "an unknown item, nested",
    nested,
    (body) => (body.line_items[0].item.id = "x"),
    "invalid_item_id",
    "$.line_items[0].item.id"
  ),
  row(
    "no variant",
    readyRequest("lst_bowl:Blue"),
    (body) => (body.line_items[0].id = "lst_bowl"),
    "invalid_item_id",
    "$.line_items[0].id"
  ),
  row(
    "an unknown variant",
    readyRequest("lst_bowl:Blue"),
    (body) => (body.line_items[0].id = "lst_bowl:Red"),
    "invalid_item_id",
    "$.line_items[0].id"
  ),
  row(
    "a variant of what has none",
    create,
    (body) => (body.line_items[0].id = "lst_mug:Red"),
    "invalid_item_id",
    "$.line_items[0].id"
  ),
  row("none of it", create, (body) => (body.line_items[0].quantity = 0), "invalid", "$.line_items[0].quantity"),
  row("a hundred of it", create, (body) => (body.line_items[0].quantity = 100), "invalid", "$.line_items[0].quantity"),
  row("half of it", create, (body) => (body.line_items[0].quantity = 0.5), "invalid", "$.line_items[0].quantity"),
  row(
    "a quantity in words",
    create,
    (body) => (body.line_items[0].quantity = "1"),
    "invalid",
    "$.line_items[0].quantity"
  ),
  row("no currency", create, (body) => delete body.currency, missing, "$.currency"),
  row("another currency", create, (body) => (body.currency = "eur"), "unsupported_currency", "$.currency"),
  row("capabilities that are a list", create, (body) => (body.capabilities = []), "invalid", "$.capabilities"),
  row("a buyer that is a name", create, (body) => (body.buyer = "Ada"), "invalid", "$.buyer"),
  row("an e-mail without @", create, (body) => (body.buyer.email = "ada.example.com"), "invalid", "$.buyer.email"),
  row("a name with a line break", create, (body) => (body.buyer.first_name = "A\nB"), "invalid", "$.buyer.first_name"),
  row("a name without end", create, (body) => (body.buyer.last_name = "a".repeat(121)), "invalid", "$.buyer.last_name"),
  row("a code that is a number", create, (body) => (body.discounts.codes = [10]), "invalid", "$.discounts.codes[0]"),
  row("six codes", create, (body) => (body.discounts.codes = [..."abcdef"]), "invalid", "$.discounts.codes"),
  row("notes without end", create, (body) => (body.order_notes = "a".repeat(5001)), "invalid", "$.order_notes"),
  row("a list", create, () => [], "invalid", "$")
]

const updating: ReadonlyArray<Row> = [
  row(
    "no lines any more",
    { line_items: [{ id: "lst_plate" }] },
    (body) => (body.line_items = []),
    "invalid",
    "$.line_items"
  ),
  row(
    "an unknown item",
    { line_items: [{ id: "lst_plate" }] },
    (body) => (body.line_items[0].id = "lst_x"),
    "invalid_item_id",
    "$.line_items[0].id"
  ),
  row(
    "an option without an id",
    pickup,
    (body) => delete body.selected_fulfillment_options[0].option_id,
    missing,
    "$.selected_fulfillment_options[0].option_id"
  ),
  row(
    "an option nobody offered",
    pickup,
    (body) => (body.selected_fulfillment_options[0].option_id = "shp_kiln:drone"),
    "invalid",
    "$.selected_fulfillment_options[0].option_id"
  ),
  row(
    "an option of another shop",
    pickup,
    (body) => (body.selected_fulfillment_options[0].option_id = "shp_loom:standard"),
    "invalid",
    "$.selected_fulfillment_options[0].item_ids"
  ),
  row(
    "an option for what is not there",
    pickup,
    (body) => (body.selected_fulfillment_options[0].item_ids = ["lst_plate"]),
    "invalid",
    "$.selected_fulfillment_options[0].item_ids"
  ),
  row(
    "two options for one shop",
    pickup,
    (body) => body.selected_fulfillment_options.push({ option_id: "shp_kiln:standard" }),
    "invalid",
    "$.selected_fulfillment_options[1].option_id"
  ),
  row(
    "a shop that is not in it",
    { selected_fulfillment_options: [{ option_id: "shp_kiln:pickup" }] },
    (body) => (body.selected_fulfillment_options[0].option_id = "shp_loom:standard"),
    "invalid",
    "$.selected_fulfillment_options"
  ),
  row(
    "an e-mail that is none",
    { buyer: { email: "a@b.co" } },
    (body) => (body.buyer.email = "a b@c.de"),
    "invalid",
    "$.buyer.email"
  )
]

const completing: ReadonlyArray<Row> = [
  row("no payment", payment(), (body) => delete body.payment_data, missing, "$.payment_data"),
  row("no handler", payment(), (body) => delete body.payment_data.handler_id, missing, "$.payment_data.handler_id"),
  row("no instrument", payment(), (body) => delete body.payment_data.instrument, missing, "$.payment_data.instrument"),
  row(
    "no credential",
    payment(),
    (body) => delete body.payment_data.instrument.credential,
    missing,
    "$.payment_data.instrument.credential"
  ),
  row(
    "no token",
    payment(),
    (body) => delete body.payment_data.instrument.credential.token,
    missing,
    "$.payment_data.instrument.credential.token"
  ),
  row(
    "an empty token",
    payment(),
    (body) => (body.payment_data.instrument.credential.token = ""),
    "invalid",
    "$.payment_data.instrument.credential.token"
  ),
  row(
    "a purchase order",
    payment(),
    (body) => (body.payment_data = { purchase_order_number: "PO-1" }),
    "unsupported",
    "$.payment_data.purchase_order_number"
  ),
  row(
    "an outcome nobody knows",
    payment("spt_test_ok", { authentication_result: { outcome: "authenticated" } }),
    (body) => (body.authentication_result.outcome = "maybe"),
    "invalid",
    "$.authentication_result.outcome"
  ),
  row(
    "an e-mail that is none",
    payment("spt_test_ok", { buyer: { email: "ada@example.com" } }),
    (body) => (body.buyer.email = ""),
    "invalid",
    "$.buyer.email"
  )
]

const canceling: ReadonlyArray<Row> = [
  row(
    "a trace with nested data",
    { intent_trace: { reason_code: "other", metadata: { a: 1 } } },
    (body) => (body.intent_trace.metadata.a = { b: 1 }),
    "invalid",
    "$.intent_trace.metadata.a"
  ),
  row(
    "a trace without a reason",
    { intent_trace: { reason_code: "not_in_the_list" } },
    (body) => delete body.intent_trace.reason_code,
    missing,
    "$.intent_trace.reason_code"
  ),
  row("a list", {}, () => [], "invalid", "$")
]

const spoiled = ({ sound, spoil }: Row) => {
  const body = structuredClone(sound)
  const other = spoil(body)
  return Array.isArray(other) && other.length === 0 && !Object.values(body).includes(other) ? other : body
}

const check = async (row: Row, ask: Ask, success: number) => {
  const refused = await ask(spoiled(row))
  expect([refused.status, refused.body.type, refused.body.code, refused.body.param]).toEqual([
    400,
    "invalid_request",
    row.code,
    row.param
  ])
  const sound = await ask(row.sound)
  expect([sound.status, sound.body.messages?.filter(({ type }: any) => type === "error")]).toEqual([success, []])
}

describe("a fault is refused with its place, and without it the same request succeeds", () => {
  for (const each of creating) test(`create: ${each.fault}`, () => check(each, one.create, 201))
  for (const each of updating)
    test(`update: ${each.fault}`, async () => {
      const id = await ready(one)
      const before = (await one.get(id)).body
      const ask: Ask = async (body) => {
        expect((await one.get(id)).body).toEqual(before)
        return one.update(id, body)
      }
      await check(each, ask, 200)
    })
  for (const each of completing)
    test(`complete: ${each.fault}`, async () => {
      const id = await ready(one)
      await check(each, (body) => one.complete(id, body), 200)
      expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toHaveLength(1)
    })
  for (const each of canceling)
    test(`cancel: ${each.fault}`, async () => {
      const id = await ready(one)
      await check(each, (body) => one.cancel(id, body), 200)
    })
})

describe("bytes that are no request", () => {
  const sound = JSON.stringify(create)
  const cases: ReadonlyArray<readonly [string, string, number, string, Record<string, string>?]> = [
    ["nothing at all", "", 415, "unsupported_media_type", { "content-type": "" }],
    ["an empty body", "", 400, "invalid_json"],
    ["half a body", sound.slice(0, -1), 400, "invalid_json"],
    ["a trailing comma", `${sound.slice(0, -1)},}`, 400, "invalid_json"],
    ["a form", "currency=usd", 415, "unsupported_media_type", { "content-type": "application/x-www-form-urlencoded" }],
    ["no type", sound, 415, "unsupported_media_type", { "content-type": "" }],
    ["a thousand lists in each other", "[".repeat(1000) + "]".repeat(1000), 400, "invalid_json"],
    ["a zero byte in a name", sound.replace("Ada", "A\\u0000"), 400, "invalid_json"],
    ["half a character", sound.replace("Ada", "\\ud800"), 400, "invalid_json"],
    ["more than a megabyte", sound.replace("Ring twice", "a".repeat(2 ** 20)), 413, "body_too_large"]
  ]
  for (const [what, raw, status, code, headers = {}] of cases) {
    test(what, async () => {
      const refused = await one.call("POST", "/checkout_sessions", { raw, headers })
      expect([refused.status, refused.body.type, refused.body.code]).toEqual([status, "invalid_request", code])
      expect((await one.call("POST", "/checkout_sessions", { raw: sound })).status).toBe(201)
    })
  }

  test("what was sent is never told back", async () => {
    const secret = "tok_4242424242424242"
    const { body } = await one.complete("chk_x", {
      payment_data: { handler_id: 4, instrument: secret, token: [secret] }
    })
    expect(JSON.stringify(body)).not.toContain(secret)
  })
})
