import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"
import type { Contents, DeliveryOption, Line } from "../../schemas/checkout.ts"
import { keptDeliveries, missing, needsAddress, sameThing, shopsOf, withWanted } from "../../src/domain/contents.ts"
import { deliveryOptions } from "../../src/domain/shipping.ts"
import { holdsOf } from "../../src/domain/stock.ts"
import { address, checking, kiln, linesOf, loom, oneOf, same, things } from "./few.ts"

const wanted = Arbitrary.all({
  listingId: oneOf("mug", "bowl"),
  variant: oneOf("", "Blue", "blue"),
  quantity: oneOf(0, 1, 2, 99)
})
type Wanted = { readonly listingId: string; readonly variant: string; readonly quantity: number }
const several = Arbitrary.array(wanted, { maxLength: 5 }) as unknown as Arbitrary.Arbitrary<ReadonlyArray<Wanted>>

const put = (before: ReadonlyArray<Wanted>, after: ReadonlyArray<Wanted>) =>
  withWanted(before as never, after as never) as unknown as ReadonlyArray<Wanted>

const like = (one: Wanted) => (other: Wanted) => sameThing(one as never, other as never)

const contents = (over: Partial<Contents>): Contents =>
  ({
    lines: linesOf(things.small, things.scarf),
    buyer: { email: "ada@craftlocal.test" },
    address,
    deliveries: { [kiln]: "standard", [loom]: "standard" },
    pickupNotes: null,
    codes: [],
    shortages: [],
    quote: { options: deliveryOptions(linesOf(things.small, things.scarf)) },
    ...over
  }) as unknown as Contents

const paths = (over: Partial<Contents>) => missing(contents(over)).map(({ path }) => path)

describe("lines that are put", () => {
  it.prop(
    "each thing that was put has the quantity it was put with last",
    [several, several],
    ([before, after]) => {
      const lines = put(put([], before), after)
      return after.every((one) => {
        const last = after.findLast(like(one))!
        const its = lines.filter(like(one))
        return last.quantity === 0
          ? its.length === 0
          : same(
              its.map(({ quantity }) => quantity),
              [last.quantity]
            )
      })
    },
    checking
  )

  it.prop(
    "what was not put stays as it was, in its order",
    [several, several],
    ([given, after]) => {
      const before = put([], given)
      const stays = before.filter((line) => !after.some(like(line)))
      const kept = put(before, after).filter((line) => !after.some(like(line)))
      return same(kept, stays)
    },
    checking
  )

  it.prop(
    "there is one line for each thing, and none is empty",
    [several, several],
    ([before, after]) => {
      const lines = put(put([], before), after)
      return lines.every((line) => line.quantity > 0 && lines.filter(like(line)).length === 1)
    },
    checking
  )

  it.prop(
    "to put the same again changes nothing",
    [several, several],
    ([before, after]) => {
      const once = put(put([], before), after)
      return same(put(once, once), once)
    },
    checking
  )

  it("a line keeps its own spelling and place", () => {
    const [mug, bowl] = [
      { listingId: "mug", variant: "Blue", quantity: 1 },
      { listingId: "bowl", variant: "", quantity: 1 }
    ]
    assert.deepStrictEqual(put([mug, bowl], [{ listingId: "mug", variant: "BLUE", quantity: 3 }]), [
      { ...mug, quantity: 3 },
      bowl
    ])
  })
})

describe("choices of delivery", () => {
  const options = (...methods: ReadonlyArray<readonly [string, string]>) =>
    methods.map(([shopId, method]) => ({ shopId, method })) as unknown as ReadonlyArray<DeliveryOption>

  it("a choice falls away with its shop, and when its shop cannot do it any more", () => {
    const chosen = { [kiln]: "pickup", [loom]: "standard" } as const
    assert.deepStrictEqual(keptDeliveries(chosen, options([kiln, "pickup"], [loom, "standard"])), chosen)
    assert.deepStrictEqual(keptDeliveries(chosen, options([kiln, "pickup"])), { [kiln]: "pickup" })
    assert.deepStrictEqual(keptDeliveries(chosen, options([kiln, "standard"], [loom, "standard"])), {
      [loom]: "standard"
    })
    assert.deepStrictEqual(keptDeliveries(chosen, []), {})
  })

  it("only what travels needs an address", () => {
    assert.isFalse(needsAddress({ deliveries: { [kiln]: "pickup" } }))
    assert.isTrue(needsAddress({ deliveries: { [kiln]: "pickup", [loom]: "expedited" } }))
    assert.isFalse(needsAddress({ deliveries: {} }))
  })

  it("shops stand in the order of their first line", () => {
    assert.deepStrictEqual(shopsOf([things.scarf, things.small, things.bowl]), [loom, kiln])
  })
})

describe("what is missing", () => {
  it("nothing, when everything is said", () => {
    assert.deepStrictEqual(paths({}), [])
  })

  it("an e-mail, a method for each shop, an address, and pieces that are not there", () => {
    assert.deepStrictEqual(paths({ buyer: {} }), ["email"])
    assert.deepStrictEqual(paths({ deliveries: {} }), ["shipping_method", "shipping_method"])
    assert.deepStrictEqual(paths({ deliveries: { [kiln]: "standard" } }), ["shipping_method"])
    assert.deepStrictEqual(paths({ address: null }), ["shipping_address"])
    assert.deepStrictEqual(paths({ address: null, deliveries: { [kiln]: "pickup", [loom]: "pickup" } }), [])
    assert.deepStrictEqual(paths({ shortages: [{ lineId: things.small.id, available: 0 }] }), ["lines"])
  })

  it("says what a person can do about it", () => {
    const [sold, few] = [0, 2].map(
      (available) => missing(contents({ shortages: [{ lineId: things.small.id, available }] }))[0]!.message
    )
    assert.strictEqual(sold, "Small mug is sold out")
    assert.strictEqual(few, "Small mug has only 2 left")
    const undecided = missing(contents({ deliveries: { [kiln]: "standard" } }))[0]!.message
    assert.strictEqual(undecided, "a delivery method for Warp Weft is missing (standard, expedited)")
    const apart = missing(contents({ deliveries: {}, quote: { options: [] } as never }))[0]!.message
    assert.include(apart, "cannot deliver these items together")
  })
})

describe("what a payment holds", () => {
  const line = oneOf("small", "large", "bowl", "scarf")

  it.prop(
    "two payments hold the same things in the same order, however their lines stand",
    [Arbitrary.array(line, { minLength: 1, maxLength: 4 })],
    ([names]) => {
      const lines = [...new Set(names)].map((name) => things[name])
      const forth = holdsOf(linesOf(...lines))
      const back = holdsOf(linesOf(...[...lines].reverse()))
      return same(forth, back) && forth.length === lines.length
    },
    checking
  )

  it("each thing with its own quantity", () => {
    const lines: ReadonlyArray<Line> = [{ ...things.small, quantity: 2 }, things.bowl]
    assert.deepStrictEqual(holdsOf(linesOf(...lines)), [
      { listingId: things.bowl.listingId, variant: "", quantity: 1 },
      { listingId: things.small.listingId, variant: "Small", quantity: 2 }
    ])
  })
})
