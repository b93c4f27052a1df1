import { Effect } from "effect"
import { SqlError } from "effect/sql"
import { Unavailable } from "../../schemas/errors.ts"

const passing = new Set([
  "ConnectionError",
  "LockTimeoutError",
  "DeadlockError",
  "SerializationError",
  "StatementTimeoutError"
])

/** What passes by itself is told as `Unavailable`; everything else a database may say is a bug of ours. */
export const orUnavailable = <A, E, R>(
  effect: Effect.Effect<A, E | SqlError.SqlError, R>
): Effect.Effect<A, Exclude<E, SqlError.SqlError> | Unavailable, R> =>
  Effect.catchIf(
    effect,
    (error): error is Extract<E | SqlError.SqlError, SqlError.SqlError> => SqlError.isSqlError(error),
    (error) =>
      passing.has(error.reason._tag)
        ? Effect.andThen(
            Effect.logWarning("the database did not answer", error),
            Effect.fail(new Unavailable({ what: "database", retryAfter: 2 }))
          )
        : Effect.die(error)
  ) as Effect.Effect<A, Exclude<E, SqlError.SqlError> | Unavailable, R>
