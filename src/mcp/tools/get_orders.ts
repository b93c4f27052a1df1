import { Effect } from "effect"
import { OrdersAnswer, ordersFields } from "../../../schemas/order.ts"
import { Purchases } from "../../services/Purchases.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const tell = ({ hasMore, orders, totalCount }: OrdersAnswer) =>
  orders.length === 0
    ? "There are no such orders."
    : [
        `${totalCount} orders, newest first${hasMore ? "; raise offset for more" : ""}:`,
        ...orders.map(({ buyer, createdAt, estimatedDelivery, id, items, orderNumber, seller, status, total }) => {
          const what = items.map(({ quantity, title }) => `${quantity} x ${title}`).join(", ")
          const who = seller ? `from ${seller.shopName}` : `for ${buyer?.name ?? "a buyer"}`
          return `${orderNumber} (${id}) of ${createdAt.slice(0, 10)}, ${status}, ${money(total)}: ${what}, ${who}, expected by ${estimatedDelivery ?? "unknown"}`
        })
      ].join("\n")

export const getOrders = defineTool(
  {
    name: "get_orders",
    toolset: "orders",
    title: "Get my orders",
    description:
      "Use this when a signed-in user asks for their orders: what they bought, or, as a seller, what their shop sold. Filter by status. Do not use it for a checkout that is not paid yet.",
    input: ordersFields,
    output: OrdersAnswer,
    does: "reads",
    scopes: ["orders.read"],
    widget: "order_list",
    widgetMayCall: true,
    says: ["Looking up orders", "Looked up orders"],
    tell
  },
  (query) => Effect.flatMap(Purchases, (purchases) => purchases.list(query))
)
