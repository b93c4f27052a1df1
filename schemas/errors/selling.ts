import { Schema } from "effect"

/** The permission is there, but the account is not who may use it. */
export class RoleNeeded extends Schema.TaggedError<RoleNeeded>()(
  "RoleNeeded",
  { role: Schema.Literals(["seller", "admin"]) },
  { httpApiStatus: 403 }
) {
  readonly code = "FORBIDDEN"
  readonly status = 403
  get details() {
    return { role: this.role }
  }
  override get message() {
    return this.role === "seller"
      ? "This account has no shop, so it cannot sell. Ask the operator of the marketplace to open one for it (the page /support says how), then try again. Buying needs no shop."
      : "Only an operator of the marketplace may do this, and this account is none. Sign in with an account of the operator."
  }
}

/** Only what waits for review can be reviewed, and only as the reviewer has seen it. */
export class NotInReview extends Schema.TaggedError<NotInReview>()(
  "NotInReview",
  { listingStatus: Schema.String },
  { httpApiStatus: 409 }
) {
  readonly code = "CONFLICT"
  readonly status = 409
  get details() {
    return { listing_status: this.listingStatus }
  }
  override get message() {
    return this.listingStatus === "pending_review"
      ? "The maker has changed this listing since you read it. Read it again, then decide."
      : `This listing is ${this.listingStatus} and does not wait for review. Nothing was changed.`
  }
}
