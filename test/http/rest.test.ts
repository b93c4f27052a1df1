import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openWorld, type World } from "./restWorld.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const chicago = { line1: "2 State St", city: "Chicago", state: "IL", zip: "60601" }
const paying = { shipping_address: chicago, shipping_method: "standard", email: "guest@example.com" }
const key = (name: string) => ({ headers: { "idempotency-key": name } })

const open = async (listing: string, token?: string) =>
  (await world.post("/api/v1/checkouts", { listing_id: listing }, { token })).body.checkout_session

describe("browsing", () => {
  it("finds listings by q, tags by comma, and leaves out what is empty or unknown", async () => {
    const { body, status } = await world.get(
      "/api/v1/listings/search?q=mug&tags=gift,mug&in_stock=&price_max=&shop_id=&color=blue&limit=2"
    )
    expect(status).toBe(200)
    expect(body.listings).toMatchObject([{ id: "lst_mug", price: 28, in_stock: true, seller: { city: "Chicago" } }])
    expect(body).toMatchObject({ total_count: 1, has_more: false, facets: { categories: [{ slug: "ceramics" }] } })
    const repeated = await world.get("/api/v1/listings/search?query=mug&tags=gift&tags=mug")
    expect(repeated.body.total_count).toBe(1)
  })

  it("filters, sorts and pages", async () => {
    const cheap = await world.get("/api/v1/listings/search?price_max=50&sort_by=price_desc&limit=1&offset=1")
    expect(cheap.body).toMatchObject({ listings: [{ id: "lst_mug" }], total_count: 3, has_more: true })
  })

  it("shows one listing, the categories, the cities and the payment providers", async () => {
    expect((await world.get("/api/v1/listings/lst_mug")).body.listing).toMatchObject({ id: "lst_mug", price: 28 })
    expect((await world.get("/api/v1/categories")).body.categories[0]).toMatchObject({ slug: "ceramics", listings: 2 })
    expect((await world.get("/api/v1/cities")).body.cities).toHaveLength(2)
    expect((await world.get("/api/v1/payment/providers")).body.providers).toMatchObject([{ id: "test", test: true }])
  })
})

