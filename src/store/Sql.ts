import { Effect } from "effect"
import { SqlError } from "effect/sql"
import { Unavailable } from "../../schemas/errors.ts"

/** A database that is away or too busy is told to the caller, who may try again; any other SQL error is a defect. */
export const orUnavailable = <A, E, R>(
  effect: Effect.Effect<A, E | SqlError.SqlError, R>
): Effect.Effect<A, Exclude<E, SqlError.SqlError> | Unavailable, R> =>
  Effect.catch(effect, (error): Effect.Effect<never, Exclude<E, SqlError.SqlError> | Unavailable> => {
    if (!SqlError.isSqlError(error)) return Effect.fail(error as Exclude<E, SqlError.SqlError>)
    return error.isRetryable ? Effect.fail(new Unavailable({ what: "database", retryAfter: 5 })) : Effect.die(error)
  })
