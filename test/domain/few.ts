import { Arbitrary, Schema } from "effect"
import type { Address } from "../../schemas/address.ts"
import type { Contents, Line, Method } from "../../schemas/checkout.ts"
import { LineId, ListingId, ShopId } from "../../schemas/ids.ts"
import type { TaxRate } from "../../src/domain/pricing.ts"

/** Two shops, three listings, one of them with two variants: few enough that what happens collides. */

export const kiln = ShopId.make("shp_kiln")
export const loom = ShopId.make("shp_loom")

const thing = (
  id: string,
  variant: string,
  shopId: Line["shopId"],
  price: number,
  over: Partial<Record<keyof Line, unknown>> = {}
): Line =>
  ({
    id: LineId.make(`lin_${id}${variant}`),
    listingId: ListingId.make(`lst_${id}`),
    variant,
    shopId,
    shopName: shopId === kiln ? "Clay & Kiln" : "Warp Weft",
    shopState: shopId === kiln ? "IL" : "NC",
    title: `${variant} ${id}`.trim(),
    image: null,
    quantity: 1,
    unitPrice: price,
    shippingEnabled: true,
    shippingCost: 500,
    pickupEnabled: true,
    leadTimeDays: 2,
    ...over
  }) as Line

export const things = {
  small: thing("mug", "Small", kiln, 25_00),
  large: thing("mug", "Large", kiln, 33_33, { leadTimeDays: 5 }),
  bowl: thing("bowl", "", kiln, 60_01, { shippingCost: 801 }),
  scarf: thing("scarf", "", loom, 49_99, { pickupEnabled: false, shippingCost: 399 })
}
export type Thing = keyof typeof things

export const address: Address = { line1: "1 Main St", city: "Portland", state: "OR", zip: "97201", country: "US" }

export const tenPercent: TaxRate = { rate: 0.1, description: "Sales tax 10%" }

/** One of these; one that is named more often comes more often. */
export const oneOf = <const A extends string | number | boolean>(...values: ReadonlyArray<A>): Arbitrary.Arbitrary<A> =>
  Arbitrary.schema(Schema.Literals(values)) as Arbitrary.Arbitrary<A>

export const whole = (minimum: number, maximum: number): Arbitrary.Arbitrary<number> =>
  Arbitrary.schema(Schema.Int.check(Schema.isBetween({ minimum, maximum })))

export const thingName = oneOf<Thing>("small", "large", "bowl", "scarf")
export const method = oneOf<Method>("standard", "expedited", "pickup")

export const linesOf = (...lines: ReadonlyArray<Line>): Contents["lines"] => lines as unknown as Contents["lines"]

/** The same in CI every time; CHECK_SEED and CHECK_RUNS look further. */
export const checking = {
  arbitrary: { runs: Number(process.env.CHECK_RUNS ?? 200), seed: process.env.CHECK_SEED ?? "craftlocal" }
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
