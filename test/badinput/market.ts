import { Effect } from "effect"
import { hashKey } from "../../src/store/AgentKeys.ts"
import { dawn, openWorld, type World } from "../world.ts"
import { type Answer, send, succeeded } from "./answer.ts"
import { type Ask, acp, cart as agentCart, as, newKey, rest, rpc } from "./ask.ts"

export const address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }
/** By the clock of the market, which stands still. */
export const now = dawn.toISOString()
export const acpAddress = { line_one: "1 Main St", city: "Chicago", state: "IL", country: "US", postal_code: "60601" }

interface Facts {
  /** Shipped and picked up, without variants. */
  readonly plain: string
  readonly plainShop: string
  /** With variants, shipped and picked up. */
  readonly varied: string
  readonly variant: string
  readonly variedShop: string
  /** Picked up only. */
  readonly stationary: string
  readonly soldOut: string
  readonly draft: string
  /** Of another shop than `plain`. */
  readonly elsewhere: string
  /** An order of buyer@craftlocal.test. */
  readonly order: string
  /** An order that is on its way. */
  readonly shipped: string
}

/** Plenty of everything, so that no story runs out; one piece that does not ship, and one that is gone. */
const arrange = (world: World): Promise<Facts> =>
  world.sql((sql) =>
    Effect.gen(function* () {
      const first = <A extends object>(rows: ReadonlyArray<A>) => rows[0]!
      yield* sql`UPDATE variants SET stock = 100000 WHERE listing_id IN (SELECT id FROM listings WHERE status = 'active')`
      yield* sql`UPDATE listings l SET stock = 100000 * greatest(1, (SELECT count(*) FROM variants WHERE listing_id = l.id))
        WHERE status = 'active'`
      yield* sql`INSERT INTO agent_keys (id, name, hash, created_at)
        VALUES ('key_second', 'second', ${hashKey("acp_second_key")}, now()),
          ('key_revoked', 'revoked', ${hashKey("acp_revoked_key")}, now())`
      yield* sql`UPDATE agent_keys SET revoked_at = now() WHERE id = 'key_revoked'`
      const plain = first(
        yield* sql<{ id: string; shop: string }>`SELECT id, shop_id AS shop FROM listings l
        WHERE status = 'active' AND shipping_enabled AND pickup_enabled
          AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
      )
      const varied = first(
        yield* sql<{ id: string; shop: string; variant: string }>`
        SELECT l.id, l.shop_id AS shop, v.name AS variant FROM listings l JOIN variants v ON v.listing_id = l.id
        WHERE status = 'active' AND shipping_enabled AND pickup_enabled ORDER BY l.id, v.position LIMIT 1`
      )
      const others = yield* sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled
        AND shop_id NOT IN (${plain.shop}, ${varied.shop})
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 3`
      const [elsewhere, stationary, soldOut] = others.map(({ id }) => id) as [string, string, string]
      yield* sql`UPDATE listings SET shipping_enabled = false, pickup_enabled = true WHERE id = ${stationary}`
      yield* sql`UPDATE listings SET stock = 0 WHERE id = ${soldOut}`
      const draft = first(
        yield* sql<{ id: string }>`SELECT id FROM listings WHERE status = 'draft' ORDER BY id LIMIT 1`
      )
      const order = first(
        yield* sql<{ id: string }>`SELECT o.id FROM orders o JOIN accounts a ON o.owner = 'account:' || a.id
        WHERE a.email = 'buyer@craftlocal.test' ORDER BY o.id LIMIT 1`
      )
      const shipped = first(
        yield* sql<{ id: string }>`SELECT id FROM orders WHERE status = 'shipped' ORDER BY id LIMIT 1`
      )
      return {
        plain: plain.id,
        plainShop: plain.shop,
        varied: varied.id,
        variant: varied.variant,
        variedShop: varied.shop,
        stationary,
        soldOut,
        draft: draft.id,
        elsewhere,
        order: order.id,
        shipped: shipped.id
      }
    })
  )

/** The demo market with what the stories of bad input need: accounts, agents, and fresh carts and checkouts at will. */
export const openMarket = async () => {
  const opened = await openWorld()
  let uses = 0
  /** The same world, counting whatever may change something in it. */
  const world: World = {
    ...opened,
    fetch: (...asked) => {
      uses += 1
      return opened.fetch(...asked)
    },
    sql: (query) => {
      uses += 1
      return opened.sql(query)
    }
  }
  const facts = await arrange(world)
  const buyer = await world.token("buyer@craftlocal.test", "orders.read", "email")
  const other = await world.token("seller2@craftlocal.test", "orders.read", "seller.manage")
  const writer = await world.token("buyer@craftlocal.test", "orders.read", "orders.write")
  const maker = await world.token("seller@craftlocal.test", "seller.manage")
  const admin = await world.token("admin@craftlocal.test", "admin")
  const owner = await world.token("buyer@craftlocal.test", "profile", "orders.write")
  const stranger = await world.token("guest-buyer@craftlocal.test", "profile", "orders.write")
  const poor = await world.token("buyer@craftlocal.test", "openid")

  const sent = async (ask: Ask): Promise<Answer> => {
    const answer = await send(world, ask)
    if (!succeeded(ask.door, answer)) throw new Error(`${ask.path}: ${JSON.stringify(answer.body)}`)
    return answer
  }
  const mine = (token: string | undefined, ask: Ask) => (token === undefined ? ask : as(token, ask))

  const cart = async (token?: string): Promise<string> => {
    const added = await sent(mine(token, rest("POST", "/basket/items", { listing_id: facts.plain, quantity: 2 })))
    return added.body.cart_id
  }
  const checkout = async (token?: string): Promise<string> => {
    const opened = await sent(mine(token, rest("POST", "/checkouts", { listing_id: facts.plain })))
    return opened.body.checkout_session.id
  }
  /** All is said but the payment. */
  const ready = async (token?: string): Promise<string> => {
    const id = await checkout(token)
    const said = { email: "ada@example.com", shipping_address: address, shipping_method: "standard" }
    await sent(mine(token, rest("POST", `/checkouts/${id}`, said)))
    return id
  }
  const step = async (id: string, path: string, body: object, token?: string) => {
    await sent(mine(token, rest("POST", `/checkouts/${id}${path}`, body)))
    return id
  }
  const paid = async (token?: string) => step(await ready(token), "/complete", { payment_token: "spt_test_ok" }, token)
  const bought = async (): Promise<string> => {
    const id = await paid(writer)
    const [row] = await world.sql((sql) => sql<{ id: string }>`SELECT id FROM orders WHERE checkout_id = ${id}`)
    return row!.id
  }
  const moved = (status: string) => async () => {
    const id = await bought()
    await world.sql((sql) => sql`UPDATE orders SET status = ${status} WHERE id = ${id}`)
    return id
  }
  const canceled = async (token?: string) => step(await checkout(token), "/cancel", {}, token)
  const late = async (id: string) => {
    await world.sql((sql) => sql`UPDATE checkouts SET expires_at = '2020-01-01' WHERE id = ${id}`)
    return id
  }
  const expired = async () => late(await ready())

  /** A sign-in of a client without OAuth that nobody has answered yet. */
  const unanswered = async (): Promise<string> =>
    (await sent(rpc("tools/call", { name: "create_session", arguments: {} }))).body.result.structuredContent.session.id
  /** One that the buyer has answered. */
  const signedIn = async (): Promise<string> => {
    const id = await unanswered()
    await world.sql(
      (sql) => sql`UPDATE sign_in_sessions SET account_id = (SELECT id FROM accounts
        WHERE email = 'buyer@craftlocal.test'), scopes = ARRAY['orders.read'], signed_in_at = created_at
        WHERE hash = ${hashKey(id)}`
    )
    return id
  }
  /** A token of an account that was just made, and its address. */
  const newcomer = async () => {
    const name = newKey()
    const email = `${name}@example.com`
    await world.sql(
      (sql) => sql`INSERT INTO accounts (id, email, name, roles) VALUES (${`acc_${name}`}, ${email}, 'Ada', '{buyer}')`
    )
    return { email, token: await world.token(email, "profile", "orders.write") }
  }

  const sketch = {
    title: "Speckled stoneware mug",
    description: "Thrown by hand from speckled stoneware.",
    price: 28,
    category_id: "ceramics"
  }
  /** A listing of the maker's. */
  const made = async (): Promise<string> =>
    (await sent(as(maker, rest("POST", "/sellers/listings", sketch)))).body.listing.id
  /** An order of the maker's shop that nobody has begun on: to be fetched, or sent. */
  const sold = async (method: "pickup" | "standard"): Promise<string> => {
    const listing_id = await made()
    await sent(as(maker, rest("PATCH", `/sellers/listings/${listing_id}`, { shipping_enabled: true })))
    const opened = await sent(rest("POST", "/checkouts", { listing_id }))
    const { id } = opened.body.checkout_session
    await step(id, "", { email: "ada@example.com", shipping_address: address, shipping_method: method })
    const { body } = await sent(rest("POST", `/checkouts/${id}/complete`, { payment_token: "spt_test_ok" }))
    return body.order.id
  }
  const waiting = async () => {
    const id = await made()
    await world.sql((sql) => sql`UPDATE listings SET status = 'pending_review' WHERE id = ${id}`)
    return id
  }

  const acpAsked = () => ({
    line_items: [{ id: facts.plain, quantity: 1 }],
    currency: "usd",
    buyer: { email: "ada@example.com" },
    fulfillment_details: { address: acpAddress }
  })
  /** An agent's session, ready to be paid. */
  const session = async (key = "acp_demo_key"): Promise<string> =>
    (await sent(as(key, acp("POST", "", acpAsked())))).body.id
  const acpStep = async (path: string, body: object) => {
    const id = await session()
    await sent(acp("POST", `/${id}${path}`, body))
    return id
  }

  const listed = await sent(rpc("resources/list", {}))

  return {
    ...facts,
    /** The address of a widget. */
    widget: listed.body.result.resources[0].uri as string,
    world,
    /** Grows with every use of the world. */
    uses: () => uses,
    sent,
    buyer,
    /** The buyer, with a token that may change orders. */
    writer,
    other,
    maker,
    admin,
    /** A new listing, as little as is needed. */
    sketch,
    unanswered,
    signedIn,
    newcomer,
    made,
    sold,
    /** A listing of the maker's that waits for review. */
    waiting,
    /** The buyer, with a token for the account itself, and somebody else with one. */
    owner,
    stranger,
    poor,
    key: newKey,
    cart,
    emptyCart: async () => {
      const id = await cart()
      await sent(rest("PATCH", "/basket/items", { cart_id: id, listing_id: facts.plain, quantity: 0 }))
      return id
    },
    expiredCart: async () => {
      const id = await cart()
      await world.sql((sql) => sql`UPDATE carts SET expires_at = '2020-01-01' WHERE id = ${id}`)
      return id
    },
    checkout,
    ready,
    paid,
    /** An order of the writer's that can still be canceled. */
    bought,
    begun: moved("processing"),
    onItsWay: moved("shipped"),
    longBought: async () => {
      const id = await bought()
      await world.sql((sql) => sql`UPDATE orders SET created_at = created_at - interval '2 hours' WHERE id = ${id}`)
      return id
    },
    canceled,
    expired,
    session,
    acpAsked,
    /** An agent's cart. */
    agentCart: async (key = "acp_demo_key"): Promise<string> =>
      (await sent(as(key, agentCart("POST", "", { line_items: [{ id: facts.plain, quantity: 1 }] })))).body.id,
    canceledCart: async () => {
      const { id } = (await sent(agentCart("POST", "", { line_items: [{ id: facts.plain }] }))).body
      await sent(agentCart("POST", `/${id}/cancel`))
      return id as string
    },
    paidSession: () => acpStep("/complete", { payment_data: { token: "spt_test_ok" } }),
    canceledSession: () => acpStep("/cancel", {}),
    expiredSession: async () => late(await session())
  }
}

export type Market = Awaited<ReturnType<typeof openMarket>>
