import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../world.ts"

let world: World
let listing: string

beforeAll(async () => {
  world = await openWorld()
  const [row] = await world.sql(
    (sql) => sql<{ id: string }>`UPDATE listings SET stock = 1000 WHERE id = (SELECT id FROM listings l
      WHERE status = 'active' AND shipping_enabled AND pickup_enabled
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1) RETURNING id`
  )
  listing = row!.id
})
afterAll(() => world.dispose())

const post = async (path: string, body: unknown = {}, headers: Record<string, string> = {}) => {
  const answer = await world.fetch(`/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body)
  })
  return { status: answer.status, body: (await answer.json()) as any }
}

const shipping_address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }
const open = async () => (await post("/checkouts", { listing_id: listing })).body.checkout_session.id as string
const complete = (id: string, body: object) =>
  post(`/checkouts/${id}/complete`, { payment_token: "spt_test_promise", ...body })

describe("the buyer is charged what was shown, and nothing else", () => {
  it("a total that a refusal saved without telling it is told before it is charged", async () => {
    const id = await open()
    const refused = await complete(id, { shipping_address, shipping_method: "expedited" })
    assert.strictEqual(refused.status, 400)
    const told = await complete(id, { email: "ann@example.com" })
    assert.strictEqual(told.status, 409)
    assert.isAbove(told.body.error.details.total, 0)
    const paid = await complete(id, { email: "ann@example.com" })
    assert.strictEqual(paid.status, 200)
    assert.strictEqual(paid.body.order.total, told.body.error.details.total)
  })

  it("a double click does not pay what only its twin was told", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const id = await open()
      const request = { email: "ann@example.com", shipping_address, shipping_method: "standard" }
      const answers = await Promise.all([complete(id, request), complete(id, request)])
      assert.deepStrictEqual(
        answers.map(({ status }) => status),
        [409, 409]
      )
      const paid = await complete(id, request)
      assert.strictEqual(paid.status, 200)
    }
  })

  it("a request that a stopped process had begun is told the total when it comes again", async () => {
    const id = await open()
    const request = {
      email: "ann@example.com",
      shipping_address,
      shipping_method: "standard",
      payment_token: "spt_test_p"
    }
    const key = { "idempotency-key": "promise-1" }
    assert.strictEqual((await post(`/checkouts/${id}/complete`, request, key)).status, 409)
    await world.sql(
      (sql) => sql`UPDATE idempotency SET status = NULL, body = NULL, running_until = now() - interval '1 year'
        WHERE key = 'promise-1'`
    )
    assert.strictEqual((await post(`/checkouts/${id}/complete`, request, key)).status, 409)
    assert.strictEqual(
      (await post(`/checkouts/${id}/complete`, request, { "idempotency-key": "promise-2" })).status,
      200
    )
  })

  it("what the buyer's bank was asked about does not change under its answer", async () => {
    const id = await open()
    const request = { email: "ann@example.com", shipping_method: "pickup", payment_token: "spt_test_3ds" }
    await complete(id, request)
    const challenged = await complete(id, request)
    assert.strictEqual(challenged.body.checkout_session.status, "authentication_required")
    assert.include(challenged.body.message, challenged.body.checkout_session.continue_url)
    const authentication_result = { outcome: "authenticated" }
    const elsewhere = { ...request, shipping_method: "expedited", shipping_address, authentication_result }
    assert.strictEqual((await complete(id, elsewhere)).status, 409)
    const paid = await complete(id, { ...request, authentication_result })
    assert.strictEqual(paid.status, 200)
    assert.strictEqual(paid.body.order.payment_status, "succeeded")
  })
})

describe("money always finds its orders", () => {
  it("a number that is taken is drawn again before any money moves", async () => {
    const id = await open()
    const request = { email: "ann@example.com", shipping_method: "pickup" }
    await complete(id, request)
    const made = Number(/(\d+)$/.exec(await open())![1])
    await world.sql(
      (sql) => sql`INSERT INTO attempts (id, checkout_id, confirmation_number, amount, currency, status, started_at)
        SELECT 'att_taken' || n, ${id}, 'CL-0000-' || lpad(n::text, 6, '0'), 1, 'usd', 'declined', now()
        FROM generate_series(${made}::int + 1, ${made}::int + 9) n`
    )
    const paid = await complete(id, request)
    assert.strictEqual(paid.status, 200)
    assert.isAbove(Number(/(\d+)$/.exec(paid.body.order.confirmation_number)![1]), made + 9)
    const orders = await world.sql((sql) => sql`SELECT FROM orders WHERE checkout_id = ${id}`)
    assert.lengthOf(orders, 1)
  })
})

describe("what is over does not change", () => {
  it("an expired checkout cannot be canceled, nor can one that only its time has ended", async () => {
    const id = await open()
    world.passes("31 minutes")
    for (let turn = 0; turn < 2; turn++) {
      const answer = await post(`/checkouts/${id}/cancel`)
      assert.strictEqual(answer.status, turn === 0 ? 410 : 409)
      assert.oneOf(answer.body.error.code, ["SESSION_EXPIRED", "CONFLICT"])
      const read = await world.fetch(`/api/v1/checkouts/${id}`)
      assert.strictEqual(((await read.json()) as any).checkout_session.status, "expired")
      if (turn === 0) await world.run(world.expire)
    }
  })
})

describe("an order keeps what the buyer wrote to the shop", () => {
  it("shows it to the buyer in the checkout and in the order", async () => {
    const token = await world.token("buyer@craftlocal.test", "orders.read")
    const bearer = { authorization: `Bearer ${token}` }
    const opened = await post("/checkouts", { listing_id: listing }, bearer)
    const path = `/checkouts/${opened.body.checkout_session.id}`
    const pickup_notes = "After five, please"
    const revised = await post(path, { shipping_method: "pickup", pickup_notes }, bearer)
    assert.strictEqual(revised.body.checkout_session.pickup_notes, pickup_notes)
    const paid = await post(`${path}/complete`, { payment_token: "tok_test_with-a-hyphen.and:more" }, bearer)
    const detail = await world.fetch(`/api/v1/orders/${paid.body.order.id}`, { headers: bearer })
    assert.strictEqual(((await detail.json()) as any).order.pickup_notes, pickup_notes)
  })
})
