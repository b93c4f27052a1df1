import { randomUUID } from "node:crypto"
import pg from "pg"
import Stripe from "stripe"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { faults } from "../acp/bundle.ts"
import { payment, readyRequest } from "../acp/requests.ts"
import { databases, server as postgres } from "../databases.ts"
import { headerOf, smtpServer } from "../doubles/smtpServer.ts"
import { webhookReceiver } from "../doubles/webhookReceiver.ts"
import { type Running, run, serve } from "./server.ts"

const name = `craftlocal_told_${process.pid}`

const admin = async (statement: string) => {
  const client = new pg.Client({ connectionString: new URL("/postgres", postgres).href })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Looks again and again until it is so. */
const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let turn = 0; turn < 300; turn++) {
    if (await isSo()) return
    await new Promise((next) => setTimeout(next, 100))
  }
}

describe.skipIf(databases[1]!.skipped)("a server with a mail server and an agent (skipped without a Postgres)", () => {
  const environment = {
    DATABASE_URL: new URL(`/${name}`, postgres).href,
    DEMO: "true",
    SECRET_KEY: "a secret of sixteen and more",
    MAIL_FROM: "CraftLocal <letters@craft.test>"
  }
  let mail: Awaited<ReturnType<typeof smtpServer>>
  let receiver: Awaited<ReturnType<typeof webhookReceiver>>
  let market: Running
  let key: { readonly id: string; readonly key: string; readonly webhookSecret: string }

  beforeAll(async () => {
    await admin(`CREATE DATABASE ${name}`)
    mail = await smtpServer()
    receiver = await webhookReceiver()
    market = await serve({ ...environment, SMTP_URL: mail.url })
    const made = run(["agent-key", "create", "An agent", "--json", "--webhook-url", receiver.url], environment)
    assert.strictEqual(await made.ended, 0, made.output())
    key = JSON.parse(made.output().trim().split("\n").at(-1)!)
  }, 60_000)
  afterAll(async () => {
    market.child.kill("SIGTERM")
    await market.ended
    await mail.close()
    await receiver.close()
    await admin(`DROP DATABASE ${name} WITH (FORCE)`)
  })

  const post = async (path: string, body: unknown) => {
    const headers = {
      authorization: `Bearer ${key.key}`,
      "api-version": "2026-04-17",
      "content-type": "application/json",
      "idempotency-key": randomUUID()
    }
    const answer = await fetch(`${market.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) })
    return (await answer.json()) as any
  }

  /** Something that is there to be bought as it is. */
  const anything = async () => {
    const client = new pg.Client({ connectionString: environment.DATABASE_URL })
    await client.connect()
    const { rows } = await client.query(`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled
      AND stock > 9 AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`)
    await client.end()
    return rows[0].id as string
  }

  it("tells the buyer, the shop and the agent of a purchase, and keeps its logs free of them", async () => {
    const session = await post("/checkout_sessions", readyRequest(await anything()))
    assert.strictEqual(session.status, "ready_for_payment", JSON.stringify(session))
    const paid = await post(`/checkout_sessions/${session.id}/complete`, payment())
    assert.strictEqual(paid.status, "completed", JSON.stringify(paid))
    await until(() => mail.taken.length >= 2 && receiver.received.length >= 1)
    assert.lengthOf(mail.taken, 2)
    assert.isTrue(mail.taken.some(({ to }) => to[0] === "ada@example.com"))
    assert.strictEqual(headerOf(mail.taken[0]!, "From"), environment.MAIL_FROM)
    const [told] = receiver.received
    const { webhooks } = new Stripe("sk_test_unused")
    const signature = String(told!.headers["merchant-signature"])
    assert.isTrue(webhooks.signature!.verifyHeader(told!.raw, signature, key.webhookSecret, 300))
    assert.strictEqual(told!.body.type, "order_create")
    assert.deepStrictEqual(faults("Order", told!.body.data), [])
    assert.strictEqual(told!.body.data.id, paid.order.id)
    const { estimated_delivery, line_items, totals } = told!.body.data
    assert.deepStrictEqual(
      { estimated_delivery, line_items },
      {
        estimated_delivery: paid.order.estimated_delivery,
        line_items: paid.order.line_items
      }
    )
    assert.strictEqual(totals.at(-1).amount, paid.order.totals.at(-1).amount)
    assert.notInclude(market.output(), "ada@example.com")
    assert.notInclude(market.output(), key.webhookSecret)
    const outbox: any = await (await fetch(`${market.url}/dev/outbox`)).json()
    assert.deepStrictEqual([outbox.messages.length, outbox.waiting, outbox.dead], [2, [], []])
  })

  it("lets an operator see and replay what an agent refused", async () => {
    receiver.received.splice(0)
    receiver.next.push(410)
    const session = await post("/checkout_sessions", readyRequest(await anything()))
    assert.strictEqual(session.status, "ready_for_payment", JSON.stringify(session))
    await post(`/checkout_sessions/${session.id}/complete`, payment())
    await until(() => receiver.received.length === 1)
    const dead = async () => {
      const { ended, output } = run(["outbox", "list", "--json"], environment)
      await ended
      return JSON.parse(output().trim().split("\n").at(-1)!)
    }
    const givenUp = async () => ((await (await fetch(`${market.url}/dev/outbox`)).json()) as any).dead.length
    await until(async () => (await givenUp()) === 1)
    const [one] = await dead()
    assert.deepInclude(one, { message: "AgentUpdate", lastFailure: "The webhook answered 410." })
    const doctor = run(["doctor", "--json"], environment)
    assert.strictEqual(await doctor.ended, 1)
    assert.include(doctor.output(), "1 are dead")
    assert.strictEqual(await run(["outbox", "replay", one.id], environment).ended, 0)
    await until(() => receiver.received.length === 2)
    const [refused, taken] = receiver.received
    assert.strictEqual(taken!.headers["request-id"], refused!.headers["request-id"])
    await until(async () => (await givenUp()) === 0)
    assert.deepStrictEqual(await dead(), [])
  })
})
