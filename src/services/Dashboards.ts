import { Context, Effect, Layer } from "effect"
import type { Dashboard, DashboardQuery } from "../../schemas/dashboard.ts"
import type { NotFound, RoleNeeded, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import { cents } from "../../schemas/money.ts"
import { periodStart, salesChart } from "../domain/salesChart.ts"
import type { Caller } from "../ports/Caller.ts"
import { Sales } from "../store/Sales.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { Standing } from "./Standing.ts"

/** How a shop does, and what it has to do. */
export class Dashboards extends Context.Service<
  Dashboards,
  {
    readonly read: (
      query: DashboardQuery
    ) => Effect.Effect<Dashboard, Unauthorized | RoleNeeded | NotFound | Unavailable, Caller>
  }
>()("craftlocal/services/Dashboards") {
  static readonly layer = Layer.effect(
    Dashboards,
    Effect.gen(function* () {
      const standing = yield* Standing
      const sales = yield* Sales
      return {
        read: Effect.fn("Dashboards.read")(function* ({ shopId, timePeriod }) {
          const { id, name, rating } = yield* standing.shop(shopId)
          const at = yield* now
          const row = yield* orUnavailable(sales.of(id, periodStart(timePeriod, at)))
          return {
            ...row,
            shop: { id, name },
            timePeriod,
            currency: "usd",
            averageRating: rating,
            salesChart: salesChart(row.salesChart, { period: timePeriod, now: at, none: cents(0) })
          }
        })
      }
    })
  )
}
