import { type Cause, Effect } from "effect"
import { Caller } from "../ports/Caller.ts"

/** A bug of ours, in the log under the id of the request it broke, where that is known. */
export const logBroken = (what: string, cause: Cause.Cause<unknown>): Effect.Effect<void> =>
  Effect.flatMap(Effect.serviceOption(Caller), (caller) => {
    const logged = Effect.logError(`${what} broke`, cause)
    return caller._tag === "None" ? logged : Effect.annotateLogs(logged, "request_id", caller.value.correlationId)
  })
