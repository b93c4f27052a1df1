import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Payment } from "../../src/services/Payment.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { type Speaker, speakers, versions } from "./dialects.ts"
import { address, amountOf, errorsOf } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let all: ReadonlyArray<Speaker>

beforeAll(async () => {
  world = await makeWorld()
  all = speakers(world)
}, 60_000)
afterAll(() => world.dispose())

describe.each(versions)("a life of a checkout, as %s tells it", (version) => {
  let one: Speaker
  beforeAll(() => {
    one = all.find((each) => each.version === version)!
  })

  test("create, change, choose, pay, read, and the same request again", async () => {
    const created = await one.create({ lst_mug: 1 })
    expect([created.status, created.body.status]).toEqual([201, "ready_for_payment"])
    const { id } = created.body
    const moved = await one.agent.update(id, one.at({ ...address, line_one: "2 Main St" }))
    expect(JSON.stringify(moved.body)).toContain("2 Main St")
    const faster = await one.agent.update(id, one.choose(moved, /^Expedited/))
    expect(amountOf(faster, "fulfillment")).toBe(1000)
    const paid = await one.agent.complete(id, one.pay(), { key: `pay ${version}` })
    expect([paid.status, paid.body.status]).toEqual([200, "completed"])
    expect(paid.body.order).toMatchObject({
      checkout_session_id: id,
      permalink_url: `http://localhost:3001/orders/${paid.body.order.id}`
    })
    expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toMatchObject([
      { amount: amountOf(faster, "total") }
    ])
    const again = await one.agent.complete(id, one.pay(), { key: `pay ${version}` })
    expect([again.body, again.headers.get("idempotent-replayed")]).toEqual([paid.body, "true"])
    expect((await one.agent.get(id)).body).toEqual(paid.body)
    const canceled = await one.agent.cancel(id)
    expect([canceled.status, canceled.body.code]).toEqual([405, "session_completed"])
  })

  test("canceled, and expired", async () => {
    const { id } = (await one.create({ lst_mug: 1 })).body
    expect((await one.agent.cancel(id)).body.status).toBe("canceled")
    expect((await one.agent.cancel(id)).status).toBe(405)
    const late = (await one.create({ lst_mug: 1 })).body
    await world.sql("UPDATE checkouts SET expires_at = now() - interval '1 minute' WHERE id = $1", late.id)
    const expired = await one.agent.get(late.id)
    expect(expired.body.status).toBe(one.status("expired"))
    expect(errorsOf(expired)).toEqual([[one.word("expired"), undefined]])
    expect((await one.agent.update(late.id, {})).body.code).toBe("session_expired")
  })

  test("declined, and another token pays", async () => {
    const { id } = (await one.create({ lst_mug: 1 })).body
    const declined = await one.agent.complete(id, one.pay("spt_test_declined"))
    expect([declined.status, declined.body.status]).toEqual([200, "ready_for_payment"])
    expect(errorsOf(declined)).toEqual([["payment_declined", "$.payment_data"]])
    expect((await one.agent.complete(id, one.pay())).body.status).toBe("completed")
  })

  test("3-D Secure: asked for, refused without its result, then paid", async () => {
    const { id } = (await one.create({ lst_mug: 1 })).body
    const asked = await one.agent.complete(id, one.pay("spt_test_3ds"))
    expect(asked.body.status).toBe(one.status("authentication_required"))
    expect(asked.body.order).toBeUndefined()
    const without = await one.agent.complete(id, one.pay("spt_test_3ds"))
    expect([without.status, without.body.code]).toEqual([400, "requires_3ds"])
    const authentication_result = { outcome: "authenticated", outcome_details: { transaction_id: "ds_1" } }
    const paid = await one.agent.complete(id, { ...one.pay("spt_test_3ds"), authentication_result })
    expect(paid.body.status).toBe("completed")
  })

  test("a payment nobody knows the end of, until it is known", async () => {
    const { id } = (await one.create({ lst_mug: 1 })).body
    const waiting = await one.agent.complete(id, one.pay("spt_test_timeout"))
    expect(waiting.body.status).toBe(one.status("complete_in_progress"))
    await world.run(
      Effect.gen(function* () {
        yield* (yield* Payment).reconcile((yield* (yield* Checkouts).find(id))!)
      })
    )
    expect((await one.agent.get(id)).body.status).toBe("completed")
  })

  test("discounts that count, and one that does not", async () => {
    const made = await one.create({ lst_mug: 1 }, { discounts: { codes: ["WELCOME10", "FREESHIP", "nope"] } })
    expect([amountOf(made, "items_discount"), amountOf(made, "discount")]).toEqual([200, 500])
    const said = made.body.messages.map(({ content, param }: any) => [content, param])
    expect(said).toEqual([["There is no such discount code.", "$.discounts.codes[2]"]])
    expect((await one.agent.complete(made.body.id, one.pay())).body.status).toBe("completed")
  })

  test("sold out, too few, and gone", async () => {
    const none = await one.create({ lst_sold_out: 1 })
    expect([none.status, none.body.status, errorsOf(none)]).toEqual([
      201,
      "not_ready_for_payment",
      [["out_of_stock", "$.line_items[0]"]]
    ])
    const unknown = await one.create({ lst_nowhere: 1 })
    const field = version.startsWith("2025") ? "items" : "line_items"
    expect([unknown.status, unknown.body.code, unknown.body.param]).toEqual([
      400,
      "invalid_item_id",
      `$.${field}[0].id`
    ])
    const made = await one.create({ lst_mug: 1, lst_leaving: 1 })
    await world.sql("UPDATE listings SET status = 'deleted' WHERE id = 'lst_leaving'")
    const gone = await one.agent.update(made.body.id, one.at(address))
    expect(errorsOf(gone)).toEqual([[one.word("not_found"), "$.line_items[1]"]])
    await world.sql("UPDATE listings SET status = 'active' WHERE id = 'lst_leaving'")
  })

  test("what pickup alone can bring", async () => {
    const made = await one.create({ lst_pot: 1 }, one.at(null))
    expect([made.body.status, amountOf(made, "tax")]).toEqual(["ready_for_payment", 500])
    expect(made.body.fulfillment_options.map(({ title }: any) => title)).toEqual(["Pickup"])
    expect((await one.agent.complete(made.body.id, one.pay())).body.status).toBe("completed")
  })

  test("nothing said yet: what is missing, in this version's fields", async () => {
    const made = await one.create({ lst_mug: 1 }, { buyer: undefined, ...one.at(undefined) })
    const choice = version.startsWith("2025") ? "$.fulfillment_option_id" : "$.selected_fulfillment_options"
    expect(errorsOf(made)).toEqual([
      ["missing", "$.buyer.email"],
      ["missing", choice]
    ])
    const chosen = await one.agent.update(made.body.id, one.choose(made, /^Standard/))
    expect(errorsOf(chosen)).toEqual([
      ["missing", "$.buyer.email"],
      ["missing", one.addressPath]
    ])
    const unpaid = await one.agent.complete(made.body.id, one.pay())
    expect([unpaid.status, unpaid.body.status]).toEqual([200, "not_ready_for_payment"])
  })

  test("an address that is none is told field by field, and the session lives on", async () => {
    const cases: ReadonlyArray<readonly [Record<string, unknown>, ReadonlyArray<readonly [string, string]>]> = [
      [{ state: "Bavaria" }, [["invalid", "state"]]],
      [
        { state: "XX", postal_code: "1" },
        [
          ["invalid", "state"],
          ["invalid", "postal_code"]
        ]
      ],
      [{ postal_code: "90210" }, [["invalid", "postal_code"]]],
      [{ country: "CA", state: "ON", postal_code: "K1A 0B1" }, [["region_restricted", "country"]]],
      [{ line_one: undefined }, [["missing", "line_one"]]],
      [
        { line_one: "", city: " ", state: undefined },
        [
          ["missing", "line_one"],
          ["missing", "city"],
          ["missing", "state"]
        ]
      ],
      [
        { postal_code: undefined, country: undefined },
        [
          ["missing", "postal_code"],
          ["missing", "country"]
        ]
      ]
    ]
    for (const [over, expected] of cases) {
      const { id } = (await one.create({ lst_mug: 1 })).body
      const moved = await one.agent.update(id, one.at({ ...address, ...over }))
      expect([moved.status, moved.body.status]).toEqual([200, "not_ready_for_payment"])
      expect(errorsOf(moved)).toEqual(expected.map(([code, field]) => [one.word(code), `${one.addressPath}.${field}`]))
      expect(errorsOf(await one.agent.get(id))).toEqual([["missing", one.addressPath]])
      const healed = await one.agent.update(id, one.at(address))
      expect([healed.body.status, healed.body.messages]).toEqual(["ready_for_payment", []])
    }
  })

  test("errors: no JSON, no lines, nobody's session, no right to ask", async () => {
    const broken = await one.agent.call("POST", "/checkout_sessions", { raw: "{" })
    const field = version.startsWith("2025") ? "$.items" : "$.line_items"
    const bare = await one.agent.create({ currency: "usd", capabilities: {} })
    const foreign = await one.agent.get("chk_AAAAAAAAAAAAAAAAAAAAAA")
    const stranger = await one.agent.get("chk_x", { headers: { authorization: "Bearer nobody" } })
    const faults = [broken, bare, foreign, stranger].map(({ body, status }) => [status, body.code, body.param])
    expect(faults).toEqual([
      [400, "invalid_json", undefined],
      [400, "missing_required_field", field],
      [404, "session_not_found", undefined],
      [401, "unauthorized", undefined]
    ])
  })

  test("a key that was used for another request", async () => {
    await one.create({ lst_mug: 1 })
    const key = `conflict ${version}`
    await one.agent.create({ items: [{ id: "lst_mug", quantity: 1 }], currency: "usd" }, { key })
    const other = await one.agent.create({ items: [{ id: "lst_mug", quantity: 2 }], currency: "usd" }, { key })
    expect([other.status, other.body.type, other.body.code]).toEqual(
      version.startsWith("2025")
        ? [409, "request_not_idempotent", "idempotency_conflict"]
        : [422, "invalid_request", "idempotency_conflict"]
    )
  })

  test("a key must be there in the current release only, and without one nobody pays twice", async () => {
    const headers = { "idempotency-key": undefined }
    const { id } = (await one.create({ lst_mug: 1 })).body
    const paid = await one.agent.complete(id, one.pay(), { headers })
    if (version === "2026-04-17") {
      expect([paid.status, paid.body.code]).toEqual([400, "idempotency_key_required"])
    } else {
      expect([paid.status, paid.body.status]).toEqual([200, "completed"])
      expect((await one.agent.complete(id, one.pay(), { headers })).status).toBe(409)
      expect(world.charges.filter(({ checkoutId }) => checkoutId === id)).toHaveLength(1)
    }
  })

  test("two shops that each send a parcel", async () => {
    const made = await one.create({ lst_mug: 1, lst_scarf: 1 })
    expect([made.body.status, amountOf(made, "fulfillment")]).toEqual(["ready_for_payment", 1000])
    const faster = await one.agent.update(made.body.id, one.choose(made, /^Expedited/))
    expect(amountOf(faster, "fulfillment")).toBe(2000)
    const paid = await one.agent.complete(made.body.id, one.pay())
    expect(paid.body.status).toBe("completed")
    const orders = await world.sql("SELECT id FROM orders WHERE checkout_id = $1", made.body.id)
    expect(orders).toHaveLength(2)
  })
})

