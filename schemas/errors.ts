import { Schema } from "effect"

/** The public codes. Several errors may share one; the HTTP status stands on the class. */
export const Code = Schema.Literals([
  "NOT_FOUND",
  "UNAUTHORIZED",
  "FORBIDDEN",
  "VALIDATION_ERROR",
  "OUT_OF_STOCK",
  "PAYMENT_FAILED",
  "SESSION_EXPIRED",
  "CONFLICT",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "INTERNAL_ERROR"
])
export type Code = typeof Code.Type

/** The body of every error on MCP and REST. */
export const ErrorBody = Schema.Struct({
  error: Schema.Struct({
    code: Code,
    message: Schema.String,
    details: Schema.Record(Schema.String, Schema.Unknown)
  })
}).annotate({ identifier: "ErrorBody" })
export type ErrorBody = typeof ErrorBody.Type

/** What every error of ours tells a door. `details` are safe to show, in the snake case of the wire. */
export interface Refusal {
  readonly _tag: string
  readonly code: Code
  readonly status: number
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Which of the wanted lines a refusal is about, for doors that point at it. */
const About = Schema.Struct({ listingId: Schema.String, variant: Schema.String })

/** There is no such thing, or it is not the asker's: nobody can tell which. */
export class NotFound extends Schema.TaggedError<NotFound>()(
  "NotFound",
  { what: Schema.String, about: Schema.optionalKey(About) },
  { httpApiStatus: 404 }
) {
  readonly code = "NOT_FOUND"
  readonly status = 404
  readonly details = {}
  override get message() {
    return `There is no such ${this.what}. Check the id, or search again.`
  }
}

export class Unauthorized extends Schema.TaggedError<Unauthorized>()(
  "Unauthorized",
  { why: Schema.String },
  { httpApiStatus: 401 }
) {
  readonly code = "UNAUTHORIZED"
  readonly status = 401
  readonly details = {}
  override get message() {
    return `${this.why} Sign in and try again.`
  }
}

export class Forbidden extends Schema.TaggedError<Forbidden>()(
  "Forbidden",
  { scopes: Schema.Array(Schema.String) },
  { httpApiStatus: 403 }
) {
  readonly code = "FORBIDDEN"
  readonly status = 403
  get details() {
    return { scopes: this.scopes }
  }
  override get message() {
    return `This needs the permission ${this.scopes.join(" and ")}, which was not granted. Sign in again and allow it.`
  }
}

const Issue = Schema.Struct({ path: Schema.String, message: Schema.String })
export type Issue = typeof Issue.Type

/** So many problems are told; who has mended them is told of the next. */
const mostIssues = 20

/** What was sent cannot be used: which field, and why. Nothing was changed. */
export class Invalid extends Schema.TaggedError<Invalid>()(
  "Invalid",
  { issues: Schema.Array(Issue), about: Schema.optionalKey(About) },
  { httpApiStatus: 400 }
) {
  readonly code = "VALIDATION_ERROR"
  readonly status = 400
  get details() {
    return { issues: this.issues.slice(0, mostIssues) }
  }
  override get message() {
    return this.details.issues.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ")
  }
  static of(path: string, message: string, about?: typeof About.Type) {
    return new Invalid({ issues: [{ path, message }], ...(about && { about }) })
  }
}

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

/** The provider said no; the checkout stays open for another try. */
export class PaymentDeclined extends Schema.TaggedError<PaymentDeclined>()(
  "PaymentDeclined",
  {
    reason: Schema.Literals([
      "declined",
      "insufficient_funds",
      "expired",
      "over_limit",
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
  unknown_token: "The payment token is not one the payment provider knows.",
  not_authenticated: "The buyer's bank could not confirm the payment."
}

export class SessionExpired extends Schema.TaggedError<SessionExpired>()("SessionExpired", {}, { httpApiStatus: 410 }) {
  readonly code = "SESSION_EXPIRED"
  readonly status = 410
  readonly details = {}
  override get message() {
    return "This checkout has expired. Start a new one; nothing was charged."
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

/** Somebody else changed it in between. */
export class StaleCheckout extends Schema.TaggedError<StaleCheckout>()("StaleCheckout", {}, { httpApiStatus: 409 }) {
  readonly code = "CONFLICT"
  readonly status = 409
  readonly details = {}
  override get message() {
    return "The checkout was changed by another request at the same moment. Read it again and repeat the change."
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

/** The same idempotency key came with another body. */
export class KeyReused extends Schema.TaggedError<KeyReused>()("KeyReused", {}, { httpApiStatus: 422 }) {
  readonly code = "CONFLICT"
  readonly status = 422
  readonly details = {}
  override get message() {
    return "This idempotency key was used with another body before. Send a new key for a new request."
  }
}

/** The first request with this key is still running. `retryAfter` in seconds. */
export class KeyInFlight extends Schema.TaggedError<KeyInFlight>()(
  "KeyInFlight",
  { retryAfter: Schema.Natural },
  { httpApiStatus: 409 }
) {
  readonly code = "CONFLICT"
  readonly status = 409
  get details() {
    return { retry_after: this.retryAfter }
  }
  override get message() {
    return "A request with this idempotency key is still running. Wait, then send it again."
  }
}

/** `retryAfter` in seconds. */
export class RateLimited extends Schema.TaggedError<RateLimited>()(
  "RateLimited",
  { retryAfter: Schema.Natural },
  { httpApiStatus: 429 }
) {
  readonly code = "RATE_LIMITED"
  readonly status = 429
  get details() {
    return { retry_after: this.retryAfter }
  }
  override get message() {
    return `Too many requests. Try again in ${this.retryAfter} seconds.`
  }
}

/** Something we depend on is away; nothing was changed. `retryAfter` in seconds. */
export class Unavailable extends Schema.TaggedError<Unavailable>()(
  "Unavailable",
  { what: Schema.String, retryAfter: Schema.Natural },
  { httpApiStatus: 503 }
) {
  readonly code = "UNAVAILABLE"
  readonly status = 503
  get details() {
    return { retry_after: this.retryAfter }
  }
  override get message() {
    return `The ${this.what} cannot be reached right now. Nothing was changed. Try again in ${this.retryAfter} seconds.`
  }
}

export class Internal extends Schema.TaggedError<Internal>()("Internal", {}, { httpApiStatus: 500 }) {
  readonly code = "INTERNAL_ERROR"
  readonly status = 500
  readonly details = {}
  override get message() {
    return "Something went wrong on our side. Nothing is lost; try again in a moment."
  }
}

/** Every error class of the public face, for the documents and for the doors. */
export const refusals = [
  NotFound,
  Unauthorized,
  Forbidden,
  Invalid,
  NotReady,
  OutOfStock,
  PaymentDeclined,
  SessionExpired,
  TotalChanged,
  IllegalStep,
  StaleCheckout,
  KeyReused,
  KeyInFlight,
  RateLimited,
  Unavailable,
  Internal
] as const

/** An error as MCP and REST tell it. */
export const errorBody = ({ code, details, message }: Refusal): ErrorBody => ({ error: { code, message, details } })
