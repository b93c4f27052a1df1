import { Data } from "effect"
import type { Refusal } from "../../../schemas/errors.ts"

/** Whoever sent this cannot show that it is theirs. */
export class InvalidSignature
  extends Data.TaggedError("InvalidSignature")<{ readonly why: string }>
  implements Refusal
{
  readonly code = "VALIDATION_ERROR"
  readonly status = 400
  readonly details = { reason: "invalid_signature" }
  override get message() {
    return `${this.why} Nothing was done.`
  }
}
