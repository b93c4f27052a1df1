import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Payment } from "../../src/services/Payment.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { type Agent, agent } from "./agent.ts"
import { address, amountOf, buyer, errorsOf, payment, ready, readyRequest } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let one: Agent

beforeAll(async () => {
  world = await makeWorld()
  one = agent(world)
}, 60_000)
afterAll(() => world.dispose())

describe("a purchase", () => {
  test("from the smallest request to an order, one thing said at a time", async () => {
    const created = await one.create({ line_items: [{ id: "lst_mug" }], currency: "usd", capabilities: {} })
    expect(created.status).toBe(201)
    const { id } = created.body
    expect(created.body.status).toBe("not_ready_for_payment")
    expect(errorsOf(created)).toEqual([
      ["missing", "$.buyer.email"],
      ["missing", "$.selected_fulfillment_options"]
    ])
    expect(created.body.line_items[0]).toMatchObject({ item: { id: "lst_mug" }, quantity: 1, unit_amount: 2000 })
    expect(created.body.fulfillment_options.map((option: any) => option.id)).toEqual([
      "shp_kiln:standard",
      "shp_kiln:expedited",
      "shp_kiln:pickup"
    ])

    const shipped = await one.update(id, { fulfillment_details: { name: "Ada Byron", address } })
    expect(shipped.body.selected_fulfillment_options).toEqual([
      { type: "shipping", option_id: "shp_kiln:standard", item_ids: [created.body.line_items[0].id] }
    ])
    expect(errorsOf(shipped)).toEqual([["missing", "$.buyer.email"]])
    expect(amountOf(shipped, "total")).toBe(2000 + 500 + 200)

    const mailed = await one.update(id, { buyer })
    expect(mailed.body.status).toBe("ready_for_payment")
    expect(mailed.body.messages).toEqual([])
    expect(mailed.body.buyer).toEqual({ email: "ada@example.com", full_name: "Ada Byron" })

    const faster = await one.update(id, {
      selected_fulfillment_options: [
        { type: "shipping", option_id: "shp_kiln:expedited", item_ids: [mailed.body.line_items[0].id] }
      ]
    })
    expect(amountOf(faster, "fulfillment")).toBe(1000)

    const two = await one.update(id, { line_items: [{ id: "lst_mug", quantity: 2 }] })
    expect(two.body.line_items[0]).toMatchObject({ id: mailed.body.line_items[0].id, quantity: 2 })
    expect((await one.get(id)).body).toEqual(two.body)

    const paid = await one.complete(id, payment())
    expect(paid.status).toBe(200)
    expect(paid.body.status).toBe("completed")
    const { order } = paid.body
    expect(order.checkout_session_id).toBe(id)
    expect(order.permalink_url).toBe(`http://localhost:3001/orders/${order.id}`)
    expect(order.totals).toEqual(two.body.totals)
    expect(order.fulfillments).toHaveLength(1)
    expect((await one.get(id)).body).toEqual(paid.body)
    expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toMatchObject([
      { amount: amountOf(two, "total"), currency: "usd", token: "spt_test_ok" }
    ])
    expect(await world.sql("SELECT id, owner, channel FROM orders WHERE checkout_id = $1", id)).toEqual([
      { id: order.id, owner: "agent:key_one", channel: "acp" }
    ])
  })

  test("of two shops in one session becomes one order for the agent and one for each shop", async () => {
    const created = await one.create({
      ...readyRequest(),
      line_items: [{ id: "lst_mug", quantity: 2 }, { id: "lst_scarf" }, { id: "lst_bowl:Glaze: sky" }]
    })
    const { id, line_items: lines } = created.body
    expect(created.body.status).toBe("ready_for_payment")
    expect(created.body.fulfillment_options.map(({ id, title }: any) => [id, title])).toEqual([
      ["shp_kiln:standard", "Standard shipping, Clay & Kiln"],
      ["shp_kiln:expedited", "Expedited shipping, Clay & Kiln"],
      ["shp_kiln:pickup", "Pickup, Clay & Kiln"],
      ["shp_loom:standard", "Standard shipping, Loom & Co"],
      ["shp_loom:expedited", "Expedited shipping, Loom & Co"]
    ])
    expect(lines.map((line: any) => line.marketplace_seller_details.name)).toEqual([
      "Clay & Kiln",
      "Loom & Co",
      "Clay & Kiln"
    ])
    const chosen = await one.update(id, {
      selected_fulfillment_options: [
        { type: "pickup", option_id: "shp_kiln:pickup", item_ids: ["lst_mug", "lst_bowl:Glaze: sky"] },
        { type: "shipping", shipping: { option_id: "shp_loom:expedited", item_ids: [lines[1].id] } }
      ]
    })
    expect(chosen.body.selected_fulfillment_options).toEqual([
      { type: "pickup", option_id: "shp_kiln:pickup", item_ids: [lines[0].id, lines[2].id] },
      { type: "shipping", option_id: "shp_loom:expedited", item_ids: [lines[1].id] }
    ])
    expect(amountOf(chosen, "fulfillment")).toBe(1000)

    const { order } = (await one.complete(id, payment())).body
    const rows = await world.sql("SELECT id, shop_id, total FROM orders WHERE checkout_id = $1 ORDER BY number", id)
    expect(rows.map((row) => row.shop_id)).toEqual(["shp_kiln", "shp_loom"])
    expect(order.id).toBe(rows[0].id)
    expect(order.line_items).toHaveLength(3)
    expect(order.fulfillments.map(({ description, id, type }: any) => [id, type, description])).toEqual([
      [rows[0].id, "pickup", "Clay & Kiln"],
      [rows[1].id, "shipping", "Loom & Co"]
    ])
    expect(rows[0].total + rows[1].total).toBe(amountOf({ body: order }, "total"))
  })
})

