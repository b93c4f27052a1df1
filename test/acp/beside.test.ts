import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Payment } from "../../src/services/Payment.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { type Agent, agent } from "./agent.ts"
import { payment, ready, readyRequest } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let one: Agent

beforeAll(async () => {
  world = await makeWorld()
  one = agent(world)
}, 60_000)
afterAll(() => world.dispose())

/** What was kept of a session, by its kind. */
const notes = async (id: string) => {
  const rows = await world.sql("SELECT kind, data FROM acp_notes WHERE checkout_id = $1", id)
  return Object.fromEntries(rows.map(({ data, kind }) => [kind, data]))
}

/** Everything of the database, as text. */
const everything = async () => {
  const tables = await world.sql("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")
  const rows = await Promise.all(tables.map(({ name }) => world.sql(`SELECT to_jsonb(t) AS row FROM ${name} t`)))
  return JSON.stringify(rows)
}

const attribution = {
  provider: "impact.com",
  token: "atp_very_secret",
  publisher_id: "pub_123",
  campaign_id: "summer",
  source: { type: "url", url: "https://example.com/review" },
  issued_at: "2026-02-11T10:00:00Z",
  metadata: { rate: 0.15, verified: true },
  touchpoint: "last",
  flavour: "vanilla"
}

test("what an agent says at length, and nobody needs, is not kept", async () => {
  const long = "x".repeat(100_000)
  const created = await one.create(
    readyRequest("lst_mug", {
      capabilities: { interventions: { supported: ["3ds", long, "address_verification"] } },
      affiliate_attribution: { ...attribution, metadata: { rate: 0.15, [long]: 1 } }
    })
  )
  expect(created.status).toBe(201)
  expect(created.body.capabilities.interventions.supported).toEqual(["3ds"])
  expect((await notes(created.body.id)).first_touch.metadata).toEqual({ rate: 0.15 })
  expect(await everything()).not.toContain(long)
})

