import { Schema } from "effect"
import { listingBounds } from "../listingBounds.ts"
import { line } from "../text.ts"
import { wire } from "../wire.ts"
import { Moment } from "./moment.ts"

/** The most pieces of one thing that a shelf holds. */
export const fullShelf = listingBounds.stock.maximum

const pieces = (minimum: number, description: string) =>
  Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum, maximum: fullShelf })).annotate({ description }))

/** One event, as it is sent to `/webhooks/inventory`. */
export const StockReport = wire({
  id: line({ maximum: 100, description: "The sender's own id of the event, the same each time it is sent" }),
  listing: line({ maximum: 100, description: "The listing's id (lst_…)" }),
  variant: Schema.optionalKey(
    line({ maximum: 200, description: "The variant's name; required where the listing has variants" })
  ),
  stock: pieces(0, "How many are on the shelf, beside those that payments hold at the moment"),
  delta: pieces(-fullShelf, "Or: how many were put there, or taken away"),
  occurredAt: Moment
})
  .check(
    Schema.makeFilter(({ delta, stock }) =>
      (delta === undefined) === (stock === undefined)
        ? { path: ["stock"], issue: "Expected either stock or delta" }
        : undefined
    )
  )
  .annotate({ identifier: "StockReport" })
export type StockReport = typeof StockReport.Type

/** Several at once, in the order in which they are heard. */
export const StockReports = wire({
  events: Schema.Array(StockReport).check(Schema.isMinLength(1), Schema.isMaxLength(500))
}).annotate({ identifier: "StockReports" })