describe("a payment that does not simply settle", () => {
  test("declined: the session is open with the reason, and another token pays", async () => {
    for (const token of ["spt_test_declined", "spt_test_insufficient", "spt_test_expired", "vt_unknown"]) {
      const id = await ready(one)
      const declined = await one.complete(id, payment(token))
      expect(declined.status).toBe(200)
      expect(declined.body.status).toBe("ready_for_payment")
      expect(declined.body.order).toBeUndefined()
      expect(errorsOf(declined)).toEqual([["payment_declined", "$.payment_data"]])
      expect((await one.get(id)).body.messages).toEqual([])
      expect((await one.complete(id, payment())).body.status).toBe("completed")
    }
  })

  test("3-D Secure: metadata while it is asked for, 400 without its result, then an order", async () => {
    const id = await ready(one)
    const asked = await one.complete(id, payment("spt_test_3ds"))
    expect(asked.body.status).toBe("authentication_required")
    expect(asked.body.authentication_metadata.acquirer_details.acquirer_merchant_id).toBe("craftlocal")
    expect(asked.body.order).toBeUndefined()
    expect((await one.get(id)).body).toEqual(asked.body)

    const without = await one.complete(id, payment("spt_test_3ds"))
    expect([without.status, without.body.code, without.body.param]).toEqual([
      400,
      "requires_3ds",
      "$.authentication_result"
    ])
    expect((await one.update(id, { buyer })).body.code).toBe("authentication_required")

    const outcome_details = {
      three_ds_cryptogram: "ABCDEFGHIJKLMNOPQRSTUVWX==",
      electronic_commerce_indicator: "05",
      transaction_id: "ds_1",
      version: "2.2.0"
    }
    const authentication_result = { outcome: "authenticated", outcome_details }
    const paid = await one.complete(id, payment("spt_test_3ds", { authentication_result }))
    expect(paid.body.status).toBe("completed")
    expect(paid.body.authentication_metadata).toBeUndefined()
  })

  test("3-D Secure that fails is a decline, also with partial details", async () => {
    const id = await ready(one)
    await one.complete(id, payment("spt_test_3ds"))
    const authentication_result = { outcome: "denied", outcome_details: { transaction_id: "ds_2" } }
    const denied = await one.complete(id, payment("spt_test_3ds", { authentication_result }))
    expect(denied.body.status).toBe("ready_for_payment")
    expect(errorsOf(denied)).toEqual([["payment_declined", "$.payment_data"]])
  })

  test("no answer in time: in progress, and nobody else can move it meanwhile", async () => {
    const id = await ready(one)
    const waiting = await one.complete(id, payment("spt_test_timeout"))
    expect(waiting.status).toBe(200)
    expect(waiting.body.status).toBe("complete_in_progress")
    expect(waiting.body.order).toBeUndefined()
    expect((await one.complete(id, payment())).body.status).toBe("complete_in_progress")
    expect((await one.update(id, { buyer })).body.code).toBe("payment_in_progress")
    const canceled = await one.cancel(id)
    expect([canceled.status, canceled.body.code]).toEqual([409, "payment_in_progress"])
    await world.run(
      Effect.gen(function* () {
        const session = yield* (yield* Checkouts).find(id)
        yield* (yield* Payment).reconcile(session!)
      })
    )
    const { body } = await one.get(id)
    expect([body.status, body.order.checkout_session_id]).toEqual(["completed", id])
    expect(await world.sql("SELECT id FROM orders WHERE checkout_id = $1", id)).toHaveLength(1)
    expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toHaveLength(1)
  })

  test("a provider that is down: 503, not kept, and the same key pays later", async () => {
    const id = await ready(one)
    const down = await one.complete(id, payment("spt_test_down"), { key: "down" })
    expect([down.status, down.body.type, down.headers.get("retry-after")]).toEqual([503, "service_unavailable", "5"])
    expect((await one.complete(id, payment(), { key: "down" })).body.status).toBe("completed")
  })
})

