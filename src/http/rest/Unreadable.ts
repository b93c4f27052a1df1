import { Schema } from "effect"

/** The body of a request is not one we read at all. */
export class WrongType extends Schema.TaggedError<WrongType>()(
  "WrongType",
  { expected: Schema.optionalKey(Schema.String) },
  { httpApiStatus: 415 }
) {
  readonly code = "VALIDATION_ERROR"
  readonly status = 415
  get details() {
    return { issues: [{ path: "", message: this.message }] }
  }
  override get message() {
    return this.expected ?? "Send the body as JSON, with Content-Type: application/json."
  }
}

export class TooLarge extends Schema.TaggedError<TooLarge>()(
  "TooLarge",
  { limit: Schema.optionalKey(Schema.String) },
  { httpApiStatus: 413 }
) {
  readonly code = "VALIDATION_ERROR"
  readonly status = 413
  get details() {
    return { issues: [{ path: "", message: this.message }] }
  }
  override get message() {
    return this.limit ?? "The request body is larger than 1 MiB."
  }
}
