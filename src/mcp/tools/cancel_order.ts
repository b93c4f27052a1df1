import { Effect } from "effect"
import { OrderId } from "../../../schemas/ids.ts"
import { CancelInput, OrderDetail } from "../../../schemas/order.ts"
import { wire } from "../../../schemas/wire.ts"
import { Purchases } from "../../services/Purchases.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

export const cancelOrder = defineTool(
  {
    name: "cancel_order",
    toolset: "orders",
    title: "Cancel an order",
    description:
      "Use this when the user wants to cancel an order they placed and nobody has begun to make: until its cancelable_until. The whole amount goes back to how it was paid. Do not call it without the user's agreement, and not for a checkout that is not paid: that is cancel_checkout.",
    input: { orderId: OrderId.annotate({ description: "The id of the order" }), ...CancelInput },
    output: wire({ order: OrderDetail }),
    does: "removes",
    scopes: [],
    betterSignedIn: true,
    widget: "order_detail",
    widgetMayCall: true,
    says: ["Canceling the order", "Canceled the order"],
    subject: ({ order }) => order.id,
    tell: ({ order }) =>
      `Order ${order.orderNumber} is canceled. ${money(order.total)} goes back to how it was paid; that can take some days to show.`
  },
  Effect.fnUntraced(function* ({ orderId, reason }) {
    return { order: yield* (yield* Purchases).cancel(orderId, reason) }
  })
)
