import { Effect } from "effect"
import { type CartId, ListingId } from "../../schemas/ids.ts"
import { Baskets } from "../../src/services/Baskets.ts"
import { Ordering } from "../../src/services/Ordering.ts"
import { call, post } from "../mcp/clients.ts"
import type { World } from "../world.ts"

/** What was bought, told the same way whichever door it was bought by. Amounts in cents. */
export interface Bought {
  readonly subtotal: number
  readonly discount: number
  readonly shipping: number
  readonly tax: number
  readonly total: number
  readonly orders: number
  readonly confirmed: boolean
}

export interface Shopping {
  readonly lines: ReadonlyArray<{ readonly id: string; readonly quantity: number }>
  readonly code: string
}

export const address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601", country: "US" }
const email = "ann@example.com"
const token = "spt_test_parity"

const cents = (dollars: number) => Math.round(dollars * 100)

const ofSession = (session: any, orders: number, confirmationNumber: string): Bought => ({
  subtotal: cents(session.subtotal),
  discount: cents(session.discount),
  shipping: cents(session.shipping),
  tax: cents(session.tax),
  total: cents(session.total),
  orders,
  confirmed: /^CL-/.test(confirmationNumber)
})

const byService = (world: World, { code, lines }: Shopping): Promise<Bought> =>
  world.run(
    Effect.gen(function* () {
      const baskets = yield* Baskets
      const ordering = yield* Ordering
      let cartId: CartId | undefined
      for (const { id, quantity } of lines) {
        const cart = yield* baskets.add(cartId, { listingId: ListingId.make(id), variant: "", quantity })
        cartId = cart.cartId
      }
      const { id } = yield* ordering.open({ cartId: cartId! })
      yield* ordering.revise(id, {
        email,
        shippingAddress: address,
        shippingMethod: "standard",
        discountCodes: [code]
      })
      const { checkoutSession: s, order, orders } = yield* ordering.complete(id, { paymentToken: token })
      return {
        subtotal: s.subtotal,
        discount: s.discount,
        shipping: s.shipping!,
        tax: s.tax!,
        total: s.total!,
        orders: orders.length,
        confirmed: /^CL-/.test(order!.confirmationNumber)
      }
    })
  )

const byMcp = async (world: World, { code, lines }: Shopping): Promise<Bought> => {
  const use = async (name: string, args: Readonly<Record<string, unknown>>) => {
    const { body } = await post(world, call(name, args))
    if (body.result.isError) throw new Error(body.result.content[0].text)
    return body.result.structuredContent
  }
  let cart: { readonly cart_id?: string } = {}
  for (const { id, quantity } of lines) cart = await use("add_to_cart", { ...pick(cart), listing_id: id, quantity })
  const { checkout_session } = await use("create_checkout", pick(cart))
  const session_id = checkout_session.id
  await use("update_checkout", {
    session_id,
    email,
    shipping_address: address,
    shipping_method: "standard",
    discount_codes: [code]
  })
  const done = await use("complete_checkout", { session_id, shipping_method: "standard", payment_token: token })
  return ofSession(done.checkout_session, done.orders.length, done.order.confirmation_number)
}

const pick = ({ cart_id }: { readonly cart_id?: string }) => (cart_id === undefined ? {} : { cart_id })

const byRest = async (world: World, { code, lines }: Shopping): Promise<Bought> => {
  const use = async (path: string, body: unknown) => {
    const answer = await world.fetch(`/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body)
    })
    const told = (await answer.json()) as any
    if (!answer.ok) throw new Error(JSON.stringify(told))
    return told
  }
  let cart: { readonly cart_id?: string } = {}
  for (const { id, quantity } of lines) cart = await use("/basket/items", { ...pick(cart), listing_id: id, quantity })
  const { checkout_session } = await use("/orders/checkout", pick(cart))
  const path = `/checkouts/${checkout_session.id}`
  await use(path, { email, shipping_address: address, shipping_method: "standard", discount_codes: [code] })
  const done = await use(`${path}/complete`, { shipping_method: "standard", payment_token: token })
  return ofSession(done.checkout_session, done.orders.length, done.order.confirmation_number)
}

type Use = (operation: "create" | "update" | "complete", id: string, body: unknown) => Promise<any>

const agentKey = { authorization: "Bearer acp_demo_key" }
const newKey = () => `parity-${Math.random()}`

const paths = { create: () => "", update: (id: string) => `/${id}`, complete: (id: string) => `/${id}/complete` }

const overHttp =
  (world: World): Use =>
  async (operation, id, body) => {
    const answer = await world.fetch(`/checkout_sessions${paths[operation](id)}`, {
      method: "POST",
      headers: {
        ...agentKey,
        "api-version": "2026-04-17",
        "content-type": "application/json",
        "idempotency-key": newKey()
      },
      body: JSON.stringify(body)
    })
    const told = (await answer.json()) as any
    if (!answer.ok) throw new Error(JSON.stringify(told))
    return told
  }

const overMcp =
  (world: World): Use =>
  async (operation, id, payload) => {
    const meta = { api_version: "2026-04-17", idempotency_key: newKey() }
    const args = { meta, ...(id !== "" && { id }), payload }
    const asked = call(`${operation}_checkout_session`, args)
    const { result } = (await post(world, asked, { path: "/mcp/acp", headers: agentKey })).body
    if (result.isError) throw new Error(result.content[0].text)
    return result.structuredContent
  }

const byAcp =
  (over: (world: World) => Use) =>
  async (world: World, { code, lines }: Shopping): Promise<Bought> => {
    const use = over(world)
    const { id } = await use("create", "", {
      line_items: lines.map(({ id, quantity }) => ({ id, quantity })),
      currency: "usd",
      capabilities: {}
    })
    const ready = await use("update", id, {
      buyer: { email, first_name: "Ann", last_name: "Lee" },
      discounts: { codes: [code] },
      fulfillment_details: {
        address: {
          name: "Ann Lee",
          line_one: address.line1,
          city: address.city,
          state: address.state,
          postal_code: address.zip,
          country: address.country
        }
      }
    })
    const done = await use("complete", id, {
      payment_data: {
        handler_id: ready.capabilities.payment.handlers[0].id,
        instrument: { type: "card", credential: { type: "spt", token } }
      }
    })
    const amount = (type: string) => done.totals.find((total: any) => total.type === type)?.amount ?? 0
    return {
      subtotal: amount("items_base_amount"),
      discount: amount("items_discount") + amount("discount"),
      shipping: amount("fulfillment"),
      tax: amount("tax"),
      total: amount("total"),
      orders: done.order.fulfillments.length,
      confirmed: /^CL-/.test(done.order.confirmation?.confirmation_number ?? "")
    }
  }

export const doors = {
  service: byService,
  MCP: byMcp,
  REST: byRest,
  ACP: byAcp(overHttp),
  "ACP over MCP": byAcp(overMcp)
}