describe("from a basket to a paid order", () => {
  it("a guest collects from two shops, agrees to the total, and pays once", async () => {
    const added = await world.post("/api/v1/basket/items", { listing_id: "lst_bowl" })
    const { cart_id } = added.body
    await world.post("/api/v1/basket/items", { cart_id, listing_id: "lst_scarf", quantity: 2 })
    await world.ask("PATCH", "/api/v1/basket/items", { body: { cart_id, listing_id: "lst_scarf", quantity: 1 } })
    const basket = await world.get(`/api/v1/basket?cart_id=${cart_id}`)
    expect(basket.body).toMatchObject({ cart_id, lines: [{ quantity: 1 }, { quantity: 1 }], subtotal: 109.99 })

    const opened = await world.post("/api/v1/orders/checkout", { cart_id })
    expect(opened.status).toBe(201)
    const { id } = opened.body.checkout_session
    const body = { ...paying, payment_token: "spt_test_ok" }
    const first = await world.post(`/api/v1/checkouts/${id}/complete`, body)
    expect(first.status).toBe(409)
    expect(first.body.error.code).toBe("CONFLICT")
    const read = await world.get(`/api/v1/checkouts/${id}`)
    expect(read.body.checkout_session).toMatchObject({ status: "ready", total: first.body.error.details.total })

    const paid = await world.post(`/api/v1/checkouts/${id}/complete`, body)
    expect(paid.status).toBe(200)
    expect(paid.body.order).toMatchObject({ total: first.body.error.details.total, payment_status: "succeeded" })
    expect(paid.body.orders).toHaveLength(2)
    const again = await world.post(`/api/v1/checkouts/${id}/complete`, body)
    expect(again.body.order).toEqual(paid.body.order)
    const kept = await world.get(`/api/v1/basket?cart_id=${cart_id}`)
    expect(kept.body.lines).toHaveLength(2)
  })

  it("an account's address is filled in, its latest basket is meant, and its order is in its list", async () => {
    const token = await world.token("acc_ada")
    await world.post("/api/v1/basket/items", { listing_id: "lst_bowl", quantity: 3 }, { token })
    const opened = await world.post("/api/v1/orders/checkout", undefined, { token })
    expect(opened.body.checkout_session).toMatchObject({ email: "ada@craftlocal.test", status: "ready" })
    const { id, total } = opened.body.checkout_session
    const paid = await world.post(`/api/v1/checkouts/${id}/complete`, { payment_token: "tok_test_ok" }, { token })
    expect(paid.body.order.total).toBe(total)
    const list = await world.get("/api/v1/orders?status=pending", { token })
    expect(list.body).toMatchObject({ orders: [{ id: paid.body.order.id, total }], total_count: 1 })
    const detail = await world.get(`/api/v1/orders/${paid.body.order.id}`, { token })
    expect(detail.body.order).toMatchObject({ total, shipping_address: { city: "Portland" } })
    const stranger = await world.token("acc_bob")
    expect((await world.get(`/api/v1/orders/${paid.body.order.id}`, { token: stranger })).status).toBe(404)
  })

  it("removes by the query and by the body", async () => {
    const { cart_id } = (await world.post("/api/v1/basket/items", { listing_id: "lst_bowl" })).body
    const line = `cart_id=${cart_id}&listing_id=lst_bowl`
    expect((await world.ask("DELETE", `/api/v1/basket/items?${line}`)).body.lines).toEqual([])
    const body = { cart_id, listing_id: "lst_bowl" }
    expect((await world.ask("DELETE", "/api/v1/basket/items", { body })).status).toBe(200)
  })

  it("a checkout is changed, canceled, and then stays as it is", async () => {
    const { id } = await open("lst_bowl")
    const revised = await world.post(`/api/v1/checkouts/${id}`, {
      lines: [{ listing_id: "lst_bowl", quantity: 2 }],
      discount_codes: ["WELCOME10", "NOPE"],
      shipping_method: "pickup"
    })
    expect(revised.body.checkout_session).toMatchObject({
      quantity: 2,
      subtotal: 120,
      discount: 12,
      discounts: { applied: [{ code: "WELCOME10", amount: 12 }], rejected: [{ code: "NOPE" }] }
    })
    const canceled = await world.post(`/api/v1/checkouts/${id}/cancel`)
    expect(canceled.body.checkout_session.status).toBe("canceled")
    const late = await world.post(`/api/v1/checkouts/${id}`, { email: "a@b.co" })
    expect([late.status, late.body.error.code]).toEqual([409, "CONFLICT"])
  })

  it("a declined token leaves the checkout open; another one pays it", async () => {
    const { id } = await open("lst_bowl", await world.token("acc_ada"))
    const token = await world.token("acc_ada")
    const complete = (payment_token: string) =>
      world.post(`/api/v1/checkouts/${id}/complete`, { payment_token }, { token })
    const declined = await complete("spt_test_declined")
    expect([declined.status, declined.body.error.code]).toEqual([402, "PAYMENT_FAILED"])
    const read = await world.get(`/api/v1/checkouts/${id}`, { token })
    expect(read.body.checkout_session.status).toBe("ready")
    expect((await complete("spt_test_ok")).status).toBe(200)
  })

  it("a bank's challenge is answered by completing again with its result", async () => {
    const token = await world.token("acc_ada")
    const { id } = await open("lst_scarf", token)
    const body = { payment_token: "spt_test_3ds" }
    const asked = await world.post(`/api/v1/checkouts/${id}/complete`, body, { token })
    expect(asked.body.order).toBeUndefined()
    expect(asked.body.checkout_session).toMatchObject({ status: "authentication_required" })
    const result = { ...body, authentication_result: { outcome: "authenticated" } }
    const paid = await world.post(`/api/v1/checkouts/${id}/complete`, result, { token })
    expect(paid.body.order.payment_status).toBe("succeeded")
  })

  it("a provider that is down is told as such, with when to try again", async () => {
    const token = await world.token("acc_ada")
    const { id } = await open("lst_scarf", token)
    const down = await world.post(`/api/v1/checkouts/${id}/complete`, { payment_token: "spt_test_down" }, { token })
    expect([down.status, down.body.error.code, down.headers.get("retry-after")]).toEqual([503, "UNAVAILABLE", "5"])
  })
})