describe("affiliate attribution", () => {
  test("the first touch is kept on create, the last on complete; neither is told, and the token only as its hash", async () => {
    const created = await one.create(readyRequest("lst_mug", { affiliate_attribution: attribution }))
    const { id } = created.body
    const last = { provider: "cj.com", publisher_id: "pub_9" }
    const paid = await one.complete(id, payment("spt_test_ok", { affiliate_attribution: last }))
    expect(await notes(id)).toEqual({
      first_touch: {
        provider: "impact.com",
        token_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        publisher_id: "pub_123",
        campaign_id: "summer",
        source: { type: "url", url: "https://example.com/review" },
        issued_at: "2026-02-11T10:00:00Z",
        metadata: { rate: 0.15, verified: true }
      },
      last_touch: last
    })
    expect(JSON.stringify([created.body, paid.body])).not.toMatch(/impact|pub_|atp_|vanilla/)
    expect(await everything()).not.toMatch(/atp_very_secret|vanilla/)
  })

  test("a provider and one of token and publisher must be there", async () => {
    for (const [said, param] of [
      [{ token: "x" }, "$.affiliate_attribution.provider"],
      [{ provider: "impact.com" }, "$.affiliate_attribution.token"]
    ] as const) {
      const refused = await one.create(readyRequest("lst_mug", { affiliate_attribution: said }))
      expect([refused.status, refused.body.code, refused.body.param]).toEqual([400, "missing_required_field", param])
      const id = await ready(one)
      const unpaid = await one.complete(id, payment("spt_test_ok", { affiliate_attribution: said }))
      expect([unpaid.status, unpaid.body.param]).toEqual([400, param])
      expect((await one.complete(id, payment())).body.status).toBe("completed")
    }
  })

  test("what names a person is refused wherever it stands, and nothing is kept", async () => {
    for (const [over, path] of [
      [{ sub_id: "ada@example.com" }, "sub_id"],
      [{ publisher_id: "pub ada.byron@mail.example.co.uk!" }, "publisher_id"],
      [{ source: { type: "url", url: "https://x.test/?u=ada%40example.com" } }, "source.url"],
      [{ metadata: { phone: "+1 (555) 123-4567" } }, "metadata.phone"]
    ] as const) {
      const said = { ...attribution, ...over }
      const refused = await one.create(readyRequest("lst_mug", { affiliate_attribution: said }))
      expect([refused.status, refused.body.code, refused.body.param]).toEqual([
        400,
        "pii_not_allowed",
        `$.affiliate_attribution.${path}`
      ])
      expect(JSON.stringify(refused.body)).not.toMatch(/ada[.@%]|555/)
    }
    expect(await everything()).not.toContain("ada.byron@")
  })

  test("everything else about it never stands in the way", async () => {
    const odd = [
      { ...attribution, source: "a page", metadata: { deep: { er: 1 }, list: [1], fine: 1 }, issued_at: "yesterday" },
      { ...attribution, source: { type: "url", url: "https://medium.com/@maker/mugs-1.20" }, campaign_id: 7 },
      { ...attribution, sub_id: "15551234567", creative_id: "x".repeat(10_000) },
      { ...attribution, provider: "npm", publisher_id: "mug@1.2.3", expires_at: "2020-01-01T00:00:00Z" },
      null
    ]
    const kept: Array<unknown> = []
    for (const said of odd) {
      const { body, status } = await one.create(readyRequest("lst_mug", { affiliate_attribution: said }))
      expect([status, body.status]).toEqual([201, "ready_for_payment"])
      kept.push((await notes(body.id)).first_touch)
    }
    expect(kept[0]).not.toHaveProperty("source")
    expect(kept[0]).not.toHaveProperty("issued_at")
    expect(kept[0]).toMatchObject({ metadata: { fine: 1 } })
    expect(kept[1]).not.toHaveProperty("campaign_id")
    expect(kept[2]).not.toHaveProperty("creative_id")
    expect(kept[4]).toBeUndefined()
  })

  test("a refused create keeps none, and a declined payment no last touch", async () => {
    const before = (await world.sql("SELECT count(*)::int AS n FROM acp_notes"))[0].n
    await one.create(readyRequest("lst_nowhere", { affiliate_attribution: attribution }))
    const id = await ready(one)
    await one.complete(id, payment("spt_test_declined", { affiliate_attribution: attribution }))
    expect((await world.sql("SELECT count(*)::int AS n FROM acp_notes"))[0].n).toBe(before)
  })

  test("the last touch of a payment that nobody knew the end of is kept", async () => {
    const id = await ready(one)
    await one.complete(id, payment("spt_test_timeout", { affiliate_attribution: attribution }))
    await world.run(
      Effect.gen(function* () {
        yield* (yield* Payment).reconcile((yield* (yield* Checkouts).find(id))!)
      })
    )
    expect((await one.get(id)).body.status).toBe("completed")
    expect((await notes(id)).last_touch).toMatchObject({ provider: "impact.com" })
  })
})

describe("what is said beside a purchase and the purchase", () => {
  test("are written together or not at all", async () => {
    const id = await ready(one)
    await world.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no notes'; END $$`)
    await world.sql("CREATE TRIGGER refuse BEFORE INSERT ON acp_notes FOR EACH ROW EXECUTE FUNCTION refuse()")
    const count = async (table: string) => (await world.sql(`SELECT count(*)::int AS n FROM ${table}`))[0].n as number
    const before = await count("checkouts")
    const said = { affiliate_attribution: attribution }
    expect((await one.create(readyRequest("lst_mug", said))).status).toBe(500)
    expect((await one.complete(id, payment("spt_test_ok", said))).status).toBe(500)
    expect([await count("checkouts"), (await one.get(id)).body.status]).toEqual([before, "complete_in_progress"])
    expect(await world.sql("SELECT id FROM orders WHERE checkout_id = $1", id)).toEqual([])
    const leaving = await ready(one)
    expect((await one.cancel(leaving, { intent_trace: { reason_code: "other" } })).status).toBe(500)
    expect((await one.get(leaving)).body.status).toBe("ready_for_payment")
    await world.sql("DROP TRIGGER refuse ON acp_notes")
    expect((await one.cancel(leaving, { intent_trace: { reason_code: "other" } })).body.status).toBe("canceled")
  })
})

