import { Schema } from "effect"

/** Whether there is such a day: JavaScript takes the thirtieth of February for the second of March. */
const exists = (text: string) => {
  const day = text.slice(0, 10)
  const at = new Date(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  return (isDay && !Number.isNaN(Date.parse(text))) || "Expected a moment that exists"
}

/** A moment as others write it, RFC 3339 with its offset; a date in our hands. */
export const Moment = Schema.String.annotate({
  description: "When it happened: RFC 3339, such as 2026-05-01T12:00:00Z"
})
  .check(
    Schema.isPattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/, {
      message: "Expected a moment such as 2026-05-01T12:00:00Z"
    }).abort(),
    Schema.makeFilter(exists)
  )
  .pipe(Schema.decodeTo(Schema.DateFromString))
