import { Effect } from "effect"
import { OrderId } from "../../../schemas/ids.ts"
import { OrderDetail } from "../../../schemas/order.ts"
import { wire } from "../../../schemas/wire.ts"
import { Purchases } from "../../services/Purchases.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const tell = ({ order }: { readonly order: OrderDetail }) =>
  [
    `Order ${order.orderNumber} of ${order.createdAt.slice(0, 10)}: ${order.status}, payment ${order.paymentStatus}.`,
    ...order.items.map(({ price, quantity, title }) => `${quantity} x ${title}, ${money(price)} each`),
    `Subtotal ${money(order.subtotal)}, discount ${money(order.discount)}, shipping ${money(order.shippingCost)}, tax ${money(order.tax)}, total ${money(order.total)}.`,
    `From ${order.seller.shopName} in ${order.seller.city}, ${order.shippingMethod}, expected by ${order.estimatedDelivery ?? "unknown"}.`,
    ...(order.refunded > 0 ? [`Given back: ${money(order.refunded)}.`] : []),
    order.trackingUrl === null
      ? order.trackingNumber === null
        ? "There is no tracking link yet."
        : `Tracking number ${order.trackingNumber} of ${order.carrier ?? "the carrier"}.`
      : `Tracking: ${order.trackingUrl}`,
    ...(order.cancelableUntil === null ? [] : [`It can be canceled with cancel_order until ${order.cancelableUntil}.`])
  ].join("\n")

export const getOrderDetail = defineTool(
  {
    name: "get_order_detail",
    aliases: ["get_order"],
    toolset: "orders",
    title: "Get an order",
    description:
      "Use this when a signed-in user asks about one order: where it is, when it comes, what was in it. Needs an order_id from get_orders or complete_checkout.",
    input: { orderId: OrderId.annotate({ description: "The id of the order" }) },
    output: wire({ order: OrderDetail }),
    does: "reads",
    scopes: ["orders.read"],
    widget: "order_detail",
    widgetMayCall: true,
    says: ["Opening the order", "Opened the order"],
    tell
  },
  Effect.fnUntraced(function* ({ orderId }) {
    return { order: yield* (yield* Purchases).detail(orderId) }
  })
)
