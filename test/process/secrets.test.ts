import { setTimeout } from "node:timers/promises"
import { afterAll, assert, beforeAll, it } from "vitest"
import { type Running, serve } from "./server.ts"

const canary = (name: string) => `canary${name}0123456789abcdef`
const secrets = {
  SECRET_KEY: canary("secretkey"),
  WEBHOOK_SECRET: canary("webhook"),
  STRIPE_SECRET_KEY: `sk_test_${canary("stripe")}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${canary("stripehook")}`
}
const said = {
  token: canary("token"),
  agentKey: `acp_${canary("agent")}`,
  payment: `pm_${canary("payment")}`,
  signature: canary("signature"),
  email: `${canary("person")}@example.com`,
  street: `${canary("street")} 1`
}
const mailPassword = canary("mail")

let server: Running
beforeAll(async () => {
  server = await serve({
    DATABASE_URL: "memory:",
    LOG_LEVEL: "trace",
    ...secrets,
    // Nobody listens there: every letter and every payment goes wrong.
    STRIPE_API_BASE: "http://127.0.0.1:9",
    SMTP_URL: `smtp://user:${mailPassword}@127.0.0.1:9`,
    MAIL_FROM: "shop@example.com"
  })
}, 90_000)
afterAll(async () => {
  server.child.kill("SIGTERM")
  await server.ended
})

it("no secret, no credential and nobody's address is logged, whatever goes wrong", async () => {
  const json = { "content-type": "application/json" }
  const statuses: Array<number> = []
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { ...json, ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) })
    })
    statuses.push(answer.status)
    return (await answer.json().catch(() => ({}))) as any
  }
  const { listings } = await ask("/api/v1/listings/search?in_stock=true&limit=20")
  const buyable = listings.find(({ id }: any) => id !== undefined)
  const { checkout_session } = await ask("/api/v1/checkouts", { listing_id: buyable.id })
  const pay = {
    email: said.email,
    shipping_method: "standard",
    shipping_address: { line1: said.street, city: "Chicago", state: "IL", zip: "60601" },
    payment_token: said.payment
  }
  // The first is told the total, the second is taken to a provider that cannot be reached.
  for (let n = 0; n < 2; n++) await ask(`/api/v1/checkouts/${checkout_session.id}/complete`, pay)
  const bearer = { authorization: `Bearer ${said.token}` }
  await ask("/api/v1/orders", undefined, bearer)
  await ask("/mcp", { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "get_orders" } }, bearer)
  await ask("/checkout_sessions", {}, { authorization: `Bearer ${said.agentKey}`, "api-version": "2026-04-17" })
  await ask("/webhooks/orders", {}, { "craftlocal-signature": `t=1,v1=${said.signature}` })
  await ask("/webhooks/stripe", {}, { "stripe-signature": `t=1,v1=${said.signature}` })
  await ask("/api/v1/checkouts", `{"listing_id": "${said.token}`)
  await ask(`/${said.token}`, undefined, { host: "evil.test" })
  await setTimeout(2_000)
  assert.includeMembers(statuses, [200, 201, 400, 401, 402, 404, 409])

  const logs = server.output()
  for (const [name, value] of Object.entries({ ...secrets, ...said, mailPassword })) {
    const times = logs.split(value).length - 1
    // A demo tells its webhook secret once, where it starts.
    assert.strictEqual(times, name === "WEBHOOK_SECRET" ? 1 : 0, name)
  }
}, 60_000)
