import { describe, expect, test } from "vitest"
import { byShop, remedy } from "../../widgets/cart/lines.ts"
import { read as readCart } from "../../widgets/cart/read.ts"
import { states as cartStates } from "../../widgets/cart/states.ts"
import type { State } from "../../widgets/kit/State.ts"
import { formatDays, formatWeight, paragraphs } from "../../widgets/product_detail/measures.ts"
import { closed, offerOf, within } from "../../widgets/product_detail/offerOf.ts"
import { read as readListing } from "../../widgets/product_detail/read.ts"
import { states as pieceStates } from "../../widgets/product_detail/states.ts"

const ready = (states: ReadonlyArray<State>) =>
  states.flatMap(({ result }) => (result === undefined || result.isError ? [] : [result.structuredContent]))

describe("what is offered of a piece", () => {
  const listing = readListing(ready(pieceStates)[0])!
  const variants = [
    { name: "S", price: 20, stock: 0 },
    { name: "M", price: 22, stock: 2 }
  ]

  test("is the variant that was chosen, and else the first that can be bought", () => {
    expect(offerOf(listing)).toEqual({ price: listing.price, stock: listing.stock })
    expect(offerOf({ ...listing, variants })).toEqual({ price: 22, stock: 2, variant: "M" })
    expect(offerOf({ ...listing, variants }, "S")).toEqual({ price: 20, stock: 0, variant: "S" })
    expect(offerOf({ ...listing, variants }, "gone").variant).toBe("M")
  })

  test("is never more than there is, nor than a cart holds", () => {
    expect([within(5, { price: 1, stock: 2 }), within(5, { price: 1, stock: 0 })]).toEqual([2, 1])
    expect(within(500, { price: 1, stock: 400 })).toBe(99)
  })

  test("is nothing when it is sold out in every variant, cannot be delivered, or is not on sale", () => {
    expect(closed(listing)).toBeUndefined()
    expect(closed({ ...listing, stock: 0, variants })).toBeUndefined()
    expect(closed({ ...listing, variants: [variants[0]!] })).toBe("soldOut")
    expect(closed({ ...listing, shipping_enabled: false, pickup_enabled: false })).toBe("noDelivery")
    expect(closed({ ...listing, status: "pending_review" })).toBe("notListed")
  })

  test("is told in measures and paragraphs", () => {
    expect([formatWeight(12, "en-US"), formatWeight(48, "en-US")]).toEqual(["12 oz (340 g)", "48 oz (1.4 kg)"])
    expect([formatDays(1, "en-US"), formatDays(3, "de")]).toEqual(["1 day", "3 Tage"])
    expect(paragraphs("One.\nStill one.\n\n \nTwo.\n")).toEqual(["One.\nStill one.", "Two."])
  })

  test("is not drawn from what is no listing", () => {
    for (const content of [undefined, null, 7, {}, { listing: { id: "lst_1" } }])
      expect(readListing(content)).toBeUndefined()
  })
})

describe("the lines of a cart", () => {
  const { lines } = readCart(ready(cartStates)[0])!
  const [one, two, three] = lines as [(typeof lines)[0], (typeof lines)[0], (typeof lines)[0]]

  test("stand beside those of the same shop, shops as they came", () => {
    const groups = byShop([one, three, two])
    expect(groups.map(({ lines: its }) => its)).toEqual([[one, two], [three]])
  })

  test("are mended by taking as many as are left", () => {
    const mended = remedy([one, { ...two, quantity: 4, available: 3 }, { ...three, available: 0 }])
    expect(mended).toEqual([
      { listing_id: two.listing_id, quantity: 3 },
      { listing_id: three.listing_id, quantity: 0 }
    ])
  })

  test("are not drawn from what is no cart", () => {
    for (const content of [undefined, null, {}, { cart_id: "crt_1" }, { cart_id: "crt_1", lines: [{}] }])
      expect(readCart(content)).toBeUndefined()
  })
})
