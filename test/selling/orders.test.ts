import { assert, it } from "vitest"
import { dawn, type World } from "../world.ts"
import { inEveryWorld } from "../worlds.ts"
import { at, mug, type Person, scopes } from "./maker.ts"

const address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601", country: "US" }

inEveryWorld("a shop's orders", {}, (world) => {
  let known: Promise<{ maker: Person; buyer: Person; listing: string }> | undefined
  const people = () => (known ??= meet(world()))

  /** Says how it is delivered, sees what that costs, and pays it. */
  const buy = async (buyer: Person, listing_id: string, quantity: number, shipping_method: "standard" | "pickup") => {
    const { checkout_session } = await buyer.use("create_checkout", { listing_id, quantity })
    const session_id = checkout_session.id
    await buyer.use("update_checkout", {
      session_id,
      shipping_method,
      ...(shipping_method === "standard" && { shipping_address: address })
    })
    return (await buyer.use("complete_checkout", { session_id, shipping_method, payment_token: "spt_test_ok" })).order
  }

  /** Somebody buys some of the maker's mugs. */
  const sold = async (quantity = 1, method: "standard" | "pickup" = "standard"): Promise<any> => {
    const { buyer, listing } = await people()
    world().passes("1 second")
    return buy(buyer, listing, quantity, method)
  }
  const read = async (order_id: string) => (await (await people()).buyer.use("get_order_detail", { order_id })).order
  const report = async (order_id: string, said: object) =>
    (await people()).maker.use("update_order_status", { order_id, ...said })
  const refused = async (order_id: string, said: object) =>
    (await people()).maker.refused("update_order_status", { order_id, ...said })

  it("go from paid to delivered as the maker says, and the buyer reads of it", async () => {
    const { id } = await sold()
    assert.strictEqual((await report(id, { status: "processing" })).order.status, "processing")
    const shipped = await report(id, {
      status: "shipped",
      carrier: "U.S.P.S.",
      tracking_number: "9400",
      note: "With care"
    })
    assert.deepInclude(shipped.order, { status: "shipped", carrier: "usps", tracking_number: "9400" })
    assert.match(shipped.order.tracking_url, /^https:\/\/tools\.usps\.com\/.*9400$/)
    assert.match(shipped.message, /is shipped\. The buyer is told, with https:/)
    await report(id, { status: "delivered" })
    const { events, status } = await read(id)
    assert.strictEqual(status, "delivered")
    assert.deepStrictEqual(
      events.map((event: any) => [event.type, event.note]),
      [
        ["confirmed", null],
        ["processing", null],
        ["shipped", "With care"],
        ["delivered", null]
      ]
    )
    const letters = await world().sql(
      (sql) =>
        sql<{ n: number }>`SELECT count(*)::int AS n FROM outbox WHERE element::text LIKE ${`%OrderChanged%${id}%`}`
    )
    assert.strictEqual(letters[0]!.n, 3)
  })

  it("say whose side their reader is on, and only the buyer may call them off", async () => {
    const { id } = await sold()
    const mine = await read(id)
    assert.strictEqual(mine.role, "buyer")
    assert.isNotNull(mine.cancelable_until)
    const theirs = (await (await people()).maker.use("get_order_detail", { order_id: id })).order
    assert.strictEqual(theirs.role, "seller")
    assert.isNull(theirs.cancelable_until)
  })

  it("are not shipped without a carrier and a number, which are asked for", async () => {
    const { id } = await sold()
    const { code, details } = await refused(id, { status: "shipped" })
    assert.strictEqual(code, "VALIDATION_ERROR")
    assert.deepStrictEqual(
      details.issues.map(({ path }: any) => path),
      ["carrier", "tracking_number"]
    )
    for (const { question } of details.issues) assert.match(question, /\?$/)
    const half = await refused(id, { status: "shipped", carrier: "UPS" })
    assert.deepStrictEqual(
      half.details.issues.map(({ path }: any) => path),
      ["tracking_number"]
    )
    assert.strictEqual((await read(id)).status, "pending")
    const evil = await refused(id, { status: "shipped", carrier: "Ann", tracking_url: "javascript:alert(1)" })
    assert.strictEqual(evil.code, "VALIDATION_ERROR")
    await report(id, { status: "shipped", carrier: "Ann's van", tracking_url: "https://van.example/1" })
  })

  it("are fetched where they are picked up: not shipped, but ready", async () => {
    const { id } = await sold(1, "pickup")
    const { code, message } = await refused(id, { status: "shipped", carrier: "UPS", tracking_number: "1" })
    assert.strictEqual(code, "VALIDATION_ERROR")
    assert.match(message, /ready_for_pickup/)
    assert.strictEqual((await report(id, { status: "ready_for_pickup" })).order.status, "ready_for_pickup")
    assert.strictEqual((await refused(id, { status: "processing" })).code, "CONFLICT")
    await report(id, { status: "delivered" })
  })

  it("do not go back, and what is known already is told to nobody again", async () => {
    const { id } = await sold()
    const parcel = { status: "shipped", carrier: "UPS", tracking_number: "1Z" }
    await report(id, parcel)
    const again = await report(id, parcel)
    assert.match(again.message, /already/)
    assert.lengthOf((await read(id)).events, 2)
    for (const status of ["processing", "ready_for_pickup"]) {
      assert.include(["CONFLICT", "VALIDATION_ERROR"], (await refused(id, { status })).code)
    }
    const corrected = await report(id, { ...parcel, tracking_number: "2Z" })
    assert.strictEqual(corrected.order.tracking_number, "2Z")
    assert.strictEqual((await read(id)).status, "shipped")
  })

  it("are named by their number too, over REST as well", async () => {
    const { confirmation_number, id } = await sold()
    const { maker } = await people()
    const { body, status } = await maker.rest("POST", `/sellers/orders/${confirmation_number}/status`, {
      status: "processing"
    })
    assert.deepStrictEqual([status, body.order.id, body.order.status], [200, id, "processing"])
    const missing = await maker.rest("POST", `/sellers/orders/${id}/status`, { status: "shipped" })
    assert.strictEqual(missing.status, 400)
    assert.lengthOf(missing.body.error.details.issues, 2)
  })

  it("are what get_orders shows an account that only sells, and one that buys as well when it asks for them", async () => {
    const { buyer, maker } = await people()
    const { id } = await sold()
    const sales = await maker.use("get_orders")
    assert.strictEqual(sales.orders[0].id, id)
    assert.isNull(sales.orders[0].seller)
    assert.isString(sales.orders[0].buyer.name)
    assert.strictEqual((await maker.use("get_orders", { role: "buyer" })).total_count, 0)
    assert.strictEqual((await buyer.use("get_orders", { role: "seller" })).total_count, 0)
    const [other] = await world().sql(
      (sql) => sql<{ id: string }>`SELECT l.id FROM listings l JOIN shops s ON s.id = l.shop_id
        JOIN accounts a ON a.id = s.account_id WHERE a.email = 'seller2@craftlocal.test' AND l.status = 'active'
        AND l.stock > 0 AND l.pickup_enabled AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) LIMIT 1`
    )
    await buy(maker, other!.id, 1, "pickup")
    assert.strictEqual((await maker.use("get_orders")).orders[0].seller.shop_name, "Halyard Goods")
    assert.strictEqual((await maker.use("get_orders", { role: "seller" })).orders[0].id, id)
  })

  it("add up on the dashboard to the cent, without what was canceled and what went back", async () => {
    const { buyer, maker } = await people()
    const dashboard = async (time_period = "7d") => (await maker.use("get_seller_dashboard", { time_period })).dashboard
    const before = await dashboard()
    const [two, canceled, refunded] = [await sold(2), await sold(3), await sold(1)]
    await buyer.use("cancel_order", { order_id: canceled.id })
    await world().sql((sql) => sql`UPDATE orders SET refunded = 100 WHERE id = ${refunded.id}`)
    const after = await dashboard()
    const cents = (dollars: number) => Math.round(dollars * 100)
    assert.strictEqual(
      cents(after.total_sales) - cents(before.total_sales),
      cents(two.total) + cents(refunded.total) - 100
    )
    assert.strictEqual(after.sales_count - before.sales_count, 2)
    assert.strictEqual(after.pending_orders - before.pending_orders, 2)
    const today = (dashboard: any) => dashboard.sales_chart.at(-1)
    assert.strictEqual(today(after).date, dawn.toISOString().slice(0, 10))
    assert.strictEqual(
      cents(today(after).amount) - cents(today(before).amount),
      cents(two.total) + cents(refunded.total) - 100
    )
    assert.deepInclude(after.recent_orders[0], { total: refunded.total, status: "pending" })
    assert.include(
      after.orders_to_do.map((each: any) => each.order_id),
      two.id
    )
    assert.notInclude(
      after.orders_to_do.map((each: any) => each.order_id),
      canceled.id
    )
    for (const period of ["7d", "30d", "90d", "1y"]) {
      const { sales_chart, total_sales } = await dashboard(period)
      const sum = sales_chart.reduce((sum: number, { amount }: any) => sum + cents(amount), 0)
      assert.strictEqual(sum, cents(total_sales), period)
    }
    const best = (await dashboard()).top_products
    assert.deepStrictEqual(
      best.map(({ revenue }: any) => revenue),
      best.map(({ revenue }: any) => revenue).sort((one: number, other: number) => other - one)
    )
    assert.include(
      best.map(({ title }: any) => title),
      mug.title
    )
  })

  it("and what runs low is told: three pieces or fewer, the sold out first", async () => {
    const { listing, maker } = await people()
    await maker.use("update_listing", { listing_id: listing, updates: { stock: 3 } })
    const { low_stock } = (await maker.use("get_seller_dashboard")).dashboard
    assert.deepInclude(low_stock, { listing_id: listing, title: mug.title, stock: 3, has_variants: false })
    const stocks = low_stock.map(({ stock }: any) => stock)
    assert.deepStrictEqual(stocks, [...stocks].sort())
    assert.match(await maker.hear("get_seller_dashboard"), /Only 3 left: Speckled stoneware mug/)
    await maker.use("update_listing", { listing_id: listing, updates: { stock: 4 } })
    assert.notMatch(await maker.hear("get_seller_dashboard"), /left: Speckled stoneware mug/)
  })
})

const meet = async (world: World) => {
  const maker = at(world, await world.token("seller@craftlocal.test", ...scopes))
  const buyer = at(world, await world.token("guest-buyer@craftlocal.test", "orders.read", "orders.write"))
  const made = await maker.use("create_listing", { ...mug, stock: 90, shipping_enabled: true, shipping_cost: 5 })
  return { maker, buyer, listing: made.listing.id as string }
}
