import { Effect } from "effect"
import { type Problem, wrong } from "./Problem.ts"

const longest = 255

/** The key of a write, where one is needed; `name` is what the transport calls it. */
export const idempotencyKey = (
  given: string | undefined,
  { name, needed }: { readonly name: string; readonly needed: boolean }
): Effect.Effect<string | undefined, Problem> => {
  if (given === undefined || given === "") {
    return needed
      ? Effect.fail(wrong(400, "idempotency_key_required", `Send a new ${name} with every new request.`))
      : Effect.succeed(undefined)
  }
  return given.length > longest
    ? Effect.fail(wrong(400, "invalid", `The ${name} has at most ${longest} characters.`))
    : Effect.succeed(given)
}