describe("what the session tells", () => {
  test("interventions are those that both sides know, in every answer", async () => {
    const supported = async (interventions: unknown) => {
      const { body } = await one.create(readyRequest("lst_mug", { capabilities: { interventions } }))
      const later = (await one.update(body.id, { order_notes: "Ring twice" })).body
      expect(later.capabilities).toEqual(body.capabilities)
      return body.capabilities.interventions.supported
    }
    expect(await supported({ supported: ["biometric", "3ds", "telepathy"] })).toEqual(["3ds"])
    expect(await supported({ supported: ["biometric"] })).toEqual([])
    expect(await supported(undefined)).toEqual([])
  })

  test("one payment handler without secrets, and the discount extension", async () => {
    const { body } = await one.create(readyRequest())
    const [handler, ...others] = body.capabilities.payment.handlers
    expect(others).toEqual([])
    expect(handler).toMatchObject({ name: "dev.acp.tokenized.card", psp: "test" })
    expect(Object.keys(handler.config).sort()).toEqual([
      "3ds_versions",
      "accepted_brands",
      "accepted_funding_types",
      "environment",
      "merchant_id",
      "psp",
      "supports_3ds"
    ])
    expect(body.capabilities.extensions[0].name).toBe("discount")
    expect(body.links.map(({ type, url }: any) => [type, url])).toEqual([
      ["terms_of_use", "http://localhost:3001/terms"],
      ["privacy_policy", "http://localhost:3001/privacy"],
      ["support", "http://localhost:3001/support"]
    ])
    expect(body.continue_url).toBe(`http://localhost:3001/checkout/${body.id}`)
  })

  test("what is sold out or too few is told in the session, and lowering the quantity heals it", async () => {
    const none = await one.create(readyRequest("lst_sold_out"))
    expect([none.status, none.body.status]).toEqual([201, "not_ready_for_payment"])
    expect(errorsOf(none)).toEqual([["out_of_stock", "$.line_items[0]"]])
    expect(none.body.line_items[0]).toMatchObject({ availability_status: "out_of_stock", available_quantity: 0 })

    const gold = await one.create(readyRequest("lst_bowl:gold"))
    expect(gold.body.line_items[0].item.id).toBe("lst_bowl:Gold")
    expect(errorsOf(gold)).toEqual([["out_of_stock", "$.line_items[0]"]])

    const three = await one.create(readyRequest("lst_two_left", { line_items: [{ id: "lst_two_left", quantity: 3 }] }))
    expect(three.body.messages[0].content).toBe("Only 2 of two left left. Lower the quantity.")
    const refused = await one.complete(three.body.id, payment())
    expect([refused.status, errorsOf(refused)]).toEqual([200, [["out_of_stock", "$.line_items[0]"]]])
    const two = await one.update(three.body.id, { line_items: [{ id: "lst_two_left", quantity: 2 }] })
    expect(two.body.status).toBe("ready_for_payment")
  })

  test("the last piece goes to who pays first; the other session says so", async () => {
    const first = await ready(one, "lst_last_one")
    const second = await ready(one, "lst_last_one")
    expect((await one.complete(first, payment())).body.status).toBe("completed")
    const late = await one.complete(second, payment())
    expect([late.status, late.body.status]).toEqual([200, "not_ready_for_payment"])
    expect(errorsOf(late)).toEqual([["out_of_stock", "$.line_items[0]"]])
    expect(world.charges.filter(({ checkoutId }) => checkoutId === second)).toEqual([])
  })

  test("a total that grew since it was shown is not charged but shown; a new key pays it", async () => {
    const id = await ready(one, "lst_dear")
    await world.sql("UPDATE listings SET price = 2500 WHERE id = 'lst_dear'")
    const changed = await one.complete(id, payment())
    expect([changed.status, changed.body.status]).toEqual([200, "ready_for_payment"])
    expect(errorsOf(changed)).toEqual([["conflict", "$.totals"]])
    expect(changed.body.messages[0].resolution).toBe("requires_buyer_review")
    expect(amountOf(changed, "items_base_amount")).toBe(2500)
    expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toEqual([])
    expect((await one.complete(id, payment())).body.status).toBe("completed")
    expect(world.charges.filter(({ checkoutId }) => checkoutId === id)[0]?.amount).toBe(amountOf(changed, "total"))
  })

  test("a price the agent did not expect is a warning", async () => {
    const { body } = await one.create(readyRequest("x", { line_items: [{ id: "lst_mug", unit_amount: 1500 }] }))
    expect(body.status).toBe("ready_for_payment")
    expect(body.messages).toMatchObject([
      { type: "warning", code: "price_change", content: "mug costs $20.00, not $15.00." }
    ])
  })

  test("what went off sale is told in the session until it is removed", async () => {
    const { body } = await one.create({ ...readyRequest(), line_items: [{ id: "lst_mug" }, { id: "lst_leaving" }] })
    await world.sql("UPDATE listings SET status = 'deleted' WHERE id = 'lst_leaving'")
    const updated = await one.update(body.id, { buyer })
    expect([updated.status, updated.body.status]).toEqual([200, "not_ready_for_payment"])
    expect(errorsOf(updated)).toEqual([["not_found", "$.line_items[1]"]])
    const paid = await one.complete(body.id, payment())
    expect([paid.status, errorsOf(paid)]).toEqual([200, [["not_found", "$.line_items[1]"]]])
    expect((await one.update(body.id, { line_items: [{ id: "lst_mug" }] })).body.status).toBe("ready_for_payment")
  })

  test("what is missing blocks a payment with 200 and no charge", async () => {
    const { body } = await one.create({ line_items: [{ id: "lst_mug" }], currency: "usd", capabilities: {} })
    const refused = await one.complete(body.id, payment("spt_test_ok", { buyer }))
    expect(refused.status).toBe(200)
    expect(refused.body.status).toBe("not_ready_for_payment")
    expect(refused.body.buyer.email).toBe("ada@example.com")
    expect(errorsOf(refused)).toEqual([["missing", "$.selected_fulfillment_options"]])
    expect(world.charges.filter(({ checkoutId }) => checkoutId === body.id)).toEqual([])
  })

  test("pickup needs no address, and is taxed where the shop is", async () => {
    const { body } = await one.create(readyRequest("lst_pot", { fulfillment_details: undefined }))
    expect(body.status).toBe("ready_for_payment")
    expect(body.fulfillment_options[0]).toMatchObject({ type: "pickup", location: { name: "Clay & Kiln" } })
    expect(amountOf({ body }, "tax")).toBe(500)
  })

  test("an address nobody delivers to is told and does not leave the old one in its place", async () => {
    const cases = [
      [{ country: "DE", state: "" }, "region_restricted", "$.fulfillment_details.address.country"],
      [{ country: "USA" }, "region_restricted", "$.fulfillment_details.address.country"],
      [{ state: "Bavaria" }, "invalid", "$.fulfillment_details.address.state"],
      [{ state: undefined }, "missing", "$.fulfillment_details.address.state"],
      [{ postal_code: "SW1A 1AA" }, "invalid", "$.fulfillment_details.address.postal_code"]
    ] as const
    for (const [over, code, param] of cases) {
      const id = await ready(one)
      const moved = await one.update(id, { fulfillment_details: { address: { ...address, ...over } } })
      expect([moved.status, moved.body.status]).toEqual([200, "not_ready_for_payment"])
      expect(errorsOf(moved)).toEqual([[code, param]])
      expect(moved.body.fulfillment_details.address).toBeUndefined()
      expect(errorsOf(await one.get(id))).toEqual([["missing", "$.fulfillment_details.address"]])
    }
  })
})

