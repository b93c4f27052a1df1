import { Schema } from "effect"

/** An order stands where this can no longer happen to it. */
export class OrderMovedOn extends Schema.TaggedError<OrderMovedOn>()(
  "OrderMovedOn",
  { from: Schema.String, event: Schema.String },
  { httpApiStatus: 409 }
) {
  readonly code = "CONFLICT"
  readonly status = 409
  get details() {
    return { order_status: this.from, event: this.event }
  }
  override get message() {
    const { event, from } = this
    if (event === "canceled" && from === "cancelled") return "This order is canceled already."
    if (event === "canceled") {
      return `This order is ${from.replaceAll("_", " ")} and can no longer be canceled. Write to the shop instead.`
    }
    return `This order is ${from.replaceAll("_", " ")}: it cannot become ${event.replaceAll("_", " ")}.`
  }
}

/** The time in which a buyer may cancel is over. */
export class CancelWindowOver extends Schema.TaggedError<CancelWindowOver>()(
  "CancelWindowOver",
  { until: Schema.String },
  { httpApiStatus: 409 }
) {
  readonly code = "CONFLICT"
  readonly status = 409
  get details() {
    return { cancelable_until: this.until }
  }
  override get message() {
    return `This order could be canceled until ${this.until}. Write to the shop instead.`
  }
}
