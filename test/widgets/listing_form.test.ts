import { Result, Schema } from "effect"
import { describe, expect, test } from "vitest"
import { listingBounds as bounds } from "../../schemas/listingBounds.ts"
import { ListingDraft, ListingUpdates } from "../../schemas/selling.ts"
import { Refused } from "../../widgets/kit/Refused.ts"
import { amountOf, countOf, listOf } from "../../widgets/listing_form/amounts.ts"
import { changesOf, type Entries, entriesOf, payloadOf } from "../../widgets/listing_form/entries.ts"
import { firstStep, problemsOf } from "../../widgets/listing_form/problems.ts"
import { refusedFields } from "../../widgets/listing_form/refusedFields.ts"

const good: Entries = {
  ...entriesOf({}),
  title: "Speckled mug",
  description: "A mug with speckles, thrown by hand.",
  category: "ceramics",
  price: "24.50",
  shipping: true,
  shippingCost: "5"
}
const decodes = (schema: typeof ListingDraft | typeof ListingUpdates, entries: Entries) =>
  Result.isSuccess(Schema.decodeUnknownResult(schema as Schema.Codec<unknown, unknown>)(payloadOf(entries)))
const letters = (count: number) => "x".repeat(count)

describe("what was typed into the form of a listing", () => {
  test("is read as people write numbers and lists", () => {
    expect(["24", "24.5", "24,50", "$ 24.50", "٢٤٫٥٠", " 0.01 "].map(amountOf)).toEqual([
      24, 24.5, 24.5, 24.5, 24.5, 0.01
    ])
    expect(["", "a", "1.234", "-1", "1e3", "2 4"].map(amountOf)).toEqual(Array.from({ length: 6 }, () => undefined))
    expect(["3", "٣", "", "1.5", "-1"].map(countOf)).toEqual([3, 3, undefined, undefined, undefined])
    expect(listOf(" clay, , wool،linen, clay ")).toEqual(["clay", "wool", "linen"])
  })

  test("is found wrong where the server would refuse it, and nowhere else", () => {
    const pages = Array.from({ length: 3 }, (_, n) => ({ key: `${n}`, src: "", url: `https://shop.example/${n}.webp` }))
    const around = (field: keyof Entries, values: ReadonlyArray<string>) => values.map((value) => ({ [field]: value }))
    const patches: ReadonlyArray<Partial<Entries>> = [
      {},
      ...around("title", ["", letters(4), ` ${letters(5)} `, letters(bounds.title.maximum), letters(101)]),
      ...around("description", ["", letters(19), letters(20), letters(5000), letters(5001)]),
      ...around("price", ["", "0", "0.01", "100000", "100000.01", "12 dollars"]),
      ...around("stock", ["", "0", "1", "1000000", "1000001", "1.5"]),
      ...around("materials", [letters(60), letters(61), Array.from({ length: 21 }, (_, n) => `m${n}`).join(",")]),
      ...around("tags", [letters(40), letters(41)]),
      ...around("dimensions", [letters(200), letters(201)]),
      ...around("shippingCost", ["", "0", "10000", "10000.01"]),
      ...around("leadTime", ["", "0", "365", "366"]),
      { shipping: false, shippingCost: "never mind" },
      { pictures: pages }
    ]
    for (const patch of patches) {
      const entries = { ...good, ...patch }
      const found = Object.keys(problemsOf(entries, true))
      expect(found.length === 0, `${JSON.stringify(patch).slice(0, 60)}: ${found}`).toBe(decodes(ListingDraft, entries))
    }
    const soldOut = { ...good, stock: "0" }
    expect([problemsOf(soldOut, false), decodes(ListingUpdates, soldOut)]).toEqual([{}, true])
    expect(problemsOf({ ...good, pickup: false, shipping: false }, true)).toHaveProperty("delivery")
    expect(problemsOf({ ...good, category: "" }, true)).toHaveProperty("category")
    expect(problemsOf({ ...good, pictures: [{ key: "1", src: "" }] }, true)).toHaveProperty("pictures")
  })

  test("comes back as it was, and only what is otherwise is told", () => {
    const listing = { title: "Speckled mug", price: 24.5, stock: 3, tags: ["mug"], shipping_enabled: false }
    const before = entriesOf(listing)
    expect(payloadOf(before)).toMatchObject(listing)
    expect(changesOf(before, before)).toEqual({})
    expect(changesOf(before, { ...before, price: "24.50", stock: " 4 ", tags: "mug, cup" })).toEqual({
      stock: 4,
      tags: ["mug", "cup"]
    })
    expect(changesOf(before, before, { listing_id: "lst_1", price: 24.5 })).toEqual({ price: 24.5 })
    expect(changesOf(before, { ...before, shipping: true, shippingCost: "0" })).toEqual({
      shipping_enabled: true,
      shipping_cost: 0
    })
  })

  test("is led back to where the server refuses it", () => {
    const issues = [
      { path: "updates.images.2", message: "There is no picture." },
      { path: "updates.price", message: "Too little." },
      { path: "city_id", message: "Unknown." },
      { path: "price", message: "Said later." }
    ]
    const found = refusedFields(new Refused("no", "VALIDATION_ERROR", { issues }))
    expect(found).toEqual({ pictures: "There is no picture.", price: "Too little." })
    expect(firstStep(found)).toBe("price")
    expect([firstStep({}), refusedFields(new Refused("no"))]).toEqual([undefined, {}])
  })
})