describe("who may see what", () => {
  it("somebody else's checkout and basket are not there", async () => {
    const ada = await world.token("acc_ada")
    const bob = await world.token("acc_bob")
    const { id } = await open("lst_bowl", ada)
    const { cart_id } = (await world.post("/api/v1/basket/items", { listing_id: "lst_bowl" }, { token: ada })).body
    const unknown = (await world.get("/api/v1/checkouts/chk_nobody", { token: bob })).text
    for (const token of [bob, undefined]) {
      const refused = await world.get(`/api/v1/checkouts/${id}`, { token })
      expect([refused.status, refused.text]).toEqual([404, unknown])
      expect((await world.post(`/api/v1/checkouts/${id}/cancel`, undefined, { token })).status).toBe(404)
      expect((await world.get(`/api/v1/basket?cart_id=${cart_id}`, { token })).status).toBe(404)
      expect((await world.post("/api/v1/checkouts", { cart_id }, { token })).status).toBe(404)
    }
  })

  it("orders need orders.read: a guest is asked to sign in, a narrow token is told the scope", async () => {
    const metadata = 'resource_metadata="http://localhost:3001/.well-known/oauth-protected-resource/mcp"'
    const guest = await world.get("/api/v1/orders")
    expect([guest.status, guest.body.error.code]).toEqual([401, "UNAUTHORIZED"])
    expect(guest.headers.get("www-authenticate")).toBe(`Bearer scope="orders.read", ${metadata}`)
    const narrow = await world.get("/api/v1/orders", { token: await world.token("acc_ada", ["listings.read"]) })
    expect([narrow.status, narrow.body.error.code]).toEqual([403, "FORBIDDEN"])
    expect(narrow.body.error.details).toEqual({ scopes: ["orders.read"] })
    const bad = await world.get("/api/v1/listings/search", { token: "stolen" })
    expect([bad.status, bad.headers.get("www-authenticate")]).toEqual([
      401,
      `Bearer error="invalid_token", error_description="The token is not known. Sign in and try again.", ${metadata}`
    ])
  })
})

