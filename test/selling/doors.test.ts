import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../world.ts"
import { at, mug, type Person, scopes } from "./maker.ts"

let world: World
let maker: Person
let other: Person
beforeAll(async () => {
  world = await openWorld()
  maker = at(world, await world.token("seller@craftlocal.test", ...scopes))
  other = at(world, await world.token("seller2@craftlocal.test", ...scopes))
})
afterAll(() => world.dispose())

const listed = { ...mug, stock: 3, shipping_enabled: true, shipping_cost: 5.5, tags: ["gift"], materials: ["clay"] }
const updates = { price: 31.25, stock: 8, tags: ["gift", "mug"], lead_time_days: 4 }

/** The same story, by whichever door. */
interface Door {
  readonly create: (body: Readonly<Record<string, unknown>>) => Promise<any>
  readonly update: (id: string, updates: object) => Promise<any>
  readonly list: () => Promise<any>
  readonly dashboard: () => Promise<any>
  readonly remove: (id: string, reason: string) => Promise<any>
}

const byMcp: Door = {
  create: (body) => maker.use("create_listing", body),
  update: (listing_id, updates) => maker.use("update_listing", { listing_id, updates }),
  list: () => maker.use("list_my_listings", { limit: 1 }),
  dashboard: () => maker.use("get_seller_dashboard", { time_period: "90d" }),
  remove: (listing_id, reason) => maker.use("delete_listing", { listing_id, reason })
}

const told = async (asked: Promise<{ readonly status: number; readonly body: any }>) => {
  const { body, status } = await asked
  assert.isBelow(status, 300, JSON.stringify(body))
  return body
}

const byRest = (method: "PATCH" | "PUT"): Door => ({
  create: (body) => told(maker.rest("POST", "/sellers/listings", body)),
  update: (id, updates) => told(maker.rest(method, `/sellers/listings/${id}`, updates)),
  list: () => told(maker.rest("GET", "/sellers/listings?limit=1")),
  dashboard: () => told(maker.rest("GET", "/sellers/dashboard?time_period=90d")),
  remove: (id, reason) =>
    method === "PUT"
      ? told(maker.rest("DELETE", `/sellers/listings/${id}`, { reason }))
      : told(maker.rest("DELETE", `/sellers/listings/${id}?reason=${encodeURIComponent(reason)}`))
})

const story = async ({ create, dashboard, list, remove, update }: Door) => {
  const created = await create(listed)
  const id = created.listing.id
  const answers = [created, await update(id, updates), await list(), await dashboard(), await remove(id, "it broke")]
  const rows = await world.sql(
    (sql) => sql`SELECT title, description, price, images, category, city, tags, materials, stock, shipping_enabled,
      shipping_cost, pickup_enabled, lead_time_days, status, removal_reason FROM listings WHERE id = ${id}`
  )
  world.passes("1 second")
  const plain = JSON.stringify({ answers, rows }).replaceAll(id, "lst_it")
  return plain.replaceAll(/"(created|updated)_at":"[^"]*"/g, "")
}

describe("the form of a listing", () => {
  it("for something new has what was said so far, the shop, and the categories to choose from", async () => {
    const said = { title: "A mug", description: "Blue.", price: 24.5, stock: 3, category: "Home Decor" }
    const { form } = await maker.use("open_listing_form", said)
    assert.deepStrictEqual(form.listing, { ...said, category: "home-decor" })
    assert.deepInclude(form, { currency: "usd", review: false })
    assert.deepInclude(form.shop, { name: "Clay & Kiln", city: "Chicago" })
    const { categories } = await maker.use("list_categories")
    assert.deepStrictEqual(
      form.categories,
      categories.map(({ name, slug }: any) => ({ slug, name }))
    )
    const heard = await maker.hear("open_listing_form", said)
    for (const fact of ["Clay & Kiln", "A mug", "$24.50", "home-decor", "create_listing"]) assert.include(heard, fact)
  })

  it("of one of the maker's own is filled in, and what is said takes the place of what was", async () => {
    const { listing } = await maker.use("create_listing", { ...listed, status: "draft" })
    const { form } = await maker.use("open_listing_form", { listing_id: listing.id, price: 31 })
    assert.deepStrictEqual(form.listing, {
      id: listing.id,
      status: "draft",
      title: mug.title,
      description: mug.description,
      price: 31,
      stock: 3,
      category: "ceramics",
      images: listing.images,
      tags: ["gift"],
      materials: ["clay"],
      shipping_enabled: true,
      shipping_cost: 5.5,
      pickup_enabled: true,
      lead_time_days: 1
    })
    const { price } = (await maker.use("list_my_listings", { limit: 1 })).listings[0]
    assert.strictEqual(price, mug.price, "nothing is saved")
    await maker.use("delete_listing", { listing_id: listing.id })
    assert.strictEqual((await maker.refused("open_listing_form", { listing_id: listing.id })).code, "NOT_FOUND")
  })

  it("leaves a category open that there is not, and is for makers only", async () => {
    const { form } = await maker.use("open_listing_form", { title: "A ship", category: "spaceships" })
    assert.deepStrictEqual(form.listing, { title: "A ship" })
    const buyer = at(world, await world.token("buyer@craftlocal.test", "listings.write"))
    assert.deepStrictEqual((await buyer.refused("open_listing_form")).details, { role: "seller" })
  })
})

