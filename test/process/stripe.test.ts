import { randomUUID } from "node:crypto"
import pg from "pg"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { signed } from "../doubles/stripe/events.ts"
import { startDouble } from "./double.ts"
import { type Running, serve } from "./server.ts"

const postgres = process.env.DATABASE_TEST_URL ?? "postgres://postgres@127.0.0.1:5432/"
const name = `craftlocal_stripe_${process.pid}`
const url = new URL(postgres)
url.pathname = `/${name}`

const admin = async (statement: string) => {
  const client = new pg.Client(postgres)
  await client.connect()
  await client.query(statement)
  await client.end()
}

const isThere = await admin("SELECT 1").then(
  () => true,
  () => false
)
if (!isThere && process.env.CI === "true") throw new Error("the tests need a Postgres on 127.0.0.1:5432")

const webhookSecret = "whsec_process"

describe.skipIf(!isThere)("a server that is paid by Stripe (skipped without a Postgres)", () => {
  let double: Awaited<ReturnType<typeof startDouble>>
  let server: Running
  let db: pg.Client
  const start = () =>
    serve({
      DATABASE_URL: url.href,
      DEMO: "true",
      STRIPE_SECRET_KEY: "sk_test_process",
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: double.url
    })

  beforeAll(async () => {
    await admin(`CREATE DATABASE ${name}`)
    double = await startDouble()
    server = await start()
    db = new pg.Client(url.href)
    await db.connect()
  }, 60_000)
  afterAll(async () => {
    server.child.kill("SIGKILL")
    await server.ended
    double.child.kill("SIGKILL")
    await db.end()
    await admin(`DROP DATABASE ${name} WITH (FORCE)`)
  })

  const acp = async (path: string, body: unknown) => {
    const answer = await fetch(`${server.url}/checkout_sessions${path}`, {
      method: "POST",
      headers: {
        authorization: "Bearer acp_demo_key",
        "api-version": "2026-04-17",
        "content-type": "application/json",
        "idempotency-key": randomUUID()
      },
      body: JSON.stringify(body)
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }

  /** A session over ACP that was asked to be paid with this token. */
  const bought = async (token: string) => {
    const { rows } = await db.query(`UPDATE listings SET stock = 100 WHERE id = (SELECT id FROM listings l
      WHERE status = 'active' AND shipping_enabled AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id)
      ORDER BY id LIMIT 1) RETURNING id`)
    const opened = await acp("", {
      line_items: [{ id: rows[0].id, quantity: 1 }],
      currency: "usd",
      capabilities: { interventions: { supported: ["3ds"] } },
      buyer: { email: "ann@example.com", first_name: "Ann", last_name: "Lee" },
      fulfillment_details: {
        address: {
          name: "Ann Lee",
          line_one: "1 Main St",
          city: "Chicago",
          state: "IL",
          country: "US",
          postal_code: "60601"
        }
      }
    })
    const credential = { type: "spt", token }
    const payment_data = { handler_id: "card_tokenized", instrument: { type: "card", credential } }
    return acp(`/${opened.body.id}/complete`, { payment_data })
  }

  const hear = async (type: string, object: unknown) => {
    const event = { id: `evt_${randomUUID()}`, object: "event", type, data: { object } }
    const { body, signature } = signed(event, webhookSecret, new Date())
    const answer = await fetch(`${server.url}/webhooks/stripe`, {
      method: "POST",
      headers: { "content-type": "application/json", "stripe-signature": signature },
      body
    })
    assert.strictEqual(answer.status, 200)
  }

  /** Until something that the server does by itself has come about. */
  const until = async <A>(look: () => Promise<A | undefined>): Promise<A> => {
    for (let turn = 0; turn < 300; turn++) {
      const found = await look()
      if (found !== undefined) return found
      await new Promise((next) => setTimeout(next, 100))
    }
    throw new Error("it never came about")
  }

  const intentOf = async (session: string) =>
    (await double.books()).intents.find((each: any) => each.metadata.checkout_session_id === session)

  it("sells once over ACP, hears of a refund made at Stripe, and gives back by itself what came too late", async () => {
    const { body } = await bought("spt_test_ok")
    assert.strictEqual(body.status, "completed")
    const total = body.totals.find(({ type }: any) => type === "total").amount
    const intent = await intentOf(body.id)
    assert.deepInclude(intent, { status: "succeeded", amount: total, currency: "usd" })

    const form = new URLSearchParams({ payment_intent: intent.id, amount: "300" })
    const headers = { authorization: "Bearer sk_test_process" }
    await fetch(`${double.url}/v1/refunds`, { method: "POST", headers, body: form })
    await hear("charge.refunded", { id: "ch_1", object: "charge", payment_intent: intent.id })
    const { rows } = await db.query("SELECT refunded, payment_status FROM orders WHERE checkout_id = $1", [body.id])
    assert.deepStrictEqual(rows, [{ refunded: 300, payment_status: "partially_refunded" }])

    const asked = await bought("spt_test_3ds")
    assert.strictEqual(asked.body.status, "authentication_required")
    const late = await intentOf(asked.body.id)
    await db.query(
      `UPDATE checkouts SET state = 'Ready', version = version + 1,
        data = jsonb_build_object('_tag', 'Ready', 'contents', data -> 'contents') WHERE id = $1`,
      [asked.body.id]
    )
    await fetch(`${double.url}/bank/${late.id}`)
    await hear("payment_intent.succeeded", late)
    const back = await until(async () =>
      (await double.books()).refunds.find(({ payment_intent }: any) => payment_intent === late.id)
    )
    assert.deepInclude(back, { amount: late.amount, status: "succeeded" })
    for (const secret of ["spt_test_ok", "spt_test_3ds", "sk_test_process", webhookSecret]) {
      assert.notInclude(server.output(), secret)
    }
  }, 60_000)

  it("is killed while Stripe charges: started again it finds the money, and makes one order of it", async () => {
    const gone = bought("spt_test_timeout").then(
      () => undefined,
      () => undefined
    )
    const paying = await until(async () => {
      const { rows } = await db.query("SELECT id FROM checkouts WHERE state = 'Paying'")
      const id = rows[0]?.id as string | undefined
      return id !== undefined && (await intentOf(id)) !== undefined ? id : undefined
    })
    server.child.kill("SIGKILL")
    await server.ended
    await gone
    await db.query("UPDATE checkouts SET updated_at = updated_at - interval '1 minute' WHERE state = 'Paying'")
    server = await start()
    await until(async () => {
      const { rows } = await db.query("SELECT state FROM checkouts WHERE id = $1", [paying])
      return rows[0].state === "Completed" ? true : undefined
    })
    const { rows } = await db.query("SELECT total FROM orders WHERE checkout_id = $1", [paying])
    assert.deepStrictEqual(rows, [{ total: (await intentOf(paying)).amount }])
    const { intents } = await double.books()
    assert.lengthOf(
      intents.filter((each: any) => each.metadata.checkout_session_id === paying),
      1
    )
  }, 60_000)
})
