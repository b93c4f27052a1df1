import { Schema } from "effect"
import { Issue } from "./request.ts"

export class OutOfStock extends Schema.TaggedError<OutOfStock>()(
  "OutOfStock",
  {
    listingId: Schema.String,
    title: Schema.String,
    variant: Schema.optionalKey(Schema.String),
    available: Schema.Natural
  },
  { httpApiStatus: 409 }
) {
  readonly code = "OUT_OF_STOCK"
  readonly status = 409
  get details() {
    const { available, listingId, variant } = this
    return { listing_id: listingId, ...(variant && { variant }), available }
  }
  override get message() {
    const what = this.variant ? `${this.title} (${this.variant})` : this.title
    return this.available === 0
      ? `${what} is sold out. Remove it, or choose another listing.`
      : `Only ${this.available} of ${what} left. Lower the quantity.`
  }
}

/** Something that must be there before money can be taken. */
export class NotReady extends Schema.TaggedError<NotReady>()(
  "NotReady",
  { missing: Schema.Array(Issue) },
  { httpApiStatus: 400 }
) {
  readonly code = "VALIDATION_ERROR"
  readonly status = 400
  get details() {
    return { issues: this.missing }
  }
  override get message() {
    return `The checkout is not ready to be paid: ${this.missing.map(({ message }) => message).join("; ")}.`
  }
}

/** The completing request, or the world, changed the total that the buyer was shown. `total` is the new one, in dollars. */
export class TotalChanged extends Schema.TaggedError<TotalChanged>()(
  "TotalChanged",
  { total: Schema.Finite, currency: Schema.String },
  { httpApiStatus: 409 }
) {
  readonly code = "CONFLICT"
  readonly status = 409
  get details() {
    return { total: this.total, currency: this.currency }
  }
  override get message() {
    return `The total is now $${this.total.toFixed(2)}. Nothing was charged. Show it to the buyer and send the same request again to pay it.`
  }
}

/** Somebody else changed it in between. */
export class StaleCheckout extends Schema.TaggedError<StaleCheckout>()("StaleCheckout", {}, { httpApiStatus: 409 }) {
  readonly code = "CONFLICT"
  readonly status = 409
  readonly details = {}
  override get message() {
    return "The checkout was changed by another request at the same moment. Read it again and repeat the change."
  }
}

export class SessionExpired extends Schema.TaggedError<SessionExpired>()("SessionExpired", {}, { httpApiStatus: 410 }) {
  readonly code = "SESSION_EXPIRED"
  readonly status = 410
  readonly details = {}
  override get message() {
    return "This checkout has expired. Start a new one; nothing was charged."
  }
}

/** A step that the law of checkout does not know in this state. */
export class IllegalStep extends Schema.TaggedError<IllegalStep>()(
  "IllegalStep",
  { from: Schema.String, event: Schema.String },
  { httpApiStatus: 409 }
) {
  readonly code = "CONFLICT"
  readonly status = 409
  get details() {
    return { state: this.from.toLowerCase() }
  }
  override get message() {
    return illegal[this.from] ?? `The checkout is ${this.from.toLowerCase()} and cannot do that.`
  }
}

const illegal: Record<string, string> = {
  Completed: "This checkout is completed and can no longer change. Read the order instead.",
  Canceled: "This checkout was canceled and can no longer change. Start a new one.",
  Expired: "This checkout has expired and can no longer change. Start a new one.",
  Paying: "A payment for this checkout is under way. Wait a moment, then read the checkout again.",
  Challenged: "The buyer's bank is asking for a confirmation. Complete the checkout with its result, or cancel it."
}

/** The provider said no; the checkout stays open for another try. */
export class PaymentDeclined extends Schema.TaggedError<PaymentDeclined>()(
  "PaymentDeclined",
  {
    reason: Schema.Literals([
      "declined",
      "insufficient_funds",
      "expired",
      "over_limit",
      "wrong_currency",
      "used",
      "unknown_token",
      "not_authenticated"
    ])
  },
  { httpApiStatus: 402 }
) {
  readonly code = "PAYMENT_FAILED"
  readonly status = 402
  get details() {
    return { reason: this.reason }
  }
  override get message() {
    return `${declineReasons[this.reason]} Nothing was charged. The checkout is still open: pay again with another payment token.`
  }
}

const declineReasons: Record<PaymentDeclined["reason"], string> = {
  declined: "The payment was declined.",
  insufficient_funds: "The payment was declined for lack of funds.",
  expired: "The payment token has expired.",
  over_limit: "The total is over the limit of this payment token.",
  wrong_currency: "The payment token is for another currency.",
  used: "The payment token was used before.",
  unknown_token: "The payment token is not one the payment provider knows.",
  not_authenticated: "The buyer's bank could not confirm the payment."
}
