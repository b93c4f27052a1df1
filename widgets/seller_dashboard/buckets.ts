import type { Dashboard } from "./read.ts"

/** Sales of some days on end. */
export interface Bucket {
  readonly from: string
  readonly to: string
  readonly amount: number
}

type Days = Dashboard["sales_chart"]
export type Width = "day" | "week" | "month"

/** As fine as can still be read: days of a month, weeks of a quarter, months of a year. */
export const widthFor = (days: number): Width => (days <= 31 ? "day" : days <= 120 ? "week" : "month")

/** Weeks end with the last day, so that the newest is whole; months are those of the calendar. */
export const buckets = (days: Days): ReadonlyArray<Bucket> => {
  const width = widthFor(days.length)
  const begins = (index: number) =>
    index === 0 ||
    width === "day" ||
    (width === "week" ? (days.length - index) % 7 === 0 : days[index]!.date.endsWith("-01"))
  const made: Array<{ from: string; to: string; cents: number }> = []
  days.forEach(({ amount, date }, index) => {
    if (begins(index)) made.push({ from: date, to: date, cents: 0 })
    const last = made.at(-1)!
    last.to = date
    last.cents += Math.round(amount * 100)
  })
  return made.map(({ cents, from, to }) => ({ from, to, amount: cents / 100 }))
}

/** A round number just above, for the top of an axis. */
export const niceTop = (most: number): number => {
  if (most <= 0) return 1
  const unit = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 4, 5, 10].map((step) => step * unit).find((top) => top >= most) ?? 10 * unit
}
