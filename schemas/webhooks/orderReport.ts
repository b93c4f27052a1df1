import { Schema } from "effect"
import { ReportedType } from "../order.ts"
import { line } from "../text.ts"
import { wire } from "../wire.ts"
import { Moment } from "./moment.ts"

const isHttps = (text: string) => {
  const url = /^[\x21-\x7e]+$/.test(text) ? URL.parse(text) : null
  return (url?.protocol === "https:" && url.username === "" && url.password === "") || "Expected an https address"
}

/** By whom a parcel goes, and how it is followed. */
export const parcel = {
  carrier: Schema.optionalKey(line({ maximum: 60, description: "Such as USPS" })),
  trackingNumber: Schema.optionalKey(line({ maximum: 100, description: "By which the carrier knows the parcel" })),
  trackingUrl: Schema.optionalKey(
    Schema.String.annotate({ description: "Where the parcel can be followed, https only" }).check(
      Schema.isMaxLength(2000),
      Schema.makeFilter(isHttps)
    )
  )
}

export const note = Schema.optionalKey(line({ maximum: 500, description: "More about it, for the buyer to read" }))

/** One event, as it is sent to `/webhooks/orders`. */
export const OrderReport = wire({
  id: line({ maximum: 100, description: "The sender's own id of the event, the same each time it is sent" }),
  type: ReportedType,
  order: line({ maximum: 100, description: "The order's id (ord_…) or its number (CL-…)" }),
  occurredAt: Moment,
  ...parcel,
  location: Schema.optionalKey(line({ maximum: 200, description: "Where it happened, for the buyer to read" })),
  note
}).annotate({ identifier: "OrderReport" })
export type OrderReport = typeof OrderReport.Type

/** Several at once, in the order in which they are heard. */
export const OrderReports = wire({
  events: Schema.Array(OrderReport).check(Schema.isMinLength(1), Schema.isMaxLength(100))
}).annotate({ identifier: "OrderReports" })
