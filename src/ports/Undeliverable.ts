import { Schema } from "effect"

/** This can never be delivered, today or tomorrow. The reason names no address and no person. */
export class Undeliverable extends Schema.TaggedError<Undeliverable>()("Undeliverable", { why: Schema.String }) {
  override get message() {
    return this.why
  }
}
