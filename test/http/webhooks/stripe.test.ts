import { Duration, Effect } from "effect"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { layerStripeEvents } from "../../../src/live/stripe/StripeEvents.ts"
import { layerStripePayments } from "../../../src/live/stripe/StripePayments.ts"
import { Housekeeping } from "../../../src/services/Housekeeping.ts"
import { Repayment } from "../../../src/services/Repayment.ts"
import { type Double, openDouble } from "../../doubles/stripe/double.ts"
import { signed } from "../../doubles/stripe/events.ts"
import { dawn, openWorld, type World } from "../../world.ts"

const [secretKey, webhookSecret] = ["sk_test_world", "whsec_world"]

let double: Double
let world: World
let now = dawn.getTime()

const passes = (duration: Duration.Input) => {
  now += Duration.toMillis(duration)
  world.passes(duration)
}

beforeAll(async () => {
  double = await openDouble()
  double.books.now = () => now
  world = await openWorld({
    perMinute: 100_000,
    payments: layerStripePayments({ secretKey, apiBase: double.url, patience: "400 millis" }),
    paymentEvents: layerStripeEvents({ secretKey, webhookSecret })
  })
}, 60_000)
afterAll(async () => {
  await world.dispose()
  await double.close()
})

const post = async (path: string, body: unknown) => {
  const answer = await world.fetch(`/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body)
  })
  return { status: answer.status, body: (await answer.json()) as any }
}

/** Listings of different shops that can be shipped, with enough of each. */
const goods = (count: number) =>
  world.sql((sql) =>
    Effect.map(
      sql<{ id: string }>`UPDATE listings SET stock = 100 WHERE id IN (SELECT DISTINCT ON (shop_id) id FROM listings l
        WHERE status = 'active' AND shipping_enabled AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id)
        ORDER BY shop_id, id LIMIT ${count}) RETURNING id`,
      (rows) => rows.map(({ id }) => id)
    )
  )

/** A guest's checkout of one thing from each of so many shops, asked to be paid with a token. */
const paying = async (token: string, shops = 1) => {
  let cart_id: string | undefined
  for (const listing_id of await goods(shops)) {
    const { body } = await post("/basket/items", { listing_id, ...(cart_id !== undefined && { cart_id }) })
    cart_id = body.cart_id
  }
  const opened = await post("/checkouts", { cart_id })
  const { id } = opened.body.checkout_session
  const shipping_address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }
  await post(`/checkouts/${id}`, { email: "ann@example.com", shipping_address, shipping_method: "standard" })
  const answer = await post(`/checkouts/${id}/complete`, { payment_token: token })
  const [attempt] = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM attempts WHERE checkout_id = ${id} ORDER BY started_at DESC LIMIT 1`
  )
  const payment = [...double.books.intents.values()].find(({ metadata }) => metadata.attempt_id === attempt!.id)!
  return { id: id as string, answer, attempt: attempt!.id, payment }
}

const stateOf = async (id: string) => {
  const answer = await world.fetch(`/api/v1/checkouts/${id}`)
  return ((await answer.json()) as any).checkout_session.status as string
}

const ordersOf = (id: string) =>
  world.sql(
    (sql) => sql<{ id: string; total: number; refunded: number; payment_status: string }>`
      SELECT id, total, refunded, payment_status FROM orders WHERE checkout_id = ${id} ORDER BY number`
  )

const refundsOf = (attempt: string) =>
  world.sql(
    (sql) => sql<{ order_id: string | null; amount: number; status: string; reason: string }>`
      SELECT order_id, amount, status, reason FROM refunds WHERE attempt_id = ${attempt} ORDER BY created_at, id`
  )

