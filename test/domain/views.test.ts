import { assert, describe, it } from "@effect/vitest"
import type { Checkout, CheckoutState, Contents } from "../../schemas/checkout.ts"
import { AttemptId, CheckoutId } from "../../schemas/ids.ts"
import { shopping } from "../../src/domain/checkout.ts"
import { completedView } from "../../src/domain/completedView.ts"
import { keptDeliveries } from "../../src/domain/contents.ts"
import { ordersOf, planned, purchasesOf } from "../../src/domain/orders.ts"
import { type Pricing, quote } from "../../src/domain/pricing.ts"
import { sessionView, statusOf } from "../../src/domain/sessionView.ts"
import { address, checking, kiln, linesOf, loom, same, tenPercent, things } from "./few.ts"
import { checkoutPricings, codes, now } from "./pricings.ts"

const contentsOf = (pricing: Pricing): Contents => {
  const priced = quote(pricing)
  return {
    lines: pricing.lines,
    buyer: { email: "ada@craftlocal.test", name: "Ada" },
    address,
    deliveries: keptDeliveries(pricing.deliveries, priced.options),
    pickupNotes: null,
    codes: pricing.codes,
    shortages: [],
    quote: priced
  }
}

const attemptOf = (contents: Contents) => ({
  id: AttemptId.make("att_1"),
  confirmationNumber: "CL-7F3K-20",
  orders: planned(contents, "CL-7F3K-20", ["ord_1", "ord_2"].slice(0, contents.quote.shops.length))
})

const checkout = (state: CheckoutState, over: Partial<Checkout> = {}): Checkout => ({
  id: CheckoutId.make("chk_1"),
  owner: "guest",
  channel: "mcp",
  state,
  version: 1,
  expiresAt: new Date(now.getTime() + 1000),
  createdAt: now,
  updatedAt: now,
  ...over
})

const publicUrl = "https://craft.test"
const sum = (amounts: ReadonlyArray<number>) => amounts.reduce((total, amount) => total + amount, 0)

const twoShops: Pricing = {
  lines: linesOf({ ...things.small, quantity: 2 }, things.large, things.scarf),
  deliveries: { [kiln]: "pickup", [loom]: "standard" },
  codes: ["TENTH"],
  offered: [codes.TENTH],
  taxes: { [kiln]: tenPercent, [loom]: tenPercent },
  now
}

