import { Effect } from "effect"
import { type Problem, wrong } from "./Problem.ts"

const longest = 255

/** The key of a write, which every POST must have. */
export const idempotencyKey = (given: string | undefined): Effect.Effect<string, Problem> => {
  if (given === undefined || given === "") {
    return Effect.fail(wrong(400, "idempotency_key_required", "Send a new Idempotency-Key with every new POST."))
  }
  return given.length > longest
    ? Effect.fail(wrong(400, "invalid", `An Idempotency-Key has at most ${longest} characters.`))
    : Effect.succeed(given)
}