describe("what a request may leave out, null and replace", () => {
  test("null clears", async () => {
    const id = await ready(one, "lst_mug", { discounts: { codes: ["WELCOME10"] } })
    expect((await one.update(id, { buyer: null })).body.buyer).toBeUndefined()
    expect((await one.update(id, { discounts: null })).body.discounts.applied).toEqual([])
    const bare = await one.update(id, { fulfillment_details: null, selected_fulfillment_options: null })
    expect(bare.body.selected_fulfillment_options).toEqual([])
    expect(bare.body.fulfillment_details).toBeUndefined()
  })

  test("whom the parcel goes to counts as the buyer where the request names none", async () => {
    const { body } = await one.create(
      readyRequest("lst_mug", {
        buyer: undefined,
        fulfillment_details: { name: "Ben Ode", email: "ben@example.com", phone_number: "15551234567", address }
      })
    )
    const known = { email: "ben@example.com", full_name: "Ben Ode", phone_number: "15551234567" }
    expect([body.status, body.buyer]).toEqual(["ready_for_payment", known])
    const named = await one.update(body.id, {
      buyer,
      fulfillment_details: { name: "Ben Ode", email: "ben@example.com" }
    })
    expect(named.body.buyer).toMatchObject({ email: "ada@example.com", full_name: "Ada Byron" })
  })

  test("lines and codes take the place of all before; the rest stays", async () => {
    const id = await ready(one, "lst_mug", { discounts: { codes: ["WELCOME10"] } })
    const replaced = await one.update(id, { line_items: [{ id: "lst_plate", quantity: 3 }] })
    expect(replaced.body.line_items.map((line: any) => [line.item.id, line.quantity])).toEqual([["lst_plate", 3]])
    expect(replaced.body.discounts.codes).toEqual(["WELCOME10"])
    expect((await one.update(id, { discounts: { codes: ["FIVE"] } })).body.discounts.codes).toEqual(["FIVE"])
    expect((await one.update(id, { discounts: { codes: [] } })).body.discounts.codes).toEqual([])
    expect((await one.get(id)).body.status).toBe("ready_for_payment")
  })
})
