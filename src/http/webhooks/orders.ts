import { Effect } from "effect"
import { OrderReport, OrderReports } from "../../../schemas/webhooks/orderReport.ts"
import { OrderNews } from "../../services/OrderNews.ts"
import { reports } from "./reports.ts"

/** What carriers and shops tell of orders. */
export const orders = reports({
  name: "orders",
  one: OrderReport,
  several: OrderReports,
  hear: (report) => Effect.flatMap(OrderNews, (news) => news.hear(report))
})