describe("the same write again", () => {
  it("with the same key and body has one effect and one answer", async () => {
    const first = await world.post("/api/v1/basket/items", { listing_id: "lst_bowl" }, key("k 1"))
    const second = await world.post("/api/v1/basket/items", { listing_id: "lst_bowl" }, key("k 1"))
    expect(second.body).toEqual(first.body)
    expect(first.headers.get("idempotent-replayed")).toBeNull()
    expect(second.headers.get("idempotent-replayed")).toBe("true")
    expect(second.headers.get("idempotency-key")).toBe("k 1")
    const carts = await world.rows((sql) => sql`SELECT 1 FROM carts WHERE id = ${first.body.cart_id}`)
    expect(carts).toHaveLength(1)
  })

  it("with the same key and another body is refused", async () => {
    await world.post("/api/v1/basket/items", { listing_id: "lst_bowl" }, key("k2"))
    const reused = await world.post("/api/v1/basket/items", { listing_id: "lst_scarf" }, key("k2"))
    expect([reused.status, reused.body.error.code]).toEqual([422, "CONFLICT"])
  })

  it("a payment and its repetition are one order, and a refusal is told again too", async () => {
    const token = await world.token("acc_ada")
    const { id } = await open("lst_scarf", token)
    const path = `/api/v1/checkouts/${id}/complete`
    const declined = { payment_token: "spt_test_insufficient" }
    const refused = await world.post(path, declined, { token, ...key("p0") })
    const toldAgain = await world.post(path, declined, { token, ...key("p0") })
    expect(toldAgain.body).toEqual(refused.body)
    expect(toldAgain.headers.get("idempotent-replayed")).toBe("true")
    const body = { payment_token: "spt_test_ok" }
    const [one, other] = await Promise.all([
      world.post(path, body, { token, ...key("p1") }),
      world.post(path, body, { token, ...key("p1") })
    ])
    const orders = await world.rows((sql) => sql`SELECT 1 FROM orders WHERE checkout_id = ${id}`)
    expect(orders).toHaveLength(1)
    expect([one.status, other.status].sort()).toEqual(expect.arrayContaining([200]))
    const replay = await world.post(path, body, { token, ...key("p1") })
    expect(replay.headers.get("idempotent-replayed")).toBe("true")
  })

  it("every write leaves its trace", async () => {
    const { id } = await open("lst_bowl")
    const traces = await world.rows<{ action: string; channel: string }>(
      (sql) => sql`SELECT action, channel FROM audit WHERE subject = ${id}`
    )
    expect(traces).toEqual([{ action: "checkouts.open", channel: "rest" }])
  })
})

