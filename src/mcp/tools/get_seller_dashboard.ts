import { Effect } from "effect"
import { Dashboard, dashboardFields } from "../../../schemas/dashboard.ts"
import { wire } from "../../../schemas/wire.ts"
import { Dashboards } from "../../services/Dashboards.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const periods: Record<Dashboard["timePeriod"], string> = {
  "7d": "the last 7 days",
  "30d": "the last 30 days",
  "90d": "the last 90 days",
  "1y": "the last year",
  all: "all time"
}

const tell = ({ dashboard }: { readonly dashboard: Dashboard }) => {
  const { lowStock, ordersToDo, shop, topProducts } = dashboard
  return [
    `${shop.name}, ${periods[dashboard.timePeriod]}: ${money(dashboard.totalSales)} from ${dashboard.salesCount} sales.`,
    `Now: ${dashboard.activeListings} active listings, ${dashboard.pendingOrders} orders to do, rated ${dashboard.averageRating}/5.`,
    ...topProducts.map(({ revenue, sales, title }) => `Sold ${sales} x ${title}: ${money(revenue)}`),
    ...ordersToDo.map(
      ({ buyerName, createdAt, items, orderId, orderNumber, shippingMethod, status }) =>
        `To do: ${orderNumber} (${orderId}) of ${createdAt.slice(0, 10)}, ${status}, ${shippingMethod}: ${items}, for ${buyerName}`
    ),
    ...lowStock.map(({ listingId, stock, title }) =>
      stock === 0 ? `Sold out: ${title} (${listingId})` : `Only ${stock} left: ${title} (${listingId})`
    )
  ].join("\n")
}

export const getSellerDashboard = defineTool(
  {
    name: "get_seller_dashboard",
    aliases: ["get_seller_stats"],
    toolset: "seller",
    title: "Get the seller dashboard",
    description:
      "Use this when a signed-in maker asks how their shop does: sales, top products, orders that wait for them, stock that runs low.",
    input: dashboardFields,
    output: wire({ dashboard: Dashboard }),
    does: "reads",
    scopes: ["seller.manage"],
    widget: "seller_dashboard",
    widgetMayCall: true,
    says: ["Adding up your sales", "Added up your sales"],
    tell
  },
  Effect.fnUntraced(function* (query) {
    return { dashboard: yield* (yield* Dashboards).read(query) }
  })
)
