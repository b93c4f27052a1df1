import { Data } from "effect"
import type { Refusal } from "../../../schemas/errors.ts"

export class TooLarge extends Data.TaggedError("TooLarge")<{}> implements Refusal {
  readonly code = "VALIDATION_ERROR"
  readonly status = 413
  readonly details = {}
  override readonly message = "The request body is larger than 1 MiB."
}
