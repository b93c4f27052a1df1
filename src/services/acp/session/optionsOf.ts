import type { FulfillmentOption, SelectedOption } from "../../../../schemas/acp/Fulfillment.ts"
import type { Checkout, Contents, DeliveryOption, Line, Method } from "../../../../schemas/checkout.ts"
import { total } from "../../../domain/acp/totals.ts"
import { shopsOf } from "../../../domain/contents.ts"
import { daysAfter } from "./Shown.ts"

/** One option for each shop and method, so that every shop's delivery can be chosen by itself. */
export const optionIdOf = (shopId: string, method: Method): string => `${shopId}:${method}`

export const readOptionId = (id: string): { readonly shopId: string; readonly method: string } => {
  const colon = id.lastIndexOf(":")
  return { shopId: id.slice(0, Math.max(colon, 0)), method: id.slice(colon + 1) }
}

export const typeOf = (method: Method) => (method === "pickup" ? "pickup" : "shipping")

const names: Record<Method, string> = {
  standard: "Standard shipping",
  expedited: "Expedited shipping",
  pickup: "Pickup"
}

/** A shop's street is told by the shop, after the order. */
const location = ({ shopName, shopState }: Line) => ({
  name: shopName,
  address: { name: shopName, line_one: "", city: "", state: shopState, country: "US", postal_code: "" },
  instructions: "The shop tells the place and agrees the time after the order."
})

const optionOf = (option: DeliveryOption, line: Line, several: boolean, from: Date): FulfillmentOption => {
  const { amount, maxDays, method, minDays, shopId } = option
  const days = minDays === maxDays ? `${maxDays}` : `${minDays} to ${maxDays}`
  const common = {
    id: optionIdOf(shopId, method),
    title: several ? `${names[method]}, ${line.shopName}` : names[method],
    totals: [total("fulfillment", amount), total("total", amount)]
  }
  return method === "pickup"
    ? {
        type: "pickup",
        ...common,
        description: `Ready in ${days} days`,
        location: location(line),
        ready_by: daysAfter(from, maxDays)
      }
    : {
        type: "shipping",
        ...common,
        description: `Arrives in ${days} days`,
        earliest_delivery_time: daysAfter(from, minDays),
        latest_delivery_time: daysAfter(from, maxDays)
      }
}

export const optionsOf = ({ state, updatedAt }: Checkout): ReadonlyArray<FulfillmentOption> => {
  const { lines, quote } = state.contents
  const several = shopsOf(lines).length > 1
  return quote.options.map((option) =>
    optionOf(option, lines.find(({ shopId }) => shopId === option.shopId)!, several, updatedAt)
  )
}

export const selectedOf = ({ deliveries, lines }: Contents): ReadonlyArray<SelectedOption> =>
  shopsOf(lines).flatMap((shopId) => {
    const method = deliveries[shopId]
    if (method === undefined) return []
    const its = lines.filter((line) => line.shopId === shopId).map(({ id }) => id)
    return [{ type: typeOf(method), option_id: optionIdOf(shopId, method), item_ids: its }]
  })
