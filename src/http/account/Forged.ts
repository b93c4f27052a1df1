import { Data } from "effect"
import type { Refusal } from "../../../schemas/errors.ts"

/** A form that is not one we gave to this browser, or that it was given before it signed in or out. */
export class Forged extends Data.TaggedError("Forged")<{}> implements Refusal {
  readonly code = "FORBIDDEN"
  readonly status = 403
  readonly details = {}
  override readonly message = "This form is no longer good, or did not come from our page. Load the page again."
}
