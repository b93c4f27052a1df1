import { Schema } from "effect"
import { afterAll, assert, beforeAll, beforeEach, describe, it } from "vitest"
import { SheetSession } from "../../schemas/acp/SheetSession.ts"
import { expectLegacySums } from "../acp/sums.ts"
import { address } from "../parity/doors.ts"
import { openWorld, type World } from "../world.ts"
import { call, connect, eras, post } from "./clients.ts"

type Json = { readonly [key: string]: any }

let world: World
let item: string
let varied: { readonly id: string; readonly name: string }

beforeAll(async () => {
  world = await openWorld()
  await world.sql((sql) => sql`UPDATE listings SET stock = 500 WHERE status = 'active'`)
  const [plain] = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
  )
  item = plain!.id
  const [choice] = await world.sql(
    (sql) => sql<{
      id: string
      name: string
    }>`SELECT l.id, v.name FROM listings l JOIN variants v ON v.listing_id = l.id
      WHERE l.status = 'active' AND v.stock > 3 ORDER BY l.id, v.name LIMIT 1`
  )
  varied = choice!
})
afterAll(() => world.dispose())

const isSheet = Schema.decodeUnknownSync(SheetSession, { onExcessProperty: "error" })

const use = async (name: string, args: Json): Promise<Json> => (await post(world, call(name, args))).body.result
const refusedBy = async (name: string, args: Json) => {
  const { content, isError, structuredContent } = await use(name, args)
  assert.isTrue(isError)
  assert.isUndefined(structuredContent)
  return JSON.parse(content[0].text).error
}
/** A session in the shape of the sheet, held against our own words and added up. */
const sheetIn = (session: Json): Json => {
  isSheet(session)
  expectLegacySums(session)
  return session
}

const opened = async () => (await use("create_checkout", { listing_id: item })).structuredContent.checkout_session.id
const readied = async (): Promise<Json> => {
  const session_id = await opened()
  const to = { session_id, email: "ann@example.com", shipping_address: address, shipping_method: "standard" }
  return use("update_checkout", to)
}
const paying = (id: string, token = "spt_test_sheet", more: Json = {}) => ({
  checkout_session_id: id,
  buyer: { name: "Ann Lee", email: "ann@example.com", phone_number: "15551234567" },
  payment_data: { token, provider: "stripe", billing_address: { name: "Ann Lee", postal_code: "60601" } },
  ...more
})
const totalOf = ({ totals }: Json) => totals.find(({ type }: Json) => type === "total").amount
const chargesOf = (id: string) =>
  world.sql(
    (sql) => sql<{ amount: number }>`SELECT amount FROM attempts WHERE checkout_id = ${id} AND status = 'settled'`
  )

describe("what a widget is given for the payment sheet", () => {
  it("comes with a checkout that can be paid, beside what the model reads", async () => {
    const { checkout_session } = (await use("create_checkout", { listing_id: item })).structuredContent
    assert.isUndefined((await use("get_checkout", { session_id: checkout_session.id }))._meta.payment_sheet)
    const ready = await readied()
    const sheet = sheetIn(ready._meta.payment_sheet)
    assert.notInclude(JSON.stringify([ready.structuredContent, ready.content]), "payment_provider")
    const session = ready.structuredContent.checkout_session
    assert.strictEqual(sheet.id, session.id)
    assert.strictEqual(totalOf(sheet), Math.round(session.total * 100))
    assert.deepStrictEqual(
      [sheet.status, sheet.currency, sheet.payment_mode, sheet.fulfillment_option_id],
      ["ready_for_payment", "USD", "test", "standard"]
    )
    assert.deepStrictEqual(sheet.payment_provider, {
      provider: "stripe",
      merchant_id: "craftlocal",
      supported_payment_methods: [{ type: "card", allowed_card_brands: ["visa", "mastercard", "amex", "discover"] }]
    })
    assert.deepStrictEqual(sheet.metadata, { checkout_session_id: session.id })
    assert.deepStrictEqual(
      sheet.links.map(({ type }: Json) => type),
      ["terms_of_use", "privacy_policy", "support_url"]
    )
    assert.strictEqual(sheet.fulfillment_address.postal_code, "60601")
    assert.strictEqual(sheet.line_items[0].name, session.lines[0].title)
    assert.deepStrictEqual((await use("get_checkout", { session_id: session.id }))._meta.payment_sheet, sheet)
  })

  it("is no longer there once it is paid or canceled", async () => {
    const session_id = (await readied()).structuredContent.checkout_session.id
    await use("cancel_checkout", { session_id })
    assert.isUndefined((await use("get_checkout", { session_id }))._meta.payment_sheet)
  })
})

