import { assert, describe, it } from "@effect/vitest"
import type { Line } from "../../schemas/checkout.ts"
import { allocate } from "../../src/domain/allocate.ts"
import { type Pricing, quote } from "../../src/domain/pricing.ts"
import { standardCost } from "../../src/domain/shipping.ts"
import { allocateLaws, divisions } from "./allocateLaws.ts"
import { checking, kiln, linesOf, loom, tenPercent, things } from "./few.ts"
import { pricingLaws } from "./pricingLaws.ts"
import { circle, codes, now, pricings } from "./pricings.ts"
import { rules } from "./rules.ts"

const plain: Pricing = {
  lines: linesOf(things.small, things.bowl, things.scarf),
  deliveries: { [kiln]: "standard", [loom]: "expedited" },
  codes: [],
  offered: Object.values(codes),
  taxes: { [kiln]: { rate: 0.0725, description: "IL 7.25%" }, [loom]: { rate: 0.0725, description: "IL 7.25%" } },
  now
}

/** Amounts by their number, whatever they are branded. */
const equal = (actual: unknown, expected: unknown) => assert.deepStrictEqual(actual, expected)

const zero = { itemsBase: 0, itemsDiscount: 0, subtotal: 0, discount: 0, fulfillment: 0, tax: 0, total: 0 }

describe("dividing an amount", () => {
  for (const [law, holds] of Object.entries(allocateLaws)) {
    it.prop(law, [divisions], ([division]) => holds(rules)(division), checking)
  }

  it("a hundred among three is 34, 33 and 33; nothing is divided among nobody", () => {
    equal(allocate(100, [1, 1, 1]), [34, 33, 33])
    equal(allocate(1, [1, 2, 1]), [0, 1, 0])
    equal(allocate(5, [0, 0]), [0, 0])
    equal(allocate(0, [3, 4]), [0, 0])
  })
})

describe("pricing", () => {
  for (const [law, holds] of Object.entries(pricingLaws)) {
    it.prop(law, [pricings], ([pricing]) => holds(rules)(pricing), checking)
  }

  it("two shops by hand: goods are taxed line by line, delivery is not", () => {
    const { lines, shops, totals } = quote(plain)
    equal(
      lines.map(({ base, tax, total }) => [base, tax, total]),
      [
        [2500, 181, 2681],
        [6001, 435, 6436],
        [4999, 362, 5361]
      ]
    )
    // The dearest parcel in full (8.01) and a quarter of the other (1.25); twice the flat rate for haste.
    equal(
      shops.map(({ fulfillment, total }): ReadonlyArray<number> => [fulfillment, total]),
      [
        [926, 2681 + 6436 + 926],
        [798, 5361 + 798]
      ]
    )
    equal(totals, {
      ...zero,
      itemsBase: 13500,
      subtotal: 13500,
      fulfillment: 1724,
      tax: 978,
      total: 16202
    })
  })

  it("a tenth off everything, then $20 off cloth: allocated to the cent, and taxed after", () => {
    const { applied, lines, totals } = quote({ ...plain, codes: ["cloth", "TENTH"] })
    equal(
      applied.map(({ allocations, amount, code }) => [code, amount, allocations.map((part) => part.amount)]),
      [
        ["TENTH", 1350, [250, 600, 500]],
        ["CLOTH", 2000, [2000]]
      ]
    )
    equal(
      lines.map(({ subtotal, tax }) => [subtotal, tax]),
      [
        [2250, 163],
        [5401, 392],
        [2499, 181]
      ]
    )
    assert.strictEqual(totals.total, 2250 + 5401 + 2499 + 163 + 392 + 181 + 926 + 798)
  })

  it("all of it off and the post paid leaves nothing to charge", () => {
    const { totals } = quote({ ...plain, codes: ["ALL", "POST"] })
    equal(totals, {
      ...zero,
      itemsBase: 13500,
      itemsDiscount: 13500,
      discount: 1724,
      fulfillment: 1724
    })
  })

  it("a member's shop posts free from $50 on, and tells so without a code", () => {
    const { applied, shops } = quote({ ...plain, offered: [circle] })
    equal(
      applied.map(({ amount, code, on }) => [amount, code, on]),
      [[926, null, "shipping"]]
    )
    equal(
      shops.map(({ discount }) => discount),
      [926, 0] as never
    )
    const small = quote({ ...plain, lines: linesOf(things.small), offered: [circle] })
    equal(small.applied, [])
  })

  it("a code that does not hold says why", () => {
    const lines = linesOf(things.small)
    const given = ["NOSUCH", "OLD", "SOON", "RICH", "CLOTH", "TENTH", "tenth"]
    const { applied, rejected } = quote({ ...plain, lines, codes: given })
    equal(
      applied.map(({ code }) => code),
      ["TENTH"]
    )
    equal(
      rejected.map(({ code, reason }) => [code, reason]),
      [
        ["NOSUCH", "discount_code_invalid"],
        ["OLD", "discount_code_expired"],
        ["SOON", "discount_code_invalid"],
        ["RICH", "discount_code_minimum_not_met"],
        ["CLOTH", "discount_code_user_ineligible"],
        ["tenth", "discount_code_already_applied"]
      ]
    )
  })

  it("the fullest and dearest checkout there can be still adds up in safe whole numbers", () => {
    const dearest = (index: number) =>
      ({
        ...things.small,
        id: `lin_${index}`,
        listingId: `lst_${index}`,
        quantity: 99,
        unitPrice: 1_000_000_00,
        shippingCost: 1_000_000_00
      }) as unknown as Line
    const pricing = { ...plain, lines: linesOf(...Array.from({ length: 50 }, (_, index) => dearest(index))) }
    for (const [law, holds] of Object.entries(pricingLaws)) {
      assert.isTrue(holds(rules)({ ...pricing, codes: ["TENTH", "THIRD", "FIVER"] }), law)
    }
    assert.strictEqual(quote(pricing).totals.itemsBase, 50 * 99 * 1_000_000_00)
  })

  it("what costs nothing costs nothing, and is final", () => {
    const free = { ...things.small, unitPrice: 0, shippingCost: 0 } as unknown as Line
    const { final, totals } = quote({ ...plain, lines: linesOf(free), taxes: { [kiln]: tenPercent } })
    equal(totals, zero)
    assert.isTrue(final)
  })

  it("parcels by hand: three mugs at $5 are $5 and twice a quarter", () => {
    assert.strictEqual(standardCost([{ quantity: 3, shippingCost: 500 as never }]), 750)
    assert.strictEqual(
      standardCost([
        { quantity: 1, shippingCost: 500 as never },
        { quantity: 2, shippingCost: 801 as never }
      ]),
      801 + Math.round((500 + 801) * 0.25)
    )
  })
})
