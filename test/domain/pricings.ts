import { Arbitrary, Schema } from "effect"
import type { Contents, Line, Method } from "../../schemas/checkout.ts"
import type { Discount } from "../../src/domain/discounts.ts"
import { isWithinReach, type Pricing, quote } from "../../src/domain/pricing.ts"
import { kiln, linesOf, loom, oneOf, things, whole } from "./few.ts"

/** Prices as they are, with the ones that break sums: nothing, a cent, the dearest there can be. */
const price = Arbitrary.all([whole(0, 200_00), oneOf("any", "any", "any", "nothing", "a cent", "the dearest")]).pipe(
  Arbitrary.map(([any, which]) => ({ any, nothing: 0, "a cent": 1, "the dearest": 1_000_000_00 })[which])
)

const wanted = Arbitrary.all({
  unitPrice: price,
  shippingCost: price,
  quantity: oneOf(1, 1, 2, 3, 7, 99),
  shippingEnabled: oneOf(true, true, true, false),
  pickupEnabled: oneOf(true, true, false)
})

const few = Object.values(things)

const lines: Arbitrary.Arbitrary<Contents["lines"]> = Arbitrary.array(wanted, { minLength: 1, maxLength: 4 }).pipe(
  Arbitrary.map((all) => linesOf(...all.map((each, index) => ({ ...few[index]!, ...each }) as unknown as Line)))
)

export const now = new Date("2026-05-01T12:00:00Z")
const yesterday = new Date("2026-04-30T12:00:00Z")
const tomorrow = new Date("2026-05-02T12:00:00Z")

const blank = { percent: null, amount: null, shopId: null, minimum: 0, priority: 1, startsAt: null, endsAt: null }

export const codes = {
  TENTH: { ...blank, code: "TENTH", title: "10 % off", kind: "percentage", percent: 10, endsAt: tomorrow },
  THIRD: {
    ...blank,
    code: "THIRD",
    title: "33 % off pots",
    kind: "percentage",
    percent: 33,
    shopId: kiln,
    priority: 2
  },
  ALL: { ...blank, code: "ALL", title: "All of it", kind: "percentage", percent: 100, priority: 3 },
  FIVER: { ...blank, code: "FIVER", title: "$5.01 off", kind: "fixed", amount: 5_01, priority: 0 },
  CLOTH: { ...blank, code: "CLOTH", title: "$20 off cloth", kind: "fixed", amount: 20_00, shopId: loom, priority: 4 },
  POST: { ...blank, code: "POST", title: "We pay the post", kind: "free_shipping", priority: 5 },
  RICH: { ...blank, code: "RICH", title: "From $100", kind: "fixed", amount: 10_00, minimum: 100_00 },
  OLD: { ...blank, code: "OLD", title: "Over", kind: "fixed", amount: 1_00, endsAt: now },
  SOON: { ...blank, code: "SOON", title: "Not yet", kind: "fixed", amount: 1_00, startsAt: tomorrow },
  OPEN: { ...blank, code: "OPEN", title: "Since yesterday", kind: "fixed", amount: 1, startsAt: yesterday }
} satisfies Record<string, Discount>

/** One that comes by itself, as the Circle's free shipping does. */
export const circle: Discount = { ...codes.POST, code: null, shopId: kiln, minimum: 50_00, priority: 1000 }

const code = oneOf("TENTH", "THIRD", "ALL", "FIVER", "CLOTH", "POST", "RICH", "OLD", "SOON", "OPEN", "tenth", "NOSUCH")
const choice = oneOf<Method | "none">("standard", "expedited", "pickup", "none")
const rate = Arbitrary.schema(Schema.Literals([0, 0.0725, 0.1, 0.06875, "unknown"]))

/** Everything a quote may follow from. */
export const pricings: Arbitrary.Arbitrary<Pricing> = Arbitrary.all({
  lines,
  codes: Arbitrary.array(code, { maxLength: 4 }),
  isMember: oneOf(true, false),
  atKiln: choice,
  atLoom: choice,
  rateAtKiln: rate,
  rateAtLoom: rate
}).pipe(
  Arbitrary.map(({ atKiln, atLoom, codes: given, isMember, lines, rateAtKiln, rateAtLoom }) => ({
    lines,
    deliveries: { ...(atKiln !== "none" && { [kiln]: atKiln }), ...(atLoom !== "none" && { [loom]: atLoom }) },
    codes: given,
    offered: [...Object.values(codes), ...(isMember ? [circle] : [])],
    taxes: {
      ...(rateAtKiln !== "unknown" && { [kiln]: { rate: rateAtKiln, description: "Sales tax" } }),
      ...(rateAtLoom !== "unknown" && { [loom]: { rate: rateAtLoom, description: "Sales tax" } })
    },
    now
  }))
)

/** Those that a checkout may hold. */
export const checkoutPricings = pricings.pipe(Arbitrary.filter((pricing) => isWithinReach(quote(pricing))))
