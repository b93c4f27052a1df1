import { Schema } from "effect"
import { assert, it } from "vitest"
import { Heard } from "../../../schemas/webhooks/heard.ts"
import { sign } from "../../../src/services/webhookSignature.ts"
import { dawn, webhookSecret } from "../../world.ts"
import { inEveryWorld } from "../../worlds.ts"
import { newId, type Sending, sender } from "./signedReports.ts"

const isHeard = Schema.decodeUnknownSync(Heard, { onExcessProperty: "error" })

inEveryWorld("what carriers and shops tell of orders", { perMinute: 100_000 }, (world) => {
  const { at, passes, send } = sender(world)

  const tell = (body: unknown, sending?: Sending) => send("/webhooks/orders", body, sending)

  const post = async (path: string, body: unknown) => {
    const answer = await world().fetch(`/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body)
    })
    return (await answer.json()) as any
  }

  /** A new order of one thing, to be shipped or fetched. */
  const order = async (method: "standard" | "pickup" = "standard") => {
    const [some] = await world().sql(
      (sql) => sql<{ id: string }>`UPDATE listings SET stock = 100 WHERE id = (SELECT id FROM listings l
        WHERE status = 'active' AND shipping_enabled AND pickup_enabled
          AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1) RETURNING id`
    )
    const { checkout_session } = await post("/checkouts", { listing_id: some!.id })
    const { order } = await post(`/checkouts/${checkout_session.id}/complete`, {
      email: "ann@example.com",
      shipping_address: { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" },
      shipping_method: method,
      payment_token: "spt_test_ok"
    })
    if (order === undefined) {
      // The total was another than the one last shown; the same again pays it.
      const again = await post(`/checkouts/${checkout_session.id}/complete`, { payment_token: "spt_test_ok" })
      return again.order as { id: string; confirmation_number: string }
    }
    return order as { id: string; confirmation_number: string }
  }

  const kept = async (id: string) => {
    const [row] = await world().sql(
      (sql) => sql<{
        number: string
        status: string
        carrier: string | null
        tracking_number: string | null
        tracking_url: string | null
        updated_at: Date
        events: ReadonlyArray<{ type: string; at: string; location: string | null }>
      }>`
        SELECT number, status, carrier, tracking_number, tracking_url, updated_at,
          (SELECT json_agg(e ORDER BY e.at, e.position) FROM order_events e WHERE e.order_id = o.id) AS events
        FROM orders o WHERE o.id = ${id}`
    )
    return row!
  }
  const history = async (id: string) => (await kept(id)).events.map(({ type }) => type)

  const traces = (id: string) =>
    world()
      .sql(
        (sql) =>
          sql<{
            action: string
          }>`SELECT action FROM audit WHERE subject = ${id} AND actor = 'webhook:orders' ORDER BY id`
      )
      .then((rows) => rows.map(({ action }) => action))

  const one = (order: string, type: string, more: object = {}) => ({
    id: newId(),
    type,
    order,
    occurred_at: at(),
    ...more
  })
  const only = (body: any) => {
    isHeard(body)
    assert.lengthOf(body.results, 1)
    return body.results[0]
  }

  it("counts only when it is signed with the secret, over these bytes, just now", async () => {
    const { id } = await order()
    const report = one(id, "processing")
    const text = JSON.stringify(report)
    const seconds = Math.floor(dawn.getTime() / 1000)
    const forgeries: ReadonlyArray<Sending> = [
      { header: undefined },
      { header: "" },
      { header: "nonsense" },
      { header: sign(text, webhookSecret, seconds).replace("v1=", "v0=") },
      { header: `t=${seconds},v1=${"0".repeat(64)}` },
      { secret: "another_secret_of_somebody" },
      { ago: 301 },
      { ago: -301 },
      { tampered: text.replace("processing", "delivered") },
      { tampered: `${text} ` }
    ]
    for (const sending of forgeries) {
      const { body, status } = await tell(report, sending)
      assert.strictEqual(status, 400, JSON.stringify(sending))
      assert.strictEqual(body.error.details.reason, "invalid_signature")
      assert.notInclude(JSON.stringify(body), webhookSecret)
    }
    assert.deepStrictEqual(await history(id), ["confirmed"])
    assert.deepStrictEqual(await traces(id), [])
    for (const ago of [300, -300]) assert.strictEqual((await tell(report, { ago })).status, 200)
    assert.deepStrictEqual(await history(id), ["confirmed", "processing"])
  })

  it("is applied, by the order's id and by its number, and its buyer is told", async () => {
    const { id } = await order()
    const { number } = await kept(id)
    const shipped = { carrier: "USPS", tracking_number: "9400 1234", location: "Chicago, IL", note: "Two parcels" }
    const said = await tell(one(number, "shipped", shipped))
    assert.deepInclude(only(said.body), { status: "applied" })
    assert.deepInclude(await kept(id), { status: "shipped", carrier: "usps", tracking_number: "9400 1234" })
    assert.include((await kept(id)).tracking_url!, "usps.com")
    assert.deepStrictEqual(await traces(id), ["order.shipped"])
    const waiting = await world().sql(
      (sql) =>
        sql`SELECT 1 FROM outbox WHERE element::jsonb ->> 'orderId' = ${id} AND element::jsonb ->> '_tag' = 'OrderChanged'`
    )
    assert.lengthOf(waiting, 1)
  })

  it("is applied once, however often and by however many at once it is sent", async () => {
    const { id } = await order()
    const report = one(id, "processing")
    const answers = await Promise.all(Array.from({ length: 8 }, () => tell(report)))
    assert.deepStrictEqual(answers.map(({ body }) => only(body).status).toSorted(), [
      ...Array.from({ length: 7 }, () => "already_seen"),
      "applied"
    ])
    passes(60)
    assert.strictEqual(only((await tell(report)).body).status, "already_seen")
    assert.deepStrictEqual(await history(id), ["confirmed", "processing"])
    assert.deepStrictEqual(await traces(id), ["order.processing"])
  })

  it("comes in any order: what is behind is kept where it belongs, and moves nothing", async () => {
    const { id } = await order()
    passes(3600)
    await tell(one(id, "delivered", { occurred_at: at(-60) }))
    for (const [type, seconds] of [
      ["out_for_delivery", -900],
      ["shipped", -2700],
      ["in_transit", -1800]
    ] as const) {
      const late = await tell(one(id, type, { occurred_at: at(seconds) }))
      assert.strictEqual(only(late.body).status, "applied", type)
    }
    assert.strictEqual((await kept(id)).status, "delivered")
    assert.deepStrictEqual(await history(id), ["confirmed", "shipped", "in_transit", "out_for_delivery", "delivered"])
    assert.strictEqual((await kept(id)).updated_at.getTime(), Date.parse(at(-60)))
  })

  it("a carrier may be quicker than the shop: what is on its way has been shipped", async () => {
    for (const type of ["in_transit", "out_for_delivery", "failed_attempt", "returned_to_sender"]) {
      const { id } = await order()
      assert.strictEqual(only((await tell(one(id, type))).body).status, "applied", type)
      assert.strictEqual((await kept(id)).status, "shipped")
    }
  })

  it("a late word fills in how a parcel is followed, and never replaces a newer one", async () => {
    const { id } = await order()
    passes(3600)
    await tell(one(id, "in_transit", { occurred_at: at(-60) }))
    await tell(one(id, "shipped", { occurred_at: at(-1800), carrier: "UPS", tracking_number: "1Z1" }))
    assert.deepInclude(await kept(id), { carrier: "ups", tracking_number: "1Z1" })
    await tell(one(id, "shipped", { occurred_at: at(-30), carrier: "UPS", tracking_number: "1Z2" }))
    await tell(one(id, "shipped", { occurred_at: at(-1700), carrier: "DHL", tracking_number: "old" }))
    assert.deepInclude(await kept(id), { carrier: "ups", tracking_number: "1Z2" })
  })

  it("what can no longer happen is ignored with the reason, and need not be sent again", async () => {
    const { id } = await order()
    await tell(one(id, "canceled", { note: "Out of clay" }))
    const impossible = one(id, "shipped")
    const { body, status } = await tell(impossible)
    assert.strictEqual(status, 200)
    assert.strictEqual(only(body).status, "ignored")
    assert.match(only(body).reason, /cancelled.*shipped/)
    assert.strictEqual(only((await tell(impossible)).body).status, "already_seen")
    assert.deepStrictEqual((await history(id)).slice(0, 2), ["confirmed", "canceled"])
    assert.deepStrictEqual(await traces(id), ["order.canceled", "order.ignored"])
    const fetched = await order("pickup")
    assert.strictEqual(only((await tell(one(fetched.id, "shipped"))).body).status, "ignored")
    assert.strictEqual(only((await tell(one(fetched.id, "ready_for_pickup"))).body).status, "applied")
  })

  it("of an order that is not there, is refused and not taken as heard", async () => {
    for (const unknown of ["ord_nowhere", "CL-0000-NONE", "'; DROP TABLE orders", "lst_1"]) {
      const { body, status } = await tell(one(unknown, "shipped"))
      assert.strictEqual(status, 404)
      assert.strictEqual(body.error.code, "NOT_FOUND")
    }
    const early = one("CL-EARL-Y111", "processing")
    assert.strictEqual((await tell(early)).status, 404)
    const { id } = await order()
    await world().sql((sql) => sql`UPDATE orders SET number = 'CL-EARL-Y111' WHERE id = ${id}`)
    assert.strictEqual(only((await tell(early)).body).status, "applied")
  })

  it("of a batch the good ones are applied and the bad ones are named", async () => {
    const [first, second] = [await order(), await order()]
    await tell(one(second.id, "canceled"))
    const twice = one(first.id, "shipped", { occurred_at: at(1) })
    const events = [
      one(first.id, "processing"),
      one("ord_nowhere", "shipped"),
      one(second.id, "shipped"),
      twice,
      twice,
      one(first.id, "delivered", { occurred_at: at(301) })
    ]
    const { body, status } = await tell({ events })
    assert.strictEqual(status, 200)
    isHeard(body)
    assert.deepStrictEqual(
      body.results.map(({ id, status }: any) => [id, status]),
      events.map(({ id }, index) => [
        id,
        ["applied", "rejected", "ignored", "applied", "already_seen", "rejected"][index]
      ])
    )
    assert.isTrue(
      body.results.filter(({ status }: any) => /rejected|ignored/.test(status)).every(({ reason }: any) => reason)
    )
    assert.strictEqual((await kept(first.id)).status, "shipped")
    // The same batch again does nothing more.
    const again = (await tell({ events })).body.results.map(({ status }: any) => status)
    assert.deepStrictEqual(again, [
      "already_seen",
      "rejected",
      "already_seen",
      "already_seen",
      "already_seen",
      "rejected"
    ])
  })

  it("a clock may be five minutes off, and no more", async () => {
    const { id } = await order()
    for (const seconds of [301, 86_400]) {
      const { body, status } = await tell(one(id, "shipped", { occurred_at: at(seconds) }))
      assert.deepStrictEqual([status, body.error.details.issues[0].path], [400, "occurred_at"])
    }
    for (const seconds of [-301, -86_400]) {
      assert.strictEqual((await tell(one(id, "shipped", { occurred_at: at(seconds) }))).status, 400)
    }
    const [before] = (await kept(id)).events
    for (const seconds of [300, -300]) {
      assert.strictEqual(only((await tell(one(id, "processing", { occurred_at: at(seconds) }))).body).status, "applied")
    }
    for (const event of (await kept(id)).events) assert.strictEqual(Date.parse(event.at), Date.parse(before!.at))
  })

  it("what cannot be read is told field by field, and none of a batch is heard", async () => {
    const { id } = await order()
    const { body, status } = await tell({ type: "lost", order: 7, tracking_url: "javascript:alert(1)" })
    assert.strictEqual(status, 400)
    assert.sameMembers(
      body.error.details.issues.map(({ path }: any) => path),
      ["id", "type", "order", "occurred_at", "tracking_url"]
    )
    for (const moment of [
      "2026-02-30T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-11-20T25:00:00Z",
      "2026-11-20",
      "now",
      ""
    ]) {
      const { body, status } = await tell(one(id, "shipped", { occurred_at: moment }))
      assert.deepStrictEqual([status, body.error.details.issues[0].path], [400, "occurred_at"], moment)
    }
    for (const url of ["http://x.test", "https://ann:secret@x.test", "//x.test", "https://x.test/a b", "https://"]) {
      const { body, status } = await tell(one(id, "shipped", { tracking_url: url }))
      assert.deepStrictEqual([status, body.error.details.issues[0].path], [400, "tracking_url"], url)
    }
    const batch = await tell({ events: [one(id, "processing"), { ...one(id, "shipped"), occurred_at: "yesterday" }] })
    assert.strictEqual(batch.status, 400)
    assert.deepStrictEqual(
      batch.body.error.details.issues.map(({ path }: any) => path),
      ["events.1.occurred_at"]
    )
    assert.deepStrictEqual(await history(id), ["confirmed"])
    for (const odd of [
      "",
      "{",
      "[]",
      "null",
      "7",
      '"text"',
      '{"events":[]}',
      '{"events":{}}',
      `{"events":[${"{},".repeat(100)}{}]}`
    ]) {
      assert.strictEqual((await tell(odd)).status, 400, odd)
    }
  })

  it("more than a mebibyte, and what is no JSON, is not read", async () => {
    assert.strictEqual((await tell("x".repeat(2 ** 20 + 1))).status, 413)
    assert.strictEqual((await tell({}, { type: "text/plain" })).status, 415)
    assert.strictEqual((await world().fetch("/webhooks/orders")).status, 404)
  })

  it("is not heard while the database is away, and is when it is sent again", async () => {
    const { id } = await order()
    const report = one(id, "processing")
    await world().sql((sql) => sql`ALTER TABLE order_events RENAME TO order_events_away`)
    const broken = await tell(report)
    await world().sql((sql) => sql`ALTER TABLE order_events_away RENAME TO order_events`)
    assert.strictEqual(broken.status, 500)
    assert.strictEqual(only((await tell(report)).body).status, "applied")
  })
})

inEveryWorld("the reports of a busy address", { perMinute: 3 }, (world) => {
  it("are counted, signed or not", async () => {
    const { send } = sender(world)
    const statuses: Array<number> = []
    for (let turn = 0; turn < 4; turn++) {
      statuses.push((await send("/webhooks/orders", {}, { header: undefined })).status)
    }
    assert.deepStrictEqual(statuses, [400, 400, 400, 429])
    assert.strictEqual((await send("/webhooks/inventory", {})).status, 429)
  })
})
