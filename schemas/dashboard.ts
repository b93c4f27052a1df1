import { Effect, Schema } from "effect"
import { Method } from "./checkout.ts"
import { ListingId, OrderId, ShopId } from "./ids.ts"
import { Currency, Dollars } from "./money.ts"
import { OrderStatus } from "./order.ts"
import { draftFields } from "./selling.ts"
import { wire } from "./wire.ts"

export const TimePeriod = Schema.Literals(["7d", "30d", "90d", "1y", "all"])
export type TimePeriod = typeof TimePeriod.Type

export const dashboardFields = {
  timePeriod: TimePeriod.annotate({ description: "The last so many days, today included; 30d if left out" }).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("30d" as const))
  ),
  shopId: draftFields.shopId
}
export const DashboardQuery = wire(dashboardFields)
export type DashboardQuery = typeof DashboardQuery.Type

const placed = {
  orderId: OrderId,
  orderNumber: Schema.String,
  total: Dollars,
  status: OrderStatus,
  createdAt: Schema.String
}

/** How a shop does. Sales are what buyers paid, without what went back to them, and without canceled orders. */
export const Dashboard = wire({
  shop: wire({ id: ShopId, name: Schema.String }),
  timePeriod: TimePeriod,
  currency: Currency,
  totalSales: Dollars,
  salesCount: Schema.Natural,
  activeListings: Schema.Natural,
  pendingOrders: Schema.Natural,
  averageRating: Schema.Finite,
  /** By days of UTC, the days without a sale too; at most a year of them. */
  salesChart: Schema.Array(wire({ date: Schema.String, amount: Dollars })),
  topProducts: Schema.Array(
    wire({
      listingId: ListingId,
      title: Schema.String,
      sales: Schema.Natural.annotate({ description: "Pieces sold" }),
      revenue: Dollars.annotate({ description: "What they cost, before tax and shipping" })
    })
  ),
  recentOrders: Schema.Array(wire(placed)),
  /** What waits for the shop, the longest waiting first. */
  ordersToDo: Schema.Array(
    wire({
      ...placed,
      buyerName: Schema.String,
      items: Schema.String,
      shippingMethod: Method,
      estimatedDelivery: Schema.String
    })
  ),
  /** Where there are variants, the stock is theirs together and is not set as one. */
  lowStock: Schema.Array(
    wire({ listingId: ListingId, title: Schema.String, stock: Schema.Natural, hasVariants: Schema.Boolean })
  )
}).annotate({ identifier: "Dashboard" })
export type Dashboard = typeof Dashboard.Type
