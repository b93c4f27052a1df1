import { Effect } from "effect"
import { OrderId } from "../../../schemas/ids.ts"
import { OrderMoved, shopReportFields } from "../../../schemas/shopOrder.ts"
import { ShopOrders } from "../../services/ShopOrders.ts"
import { defineTool } from "../Tool.ts"

export const updateOrderStatus = defineTool(
  {
    name: "update_order_status",
    toolset: "seller",
    title: "Update an order's status",
    description:
      "Use this when a signed-in maker says that an order of their shop is being made, can be fetched, was shipped (with carrier and tracking number) or has arrived. The buyer is told. Orders that wait are in get_seller_dashboard. Canceling is not done here.",
    input: { orderId: OrderId.annotate({ description: "The order's id or number" }), ...shopReportFields },
    output: OrderMoved,
    does: "changes",
    scopes: ["orders.write"],
    widgetMayCall: true,
    says: ["Updating the order", "Updated the order"],
    subject: ({ order }) => order.id,
    tell: ({ message }) => message
  },
  ({ orderId, ...report }) => Effect.flatMap(ShopOrders, (orders) => orders.report(orderId, report))
)
