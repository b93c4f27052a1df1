import type { LegacyOption } from "../../../../../schemas/acp/legacy/LegacySession.ts"
import type { Checkout, Contents, Method } from "../../../../../schemas/checkout.ts"
import { daysAfter } from "../../session/Shown.ts"
import { type Combination, combinationId, combinationsOf } from "./combinations.ts"

const several = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`

const names: Record<Method, (count: number) => string> = {
  standard: (count) => `Standard shipping${count === 0 ? "" : `, ${several(count, "parcel")}`}`,
  expedited: (count) => `Expedited shipping${count === 0 ? "" : `, ${several(count, "parcel")}`}`,
  pickup: (count) => `Pickup${count === 0 ? "" : ` at ${several(count, "shop")}`}`
}

/** `Standard shipping` of a single shop, `Standard shipping, 2 parcels; Pickup at 1 shop` of several. */
const titleOf = (combination: Combination) =>
  (["standard", "expedited", "pickup"] as const)
    .flatMap((method) => {
      const count = combination.filter((each) => each.method === method).length
      return count === 0 ? [] : [names[method](combination.length === 1 ? 0 : count)]
    })
    .join("; ")

const subtitleOf = (combination: Combination, { lines }: Contents, least: number, most: number) => {
  const days = least === most ? `${most}` : `${least} to ${most}`
  const picked = combination.filter(({ method }) => method === "pickup")
  const shops = picked.map(({ shopId }) => lines.find((line) => line.shopId === shopId)!.shopName)
  const pickup = `Pick up from ${shops.join(", ")}; the shop tells the place and agrees the time after the order.`
  if (picked.length === 0) return `Arrives in ${days} days`
  return picked.length === combination.length ? `Ready in ${days} days. ${pickup}` : `All in ${days} days. ${pickup}`
}

/** There is no pickup in this dialect: what is picked up is told as a delivery that says so. */
export const optionsOf = ({ state: { contents }, updatedAt }: Checkout): ReadonlyArray<LegacyOption> =>
  combinationsOf(contents).map((combination) => {
    const least = Math.min(...combination.map(({ minDays }) => minDays))
    const most = Math.max(...combination.map(({ maxDays }) => maxDays))
    const subtotal = combination.reduce((sum, { amount }) => sum + amount, 0)
    return {
      type: "shipping",
      id: combinationId(combination),
      title: titleOf(combination),
      subtitle: subtitleOf(combination, contents, least, most),
      earliest_delivery_time: daysAfter(updatedAt, least),
      latest_delivery_time: daysAfter(updatedAt, most),
      subtotal,
      tax: 0,
      total: subtotal
    }
  })
