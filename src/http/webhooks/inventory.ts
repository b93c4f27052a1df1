import { Effect } from "effect"
import { StockReport, StockReports } from "../../../schemas/webhooks/stockReport.ts"
import { StockNews } from "../../services/StockNews.ts"
import { reports } from "./reports.ts"

/** What the shops' own systems tell of their stock. */
export const inventory = reports({
  name: "inventory",
  one: StockReport,
  several: StockReports,
  hear: (report) => Effect.flatMap(StockNews, (news) => news.hear(report))
})
