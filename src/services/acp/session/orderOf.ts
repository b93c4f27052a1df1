import { addressOf } from "../../../../schemas/acp/address.ts"
import type { Order } from "../../../../schemas/acp/Order.ts"
import type { Attempt, Checkout, Contents, Line } from "../../../../schemas/checkout.ts"
import { lineTotals } from "../../../domain/acp/totals.ts"
import { absolute, listingUrl } from "../../../domain/publicUrls.ts"
import { nameOf } from "./lineItemsOf.ts"
import { typeOf } from "./optionsOf.ts"
import { daysAfter, type Market } from "./Shown.ts"
import { totalsOf } from "./totalsOf.ts"

const lineOf = (line: Line, { quote }: Contents, publicUrl: string): Order["line_items"][number] => {
  const totals = quote.lines.find(({ lineId }) => lineId === line.id)!
  return {
    id: line.id,
    title: nameOf(line),
    quantity: { ordered: line.quantity, current: line.quantity, fulfilled: 0 },
    unit_price: line.unitPrice,
    subtotal: totals.subtotal,
    totals: lineTotals(totals),
    status: "processing",
    product_id: line.listingId,
    ...(line.image !== null && { image_url: absolute(publicUrl, line.image) }),
    url: listingUrl(publicUrl, line.listingId)
  }
}

/** One for each shop: what it sends or hands over, and when. */
const fulfillmentOf = (
  { orderId, shopId }: Attempt["orders"][number],
  { address, buyer, deliveries, lines, quote }: Contents,
  from: Date
): Order["fulfillments"][number] => {
  const method = deliveries[shopId]!
  const its = lines.filter((line) => line.shopId === shopId)
  const days = quote.options.find((option) => option.shopId === shopId && option.method === method)
  return {
    id: orderId,
    type: typeOf(method),
    status: "pending",
    line_items: its.map(({ id, quantity }) => ({ id, quantity })),
    ...(method !== "pickup" && address !== null && { destination: addressOf(address, buyer.name) }),
    estimated_delivery: { earliest: daysAfter(from, days?.minDays ?? 0), latest: daysAfter(from, days?.maxDays ?? 0) },
    description: its[0]!.shopName
  }
}

const first = (dates: ReadonlyArray<string>) => [...dates].sort()[0]!
const last = (dates: ReadonlyArray<string>) => [...dates].sort().at(-1)!

/** What a paid session became. It changes no more, so its last change is the moment of the order. */
export const orderOf = (
  { id, updatedAt }: Checkout,
  contents: Contents,
  attempt: Attempt,
  { publicUrl }: Market
): Order => {
  const [{ orderId }] = attempt.orders
  const fulfillments = attempt.orders.map((order) => fulfillmentOf(order, contents, updatedAt))
  return {
    type: "order",
    id: orderId,
    checkout_session_id: id,
    order_number: attempt.confirmationNumber,
    permalink_url: absolute(publicUrl, `/orders/${orderId}`),
    status: "confirmed",
    estimated_delivery: {
      earliest: first(fulfillments.map(({ estimated_delivery }) => estimated_delivery.earliest)),
      latest: last(fulfillments.map(({ estimated_delivery }) => estimated_delivery.latest))
    },
    confirmation: { confirmation_number: attempt.confirmationNumber },
    support: { help_center_url: absolute(publicUrl, "/support") },
    line_items: contents.lines.map((line) => lineOf(line, contents, publicUrl)),
    fulfillments,
    adjustments: [],
    totals: totalsOf(contents.quote)
  }
}
