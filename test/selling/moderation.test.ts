import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../world.ts"
import { at, mug, type Person, scopes } from "./maker.ts"

let world: World
let maker: Person
let admin: Person
let guest: Person
beforeAll(async () => {
  world = await openWorld({ moderation: true })
  maker = at(world, await world.token("seller@craftlocal.test", ...scopes))
  admin = at(world, await world.token("admin@craftlocal.test", "admin"))
  guest = at(world, undefined)
})
afterAll(() => world.dispose())

const made = async (more: object = {}) => (await maker.use("create_listing", { ...mug, ...more })).listing
const update = async (listing_id: string, updates: object) =>
  (await maker.use("update_listing", { listing_id, updates })).listing
const judge = (id: string, verdict: object) => admin.rest("POST", `/admin/listings/${id}/review`, verdict)
const approved = async (more: object = {}) => {
  const { id } = await made(more)
  assert.strictEqual((await judge(id, { decision: "approve" })).status, 200)
  return id as string
}
const isFound = async (id: string) =>
  (await guest.use("search_listings", { query: mug.title, limit: 50 })).listings.some((each: any) => each.id === id)

describe("a marketplace that looks at listings first", () => {
  it("shows a new one to nobody but its maker and its operators, until it is approved", async () => {
    const { id, status } = await made()
    assert.strictEqual(status, "pending_review")
    assert.match(await maker.hear("list_my_listings", { status: "pending_review" }), new RegExp(id))
    assert.isTrue((await maker.use("open_listing_form")).form.review)
    assert.isFalse(await isFound(id))
    assert.strictEqual((await guest.refused("get_listing", { listing_id: id })).code, "NOT_FOUND")
    const { body } = await admin.rest("GET", "/admin/listings")
    assert.deepInclude(
      body.listings.find((each: any) => each.id === id),
      {
        title: mug.title,
        description: mug.description,
        status: "pending_review"
      }
    )
    const verdict = await judge(id, { decision: "approve" })
    assert.strictEqual(verdict.body.listing.status, "active")
    assert.isTrue(await isFound(id))
    const traces = await world.sql(
      (sql) => sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${id} ORDER BY id`
    )
    assert.deepStrictEqual(
      traces.map(({ action }) => action),
      ["create_listing", "admin.review"]
    )
  })

  it("is not got round by any update: status active, another title, a picture, a price, or sold and back", async () => {
    const waiting = await made()
    assert.strictEqual((await update(waiting.id, { status: "active" })).status, "pending_review")
    for (const updates of [
      { title: "Something quite different" },
      { description: "Something quite different from what was seen" },
      { price: 99 },
      { images: ["https://pictures.example/other.jpg"] },
      { tags: ["other"] },
      { title: "Something else again", status: "active" },
      { title: "Something else, and sold", status: "sold" }
    ]) {
      const id = await approved()
      assert.strictEqual((await update(id, updates)).status, "pending_review", JSON.stringify(updates))
      assert.isFalse(await isFound(id))
      assert.strictEqual((await guest.refused("get_listing", { listing_id: id })).code, "NOT_FOUND")
    }
    const id = await approved()
    assert.strictEqual((await update(id, { status: "sold" })).status, "sold")
    assert.strictEqual((await update(id, { status: "active" })).status, "pending_review")
  })

  it("is not troubled with stock, shipping and lead time, nor with what is said again as it was", async () => {
    const id = await approved()
    const same = { title: mug.title, price: mug.price }
    for (const updates of [{ stock: 7 }, { shipping_enabled: true, shipping_cost: 4 }, { lead_time_days: 9 }, same]) {
      assert.strictEqual((await update(id, updates)).status, "active", JSON.stringify(updates))
    }
  })

  it("gives a refused one back as a draft with the reason, which is gone when it is put up again", async () => {
    const { id } = await made()
    const { body } = await judge(id, { decision: "reject", reason: "The picture shows another mug" })
    assert.deepInclude(body.listing, { status: "draft", review_note: "The picture shows another mug" })
    assert.match(await maker.hear("list_my_listings", { status: "draft" }), /refused: The picture shows another mug/)
    const again = await update(id, { images: ["https://pictures.example/right.jpg"], status: "active" })
    assert.deepInclude(again, { status: "pending_review", review_note: null })
  })

  it("decides only of what waits, and only as it was read", async () => {
    const { id, updated_at } = await made()
    world.passes("1 minute")
    await update(id, { title: "Swapped after it was read" })
    const late = await judge(id, { decision: "approve", updated_at })
    assert.deepStrictEqual([late.status, late.body.error.code], [409, "CONFLICT"])
    assert.match(late.body.error.message, /changed this listing since/)
    const { body } = await admin.rest("GET", "/admin/listings?status=pending_review&limit=50")
    const { updated_at: seen } = body.listings.find((each: any) => each.id === id)
    assert.strictEqual((await judge(id, { decision: "approve", updated_at: seen })).status, 200)
    const twice = await judge(id, { decision: "reject" })
    assert.deepStrictEqual([twice.status, twice.body.error.details.listing_status], [409, "active"])
    for (const unknown of ["lst_nothing", "nothing", "%00"]) {
      assert.strictEqual((await judge(unknown, { decision: "approve" })).status, 404)
    }
  })

  it("lists those first that have waited longest", async () => {
    const { body } = await admin.rest("GET", "/admin/listings?limit=50")
    const times = body.listings.map((each: any) => each.updated_at)
    assert.isAbove(times.length, 2)
    assert.deepStrictEqual(times, [...times].sort())
    assert.strictEqual(body.total_count, times.length)
  })

  it("is looked after by operators alone: neither the scope nor the role is enough", async () => {
    const { id } = await made()
    const path = `/admin/listings/${id}/review`
    const asked = async (email: string, ...scopes: ReadonlyArray<string>) => {
      const person = at(world, await world.token(email, ...scopes))
      const [read, judged] = [
        await person.rest("GET", "/admin/listings"),
        await person.rest("POST", path, { decision: "approve" })
      ]
      return [read.status, judged.status, judged.body.error.code]
    }
    assert.deepStrictEqual(await asked("seller@craftlocal.test", "admin"), [403, 403, "FORBIDDEN"])
    assert.deepStrictEqual(await asked("admin@craftlocal.test", "seller.manage"), [403, 403, "FORBIDDEN"])
    assert.strictEqual((await guest.rest("GET", "/admin/listings")).status, 401)
    assert.strictEqual((await guest.rest("POST", path, { decision: "approve" })).status, 401)
    const [row] = await world.sql((sql) => sql<{ status: string }>`SELECT status FROM listings WHERE id = ${id}`)
    assert.strictEqual(row!.status, "pending_review")
  })
})
