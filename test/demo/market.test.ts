import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Address } from "../../schemas/address.ts"
import { CheckoutState } from "../../schemas/checkout.ts"
import { canExist } from "../../schemas/ids.ts"
import { generateMarket } from "../../src/demo/market.ts"
import type { Market } from "../../src/demo/rows.ts"

const now = new Date("2026-03-01T12:00:00Z")
const marketOf = (seed: number) => generateMarket({ seed, now })
const market = marketOf(1)
const seeds = [1, 2, 3, 7, 42, 10, 2026]

const active = ({ listings }: Market) => listings.filter(({ status }) => status === "active")
const accountOf = ({ accounts }: Market, email: string) => accounts.find((account) => account.email === email)!
const ordersOf = (whole: Market, email: string) =>
  whole.orders.filter(({ owner }) => owner === `account:${accountOf(whole, email).id}`)
const shopOf = (whole: Market, email: string) =>
  whole.shops.find(({ account_id }) => account_id === accountOf(whole, email).id)!
const withVariants = ({ variants }: Market) => new Set(variants.map(({ listing_id }) => listing_id))

describe("The demo market", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(marketOf(1)).toEqual(market)
    expect(marketOf(2).listings.map(({ title }) => title)).not.toEqual(market.listings.map(({ title }) => title))
  })

  it("counts all its dates back from the moment it is given", () => {
    const dates = Object.values(market).flatMap((rows: ReadonlyArray<object>) =>
      rows.flatMap((row) =>
        Object.entries(row).filter(([field, value]) => value instanceof Date && field !== "expires_at")
      )
    )
    expect(dates.length).toBeGreaterThan(2000)
    expect(dates.filter(([, value]) => value > now)).toEqual([])
  })

  it("can be asked for more listings, with titles that stay apart", () => {
    const large = generateMarket({ seed: 1, now, listings: 1500 })
    expect(active(large)).toHaveLength(1500)
    expect(new Set(large.listings.map(({ title }) => title)).size).toBe(large.listings.length)
  })

  describe.each(seeds)("with seed %i", (seed) => {
    const whole = marketOf(seed)

    it("has the promised numbers of everything", () => {
      expect(whole.shops.length).toBeGreaterThanOrEqual(24)
      expect(new Set(whole.shops.map(({ city }) => city)).size).toBeGreaterThanOrEqual(8)
      expect(whole.cities.map(({ slug }) => slug)).toContain("chicago")
      expect(whole.categories).toHaveLength(12)
      expect(whole.categories.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["jewelry", "home-decor", "art"]))
      expect(active(whole)).toHaveLength(300)
      expect(whole.reviews).toHaveLength(600)
      expect(whole.orders).toHaveLength(150)
      expect(whole.questions.filter(({ answer }) => answer === null).length).toBeGreaterThan(5)
      expect(whole.questions.filter(({ answer }) => answer !== null).length).toBeGreaterThan(50)
    })

    it("offers something of each category in several cities", () => {
      for (const { slug } of whole.categories) {
        const its = active(whole).filter(({ category }) => category === slug)
        expect(its.length).toBeGreaterThanOrEqual(20)
        expect(new Set(its.map(({ city }) => city)).size).toBeGreaterThanOrEqual(2)
      }
      const inChicago = active(whole).filter(({ category, city }) => category === "jewelry" && city === "chicago")
      expect(inChicago.length).toBeGreaterThanOrEqual(3)
    })

    it("has drafts, listings under review, deleted ones, variants, sold-out ones and several price levels", () => {
      const of = (status: string) => whole.listings.filter((listing) => listing.status === status).length
      expect([of("draft"), of("pending_review"), of("deleted")].every((count) => count > 0)).toBe(true)
      expect(withVariants(whole).size).toBeGreaterThan(40)
      expect(active(whole).filter(({ stock }) => stock === 0).length).toBeGreaterThan(5)
      for (const [least, most] of [
        [0, 1500],
        [1500, 3000],
        [3000, 6000],
        [6000, 12000],
        [12000, 100000]
      ] as const) {
        expect(active(whole).filter(({ price }) => price >= least && price < most).length).toBeGreaterThan(5)
      }
    })

    it("has handmade mugs under $30 that can be shipped today", () => {
      const mugs = active(whole).filter(
        ({ price, shipping_enabled, stock, tags }) =>
          tags.includes("mug") && tags.includes("handmade") && price < 3000 && stock > 0 && shipping_enabled
      )
      expect(mugs.length).toBeGreaterThanOrEqual(3)
      expect(mugs.every(({ title }) => /mug/i.test(title))).toBe(true)
    })

    it("has among its 50 newest at least three that ship, without variants, with 3 to 12 pieces", () => {
      const newest = [...active(whole)].sort((a, b) => b.created_at.getTime() - a.created_at.getTime()).slice(0, 50)
      const plain = newest.filter(
        ({ id, shipping_enabled, stock }) =>
          shipping_enabled && stock >= 3 && stock <= 12 && !withVariants(whole).has(id)
      )
      expect(plain.length).toBeGreaterThanOrEqual(3)
    })

    it("has the promised accounts", () => {
      const buyer = accountOf(whole, "buyer@craftlocal.test")
      expect(buyer).toMatchObject({ roles: ["buyer"], member_since: expect.any(Date), phone: expect.any(String) })
      const address = whole.addresses.find(({ account_id }) => account_id === buyer.id)?.address
      expect(Schema.decodeUnknownSync(Address)(address)).toMatchObject({ country: "US", state: "IL" })
      expect(accountOf(whole, "guest-buyer@craftlocal.test")).toMatchObject({
        roles: ["buyer"],
        member_since: null,
        phone: null
      })
      expect(accountOf(whole, "admin@craftlocal.test").roles).toEqual(["admin"])
      expect(accountOf(whole, "seller@craftlocal.test").roles).toEqual(["seller"])
      expect(accountOf(whole, "seller2@craftlocal.test").roles).toEqual(["seller"])
      expect(shopOf(whole, "seller@craftlocal.test")).toMatchObject({ name: "Clay & Kiln", city: "chicago" })
      expect(shopOf(whole, "seller2@craftlocal.test").name).not.toBe("Clay & Kiln")
    })

    it("has orders of the buyer in several states, none of the guest, and sales of the seller", () => {
      expect(ordersOf(whole, "buyer@craftlocal.test").length).toBeGreaterThanOrEqual(6)
      expect(new Set(ordersOf(whole, "buyer@craftlocal.test").map(({ status }) => status)).size).toBeGreaterThan(1)
      expect(ordersOf(whole, "guest-buyer@craftlocal.test")).toEqual([])
      const shop = shopOf(whole, "seller@craftlocal.test").id
      expect(whole.orders.filter(({ shop_id }) => shop_id === shop).length).toBeGreaterThan(5)
      expect(new Set(whole.orders.map(({ status }) => status))).toEqual(
        new Set(["pending", "processing", "ready_for_pickup", "shipped", "delivered", "cancelled"])
      )
    })

    it("has no title or description twice and no text that is too short or unfinished", () => {
      const titles = active(whole).map(({ title }) => title.toLowerCase())
      expect(new Set(titles).size).toBe(titles.length)
      expect(new Set(active(whole).map(({ description }) => description)).size).toBe(titles.length)
      expect(whole.listings.filter(({ title }) => title.length < 10)).toEqual([])
      expect(whole.listings.filter(({ description }) => description.length < 80)).toEqual([])
      expect(
        whole.listings.filter(({ images, materials, tags }) => !images[0] || !materials[0] || tags.length < 3)
      ).toEqual([])
      expect(whole.reviews.filter(({ comment }) => comment.length < 20)).toEqual([])
      expect(new Set(whole.reviews.map(({ comment }) => comment)).size).toBe(600)
      expect(whole.questions.filter(({ question }) => question.length < 12)).toEqual([])
      expect(whole.shops.filter((shop) => shop.description.length < 60 || shop.return_policy.length < 40)).toEqual([])
      const texts = [
        ...whole.listings.flatMap(({ description, dimensions, materials, tags, title }) => [
          title,
          description,
          dimensions,
          ...materials,
          ...tags
        ]),
        ...whole.shops.flatMap(({ description, name, return_policy }) => [name, description, return_policy]),
        ...whole.reviews.flatMap(({ comment, reviewer_name }) => [comment, reviewer_name]),
        ...whole.questions.flatMap(({ answer, question }) => [question, answer ?? ""]),
        ...whole.order_events.map(({ note }) => note ?? "")
      ]
      expect(texts.filter((text) => /[{}<>]|undefined|NaN|null| {2}|\.\.| [,.]|^ | $|lorem/.test(text))).toEqual([])
    })
  })

  it("has ratings that follow from the reviews exactly", () => {
    for (const { id, rating, total_reviews } of market.shops) {
      const its = new Set(market.listings.filter(({ shop_id }) => shop_id === id).map((listing) => listing.id))
      const stars = market.reviews.filter(({ listing_id }) => its.has(listing_id)).map((review) => review.rating)
      expect(total_reviews).toBe(stars.length)
      expect(rating).toBeCloseTo(stars.length === 0 ? 0 : stars.reduce((a, b) => a + b, 0) / stars.length, 2)
    }
  })

  it("has reviews by accounts only for what arrived at them", () => {
    const arrived = new Set(
      market.orders
        .filter(({ status }) => status === "delivered")
        .flatMap(({ id, owner }) =>
          market.order_lines.filter(({ order_id }) => order_id === id).map(({ listing_id }) => `${owner} ${listing_id}`)
        )
    )
    const own = market.reviews.filter(({ account_id }) => account_id !== null)
    expect(own.length).toBeGreaterThan(20)
    expect(own.filter(({ account_id, listing_id }) => !arrived.has(`account:${account_id} ${listing_id}`))).toEqual([])
    expect(new Set(own.map(({ account_id, listing_id }) => `${account_id} ${listing_id}`)).size).toBe(own.length)
  })

  it("has checkouts that read back as completed and agree with their orders and payments", () => {
    for (const { data, id } of market.checkouts) {
      const state = Schema.decodeUnknownSync(CheckoutState)(JSON.parse(JSON.stringify(data)))
      if (state._tag !== "Completed") throw new Error(state._tag)
      const orders = market.orders.filter(({ checkout_id }) => checkout_id === id)
      expect(state.attempt.orders.map(({ orderId }) => orderId)).toEqual(orders.map((order) => order.id))
      expect(state.contents.quote.final).toBe(true)
      expect(state.contents.quote.totals.total).toBe(orders.reduce((sum, { total }) => sum + total, 0))
      expect(market.attempts.find(({ checkout_id }) => checkout_id === id)!.amount).toBe(
        state.contents.quote.totals.total
      )
    }
  })

  it("has orders whose lines add up and whose events end in their status", () => {
    for (const order of market.orders) {
      const lines = market.order_lines.filter(({ order_id }) => order_id === order.id)
      expect(lines.reduce((sum, { subtotal }) => sum + subtotal, 0)).toBe(order.subtotal)
      expect(order.total).toBe(order.subtotal - order.discount + order.fulfillment + order.tax)
      const events = market.order_events.filter(({ order_id }) => order_id === order.id)
      expect(events[0]!.status).toBe("pending")
      expect(events.at(-1)!.status).toBe(order.status)
      expect(events.map(({ at }) => at.getTime())).toEqual(events.map(({ at }) => at.getTime()).sort((a, b) => a - b))
      expect(order.payment_status).toBe(order.status === "cancelled" ? "refunded" : "succeeded")
    }
  })

  it("has the three discount codes, of which one has ended", () => {
    const of = (code: string) => market.discount_codes.find((discount) => discount.code === code)!
    expect(of("WELCOME10")).toMatchObject({ kind: "percentage", percent: 10, ends_at: null })
    expect(of("FREESHIP")).toMatchObject({ kind: "free_shipping", ends_at: null })
    expect(of("EXPIRED5")).toMatchObject({ kind: "percentage", percent: 5 })
    expect(of("EXPIRED5").ends_at! < now).toBe(true)
  })

  it("has ids of the right form", () => {
    const ids = [...market.listings, ...market.shops, ...market.accounts, ...market.orders, ...market.checkouts]
    expect(ids.every(({ id }) => canExist(id) && /^[a-z]{3}_\w{16}$/.test(id))).toBe(true)
  })
})
