import type { TimePeriod } from "../../schemas/dashboard.ts"

const day = 24 * 60 * 60 * 1000
const longest = 365

const days: Record<TimePeriod, number> = { "7d": 7, "30d": 30, "90d": 90, "1y": longest, all: Number.POSITIVE_INFINITY }

const midnight = (at: Date) => new Date(Math.floor(at.getTime() / day) * day)

/** The first moment of a period, which is whole days of UTC, today included. */
export const periodStart = (period: TimePeriod, now: Date): Date =>
  period === "all" ? new Date(0) : new Date(midnight(now).getTime() - (days[period] - 1) * day)

interface Day<A> {
  readonly date: string
  readonly amount: A
}

/** Every day of a period, those without a sale too. Of all time: from the first sale on, and a year at most. */
export const salesChart = <A>(
  sold: ReadonlyArray<Day<A>>,
  { none, now, period }: { readonly period: TimePeriod; readonly now: Date; readonly none: A }
): ReadonlyArray<Day<A>> => {
  const today = midnight(now).getTime()
  const amounts = new Map(sold.map(({ amount, date }) => [date, amount]))
  const first = sold.map(({ date }) => Date.parse(date)).reduce((least, at) => Math.min(least, at), today)
  const length = Math.min(days[period], longest, (today - first) / day + 1)
  const shown = period === "all" ? length : days[period]
  return Array.from({ length: shown }, (_, index) => {
    const date = new Date(today - (shown - 1 - index) * day).toISOString().slice(0, 10)
    return { date, amount: amounts.get(date) ?? none }
  })
}