describe("a checkout as it is shown", () => {
  it.prop(
    "what is shown adds up: lines to the subtotal, and the subtotal to the total",
    [checkoutPricings],
    ([pricing]) => {
      const contents = contentsOf(pricing)
      const session = sessionView(checkout(shopping(contents)), publicUrl, now)
      // Lines and the whole are shown before discounts, with what is taken off beside them.
      const linesAddUp =
        session.subtotal === sum(session.lines.map(({ subtotal }) => subtotal)) &&
        session.lines.every(({ discount, quantity, subtotal, tax, total, unitPrice }) => {
          return unitPrice * quantity === subtotal && subtotal - discount + tax === total
        })
      const { shipping, tax, total } = session
      const said = [shipping, tax, total].filter((amount) => amount !== undefined).length
      return (
        linesAddUp &&
        said === (contents.quote.final ? 3 : 0) &&
        (total === undefined || session.subtotal - session.discount + shipping! + tax! === total)
      )
    },
    checking
  )

  it.prop(
    "what is told at the end is what was shown before, shop by shop and to the cent",
    [checkoutPricings],
    ([pricing]) => {
      const contents = contentsOf(pricing)
      const attempt = attemptOf(contents)
      const session = checkout({ _tag: "Completed", contents, attempt })
      const purchases = purchasesOf(contents, attempt, now)
      const told = completedView(
        { session, status: "succeeded", confirmationNumber: "CL-7F3K-20", purchases },
        publicUrl,
        now
      )
      return (
        told.order!.total === contents.quote.totals.total &&
        same(
          told.orders.map(({ total }) => total),
          contents.quote.shops.map(({ total }) => total)
        )
      )
    },
    checking
  )

  it.prop(
    "the orders hold every line once, and add up as they were shown",
    [checkoutPricings],
    ([pricing]) => {
      const contents = contentsOf(pricing)
      const orders = ordersOf(
        { id: CheckoutId.make("chk_1"), owner: "guest", channel: "mcp" },
        { ...contents, deliveries: { [kiln]: "standard", [loom]: "standard", ...contents.deliveries } },
        attemptOf(contents),
        now,
        "succeeded"
      )
      return (
        sum(orders.map(({ totals }) => totals.total)) === contents.quote.totals.total &&
        orders.flatMap(({ lines }) => lines).length === contents.lines.length &&
        orders.every(({ lines, totals }) => sum(lines.map((line) => line.totals.subtotal)) === totals.subtotal)
      )
    },
    checking
  )

  it("one that is open past its time has expired, whether or not it was swept; one that is paying has not", () => {
    const contents = contentsOf(twoShops)
    const late = new Date(now.getTime() + 1000)
    assert.strictEqual(statusOf(checkout(shopping(contents)), now), "ready")
    assert.strictEqual(statusOf(checkout(shopping(contents)), late), "expired")
    assert.strictEqual(
      statusOf(checkout({ _tag: "Paying", contents, attempt: attemptOf(contents) }), late),
      "processing"
    )
    assert.strictEqual(
      statusOf(checkout({ _tag: "Challenged", contents, attempt: attemptOf(contents), url: "#" }), late),
      "authentication_required"
    )
    assert.strictEqual(statusOf(checkout({ _tag: "Canceled", contents }), late), "canceled")
  })

  it("the date of delivery is the slowest line's lead time and the days on the way", () => {
    const contents = contentsOf(twoShops)
    const { deliveries } = sessionView(checkout(shopping(contents)), publicUrl, now)
    // Large mugs take five days and scarves two; on 1 May, with six days by standard post and two in haste.
    assert.deepStrictEqual(
      deliveries.map(({ method, options }) => [method, options.map((each) => [each.method, each.estimatedDelivery])]),
      [
        [
          "pickup",
          [
            ["standard", "2026-05-12"],
            ["expedited", "2026-05-08"],
            ["pickup", "2026-05-06"]
          ]
        ],
        [
          "standard",
          [
            ["standard", "2026-05-09"],
            ["expedited", "2026-05-05"]
          ]
        ]
      ]
    )
    const attempt = attemptOf(contents)
    const purchases = purchasesOf(contents, attempt, now)
    const session = checkout({ _tag: "Completed", contents, attempt })
    const told = completedView(
      { session, status: "succeeded", confirmationNumber: "CL-7F3K-20", purchases },
      publicUrl,
      now
    )
    assert.strictEqual(told.order!.estimatedDelivery, "2026-05-09")
    assert.include(told.message, "2 orders are placed")
    assert.include(told.message, `$${(contents.quote.totals.total / 100).toFixed(2)} charged`)
  })

  it("while the bank asks there are no orders, and while nobody answers they are on their way", () => {
    const contents = contentsOf(twoShops)
    const attempt = attemptOf(contents)
    const ending = { confirmationNumber: "CL-7F3K-20", purchases: purchasesOf(contents, attempt, now) }
    const asking = checkout({ _tag: "Challenged", contents, attempt, url: "#" })
    const asked = completedView({ ...ending, session: asking, status: "authentication_required" }, publicUrl, now)
    assert.deepStrictEqual(asked.orders, [])
    assert.isUndefined(asked.order)
    const paying = checkout({ _tag: "Paying", contents, attempt })
    const waiting = completedView({ ...ending, session: paying, status: "processing" }, publicUrl, now)
    assert.strictEqual(waiting.order!.paymentStatus, "processing")
    assert.include(waiting.message, "Do not pay again")
  })
})
