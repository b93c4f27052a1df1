import { Effect } from "effect"
import type { SqlError } from "effect/sql"
import type { Trail } from "../store/Trail.ts"

/** Says how a write ended, inside the transaction in which it ends. */
export interface Record<A> {
  (value: A): Effect.Effect<void>
  /** The same, for a step that writes the trail itself along with what it does; without one there is nothing to write. */
  readonly along: <B, E, R>(
    value: A,
    step: (trail: Trail | undefined) => Effect.Effect<B, E, R>
  ) => Effect.Effect<B, E | SqlError.SqlError, R>
}

/** For writes that nobody wants to hear the end of. */
export const unrecorded: Record<unknown> = Object.assign(() => Effect.void, {
  along: <B, E, R>(_: unknown, step: (trail: undefined) => Effect.Effect<B, E, R>) => step(undefined)
})

/** Records by what is told of a value. */
export const recordOf = <A, B>(record: Record<B>, told: (value: A) => Effect.Effect<B>): Record<A> =>
  Object.assign((value: A) => Effect.flatMap(told(value), record), {
    along: ((value, step) => Effect.flatMap(told(value), (view) => record.along(view, step))) as Record<A>["along"]
  })