describe("complete_checkout, as the payment sheet calls it", () => {
  let id: string
  let shown: Json
  beforeEach(async () => {
    shown = (await readied())._meta.payment_sheet
    id = shown.id
  })

  it("charges what the sheet showed, and answers the order in the sheet's own shape", async () => {
    const { isError, structuredContent } = await use("complete_checkout", paying(id))
    assert.isUndefined(isError)
    const done = sheetIn(structuredContent)
    assert.deepStrictEqual([done.id, done.status], [id, "completed"])
    assert.deepStrictEqual(done.totals, shown.totals)
    assert.strictEqual(done.order.checkout_session_id, id)
    assert.match(done.order.permalink_url, /^http:\/\/localhost:3001\/orders\/ord_/)
    assert.strictEqual(done.fulfillment_address.phone_number, "15551234567")
    assert.deepStrictEqual(await chargesOf(id), [{ amount: totalOf(shown) }])
  })

  it("is the same order when it is called again, whatever the token, and charges once", async () => {
    const first = await use("complete_checkout", paying(id))
    const again = await use("complete_checkout", paying(id))
    const other = await use("complete_checkout", paying(id, "spt_test_declined"))
    assert.deepStrictEqual([again.structuredContent, other.structuredContent].map(sheetIn), [
      first.structuredContent,
      first.structuredContent
    ])
    assert.lengthOf(await chargesOf(id), 1)
  })

  it("takes a first and a last name, and nothing of a buyer at all", async () => {
    const named = paying(id, undefined, { buyer: { first_name: "Ben", last_name: "Ode", email: "ben@example.com" } })
    assert.strictEqual((await use("complete_checkout", named)).structuredContent.status, "completed")
    const rows = await world.sql(
      (sql) => sql<{ name: string }>`SELECT data->'contents'->'buyer'->>'name' AS name
      FROM checkouts WHERE id = ${id}`
    )
    assert.deepStrictEqual(rows, [{ name: "Ben Ode" }])
    const { id: other } = (await readied())._meta.payment_sheet
    const { buyer: _, ...bare } = paying(other)
    assert.strictEqual((await use("complete_checkout", bare)).structuredContent.status, "completed")
  })

  it("tells a decline in the session, which can still be paid", async () => {
    const { isError, structuredContent } = await use("complete_checkout", paying(id, "spt_test_declined"))
    assert.isUndefined(isError)
    const declined = sheetIn(structuredContent)
    assert.strictEqual(declined.status, "ready_for_payment")
    assert.isUndefined(declined.order)
    assert.deepStrictEqual(
      declined.messages.map(({ code, type }: Json) => [type, code]),
      [["error", "payment_declined"]]
    )
    assert.strictEqual((await use("complete_checkout", paying(id))).structuredContent.status, "completed")
  })

  it("tells that the bank asks, as often as it is asked", async () => {
    for (const token of ["spt_test_3ds", "spt_test_3ds", "spt_test_sheet"]) {
      const { structuredContent } = await use("complete_checkout", paying(id, token))
      const asked = sheetIn(structuredContent)
      assert.strictEqual(asked.status, "in_progress")
      assert.deepStrictEqual(
        asked.messages.map(({ code }: Json) => code),
        ["requires_3ds"]
      )
    }
    assert.lengthOf(await chargesOf(id), 0)
  })

  it("charges nothing that was not shown", async () => {
    await world.sql((sql) => sql`UPDATE listings SET price = price + 100 WHERE id = ${item}`)
    assert.strictEqual((await refusedBy("complete_checkout", paying(id))).code, "CONFLICT")
    assert.lengthOf(await chargesOf(id), 0)
    const { structuredContent } = await use("complete_checkout", paying(id))
    const added = totalOf(structuredContent) - totalOf(shown)
    assert.isAtLeast(added, 100)
    assert.deepStrictEqual(await chargesOf(id), [{ amount: totalOf(shown) + added }])
  })

  it("refuses in our own way what the sheet has no words for", async () => {
    const unready = await opened()
    assert.strictEqual(
      (await refusedBy("complete_checkout", paying(unready, undefined, { buyer: {} }))).code,
      "VALIDATION_ERROR"
    )
    assert.strictEqual((await refusedBy("complete_checkout", paying("chk_nobody"))).code, "NOT_FOUND")
    await world.sql((sql) => sql`UPDATE listings SET stock = 0, status = 'sold' WHERE id = ${item}`)
    assert.strictEqual((await refusedBy("complete_checkout", paying(id))).code, "OUT_OF_STOCK")
    await world.sql((sql) => sql`UPDATE listings SET stock = 500, status = 'active' WHERE id = ${item}`)
  })

  it("names what is missing when neither shape is whole", async () => {
    for (const [args, paths] of [
      [{}, ["session_id", "payment_token"]],
      [{ session_id: id }, ["payment_token"]],
      [{ payment_token: "spt_test_x" }, ["session_id"]],
      [{ checkout_session_id: id }, ["payment_data"]],
      [{ checkout_session_id: id, payment_token: "spt_test_x" }, ["payment_data"]],
      [{ session_id: id, payment_data: { token: "spt_test_x" } }, ["payment_token"]],
      [{ checkout_session_id: id, payment_data: { provider: "stripe" } }, ["payment_data.token"]],
      [{ checkout_session_id: id, payment_data: { token: "" } }, ["payment_data.token"]]
    ] as const) {
      const { code, details } = await refusedBy("complete_checkout", args)
      assert.deepStrictEqual([code, details.issues.map(({ path }: Json) => path)], ["VALIDATION_ERROR", paths])
    }
    assert.lengthOf(await chargesOf(id), 0)
  })

  it("leaves our own shape as it was", async () => {
    const own = { session_id: id, shipping_method: "standard", payment_token: "spt_test_own" }
    const { structuredContent } = await use("complete_checkout", own)
    assert.match(structuredContent.order.confirmation_number, /^CL-/)
    assert.strictEqual(structuredContent.checkout_session.status, "completed")
  })
})