describe("the doors of a shop", () => {
  it("tell the same story the same way, by tools, by PATCH and by PUT", async () => {
    const first = await story(byMcp)
    assert.strictEqual(await story(byRest("PATCH")), first)
    assert.strictEqual(await story(byRest("PUT")), first)
    const channels = await world.sql(
      (sql) => sql<{ channel: string }>`SELECT DISTINCT channel FROM listings WHERE channel <> 'demo' ORDER BY 1`
    )
    assert.deepStrictEqual(
      channels.map(({ channel }) => channel),
      ["mcp", "rest"]
    )
  })

  it("answer 201 with the listing, and the same again under the same Idempotency-Key", async () => {
    const key = { "idempotency-key": "one-mug" }
    const one = await maker.rest("POST", "/sellers/listings", listed, key)
    const again = await maker.rest("POST", "/sellers/listings", listed, key)
    assert.deepStrictEqual([one.status, again.status], [201, 201])
    assert.deepStrictEqual(again.body, one.body)
    assert.strictEqual(again.headers.get("idempotent-replayed"), "true")
  })

  it("ask for what is missing in the same words", async () => {
    const byTool = await maker.refused("create_listing", { title: mug.title })
    const { body, status } = await maker.rest("POST", "/sellers/listings", { title: mug.title })
    assert.strictEqual(status, 400)
    const asked = ({ details }: any) => details.issues.map(({ path, question }: any) => [path, question])
    assert.deepStrictEqual(asked(body.error), asked(byTool))
    assert.lengthOf(asked(byTool), 3)
  })
})

describe("what is another shop's", () => {
  const everyway = async (person: Person, listing_id: string, order_id: string) => {
    const report = { status: "processing" }
    const path = `/sellers/listings/${listing_id}`
    const answers = [
      await person.refused("update_listing", { listing_id, updates: { price: 1 } }),
      await person.refused("delete_listing", { listing_id }),
      await person.refused("update_order_status", { order_id, ...report }),
      await person.rest("GET", path),
      await person.rest("PATCH", path, { price: 1 }),
      await person.rest("PUT", path, { price: 1 }),
      await person.rest("DELETE", path),
      await person.rest("POST", `/sellers/orders/${order_id}/status`, report)
    ]
    return answers.map((answer) => ("body" in answer ? [answer.status, answer.body] : answer))
  }

  it("answers in every tool and at every address exactly like what does not exist", async () => {
    const [mine] = await world.sql(
      (sql) => sql<{ listing: string; order: string }>`SELECT
        (SELECT id FROM listings WHERE shop_id = s.id AND status = 'active' ORDER BY id LIMIT 1) AS listing,
        (SELECT id FROM orders WHERE shop_id = s.id AND status = 'pending' ORDER BY id LIMIT 1) AS order
        FROM shops s JOIN accounts a ON a.id = s.account_id WHERE a.email = 'seller@craftlocal.test'`
    )
    const before = await world.sql((sql) => sql`SELECT * FROM listings WHERE id = ${mine!.listing}`)
    const nothing = await everyway(other, "lst_nothing", "ord_nothing")
    assert.deepStrictEqual(await everyway(other, mine!.listing, mine!.order), nothing)
    assert.deepStrictEqual(await everyway(other, "lst_%00", "ord_%00"), nothing)
    for (const answer of nothing) assert.match(JSON.stringify(answer), /"NOT_FOUND"/)
    assert.deepStrictEqual(await world.sql((sql) => sql`SELECT * FROM listings WHERE id = ${mine!.listing}`), before)
  })

  it("is no shop of this account either", async () => {
    const [shop] = await world.sql(
      (sql) => sql<{ id: string }>`SELECT s.id FROM shops s JOIN accounts a ON a.id = s.account_id
        WHERE a.email = 'seller@craftlocal.test'`
    )
    for (const shop_id of [shop!.id, "shp_nothing", "\0"]) {
      const refusals = [
        await other.refused("create_listing", { ...mug, shop_id }),
        await other.refused("list_my_listings", { shop_id }),
        await other.refused("get_seller_dashboard", { shop_id })
      ]
      for (const { code } of refusals) assert.strictEqual(code, "NOT_FOUND")
    }
    assert.strictEqual((await maker.use("get_seller_dashboard", { shop_id: shop!.id })).dashboard.shop.id, shop!.id)
  })
})

