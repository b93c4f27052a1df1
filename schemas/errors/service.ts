import { Schema } from "effect"

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

/** Something we depend on is away. `retryAfter` in seconds. */
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
    return `The ${this.what} cannot be reached right now. Try the same request again in ${this.retryAfter} seconds.`
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
