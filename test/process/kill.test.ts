import pg from "pg"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { type Running, serve } from "./server.ts"

const postgres = process.env.DATABASE_TEST_URL ?? "postgres://postgres@127.0.0.1:5432/"
const name = `craftlocal_kill_${process.pid}`
const url = new URL(postgres)
url.pathname = `/${name}`

const isThere = await new pg.Client(postgres).connect().then(
  () => true,
  () => false
)
if (!isThere && process.env.CI === "true") throw new Error("the tests need a Postgres on 127.0.0.1:5432")

const admin = async (statement: string) => {
  const client = new pg.Client(postgres)
  await client.connect()
  await client.query(statement)
  await client.end()
}

describe.skipIf(!isThere)("a server that is killed in the middle of purchases (skipped without a Postgres)", () => {
  let db: pg.Client
  let server: Running
  const start = () => serve({ DATABASE_URL: url.href, DEMO: "true" })

  beforeAll(async () => {
    await admin(`CREATE DATABASE ${name}`)
    server = await start()
    db = new pg.Client(url.href)
    await db.connect()
  }, 60_000)
  afterAll(async () => {
    server.child.kill("SIGKILL")
    await server.ended
    await db.end()
    await admin(`DROP DATABASE ${name}`)
  })

  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body)
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }

  /** A checkout that only needs a payment. */
  const ready = async (listing_id: string) => {
    const opened = await post("/checkouts", { listing_id })
    const { id } = opened.body.checkout_session
    const shipping_address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }
    await post(`/checkouts/${id}`, { email: "ann@example.com", shipping_address, shipping_method: "standard" })
    return id as string
  }

  const mug = async () => {
    const { rows } = await db.query(`UPDATE listings l SET stock = 100 WHERE id = (SELECT id FROM listings l
      WHERE status = 'active' AND shipping_enabled AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id)
      ORDER BY id LIMIT 1) RETURNING id`)
    return rows[0].id as string
  }

  /** As if half a minute had passed: a payment that nobody touched for so long has lost whoever was making it. */
  const aWhileLater = () =>
    db.query("UPDATE checkouts SET updated_at = updated_at - interval '1 minute' WHERE state = 'Paying'")

  const settled = async () => {
    for (let turn = 0; turn < 300; turn++) {
      const { rows } = await db.query("SELECT count(*)::int AS paying FROM checkouts WHERE state = 'Paying'")
      if (rows[0].paying === 0) return
      await new Promise((next) => setTimeout(next, 100))
    }
    throw new Error("a payment was never finished")
  }

  it("finds the checkout as it was, knows that the money moved, and makes exactly one order of it", async () => {
    const id = await ready(await mug())
    const answer = await post(`/checkouts/${id}/complete`, { payment_token: "spt_test_timeout" })
    assert.strictEqual(answer.body.order.payment_status, "processing")
    server.child.kill("SIGKILL")
    await server.ended

    await aWhileLater()
    server = await start()
    await settled()
    const read = await fetch(`${server.url}/api/v1/checkouts/${id}`)
    const { checkout_session } = (await read.json()) as any
    assert.strictEqual(checkout_session.status, "completed")
    const { rows } = await db.query("SELECT id, confirmation_number FROM orders WHERE checkout_id = $1", [id])
    assert.lengthOf(rows, 1)
    assert.strictEqual(rows[0].confirmation_number, answer.body.order.confirmation_number)
    assert.strictEqual(rows[0].id, answer.body.order.id)
  }, 60_000)

  it("loses nothing of a storm of purchases: money has orders, orders have money, every piece is somewhere", async () => {
    const listing = await mug()
    const before = (await db.query("SELECT stock FROM listings WHERE id = $1", [listing])).rows[0].stock as number
    const ids: Array<string> = []
    for (let turn = 0; turn < 20; turn++) ids.push(await ready(listing))
    const storm = ids.map((id) =>
      post(`/checkouts/${id}/complete`, { payment_token: "spt_test_storm" }).then(
        ({ status }) => status,
        () => 0
      )
    )
    await new Promise((next) => setTimeout(next, 40))
    server.child.kill("SIGKILL")
    await server.ended
    await Promise.all(storm)

    await aWhileLater()
    server = await start()
    await settled()

    const { rows: states } = await db.query("SELECT id, state FROM checkouts WHERE id = ANY($1)", [ids])
    assert.lengthOf(states, ids.length)
    for (const { state } of states) assert.oneOf(state, ["Ready", "Completed"])

    const completed = states.filter(({ state }) => state === "Completed").map(({ id }) => id)
    const { rows: orders } = await db.query("SELECT checkout_id FROM orders WHERE checkout_id = ANY($1)", [ids])
    assert.sameMembers(
      orders.map(({ checkout_id }) => checkout_id),
      completed
    )

    const { rows: charged } = await db.query(
      `SELECT a.checkout_id FROM sandbox_charges s JOIN attempts a ON a.id = s.attempt_id
       WHERE s.outcome ->> '_tag' = 'Settled' AND a.checkout_id = ANY($1)`,
      [ids]
    )
    assert.sameMembers(
      charged.map(({ checkout_id }) => checkout_id),
      completed
    )

    const { rows: holds } = await db.query("SELECT FROM stock_holds")
    assert.isEmpty(holds)
    const after = (await db.query("SELECT stock FROM listings WHERE id = $1", [listing])).rows[0].stock as number
    assert.strictEqual(before - after, completed.length)

    // Whoever was cut off pays again, and pays once.
    for (const { id, state } of states) {
      const again = await post(`/checkouts/${id}/complete`, { payment_token: "spt_test_storm" })
      assert.strictEqual(again.status, 200, state)
    }
    const { rows: twice } = await db.query(
      "SELECT checkout_id FROM orders WHERE checkout_id = ANY($1) GROUP BY checkout_id HAVING count(*) > 1",
      [ids]
    )
    assert.isEmpty(twice)
  }, 90_000)
})
