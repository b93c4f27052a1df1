import { Result } from "effect"
import { assert, describe, it } from "vitest"
import type { Scope, Viewer } from "../../schemas/access.ts"
import { questionsFor } from "../../schemas/asks.ts"
import type { AccountId } from "../../schemas/ids.ts"
import type { ListingStatus } from "../../schemas/listing.ts"
import { cents } from "../../schemas/money.ts"
import { ListingDraft, type ListingUpdates } from "../../schemas/selling.ts"
import { lacking } from "../../src/domain/access.ts"
import { firstStatus, nextStatus } from "../../src/domain/listingLife.ts"
import { deliveryIssues, type Offer, revised, reworded, variantIssues } from "../../src/domain/ownListing.ts"
import { stored } from "../../src/domain/publicUrls.ts"
import { periodStart, salesChart } from "../../src/domain/salesChart.ts"
import { isKnown, wrongReport } from "../../src/domain/shopReport.ts"

const offer: Offer = {
  title: "Blue mug",
  description: "A mug that is blue, for slow mornings.",
  price: cents(2800),
  images: ["/images/a.webp"],
  category: "ceramics",
  city: "chicago",
  tags: ["gift"],
  materials: ["clay"],
  dimensions: null,
  weightOz: null,
  stock: 3,
  shippingEnabled: true,
  shippingCost: cents(500),
  pickupEnabled: true,
  leadTimeDays: 2
}

const from: ReadonlyArray<ListingStatus> = ["draft", "pending_review", "active", "sold"]
const wanted: ReadonlyArray<ListingUpdates["status"]> = [undefined, "active", "draft", "sold"]
const steps = from.flatMap((from) =>
  wanted.flatMap((wanted) => [true, false].map((reworded) => ({ from, wanted, reworded })))
)
const next = (step: (typeof steps)[number], moderated: boolean) =>
  Result.getOrUndefined(nextStatus({ ...step, moderated }))

describe("where a listing stands", () => {
  it("under moderation nothing comes before buyers that no reviewer has seen", () => {
    assert.strictEqual(firstStatus("active", true), "pending_review")
    for (const step of steps) {
      const status = next(step, true)
      if (status !== "active" && status !== "sold") continue
      assert.isFalse(step.reworded, JSON.stringify(step))
      assert.include(["active", "sold"], step.from)
      if (status === "active") assert.strictEqual(step.from, "active")
    }
  })

  it("without moderation its maker has their way, but for marking as sold what was never on show", () => {
    assert.strictEqual(firstStatus("active", false), "active")
    for (const step of steps) {
      const refused = step.wanted === "sold" && (step.from === "draft" || step.from === "pending_review")
      assert.strictEqual(next(step, false), refused ? undefined : (step.wanted ?? step.from), JSON.stringify(step))
    }
  })

  it("drafts stay drafts until they are put up", () => {
    assert.strictEqual(firstStatus("draft", true), "draft")
    assert.strictEqual(next({ from: "draft", wanted: undefined, reworded: true }, true), "draft")
  })
})

describe("what an update changes", () => {
  it("is what it names, and nothing else", () => {
    assert.deepStrictEqual(revised(offer, {}, {}), offer)
    assert.deepStrictEqual(revised(offer, { price: cents(3000) }, { city: "austin" }), {
      ...offer,
      price: cents(3000),
      city: "austin"
    })
    assert.strictEqual(revised(offer, { shippingEnabled: false }, {}).shippingCost, 0)
  })

  it("counts as news when buyers read or see it, and only when it is another", () => {
    assert.isFalse(reworded(offer, revised(offer, { title: offer.title, stock: 9, leadTimeDays: 5 }, {})))
    assert.isFalse(reworded(offer, revised(offer, { shippingCost: cents(1), pickupEnabled: false }, {})))
    const news: ReadonlyArray<ListingUpdates> = [{ title: "Other mug" }, { price: cents(1) }, { tags: [] }]
    for (const updates of news) assert.isTrue(reworded(offer, revised(offer, updates, {})), JSON.stringify(updates))
    assert.isTrue(reworded(offer, { ...offer, images: [] }))
  })
})

describe("what cannot be offered", () => {
  const paths = (issues: ReadonlyArray<{ readonly path: string }>) => issues.map(({ path }) => path)
  it("a thing that nobody can get, and a shipping cost of what does not ship", () => {
    const neither = { pickupEnabled: false, shippingEnabled: false }
    assert.deepStrictEqual(paths(deliveryIssues(neither, { shippingCost: cents(1) })), [
      "shipping_cost",
      "pickup_enabled"
    ])
    assert.deepStrictEqual(deliveryIssues({ ...neither, pickupEnabled: true }, { shippingCost: cents(0) }), [])
  })

  it("one stock for several variants, and a price at which a variant would cost nothing", () => {
    const two = { variants: 2, cheaper: 300 }
    assert.deepStrictEqual(paths(variantIssues(two, { stock: 1, price: cents(300) })), ["stock", "price"])
    assert.deepStrictEqual(variantIssues(two, { price: cents(301) }), [])
    assert.deepStrictEqual(variantIssues({ variants: 0, cheaper: 0 }, { stock: 1, price: cents(1) }), [])
  })

  it("what must be there is asked for, unless it is said under its other name", () => {
    assert.deepStrictEqual(paths(questionsFor(ListingDraft, {})), ["title", "description", "price", "category_id"])
    assert.deepStrictEqual(paths(questionsFor(ListingDraft, { title: "a", category: "toys" })), [
      "description",
      "price"
    ])
    assert.deepStrictEqual(paths(questionsFor(ListingDraft, "nothing")), paths(questionsFor(ListingDraft, null)))
  })
})

