import { assert, it } from "vitest"
import type { World } from "../world.ts"
import { inEveryWorld } from "../worlds.ts"
import { at, mug, type Person, scopes } from "./maker.ts"

inEveryWorld("a maker's listings", {}, (world) => {
  let known: Promise<Person> | undefined
  const maker = () => (known ??= signIn(world(), "seller@craftlocal.test"))
  const guest = () => at(world(), undefined)

  const made = async (more: object = {}) => (await (await maker()).use("create_listing", { ...mug, ...more })).listing
  const counted = async (slug: string) => {
    const { categories } = await guest().use("list_categories")
    return categories.find((each: any) => each.slug === slug).listings
  }
  const found = async (query: string) => {
    const { listings } = await guest().use("search_listings", { query, limit: 50 })
    return listings.map(({ id }: any) => id)
  }
  const fed = async (id: string) => (await (await world().fetch("/feed/products.jsonl")).text()).includes(id)
  const feedTag = async () => (await world().fetch("/feed/products.jsonl", { method: "HEAD" })).headers.get("etag")

  it("a new one is found at once: by words, in its category's count, in the feed, on its page", async () => {
    const [before, tag] = [await counted("ceramics"), await feedTag()]
    const listing = await made({
      title: "Quokkaware stoneware mug",
      stock: 4,
      shipping_enabled: true,
      shipping_cost: 6
    })
    assert.deepInclude(listing, { status: "active", price: 28, stock: 4, category: "ceramics", city: "chicago" })
    assert.deepStrictEqual(await found("quokkaware"), [listing.id])
    assert.strictEqual(await counted("ceramics"), before + 1)
    assert.isTrue(await fed(listing.id))
    assert.notStrictEqual(await feedTag(), tag)
    assert.strictEqual((await world().fetch(new URL(listing.url).pathname)).status, 200)
    const { listing: shown } = await guest().use("get_listing", { listing_id: listing.id })
    assert.deepInclude(shown, { shipping_enabled: true, shipping_cost: 6, pickup_enabled: true, lead_time_days: 1 })
    assert.match(shown.images[0], /^http:\/\/localhost:3001\/images\/[0-9a-f]{64}\.webp$/)
  })

  it("one that is changed is found as it is now, and can be bought for what it costs now", async () => {
    const { id } = await made({ title: "Numbat lamp of clay" })
    const updates = { title: "Potoroo lamp of clay", price: 30.5, stock: 6, category: "Home Decor", tags: ["lamp"] }
    const { listing, message } = await (await maker()).use("update_listing", { listing_id: id, updates })
    assert.deepInclude(listing, { title: "Potoroo lamp of clay", price: 30.5, stock: 6, category: "home-decor" })
    assert.match(message, /Potoroo lamp of clay is for sale, \$30\.50, 6 in stock/)
    assert.deepStrictEqual(await found("potoroo"), [id])
    assert.notInclude(await found("numbat"), id)
    const { checkout_session } = await guest().use("create_checkout", { listing_id: id, quantity: 2 })
    assert.strictEqual(checkout_session.subtotal, 61)
  })

  it("one that is deleted is gone for everybody but its shop, which keeps it with the reason", async () => {
    const { id } = await made({ title: "Bettong bowl of clay" })
    const before = await counted("ceramics")
    const person = await maker()
    const gone = { listing_id: id, reason: "the kiln broke" }
    const { success, message } = await person.use("delete_listing", gone)
    assert.isTrue(success)
    assert.match(message, /Bettong bowl of clay is deleted/)
    assert.notInclude(await found("bettong"), id)
    assert.strictEqual(await counted("ceramics"), before - 1)
    assert.isFalse(await fed(id))
    assert.strictEqual((await guest().refused("get_listing", { listing_id: id })).code, "NOT_FOUND")
    assert.strictEqual((await guest().refused("create_checkout", { listing_id: id })).code, "NOT_FOUND")
    assert.strictEqual(
      (await person.refused("update_listing", { listing_id: id, updates: { price: 1 } })).code,
      "NOT_FOUND"
    )
    assert.isTrue((await person.use("delete_listing", { listing_id: id })).success)
    const kept = await world().sql((sql) => sql`SELECT status, removal_reason, channel FROM listings WHERE id = ${id}`)
    assert.deepStrictEqual(kept, [{ status: "deleted", removal_reason: "the kiln broke", channel: "mcp" }])
    const all = await person.use("list_my_listings", { query: "bettong" })
    assert.deepStrictEqual([all.total_count, all.listings], [0, []])
    const { listings } = await person.use("list_my_listings", { query: "bettong", status: "deleted" })
    assert.deepStrictEqual(
      listings.map((each: any) => each.id),
      [id]
    )
  })

  it("a draft is its maker's alone until it is put up", async () => {
    const { id, status } = await made({ title: "Wombat plate of clay", status: "draft", images: undefined })
    assert.strictEqual(status, "draft")
    assert.notInclude(await found("wombat"), id)
    const person = await maker()
    assert.strictEqual(
      (await person.refused("update_listing", { listing_id: id, updates: { status: "sold" } })).code,
      "VALIDATION_ERROR"
    )
    const said = await person.hear("update_listing", { listing_id: id, updates: { status: "active" } })
    assert.match(said, /is for sale/)
    assert.match(said, /no pictures yet: ask the maker for photos/)
    assert.deepStrictEqual(await found("wombat"), [id])
    await person.use("update_listing", { listing_id: id, updates: { status: "sold" } })
    assert.notInclude(await found("wombat"), id)
    assert.strictEqual((await guest().use("get_listing", { listing_id: id })).listing.status, "sold")
    assert.strictEqual((await guest().refused("create_checkout", { listing_id: id })).code, "OUT_OF_STOCK")
  })

  it("sold out is stock 0: it stays on show, and nobody can buy it", async () => {
    const { id } = await made({ title: "Bilby cup of clay", stock: 2 })
    const person = await maker()
    await person.use("update_listing", { listing_id: id, updates: { stock: 0 } })
    assert.deepStrictEqual(await found("bilby"), [id])
    assert.strictEqual((await guest().refused("create_checkout", { listing_id: id })).code, "OUT_OF_STOCK")
    assert.match(await person.hear("list_my_listings", { query: "bilby" }), /0 in stock/)
  })

  it("a stock set by hand outdates what the shop's own system counted before", async () => {
    const { id } = await made({ title: "Dunnart dish of clay" })
    await (await maker()).use("update_listing", { listing_id: id, updates: { stock: 5 } })
    const [row] = await world().sql(
      (sql) => sql<{ counted_at: Date }>`SELECT counted_at FROM stock_reports WHERE listing_id = ${id}`
    )
    assert.isTrue(row!.counted_at instanceof Date)
  })

  it("are listed newest first, page by page, by status and by words", async () => {
    const person = await maker()
    const { listings, total_count, has_more } = await person.use("list_my_listings", { limit: 5 })
    assert.lengthOf(listings, 5)
    assert.isTrue(has_more)
    const next = await person.use("list_my_listings", { limit: 50, offset: 5 })
    assert.lengthOf(next.listings, total_count - 5)
    assert.isFalse(next.has_more)
    const times = [...listings, ...next.listings].map((each: any) => each.created_at)
    assert.deepStrictEqual(times, [...times].sort().reverse())
    const drafts = await person.use("list_my_listings", { status: "draft", limit: 50 })
    assert.isAbove(drafts.total_count, 0)
    for (const { status } of drafts.listings) assert.strictEqual(status, "draft")
    const nothing = await person.hear("list_my_listings", { query: "zzzz'; DROP TABLE listings; --" })
    assert.match(nothing, /no such listings/)
  })

  it("with variants: their stock is theirs, and none may become free", async () => {
    const person = await maker()
    const [row] = await world().sql(
      (sql) => sql<{ id: string }>`SELECT l.id FROM listings l JOIN shops s ON s.id = l.shop_id
        JOIN accounts a ON a.id = s.account_id WHERE a.email = 'seller@craftlocal.test' AND l.status = 'active'
        AND EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY l.id LIMIT 1`
    )
    const listing_id = row!.id
    await world().sql(
      (sql) => sql`UPDATE variants SET price_delta = -400 WHERE listing_id = ${listing_id} AND position = (
      SELECT min(position) FROM variants WHERE listing_id = ${listing_id})`
    )
    const { details } = await person.refused("update_listing", { listing_id, updates: { stock: 3, price: 4 } })
    assert.deepStrictEqual(
      details.issues.map((each: any) => each.path),
      ["updates.stock", "updates.price"]
    )
    assert.match(details.issues[0].message, /webhooks\/inventory/)
    await person.use("update_listing", { listing_id, updates: { price: 4.01 } })
  })

  it("pictures of ours are kept as they are, in the order they are sent back", async () => {
    const person = await maker()
    const two = ["https://pictures.example/1.jpg", "https://pictures.example/2.jpg"]
    const { id, images } = await made({ title: "Kowari vase of clay", images: two })
    const { listing } = await person.use("update_listing", {
      listing_id: id,
      updates: { images: [images[1], images[0]] }
    })
    assert.deepStrictEqual(listing.images, [images[1], images[0]])
    const wrong = [
      "http://pictures.example/1.jpg",
      "file:///etc/passwd",
      "javascript:alert(1)",
      "/etc/passwd",
      "/images/../x"
    ]
    for (const image of wrong) {
      const { code, details } = await person.refused("update_listing", { listing_id: id, updates: { images: [image] } })
      assert.deepStrictEqual([code, details.issues[0].path], ["VALIDATION_ERROR", "updates.images.0"], image)
    }
  })

  it("the same call with the same key makes one listing and one trace", async () => {
    const person = await maker()
    const call = { ...mug, title: "Quoll jug of clay", idempotency_key: "a-key-for-a-quoll-jug" }
    const [one, again] = [await person.use("create_listing", call), await person.use("create_listing", call)]
    assert.deepStrictEqual(again, one)
    assert.deepStrictEqual(await found("quoll"), [one.listing.id])
    const traces = await world().sql(
      (sql) =>
        sql<{ action: string; channel: string }>`SELECT action, channel FROM audit WHERE subject = ${one.listing.id}`
    )
    assert.deepStrictEqual(traces, [{ action: "create_listing", channel: "mcp" }])
    assert.strictEqual((await person.refused("create_listing", { ...call, price: 1 })).code, "CONFLICT")
  })

  it("what is missing comes back as questions, and what is wrong with what would be right", async () => {
    const person = await maker()
    const nothing = await person.refused("create_listing", {})
    assert.strictEqual(nothing.code, "VALIDATION_ERROR")
    assert.deepStrictEqual(
      nothing.details.issues.map(({ path, question }: any) => [path, /\?$/.test(question)]),
      [
        ["title", true],
        ["description", true],
        ["price", true],
        ["category_id", true]
      ]
    )
    assert.match(nothing.message, /What does it cost, in US dollars\?/)
    const { category_id: _, ...uncategorized } = mug
    const [which] = (await person.refused("create_listing", uncategorized)).details.issues
    assert.match(`${which.question} ${which.message}`, /Which category .*ceramics, glass/)
    const blank = await person.refused("create_listing", { ...mug, category_id: " " })
    assert.deepStrictEqual(blank.details.issues, [which])
    const { details } = await person.refused("create_listing", { ...mug, category_id: "pots", city: "Atlantis" })
    assert.deepStrictEqual(
      details.issues.map((each: any) => each.path),
      ["category_id", "city_id"]
    )
    assert.match(details.issues[1].message, /Expected one of .*chicago/)
    assert.match((await person.refused("update_listing", { listing_id: "lst_x", updates: {} })).code, /NOT_FOUND/)
    const { id } = await made()
    assert.match(
      (await person.refused("update_listing", { listing_id: id, updates: {} })).message,
      /^updates: say what to change/
    )
  })

  it("a category and a city may be said by name, under either field", async () => {
    const { category_id: _, ...rest } = mug
    const { listing } = await (await maker()).use("create_listing", {
      ...rest,
      category: "Home Decor",
      city: "Austin, TX"
    })
    assert.deepInclude(listing, { category: "home-decor", city: "austin" })
  })
})

const signIn = async (world: World, email: string) => at(world, await world.token(email, ...scopes))
