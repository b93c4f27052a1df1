import { Schema } from "effect"

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

export const Issue = Schema.Struct({
  path: Schema.String,
  message: Schema.String,
  /** What to ask a person, word for word, to mend it. */
  question: Schema.optionalKey(Schema.String)
})
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
    return this.details.issues
      .map(({ message, path, question }) => {
        const told = path === "" ? message : `${path}: ${message}`
        return question === undefined ? told : `${told}. Ask: ${question}`
      })
      .join("; ")
  }
  static of(path: string, message: string, about?: typeof About.Type) {
    return new Invalid({ issues: [{ path, message }], ...(about && { about }) })
  }
}
