import type { Bucket, Width } from "./buckets.ts"

/** The days that a bar stands for, in the person's language. They are days of UTC. */
export const bucketLabel = (tag: string, width: Width) => {
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    month: "short",
    ...(width === "month" ? { year: "numeric" } : { day: "numeric" })
  })
  return ({ from, to }: Bucket): string =>
    width === "week" && from !== to
      ? format.formatRange(new Date(from), new Date(to))
      : format.format(new Date(width === "month" ? to : from))
}
