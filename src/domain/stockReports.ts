import { Result } from "effect"
import { Invalid } from "../../schemas/errors.ts"
import { fullShelf, type StockReport } from "../../schemas/webhooks/stockReport.ts"

interface Last {
  readonly countedAt: Date | null
  readonly movedAt: Date | null
}

const isBefore = (at: Date, other: Date | null) => other !== null && at < other

/**
 * Whether a report tells nothing new: a count, when something later is known of the thing; a change, when the thing was
 * counted later, since the count has seen it. Changes do not outdate each other.
 */
export const isOutdated = ({ occurredAt, stock }: StockReport, { countedAt, movedAt }: Last): boolean =>
  isBefore(occurredAt, countedAt) || (stock !== undefined && isBefore(occurredAt, movedAt))

/** What is on the shelf after a report: never less than nothing, and never more than a shelf holds. */
export const shelfAfter = ({ delta = 0, stock }: StockReport, before: number): Result.Result<number, Invalid> => {
  const after = stock ?? before + delta
  return after > fullShelf
    ? Result.fail(Invalid.of("delta", `Expected no more than ${fullShelf} on the shelf`))
    : Result.succeed(Math.max(0, after))
}

/** The latest moments that are known after a report. */
export const lastAfter = ({ occurredAt, stock }: StockReport, { countedAt, movedAt }: Last): Last => {
  if (stock !== undefined) return { countedAt: occurredAt, movedAt }
  return { countedAt, movedAt: isBefore(occurredAt, movedAt) ? movedAt : occurredAt }
}