describe("marketing consent", () => {
  test("is offered for e-mail until it is paid, and what the buyer says to it is kept", async () => {
    const created = await one.create(readyRequest())
    expect(created.body.marketing_consent_options).toEqual([
      {
        channel: "email",
        display_text: "News and offers from CraftLocal and its makers",
        privacy_policy_url: "http://localhost:3001/privacy"
      }
    ])
    const marketing_consents = [
      { channel: "sms", opted_in: true },
      { channel: "email", opted_in: false }
    ]
    const paid = await one.complete(created.body.id, payment("spt_test_ok", { marketing_consents }))
    expect(paid.body.status).toBe("completed")
    expect(paid.body.marketing_consent_options).toBeUndefined()
    expect(await notes(created.body.id)).toEqual({ marketing_consent: { channel: "email", opted_in: false } })
  })

  test("said before the bank asked, it stays when the answer does not say it again", async () => {
    const id = await ready(one)
    await one.complete(id, payment("spt_test_3ds", { marketing_consents: [{ channel: "email", opted_in: true }] }))
    await one.complete(id, payment("spt_test_3ds", { authentication_result: { outcome: "authenticated" } }))
    expect(await notes(id)).toEqual({ marketing_consent: { channel: "email", opted_in: true } })
  })

  test("said of nothing that was offered, or not at all, changes nothing", async () => {
    for (const over of [{ marketing_consents: [{ channel: "fax", opted_in: true }] }, { marketing_consents: [] }, {}]) {
      const id = await ready(one)
      expect((await one.complete(id, payment("spt_test_ok", over))).body.status).toBe("completed")
      expect(await notes(id)).toEqual({})
    }
    const id = await ready(one)
    const marketing_consents = [{ channel: "email", opted_in: "yes" }]
    const refused = await one.complete(id, payment("spt_test_ok", { marketing_consents }))
    expect([refused.status, refused.body.param]).toEqual([400, "$.marketing_consents[0].opted_in"])
  })
})

describe("why a buyer left", () => {
  test("is kept with the cancellation and never told", async () => {
    const id = await ready(one)
    const intent_trace = {
      reason_code: "shipping_cost",
      trace_summary: "Found it cheaper nearby",
      metadata: { target: 5, member: false }
    }
    const canceled = await one.cancel(id, { intent_trace })
    expect(JSON.stringify(canceled.body)).not.toMatch(/shipping_cost|cheaper/)
    expect(await notes(id)).toEqual({ intent_trace })
  })

  test("a reason nobody knows is another; what cannot be canceled keeps none", async () => {
    const id = await ready(one)
    await one.cancel(id, { intent_trace: { reason_code: "bored" } })
    expect(await notes(id)).toEqual({ intent_trace: { reason_code: "other" } })
    const paid = await ready(one)
    await one.complete(paid, payment())
    expect((await one.cancel(paid, { intent_trace: { reason_code: "other" } })).status).toBe(405)
    expect(await notes(paid)).toEqual({})
  })
})