const audited = async (id: string) =>
  (
    await world.sql(
      (sql) =>
        sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${id} AND channel = 'webhook' ORDER BY id`
    )
  ).map(({ action }) => action)

const send = async (body: string, signature: string | undefined) => {
  const answer = await world.fetch("/webhooks/stripe", {
    method: "POST",
    headers: { "content-type": "application/json", ...(signature !== undefined && { "stripe-signature": signature }) },
    body
  })
  return { status: answer.status, body: (await answer.json()) as any }
}

const deliver = (event: Record<string, unknown>) => {
  const { body, signature } = signed(event, webhookSecret, new Date(now))
  return send(body, signature)
}

let events = 0
/** An event as Stripe would send it about this. */
const event = (type: string, object: unknown) => {
  events += 1
  return { id: `evt_test${events}`, object: "event", type, created: Math.floor(now / 1000), data: { object } }
}

/** What became of the refunds that were written down. */
const give = () =>
  world.run(
    Effect.gen(function* () {
      const { give } = yield* Repayment
      const due = yield* Effect.promise(() =>
        world.sql((sql) => sql<{ id: string }>`SELECT id FROM refunds WHERE status = 'pending'`)
      )
      yield* Effect.forEach(due, ({ id }) => give(id))
    })
  )

const received = { status: 200, body: { received: true } }

describe("what Stripe tells of its own accord", () => {
  it("is not heard where nobody has told us how it is signed", async () => {
    const deaf = await openWorld()
    const { body, signature } = signed(event("payment_intent.succeeded", {}), webhookSecret, new Date(now))
    const answer = await deaf.fetch("/webhooks/stripe", {
      method: "POST",
      headers: { "stripe-signature": signature },
      body
    })
    assert.strictEqual(answer.status, 404)
    await deaf.dispose()
  })

  it("counts only when Stripe has signed these bytes, just now", async () => {
    const { id, payment } = await paying("spt_test_3ds")
    double.approve(payment.id)
    const told = event("payment_intent.succeeded", payment)
    const { body, signature } = signed(told, webhookSecret, new Date(now))
    const forgeries = [
      [body, undefined],
      [body, ""],
      [body, "nonsense"],
      [body, signed(told, "whsec_other", new Date(now)).signature],
      [body, signed(told, webhookSecret, new Date(now - 301_000)).signature],
      [`${body} `, signature],
      [body.replace("succeeded", "canceled"), signature],
      ["", signature],
      ...["{", "[]", "null", '{"id":"evt_1"}'].map((odd) => [
        odd,
        `t=${Math.floor(now / 1000)},v1=${signature.split("v1=")[1]}`
      ])
    ] as ReadonlyArray<readonly [string, string | undefined]>
    for (const [bytes, by] of forgeries) {
      const { body: said, status } = await send(bytes, by)
      assert.strictEqual(status, 400, `${bytes} ${by}`)
      assert.strictEqual(said.error.details.reason, "invalid_signature")
    }
    assert.strictEqual(await stateOf(id), "authentication_required")
    assert.deepStrictEqual(await send(body, signature), received)
    assert.strictEqual(await stateOf(id), "completed")
  })

  it("an event that is none, though it is signed, is refused", async () => {
    for (const odd of [{}, { id: 7, type: "payment_intent.succeeded", data: {} }]) {
      assert.strictEqual((await deliver(odd)).status, 400)
    }
  })

  it("more than a mebibyte is not read", async () => {
    const { body, signature } = signed({ id: "evt_big", filler: "x".repeat(2 ** 20) }, webhookSecret, new Date(now))
    assert.strictEqual((await send(body, signature)).status, 413)
  })

  it("a challenge that the buyer answered on the bank's page is settled by the event alone, once", async () => {
    const { answer, attempt, id, payment } = await paying("spt_test_3ds")
    assert.strictEqual(answer.body.checkout_session?.status ?? answer.body.status, "authentication_required")
    const page = await (await world.fetch(`/checkout/${id}`)).text()
    assert.include(page, `href="${double.url}/bank/${payment.id}"`)
    double.approve(payment.id)
    const told = event("payment_intent.succeeded", payment)
    assert.deepStrictEqual(await deliver(told), received)
    assert.strictEqual(await stateOf(id), "completed")
    const [order, ...others] = await ordersOf(id)
    assert.deepStrictEqual(others, [])
    assert.strictEqual(order!.total, double.books.kept(attempt))

    double.books.asked.length = 0
    assert.deepStrictEqual(await deliver(told), received)
    assert.deepStrictEqual(await Promise.all([deliver(told), deliver(told)]), [received, received])
    assert.deepStrictEqual(double.books.asked, [])
    assert.deepStrictEqual(await audited(id), ["payment.heard"])
    assert.lengthOf(await ordersOf(id), 1)
  })

  it("the same event ten times at once makes the orders once", async () => {
    const { attempt, id, payment } = await paying("spt_test_3ds")
    double.approve(payment.id)
    const told = event("payment_intent.succeeded", payment)
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(told)))
    assert.include(
      answers.map(({ status }) => status),
      200
    )
    assert.deepStrictEqual(await deliver(told), received)
    assert.strictEqual(await stateOf(id), "completed")
    assert.lengthOf(await ordersOf(id), 1)
    assert.deepStrictEqual(await refundsOf(attempt), [])
    assert.deepStrictEqual(await audited(id), ["payment.heard"])
  })

  it("a challenge that the bank refused opens the checkout again", async () => {
    const { attempt, id, payment } = await paying("spt_test_3ds")
    double.refuse(payment.id)
    assert.deepStrictEqual(await deliver(event("payment_intent.payment_failed", payment)), received)
    assert.strictEqual(await stateOf(id), "ready")
    assert.strictEqual(double.books.kept(attempt), 0)
    const again = await post(`/checkouts/${id}/complete`, { payment_token: "spt_test_ok" })
    assert.strictEqual(again.status, 200)
    assert.strictEqual(await stateOf(id), "completed")
  })

  it("is never believed: a failure told late finds the money there", async () => {
    const { id, payment } = await paying("spt_test_3ds")
    double.approve(payment.id)
    await deliver(event("payment_intent.payment_failed", { ...payment, status: "requires_payment_method" }))
    assert.strictEqual(await stateOf(id), "completed")
    // And what comes after the end changes nothing.
    for (const type of ["payment_intent.succeeded", "payment_intent.canceled", "payment_intent.payment_failed"]) {
      assert.deepStrictEqual(await deliver(event(type, payment)), received)
    }
    assert.strictEqual(await stateOf(id), "completed")
    assert.lengthOf(await ordersOf(id), 1)
  })

  it("a payment that is still being made is left to its request; one that was left alone is finished", async () => {
    const { answer, id, payment } = await paying("spt_test_timeout")
    assert.strictEqual(answer.body.order.payment_status, "processing")
    await deliver(event("payment_intent.succeeded", payment))
    assert.lengthOf(await ordersOf(id), 0)
    passes("16 seconds")
    await deliver(event("payment_intent.succeeded", payment))
    assert.strictEqual(await stateOf(id), "completed")
    assert.lengthOf(await ordersOf(id), 1)
  })

  it("money that comes when the checkout has gone on without it goes back, once", async () => {
    const { attempt, id, payment } = await paying("spt_test_3ds")
    // As if the attempt had been given up although the bank still asked.
    await world.sql(
      (sql) => sql`UPDATE checkouts SET state = 'Ready', version = version + 1,
        data = jsonb_build_object('_tag', 'Ready', 'contents', data -> 'contents') WHERE id = ${id}`
    )
    double.approve(payment.id)
    await deliver(event("payment_intent.succeeded", payment))
    await deliver(event("payment_intent.succeeded", payment))
    assert.deepStrictEqual(await refundsOf(attempt), [
      { order_id: null, amount: payment.amount, status: "pending", reason: "late" }
    ])
    await give()
    await give()
    assert.strictEqual(double.books.kept(attempt), 0)
    assert.strictEqual((await refundsOf(attempt))[0]!.status, "completed")
    assert.lengthOf(await ordersOf(id), 0)
    // The refund itself is told too, and is known.
    const [refund] = [...double.books.refunds.values()].filter(({ payment_intent }) => payment_intent === payment.id)
    assert.deepStrictEqual(await deliver(event("refund.created", refund)), received)
    assert.lengthOf(await refundsOf(attempt), 1)
  })

  it("what does not concern us is answered and forgotten", async () => {
    double.books.asked.length = 0
    const { payment } = await paying("spt_test_ok")
    double.books.asked.length = 0
    for (const each of [
      event("customer.created", { id: "cus_1", object: "customer" }),
      event("payment_intent.created", payment),
      event("payment_intent.succeeded", { ...payment, id: "pi_theirs", metadata: {} }),
      event("payment_intent.succeeded", { ...payment, id: "pi_theirs", metadata: { attempt_id: "att_theirs" } }),
      event("refund.created", { id: "re_theirs", object: "refund", payment_intent: "pi_theirs", metadata: null }),
      event("charge.refunded", { id: "ch_theirs", object: "charge", payment_intent: null }),
      event("constructor", {}),
      event("review.opened", { id: ["odd"], reason: { of: "another kind" }, payment_intent: 7 })
    ]) {
      assert.deepStrictEqual(await deliver(each), received)
    }
    assert.deepStrictEqual(double.books.asked, [])
  })

  it("is not taken as heard while Stripe cannot be asked", async () => {
    const { id, payment } = await paying("spt_test_3ds")
    double.approve(payment.id)
    const told = event("payment_intent.succeeded", payment)
    double.books.away = true
    const { status } = await deliver(told)
    double.books.away = false
    assert.strictEqual(status, 503)
    assert.strictEqual(await stateOf(id), "authentication_required")
    assert.deepStrictEqual(await deliver(told), received)
    assert.strictEqual(await stateOf(id), "completed")
  })

  it("a checkout whose bank asks is not canceled while Stripe cannot be asked, and its buyer is told to come again", async () => {
    const { attempt, id } = await paying("spt_test_3ds")
    double.books.away = true
    const { body, status } = await post(`/checkouts/${id}/cancel`, {})
    double.books.away = false
    assert.deepStrictEqual([status, body.error.code], [503, "UNAVAILABLE"])
    assert.strictEqual(await stateOf(id), "authentication_required")
    assert.strictEqual((await post(`/checkouts/${id}/cancel`, {})).status, 200)
    assert.strictEqual(double.books.kept(attempt), 0)
  })

  it("a refund made at Stripe's own pages is written down for the order, once", async () => {
    const { attempt, id, payment } = await paying("spt_test_ok")
    const refund = double.refundByHand(payment.id, 500)
    const charge = { id: "ch_1", object: "charge", payment_intent: payment.id, amount_refunded: 999_999, metadata: {} }
    await deliver(event("charge.refunded", charge))
    const again = event("refund.created", { id: refund, object: "refund", payment_intent: payment.id })
    await deliver(again)
    double.books.asked.length = 0
    assert.deepStrictEqual(await deliver(again), received)
    assert.deepStrictEqual(double.books.asked, [])
    const [order] = await ordersOf(id)
    assert.deepInclude(order!, { refunded: 500, payment_status: "partially_refunded" })
    assert.deepStrictEqual(await refundsOf(attempt), [
      { order_id: order!.id, amount: 500, status: "completed", reason: "reported" }
    ])
    const moved = await world.sql(
      (sql) => sql`SELECT type, amount FROM order_events WHERE order_id = ${order!.id} AND type = 'refunded'`
    )
    assert.deepStrictEqual(moved, [{ type: "refunded", amount: 500 }])
    assert.deepStrictEqual(await audited(id), ["refund.heard", "refund.heard"])
  })

  it("of several orders, one after the other is refunded until it is used up", async () => {
    const { attempt, id, payment } = await paying("spt_test_ok", 2)
    const [first, second] = await ordersOf(id)
    double.refundByHand(payment.id, first!.total + 100)
    await deliver(event("charge.refunded", { id: "ch_2", object: "charge", payment_intent: payment.id }))
    assert.deepStrictEqual(
      (await ordersOf(id)).map(({ payment_status, refunded }) => [refunded, payment_status]),
      [
        [first!.total, "refunded"],
        [100, "partially_refunded"]
      ]
    )
    double.refundByHand(payment.id, second!.total - 100)
    await deliver(event("charge.refunded", { id: "ch_2", object: "charge", payment_intent: payment.id }))
    assert.deepStrictEqual(
      (await ordersOf(id)).map(({ payment_status }) => payment_status),
      ["refunded", "refunded"]
    )
    assert.lengthOf(await refundsOf(attempt), 3)
    assert.strictEqual(double.books.kept(attempt), 0)
  })

  it("an order that is canceled after a part went back unheard gets the rest, and the book tells both", async () => {
    const { attempt, id, payment } = await paying("spt_test_ok")
    const [order] = await ordersOf(id)
    double.refundByHand(payment.id, 300)
    assert.strictEqual((await post(`/orders/${order!.id}/cancel`, {})).status, 200)
    // Heard while all of it is on its way, there is no room for it in the book.
    await deliver(event("charge.refunded", { id: "ch_4", object: "charge", payment_intent: payment.id }))
    await give()
    await give()
    assert.strictEqual(double.books.kept(attempt), 0)
    assert.deepInclude((await ordersOf(id))[0]!, { refunded: order!.total, payment_status: "refunded" })
    assert.sameDeepMembers(
      (await refundsOf(attempt)).map(({ amount, status }) => [amount, status]),
      [
        [order!.total, "failed"],
        [300, "completed"],
        [order!.total - 300, "completed"]
      ]
    )
  })

  it("what went back of a payment is not written to an order whose own refund is on its way", async () => {
    const { attempt, id, payment } = await paying("spt_test_ok", 2)
    const [first, second] = await ordersOf(id)
    await post(`/orders/${first!.id}/cancel`, {})
    double.refundByHand(payment.id, 300)
    await deliver(event("charge.refunded", { id: "ch_5", object: "charge", payment_intent: payment.id }))
    await give()
    assert.deepStrictEqual(
      (await ordersOf(id)).map(({ refunded }) => refunded),
      [first!.total, 300]
    )
    assert.strictEqual(double.books.kept(attempt), second!.total - 300)
  })

  it("what went back of a payment that came too late is not written to the orders of the one that was in time", async () => {
    const { attempt, id, payment } = await paying("spt_test_3ds")
    await world.sql(
      (sql) => sql`UPDATE checkouts SET state = 'Ready', version = version + 1,
        data = jsonb_build_object('_tag', 'Ready', 'contents', data -> 'contents') WHERE id = ${id}`
    )
    double.approve(payment.id)
    await deliver(event("payment_intent.succeeded", payment))
    await world.sql((sql) => sql`DELETE FROM stock_holds WHERE checkout_id = ${id}`)
    assert.strictEqual((await post(`/checkouts/${id}/complete`, { payment_token: "spt_test_ok" })).status, 200)
    double.refundByHand(payment.id, payment.amount)
    await give()
    assert.strictEqual(double.books.kept(attempt), 0)
    assert.deepInclude((await ordersOf(id))[0]!, { refunded: 0, payment_status: "succeeded" })
    assert.sameDeepMembers(
      [...(await refundsOf(attempt))],
      [
        { order_id: null, amount: payment.amount, status: "failed", reason: "late" },
        { order_id: null, amount: payment.amount, status: "completed", reason: "reported" }
      ]
    )
  })

  it("a refund that Stripe refuses needs an operator, who can have it asked for again", async () => {
    const { attempt, id } = await paying("spt_test_ok")
    const [order] = await ordersOf(id)
    await post(`/orders/${order!.id}/cancel`, {})
    const [due] = await world.sql((sql) => sql<{ id: string }>`SELECT id FROM refunds WHERE attempt_id = ${attempt}`)
    const asked = () => world.run(Effect.exit(Effect.flatMap(Repayment, ({ give }) => give(due!.id))))
    double.books.refunding = "fails"
    const refused = await asked()
    double.books.refunding = "works"
    assert.include(JSON.stringify(refused), "Undeliverable")
    assert.deepInclude((await ordersOf(id))[0]!, { refunded: 0 })
    assert.strictEqual((await asked())._tag, "Success")
    assert.strictEqual((await asked())._tag, "Success")
    await give()
    assert.strictEqual(double.books.kept(attempt), 0)
    assert.deepInclude((await ordersOf(id))[0]!, { refunded: order!.total, payment_status: "refunded" })
    assert.lengthOf(await refundsOf(attempt), 2)
  })

  it("a refund that the bank sends back did not reach the buyer, and the order says so", async () => {
    const { attempt, id, payment } = await paying("spt_test_ok")
    const refund = double.refundByHand(payment.id, 700)
    await deliver(event("charge.refunded", { id: "ch_3", object: "charge", payment_intent: payment.id }))
    double.bounce(refund)
    const failed = { id: refund, object: "refund", payment_intent: payment.id, status: "failed" }
    await deliver(event("refund.failed", failed))
    await deliver(event("refund.updated", failed))
    assert.deepInclude((await ordersOf(id))[0]!, { refunded: 0, payment_status: "succeeded" })
    assert.deepStrictEqual(
      (await refundsOf(attempt)).map(({ status }) => status),
      ["failed"]
    )
  })

  it("a dispute is written to the audit", async () => {
    const { id, payment } = await paying("spt_test_ok")
    const dispute = { id: "dp_1", object: "dispute", payment_intent: payment.id, reason: "fraudulent", metadata: {} }
    assert.deepStrictEqual(await deliver(event("charge.dispute.created", dispute)), received)
    assert.deepStrictEqual(await audited(id), ["payment.disputed"])
  })

  it("is remembered for a month", async () => {
    const counted = () =>
      world.sql((sql) => sql<{ n: number }>`SELECT count(*)::int AS n FROM webhooks_seen`).then(([row]) => row!.n)
    assert.isAbove(await counted(), 10)
    passes("29 days")
    await world.run(Effect.flatMap(Housekeeping, ({ sweep }) => sweep))
    assert.isAbove(await counted(), 10)
    passes("2 days")
    await world.run(Effect.flatMap(Housekeeping, ({ sweep }) => sweep))
    assert.strictEqual(await counted(), 0)
  })
})
