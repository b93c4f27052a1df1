const day = 24 * 60 * 60 * 1000

/** The moment so many days before. */
export const daysBefore = (now: Date, days: number): Date => new Date(Math.round(now.getTime() - days * day))

/** The moment so many days after. */
export const daysAfter = (now: Date, days: number): Date => daysBefore(now, -days)