describe("what an agent may say besides", () => {
  const metadata = { trip: "7f", nested: { list: [1, null, true] }, "an odd key": "" }

  test("metadata comes back in its shape, with every answer of a release that has it", async () => {
    const created = await one.create(readyRequest("lst_mug", { metadata }))
    expect(created.body.metadata).toEqual(metadata)
    const { id } = created.body
    expect((await one.update(id, { line_items: [{ id: "lst_plate" }], metadata: { other: 1 } })).body.metadata).toEqual(
      metadata
    )
    expect((await agent(world, "acp_test_one", "2026-01-30").get(id)).body.metadata).toEqual(metadata)
    expect((await agent(world, "acp_test_one", "2025-09-29").get(id)).body.metadata).toBeUndefined()
    expect((await one.complete(id, payment())).body.metadata).toEqual(metadata)
    const odd = JSON.stringify(readyRequest("lst_mug", { metadata: { a: 1 } })).replace(
      '"a":1',
      '"__proto__":{"a":1},"b":2'
    )
    expect((await one.call("POST", "/checkout_sessions", { raw: odd })).body.metadata).toMatchObject({ b: 2 })
    const large = await one.create(readyRequest("lst_mug", { metadata: { text: "a".repeat(17_000) } }))
    expect([large.status, large.body.code, large.body.param]).toEqual([400, "invalid", "$.metadata"])
  })

  test("locale, time zone, quote, groups: taken, and of no consequence", async () => {
    const plain = (await one.create(readyRequest())).body
    const { body, status } = await one.create(
      readyRequest("lst_mug", {
        locale: "de-CH",
        timezone: "Europe/Zurich",
        quote_id: "q_1",
        fulfillment_groups: [{ id: "g", item_ids: ["lst_mug"], destination_type: "shipping" }]
      })
    )
    expect([status, body.totals]).toEqual([201, plain.totals])
  })

  test("risk signals are taken, and are nowhere afterwards", async () => {
    const id = await ready(one)
    const risk_signals = { ip_address: "203.0.113.77", user_agent: "Spy/1.0", device_fingerprint: "fp_whorls" }
    expect((await one.complete(id, payment("spt_test_ok", { risk_signals }))).body.status).toBe("completed")
    const traces = `${await everything()}${world.logs.join("\n")}`
    for (const secret of Object.values(risk_signals)) expect(traces).not.toContain(secret)
  })

  test("order notes are kept from create, update and complete, and reach the order", async () => {
    const noteOf = async (id: string) =>
      (await world.sql("SELECT pickup_notes FROM orders WHERE checkout_id = $1", id))[0].pickup_notes
    const made = await ready(one, "lst_mug", { order_notes: "Ring twice" })
    await one.update(made, { line_items: [{ id: "lst_mug", quantity: 2 }] })
    await one.complete(made, payment())
    expect(await noteOf(made)).toBe("Ring twice")
    const changed = await ready(one, "lst_mug", { order_notes: "Ring twice" })
    await one.update(changed, { order_notes: "Knock, I <3 mugs; a < b > c <https://example.com>" })
    await one.complete(changed, payment())
    expect(await noteOf(changed)).toBe("Knock, I <3 mugs; a < b > c <https://example.com>")
    const late = await ready(one, "lst_mug", { order_notes: "Ring twice" })
    await one.complete(late, payment("spt_test_ok", { order_notes: "Leave it" }))
    expect(await noteOf(late)).toBe("Leave it")
  })

  test("HTML is refused where it could be shown to somebody", async () => {
    const id = await ready(one)
    for (const html of [
      "<b>hi</b>",
      "x<script src=//x>",
      "<!-- x -->",
      "</p >",
      "<img/>",
      "<?php ?>",
      "<!DOCTYPE html>"
    ]) {
      for (const [answer, param] of [
        [await one.create(readyRequest("lst_mug", { order_notes: html })), "$.order_notes"],
        [await one.update(id, { order_notes: html }), "$.order_notes"],
        [await one.complete(id, payment("spt_test_ok", { order_notes: html })), "$.order_notes"],
        [
          await one.cancel(id, { intent_trace: { reason_code: "other", trace_summary: html } }),
          "$.intent_trace.trace_summary"
        ]
      ] as const) {
        expect([html, answer.status, answer.body.code, answer.body.param]).toEqual([html, 400, "invalid", param])
      }
    }
    expect((await one.get(id)).body.status).toBe("ready_for_payment")
  })
})
