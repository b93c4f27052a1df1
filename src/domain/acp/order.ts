import { Array } from "effect"
import type { Order as AcpOrder } from "../../../schemas/acp/Order.ts"
import type { ShopTotals } from "../../../schemas/checkout.ts"
import { cents } from "../../../schemas/money.ts"
import type { Order } from "../../../schemas/order.ts"
import { absolute } from "../publicUrls.ts"
import { adjustmentsOf, type Refund } from "./adjustments.ts"
import { fulfillmentOf } from "./fulfillment.ts"
import { lineOf } from "./orderLine.ts"
import { total } from "./totals.ts"

type Sums = Omit<ShopTotals, "shopId">

const nothing: Sums = {
  itemsBase: cents(0),
  itemsDiscount: cents(0),
  subtotal: cents(0),
  discount: cents(0),
  fulfillment: cents(0),
  tax: cents(0),
  total: cents(0)
}

const sumOf = (orders: ReadonlyArray<Order>): Sums =>
  orders.reduce((sum, { totals }) => {
    const add = (of: keyof Sums) => cents(sum[of] + totals[of])
    return {
      itemsBase: add("itemsBase"),
      itemsDiscount: add("itemsDiscount"),
      subtotal: add("subtotal"),
      discount: add("discount"),
      fulfillment: add("fulfillment"),
      tax: add("tax"),
      total: add("total")
    }
  }, nothing)

const totalsOf = (orders: ReadonlyArray<Order>): AcpOrder["totals"] => {
  const sums = sumOf(orders)
  const refunded = orders.reduce((sum, order) => sum + order.refunded, 0)
  return [
    total("items_base_amount", sums.itemsBase),
    total("items_discount", sums.itemsDiscount),
    total("subtotal", sums.subtotal),
    ...(sums.discount > 0 ? [total("discount", sums.discount)] : []),
    total("fulfillment", sums.fulfillment),
    total("tax", sums.tax),
    total("total", sums.total),
    ...(refunded > 0 ? [{ type: "amount_refunded" as const, display_text: "Refunded", amount: cents(refunded) }] : [])
  ]
}

/** How the whole purchase stands: what is canceled counts no more once anything else is left. */
const statusOf = (orders: ReadonlyArray<Order>): string => {
  const left = orders.map(({ status }) => status).filter((status) => status !== "cancelled")
  if (left.length === 0) return "canceled"
  if (left.every((status) => status === "delivered")) return "completed"
  if (left.every((status) => status === "shipped" || status === "delivered")) return "shipped"
  return left.every((status) => status === "pending") ? "confirmed" : "processing"
}

/** The orders of one checkout as the one order that an agent knows, with everything that happened to them. */
export const acpOrderOf = (
  orders: Array.NonEmptyReadonlyArray<Order>,
  refunds: ReadonlyArray<Refund>,
  publicUrl: string
): AcpOrder => {
  const [{ checkoutId, confirmationNumber, id }] = orders
  const fulfillments = Array.map(orders, fulfillmentOf)
  const estimates = Array.map(fulfillments, ({ estimated_delivery }) => estimated_delivery)
  return {
    type: "order",
    id,
    checkout_session_id: checkoutId,
    order_number: confirmationNumber,
    permalink_url: absolute(publicUrl, `/orders/${id}`),
    status: statusOf(orders),
    estimated_delivery: {
      earliest: estimates.map(({ earliest }) => earliest).sort()[0]!,
      latest: estimates
        .map(({ latest }) => latest)
        .sort()
        .at(-1)!
    },
    confirmation: { confirmation_number: confirmationNumber },
    support: { help_center_url: absolute(publicUrl, "/support") },
    line_items: orders.flatMap((order) => order.lines.map((line) => lineOf(line, order, publicUrl))),
    fulfillments,
    adjustments: adjustmentsOf(orders, refunds),
    totals: totalsOf(orders)
  }
}