describe("bad input, always in the one shape", () => {
  const json = (body: string, type = "application/json") => ({ body, headers: { "content-type": type } })
  type Case = readonly [string, string, string, object, number, string, string?]
  const cases: ReadonlyArray<Case> = [
    ["a number that is none", "GET", "/listings/search?limit=NaN", {}, 400, "VALIDATION_ERROR", "limit"],
    ["an endless number", "GET", "/listings/search?price_min=Infinity", {}, 400, "VALIDATION_ERROR", "price_min"],
    ["an overflowing number", "GET", "/listings/search?price_max=1e999", {}, 400, "VALIDATION_ERROR", "price_max"],
    ["a negative price", "GET", "/listings/search?price_min=-1", {}, 400, "VALIDATION_ERROR", "price_min"],
    ["a page too large", "GET", "/listings/search?limit=51", {}, 400, "VALIDATION_ERROR", "limit"],
    ["half a page", "GET", "/listings/search?limit=1.5", {}, 400, "VALIDATION_ERROR", "limit"],
    ["a vague boolean", "GET", "/listings/search?in_stock=yes", {}, 400, "VALIDATION_ERROR", "in_stock"],
    ["an unknown sort", "GET", "/listings/search?sort_by=best", {}, 400, "VALIDATION_ERROR", "sort_by"],
    ["endless words", "GET", `/listings/search?q=${"a".repeat(300)}`, {}, 400, "VALIDATION_ERROR", "query"],
    ["no JSON", "POST", "/checkouts", json("{"), 400, "VALIDATION_ERROR", ""],
    ["a JSON array", "POST", "/checkouts", json("[1]"), 400, "VALIDATION_ERROR"],
    ["null", "POST", "/basket/items", json("null"), 400, "VALIDATION_ERROR", ""],
    ["a form", "POST", "/checkouts", json("a=1", "application/x-www-form-urlencoded"), 415, "VALIDATION_ERROR"],
    ["2 MiB", "POST", "/checkouts", json(`"${"x".repeat(2 ** 21)}"`), 413, "VALIDATION_ERROR"],
    ["nothing to buy", "POST", "/checkouts", json("{}"), 400, "VALIDATION_ERROR", "listing_id"],
    [
      "a word as a quantity",
      "POST",
      "/basket/items",
      json(`{"listing_id":"lst_bowl","quantity":"two"}`),
      400,
      "VALIDATION_ERROR",
      "quantity"
    ],
    [
      "none of it",
      "POST",
      "/basket/items",
      json(`{"listing_id":"lst_bowl","quantity":0}`),
      400,
      "VALIDATION_ERROR",
      "quantity"
    ],
    ["no variant", "POST", "/basket/items", json(`{"listing_id":"lst_mug"}`), 400, "VALIDATION_ERROR", "variant"],
    ["too many", "POST", "/basket/items", json(`{"listing_id":"lst_bowl","quantity":99}`), 409, "OUT_OF_STOCK"],
    ["no token", "POST", "/checkouts/chk_x/complete", json("{}"), 400, "VALIDATION_ERROR", "payment_token"],
    [
      "a bad zip",
      "POST",
      "/checkouts/chk_x",
      json(`{"shipping_address":{"line1":"1","city":"C","state":"IL","zip":7}}`),
      400,
      "VALIDATION_ERROR",
      "shipping_address.zip"
    ],
    [
      "an empty key",
      "POST",
      "/checkouts",
      { ...json("{}"), headers: { "idempotency-key": "" } },
      400,
      "VALIDATION_ERROR",
      "idempotency-key"
    ],
    [
      "a long key",
      "POST",
      "/checkouts",
      { ...json("{}"), headers: { "idempotency-key": "k".repeat(256) } },
      400,
      "VALIDATION_ERROR",
      "idempotency-key"
    ],
    ["an unknown listing", "GET", "/listings/lst_nobody", {}, 404, "NOT_FOUND"],
    ["an impossible id", "GET", "/listings/%00", {}, 404, "NOT_FOUND"],
    ["an endless id", "GET", `/listings/${"x".repeat(4000)}`, {}, 404, "NOT_FOUND"],
    ["an unknown cart", "GET", "/basket?cart_id=crt_nobody", {}, 404, "NOT_FOUND"],
    ["an unknown address", "GET", "/nothing", {}, 404, "NOT_FOUND"],
    ["the wrong method", "PUT", "/basket", {}, 405, "VALIDATION_ERROR"],
    ["Basic credentials", "GET", "/categories", { headers: { authorization: "Basic YTpi" } }, 401, "UNAUTHORIZED"]
  ]

  it.each(cases.map((each) => [each[0], each] as const))("%s", async (_, each) => {
    const [, method, path, asking, status, code, field] = each
    const told = await world.ask(method, `/api/v1${path}`, asking)
    expect([told.status, told.body?.error.code]).toEqual([status, code])
    expect(Object.keys(told.body)).toEqual(["error"])
    expect(Object.keys(told.body.error)).toEqual(["code", "message", "details"])
    expect(told.body.error.message).not.toMatch(/SELECT|at .*\.ts|Effect/)
    if (field !== undefined) expect(told.body.error.details.issues.map((issue: any) => issue.path)).toContain(field)
  })

  it("impossible ids answer like unknown ones, byte for byte", async () => {
    const unknown = await world.get("/api/v1/listings/lst_nobody")
    for (const id of ["%00", "'; DROP TABLE listings", "x".repeat(4000), "lst_%F0%9F%98%80"]) {
      expect((await world.get(`/api/v1/listings/${id}`)).text).toBe(unknown.text)
    }
  })

  it("a fault of ours says nothing about us", async () => {
    await world.rows((sql) => sql`ALTER TABLE reviews RENAME TO opinions`)
    const told = await world.get("/api/v1/listings/lst_bowl")
    await world.rows((sql) => sql`ALTER TABLE opinions RENAME TO reviews`)
    expect([told.status, told.body.error.code]).toEqual([500, "INTERNAL_ERROR"])
    expect(told.text).not.toMatch(/reviews|relation/)
  })
})

it("a caller who asks too often is told when to come back", async () => {
  const busy = await openWorld({ perMinute: 2 })
  await busy.get("/api/v1/cities")
  await busy.get("/api/v1/cities")
  const told = await busy.get("/api/v1/cities")
  await busy.close()
  expect([told.status, told.body.error.code, told.headers.get("retry-after")]).toEqual([429, "RATE_LIMITED", "60"])
}, 60_000)