describe("an account with several shops", () => {
  it("sells in the first, or in the one it names", async () => {
    await world.sql(
      (sql) => sql`INSERT INTO shops (id, account_id, name, description, city, return_policy, created_at)
        SELECT 'shp_second', id, 'Clay & Kiln East', '', 'brooklyn', '30 days', now() + interval '1 day'
        FROM accounts WHERE email = 'seller@craftlocal.test'`
    )
    const first = (await maker.use("create_listing", mug)).listing
    const second = (await maker.use("create_listing", { ...mug, shop_id: "shp_second" })).listing
    assert.deepStrictEqual([first.city, second.city], ["chicago", "brooklyn"])
    const { listings } = await maker.use("list_my_listings", { shop_id: "shp_second" })
    assert.deepStrictEqual(
      listings.map(({ id }: any) => id),
      [second.id]
    )
    await maker.use("update_listing", { listing_id: second.id, updates: { price: 5 } })
    await maker.use("delete_listing", { listing_id: second.id })
  })
})

describe("who may not sell", () => {
  const all = [
    ["create_listing", mug],
    ["update_listing", { listing_id: "lst_a", updates: { price: 1 } }],
    ["delete_listing", { listing_id: "lst_a" }],
    ["list_my_listings", {}],
    ["get_seller_dashboard", {}],
    ["update_order_status", { order_id: "ord_a", status: "processing" }]
  ] as const
  const addresses = [
    ["GET", "/sellers/listings"],
    ["POST", "/sellers/listings", mug],
    ["GET", "/sellers/listings/lst_a"],
    ["PATCH", "/sellers/listings/lst_a", { price: 1 }],
    ["PUT", "/sellers/listings/lst_a", { price: 1 }],
    ["DELETE", "/sellers/listings/lst_a"],
    ["GET", "/sellers/dashboard"],
    ["POST", "/sellers/orders/ord_a/status", { status: "processing" }]
  ] as const

  it("an account without a shop is told how to become a seller", async () => {
    const buyer = at(world, await world.token("buyer@craftlocal.test", ...scopes))
    for (const [name, args] of all) {
      const { code, details, message } = await buyer.refused(name, args)
      assert.deepStrictEqual([code, details], ["FORBIDDEN", { role: "seller" }], name)
      assert.match(message, /has no shop.*Ask the operator/, name)
    }
    for (const [method, path, body] of addresses) {
      const answer = await buyer.rest(method, path, body)
      assert.deepStrictEqual([answer.status, answer.body.error.details], [403, { role: "seller" }], path)
      assert.isNull(answer.headers.get("www-authenticate"), path)
    }
  })

  it("an account that is no seller any more cannot use the shop it had", async () => {
    await world.sql((sql) => sql`UPDATE accounts SET roles = '{buyer}' WHERE email = 'seller2@craftlocal.test'`)
    for (const [name, args] of all) assert.strictEqual((await other.refused(name, args)).code, "FORBIDDEN", name)
  })

  it("a token without the scope is asked for it, and a guest to sign in", async () => {
    const poor = at(world, await world.token("seller@craftlocal.test", "openid", "listings.read"))
    const guest = at(world, undefined)
    for (const [name, args] of all.filter(([name]) => name !== "list_my_listings")) {
      assert.strictEqual((await poor.refused(name, args)).code, "FORBIDDEN", name)
      assert.strictEqual((await guest.refused(name, args)).code, "UNAUTHORIZED", name)
    }
    for (const [method, path, body] of addresses) {
      const reads = method === "GET" && path !== "/sellers/dashboard"
      if (!reads) assert.strictEqual((await poor.rest(method, path, body)).status, 403, `${method} ${path}`)
      assert.strictEqual((await guest.rest(method, path, body)).status, 401, `${method} ${path}`)
    }
    assert.isAbove((await poor.use("list_my_listings")).total_count, 0)
  })

  it("a token with seller.manage alone does it all", async () => {
    const full = at(world, await world.token("seller@craftlocal.test", "seller.manage"))
    const { listing } = await full.use("create_listing", mug)
    await full.use("delete_listing", { listing_id: listing.id })
    assert.isAbove((await full.use("get_orders", { role: "seller" })).total_count, 0)
    assert.strictEqual((await full.refused("update_order_status", all[5][1])).code, "NOT_FOUND")
  })
})