describe("checkout_session", () => {
  const wanted = (items: ReadonlyArray<Json>) => ({ checkout_session: { items, source: "feed" } })

  it("names the address that ChatGPT knows, and may be called by its widget", async () => {
    const { tools } = (await post(world, { method: "tools/list" })).body.result
    const { _meta } = tools.find(({ name }: Json) => name === "checkout_session")
    assert.strictEqual(_meta.ui.resourceUri, "ui://widget/checkout-session.html")
    assert.strictEqual(_meta["openai/outputTemplate"], "ui://widget/checkout-session.html")
    assert.strictEqual(_meta["openai/widgetAccessible"], true)
    const reading = { method: "resources/read", params: { uri: "ui://widget/checkout-session.html" } }
    const [page] = (await post(world, reading)).body.result.contents
    assert.include(page.text, "<title>checkout_session</title>")
    assert.deepStrictEqual(page._meta["openai/widgetCSP"].redirect_domains, ["http://localhost:3001"])
  })

  it("opens one checkout of all items, variants too, and ignores what else is said of them", async () => {
    const said = {
      offerId: "offer_1",
      name: "A mug",
      description: "Blue",
      images: ["https://x.test/1.jpg"],
      url: "x",
      price: 1
    }
    const items = [
      { id: item, quantity: 2, ...said },
      { id: `${varied.id}:${varied.name}`, ...said }
    ]
    const sheet = sheetIn((await use("checkout_session", wanted(items))).structuredContent)
    assert.match(sheet.id, /^chk_/)
    assert.deepStrictEqual(
      sheet.line_items.map(({ item }: Json) => item),
      [
        { id: item, quantity: 2 },
        { id: `${varied.id}:${varied.name}`, quantity: 1 }
      ]
    )
    assert.notStrictEqual(totalOf(sheet), 1)
    assert.strictEqual(sheet.status, "not_ready_for_payment")
    assert.strictEqual(sheet.continue_url, `http://localhost:3001/checkout/${sheet.id}`)
    const same = await use("get_checkout", { session_id: sheet.id })
    assert.strictEqual(same.structuredContent.checkout_session.lines.length, 2)
  })

  it("refuses what cannot be bought", async () => {
    for (const [items, code] of [
      [[], "VALIDATION_ERROR"],
      [[{ quantity: 1 }], "VALIDATION_ERROR"],
      [[{ id: item, quantity: 0 }], "VALIDATION_ERROR"],
      [[{ id: item, quantity: 100 }], "VALIDATION_ERROR"],
      [[{ id: "lst_nothing", quantity: 1 }], "NOT_FOUND"],
      [[{ id: `${item}:Pink`, quantity: 1 }], "VALIDATION_ERROR"]
    ] as const) {
      assert.strictEqual((await refusedBy("checkout_session", wanted(items))).code, code)
    }
    assert.strictEqual((await refusedBy("checkout_session", {})).code, "VALIDATION_ERROR")
  })

  for (const era of eras) {
    it(`answers the official client, which judges it and both answers to a payment by their schema (${era})`, async () => {
      const client = await connect(world, era)
      await client.listTools()
      const use = async (name: string, args: Json) => {
        const { isError, structuredContent } = await client.callTool({ name, arguments: args })
        assert.isNotTrue(isError)
        return structuredContent as Json
      }
      const sheet = await use("checkout_session", wanted([{ id: item, quantity: 1 }]))
      await use("update_checkout", {
        session_id: sheet.id,
        email: "ann@example.com",
        shipping_address: address,
        shipping_method: "standard"
      })
      const done = sheetIn(await use("complete_checkout", paying(sheet.id)))
      const own = await use("complete_checkout", { session_id: sheet.id, payment_token: "spt_test_again" })
      assert.strictEqual(own.order.id, done.order.id)
    })
  }
})
