import { call } from "../mcp/clients.ts"
import type { openWorld } from "../world.ts"
import { address } from "./doors.ts"

/** A visitor searches and buys by MCP, an agent by ACP, an account by REST. Answers every request and what came back. */
export const tell = async (open: typeof openWorld): Promise<string> => {
  const world = await open()
  const said: Array<string> = []
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await world.fetch(path, {
      method,
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
    const told = (await answer.json()) as any
    said.push(`> ${method} ${path}${body === undefined ? "" : ` ${JSON.stringify(body)}`}`)
    said.push(`< ${answer.status} ${JSON.stringify(told)}`)
    return told
  }
  const use = async (name: string, args: Readonly<Record<string, unknown>>) =>
    (await ask("POST", "/mcp", { jsonrpc: "2.0", id: 1, ...call(name, args) })).result

  const found = (await use("search_listings", { query: "mug", price_max: 30, in_stock: true, limit: 10 }))
    .structuredContent
  const details: Array<any> = []
  for (const { id } of found.listings)
    details.push((await use("get_listing", { listing_id: id })).structuredContent.listing)
  const mug = details.find((each) => each.shipping_enabled && each.variants.length === 0 && each.stock > 3)

  const opened = (await use("create_checkout", { listing_id: mug.id })).structuredContent.checkout_session
  const paying = {
    session_id: opened.id,
    email: "ann@example.com",
    shipping_address: address,
    shipping_method: "standard",
    payment_token: "spt_test_story"
  }
  await use("complete_checkout", paying)
  await use("complete_checkout", { ...paying, payment_token: "spt_test_declined" })
  await use("complete_checkout", paying)
  await use("complete_checkout", paying)

  const agent = (turn: number) => ({
    authorization: "Bearer acp_demo_key",
    "api-version": "2026-04-17",
    "idempotency-key": `story-${turn}`
  })
  const session = await ask(
    "POST",
    "/checkout_sessions",
    {
      line_items: [{ id: mug.id, quantity: 1 }],
      currency: "usd",
      capabilities: {},
      buyer: { email: "ben@example.com" }
    },
    agent(1)
  )
  const ready = await ask(
    "POST",
    `/checkout_sessions/${session.id}`,
    {
      fulfillment_details: {
        address: {
          name: "Ben Ode",
          line_one: address.line1,
          city: address.city,
          state: address.state,
          postal_code: address.zip,
          country: "US"
        }
      }
    },
    agent(2)
  )
  await ask(
    "POST",
    `/checkout_sessions/${session.id}/complete`,
    {
      payment_data: {
        handler_id: ready.capabilities.payment.handlers[0].id,
        instrument: { type: "card", credential: { type: "spt", token: "spt_test_story" } }
      }
    },
    agent(3)
  )

  const bearer = { authorization: `Bearer ${await world.token("buyer@craftlocal.test", "orders.read")}` }
  const rest = await ask("POST", "/api/v1/checkouts", { listing_id: mug.id }, bearer)
  await ask(
    "POST",
    `/api/v1/checkouts/${rest.checkout_session.id}/complete`,
    { shipping_method: "standard", payment_token: "spt_test_story" },
    bearer
  )
  await ask("GET", "/api/v1/orders?limit=2", undefined, bearer)
  await world.dispose()
  return `${said.join("\n")}\n`
}
