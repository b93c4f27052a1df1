import { Exit } from "effect"
import type { Refusal } from "../../../schemas/errors.ts"
import type { Answer } from "../Writes.ts"
import type { Dialect } from "./dialects/Dialect.ts"
import { type Problem, toldOfCause } from "./Problem.ts"

/** How the end of a write is told: its status and its body. */
export const answerOf = <A>(
  exit: Exit.Exit<A, Problem | Refusal>,
  status: number,
  bodyOf: (value: A) => object,
  { refused }: Pick<Dialect, "refused">
): Answer => (Exit.isSuccess(exit) ? { status, body: bodyOf(exit.value) } : refused(toldOfCause(exit.cause)))
