import type { DeliveryOption, Line, Method } from "../../schemas/checkout.ts"
import { cents } from "../../schemas/money.ts"
import { shopsOf } from "./contents.ts"

/** How many days a parcel is on its way, at least and at most. */
export const transitDays: Record<Method, readonly [number, number]> = {
  standard: [3, 6],
  expedited: [1, 2],
  pickup: [0, 0]
}

/** A further piece in the same parcel costs this part of its own flat rate. */
const furtherPiece = 0.25
const expeditedFactor = 2

/** The dearest piece of a shop pays its flat rate in full, each further piece a share of its own. */
export const standardCost = (lines: ReadonlyArray<Pick<Line, "quantity" | "shippingCost">>): number => {
  const largest = Math.max(...lines.map(({ shippingCost }) => shippingCost))
  const all = lines.reduce((sum, { quantity, shippingCost }) => sum + quantity * shippingCost, 0)
  return largest + Math.round((all - largest) * furtherPiece)
}

/** The ways in which one shop can deliver all its lines at once. */
const optionsOf = (lines: ReadonlyArray<Line>): ReadonlyArray<DeliveryOption> => {
  const { shopId } = lines[0]!
  const lead = Math.max(...lines.map(({ leadTimeDays }) => leadTimeDays))
  const option = (method: Method, amount: number): DeliveryOption => {
    const [least, most] = transitDays[method]
    return { shopId, method, amount: cents(amount), minDays: lead + least, maxDays: lead + most }
  }
  const standard = standardCost(lines)
  return [
    ...(lines.every(({ shippingEnabled }) => shippingEnabled)
      ? [option("standard", standard), option("expedited", standard * expeditedFactor)]
      : []),
    ...(lines.every(({ pickupEnabled }) => pickupEnabled) ? [option("pickup", 0)] : [])
  ]
}

/** Every way in which every shop can deliver, shop by shop. */
export const deliveryOptions = (lines: ReadonlyArray<Line>): ReadonlyArray<DeliveryOption> =>
  shopsOf(lines).flatMap((shop) => optionsOf(lines.filter(({ shopId }) => shopId === shop)))
