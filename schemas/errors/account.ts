import { Schema } from "effect"

/** Nobody can tell which of the two was wrong, nor whether there is such an account. */
export class WrongPassword extends Schema.TaggedError<WrongPassword>()("WrongPassword", {}, { httpApiStatus: 401 }) {
  readonly code = "UNAUTHORIZED"
  readonly status = 401
  readonly details = {}
  override get message() {
    return "E-mail or password is not right; try again, or choose a new password by e-mail."
  }
}

/** The password is right, but the owner has not yet opened the link in our letter, which was sent again. */
export class EmailNotConfirmed extends Schema.TaggedError<EmailNotConfirmed>()(
  "EmailNotConfirmed",
  {},
  { httpApiStatus: 403 }
) {
  readonly code = "FORBIDDEN"
  readonly status = 403
  readonly details = {}
  override get message() {
    return "Your e-mail address is not confirmed yet. We sent you a letter; open the link in it, then sign in."
  }
}

/** A link from a letter that was used, or is too old, or never was one of ours. */
export class LinkOver extends Schema.TaggedError<LinkOver>()("LinkOver", {}, { httpApiStatus: 410 }) {
  readonly code = "VALIDATION_ERROR"
  readonly status = 410
  readonly details = {}
  override get message() {
    return "This link works no more: it was used, or its time is over. Ask for a new one."
  }
}

/** An account that somebody still depends on: it cannot be deleted yet. `why` says what to do. */
export class StillNeeded extends Schema.TaggedError<StillNeeded>()(
  "StillNeeded",
  { why: Schema.String },
  { httpApiStatus: 409 }
) {
  readonly code = "CONFLICT"
  readonly status = 409
  readonly details = {}
  override get message() {
    return this.why
  }
}
