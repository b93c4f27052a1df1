import { Effect } from "effect"
import { type Problem, wrong } from "./Problem.ts"

const longest = 255

/** The key of a write, which every POST must have where the dialect needs one. */
export const idempotencyKey = (
  given: string | undefined,
  needed: boolean
): Effect.Effect<string | undefined, Problem> => {
  if (given === undefined || given === "") {
    return needed
      ? Effect.fail(wrong(400, "idempotency_key_required", "Send a new Idempotency-Key with every new POST."))
      : Effect.succeed(undefined)
  }
  return given.length > longest
    ? Effect.fail(wrong(400, "invalid", `An Idempotency-Key has at most ${longest} characters.`))
    : Effect.succeed(given)
}