describe("the chart of sales", () => {
  const now = new Date("2026-03-01T23:59:59.999Z")
  const chart = (period: Parameters<typeof periodStart>[0], sold: Parameters<typeof salesChart<number>>[0] = []) =>
    salesChart(sold, { period, now, none: 0 })

  it("has every day of its period, today last, and begins where the period begins", () => {
    for (const [period, days] of [
      ["7d", 7],
      ["30d", 30],
      ["90d", 90],
      ["1y", 365]
    ] as const) {
      const all = chart(period)
      assert.lengthOf(all, days)
      assert.strictEqual(all.at(-1)!.date, "2026-03-01")
      assert.strictEqual(`${all[0]!.date}T00:00:00.000Z`, periodStart(period, now).toISOString())
    }
  })

  it("of all time begins with the first sale, and has a year at most", () => {
    assert.deepStrictEqual(chart("all"), [{ date: "2026-03-01", amount: 0 }])
    const sold = [{ date: "2026-02-27", amount: 5 }]
    assert.deepStrictEqual(chart("all", sold), [
      { date: "2026-02-27", amount: 5 },
      { date: "2026-02-28", amount: 0 },
      { date: "2026-03-01", amount: 0 }
    ])
    assert.lengthOf(chart("all", [{ date: "2020-01-01", amount: 5 }, ...sold]), 365)
  })
})

describe("what a shop says of an order", () => {
  const parcel = { method: "standard", carrier: null, trackingNumber: null, trackingUrl: null } as const
  const asked = (issues: ReadonlyArray<{ readonly question?: string }> = []) => issues.map(({ question }) => question)

  it("of a parcel it must say by whom it goes and how it is followed, unless that is known", () => {
    const questions = asked(wrongReport(parcel, { status: "shipped" })?.issues)
    assert.lengthOf(questions, 2)
    assert.match(questions.join(" "), /carrier.*tracking number/)
    assert.isUndefined(wrongReport(parcel, { status: "shipped", carrier: "USPS", trackingNumber: "1" }))
    assert.isUndefined(wrongReport(parcel, { status: "shipped", carrier: "Ann", trackingUrl: "https://a.example" }))
    assert.isUndefined(wrongReport({ ...parcel, carrier: "ups", trackingNumber: "1" }, { status: "shipped" }))
    assert.isUndefined(wrongReport(parcel, { status: "processing" }))
  })

  it("what is fetched is not shipped, and what is shipped is not fetched", () => {
    assert.match(wrongReport({ ...parcel, method: "pickup" }, { status: "shipped" })!.message, /ready_for_pickup/)
    assert.match(wrongReport(parcel, { status: "ready_for_pickup" })!.message, /shipped/)
  })

  it("said twice, it is known", () => {
    const order = { ...parcel, status: "shipped", carrier: "usps", trackingNumber: "1" } as const
    assert.isTrue(isKnown(order, { status: "shipped", carrier: "U.S.P.S.", trackingNumber: "1" }))
    assert.isFalse(isKnown(order, { status: "shipped", trackingNumber: "2" }))
    assert.isFalse(isKnown(order, { status: "shipped", note: "late" }))
    assert.isFalse(isKnown(order, { status: "delivered" }))
  })
})

describe("what a seller's token allows", () => {
  const viewer = (...scopes: ReadonlyArray<Scope>): Viewer => ({
    _tag: "Account",
    accountId: "acc_a" as AccountId,
    scopes
  })
  it("seller.manage includes everything a seller does, and nothing an operator does", () => {
    const needed = ["listings.read", "listings.write", "orders.read", "orders.write", "seller.manage"] as const
    assert.deepStrictEqual(lacking(viewer("seller.manage"), needed), [])
    assert.deepStrictEqual(lacking(viewer("seller.manage"), ["admin"]), ["admin"])
    assert.deepStrictEqual(lacking(viewer("listings.write"), needed), ["orders.read", "orders.write", "seller.manage"])
  })
})

describe("an address of ours", () => {
  it("is stored without the host, and those of others as they are", () => {
    assert.strictEqual(stored("https://craft.example", "https://craft.example/images/a.webp"), "/images/a.webp")
    assert.strictEqual(stored("https://craft.example/", "https://craft.example/images/a.webp"), "/images/a.webp")
    for (const url of ["https://craft.example.evil/images/a.webp", "https://other.example/a", "/images/a.webp", ""]) {
      assert.strictEqual(stored("https://craft.example", url), url)
    }
  })
})