describe("one session in the words of several versions", () => {
  test("what is chosen for each shop in one is a combination in another, and can be chosen there", async () => {
    const [april, , legacy] = all as [Speaker, Speaker, Speaker]
    const made = await april.create({ lst_mug: 1, lst_scarf: 1 })
    const { id } = made.body
    await april.agent.update(id, {
      selected_fulfillment_options: [{ option_id: "shp_kiln:pickup" }, { option_id: "shp_loom:expedited" }]
    })
    const told = await legacy.agent.get(id)
    expect(told.body.fulfillment_options.map(({ id, title, total }: any) => [id, title, total])).toEqual([
      ["standard", "Standard shipping, 2 parcels", 1000],
      ["expedited", "Expedited shipping, 2 parcels", 2000],
      ["shp_kiln:pickup+shp_loom:expedited", "Expedited shipping, 1 parcel; Pickup at 1 shop", 1000]
    ])
    expect(told.body.fulfillment_option_id).toBe("shp_kiln:pickup+shp_loom:expedited")
    await legacy.agent.update(id, { fulfillment_option_id: "standard" })
    const back = await legacy.agent.update(id, { fulfillment_option_id: "shp_kiln:pickup+shp_loom:expedited" })
    expect(back.body.fulfillment_option_id).toBe("shp_kiln:pickup+shp_loom:expedited")
    const chosen = (await april.agent.get(id)).body.selected_fulfillment_options
    expect(chosen.map(({ option_id }: any) => option_id)).toEqual(["shp_kiln:pickup", "shp_loom:expedited"])
  })

  test("shops without a method in common: the cheapest of each, and the fastest", async () => {
    const legacy = all[2]!
    const made = await legacy.create({ lst_pot: 1, lst_scarf: 1 })
    expect(made.body.fulfillment_options.map(({ id, title, total }: any) => [id, title, total])).toEqual([
      ["shp_kiln:pickup+shp_loom:standard", "Standard shipping, 1 parcel; Pickup at 1 shop", 500],
      ["shp_kiln:pickup+shp_loom:expedited", "Expedited shipping, 1 parcel; Pickup at 1 shop", 1000]
    ])
    const faster = await legacy.agent.update(made.body.id, legacy.choose(made, /^Expedited/))
    expect([faster.body.status, amountOf(faster, "fulfillment")]).toEqual(["ready_for_payment", 1000])
  })

  test("an option that nobody offers is refused with its place", async () => {
    const legacy = all[2]!
    const made = await legacy.create({ lst_mug: 1, lst_scarf: 1 })
    for (const id of ["pickup", "drone", "shp_kiln:drone", "shp_kiln:standard+x", "shp_nobody:standard"]) {
      const refused = await legacy.agent.update(made.body.id, { fulfillment_option_id: id })
      expect([id, refused.status, refused.body.code, refused.body.param]).toEqual([
        id,
        400,
        "invalid",
        "$.fulfillment_option_id"
      ])
    }
    const cleared = await legacy.agent.update(made.body.id, { fulfillment_option_id: null })
    expect(cleared.status).toBe(200)
  })

  test("every spelling is understood under every version", async () => {
    for (const { agent: each, version } of all) {
      const common = { currency: "usd", capabilities: {}, buyer: { name: "Ada Byron", email: "ada@example.com" } }
      const made = [
        await each.create({ ...common, items: [{ id: "lst_mug", quantity: 2 }], fulfillment_address: address }),
        await each.create({
          ...common,
          line_items: [{ item: { id: "lst_mug" }, quantity: 2 }],
          fulfillment_details: { address },
          fulfillment_option_id: "standard"
        }),
        await each.create({
          ...common,
          line_items: [{ id: "lst_mug", quantity: 2 }],
          buyer: { full_name: "Ada Byron", email: "ada@example.com" },
          fulfillment_address: { ...address, company: "Engines", phone_number: "1" },
          selected_fulfillment_options: [{ type: "shipping", shipping: { option_id: "shp_kiln:standard" } }]
        })
      ]
      expect([version, ...made.map((answer) => amountOf(answer, "total"))]).toEqual([
        version,
        ...Array(3).fill(amountOf(made[0]!, "total"))
      ])
      for (const { body } of made) {
        expect([body.status, JSON.stringify(body.buyer)]).toEqual([
          "ready_for_payment",
          expect.stringContaining("Byron")
        ])
      }
      const bare = await each.complete(made[0]!.body.id, { payment_data: { token: "spt_test_ok", provider: "stripe" } })
      expect(bare.body.status).toBe("completed")
    }
  })

  test("a legacy request needs no currency, and another currency is refused all the same", async () => {
    const { agent } = all[2]!
    expect((await agent.create({ items: [{ id: "lst_mug", quantity: 1 }] })).body.currency).toBe("usd")
    const euros = await agent.create({ items: [{ id: "lst_mug", quantity: 1 }], currency: "eur" })
    expect([euros.status, euros.body.code]).toEqual([400, "unsupported_currency"])
    for (const { agent } of all.slice(0, 2)) {
      const missing = await agent.create({ items: [{ id: "lst_mug", quantity: 1 }] })
      expect([missing.status, missing.body.param]).toEqual([400, "$.currency"])
    }
  })

  test("the first release tells names in two, whatever they were", async () => {
    const { agent } = all[2]!
    const named = async (buyer: unknown) =>
      (await agent.create({ items: [{ id: "lst_mug", quantity: 1 }], buyer })).body.buyer
    const email = "ada@example.com"
    expect(await named({ email, full_name: "Augusta Ada King" })).toEqual({
      email,
      first_name: "Augusta Ada",
      last_name: "King"
    })
    expect(await named({ email, first_name: "Plato" })).toEqual({ email, first_name: "Plato", last_name: "" })
    expect(await named({ email })).toEqual({ email, first_name: "", last_name: "" })
    expect(await named(undefined)).toBeUndefined()
  })
})
