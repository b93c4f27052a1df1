import { Effect, type Exit } from "effect"
import type { Unavailable } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { Writes } from "../../services/Writes.ts"

/** What a form changes passes the gate of every write: one transaction, with its trace. A form has no key to repeat it by. */
export const recording = Effect.map(
  Writes,
  ({ once }) =>
    <A, E>(
      action: string,
      subject: string,
      effect: Effect.Effect<A, E, Caller>
    ): Effect.Effect<A, E | Unavailable, Caller> =>
      Effect.suspend(() => {
        let ended: Exit.Exit<A, E | Unavailable> | undefined
        const write = {
          action,
          path: "",
          key: undefined,
          body: undefined,
          subject: () => subject,
          answer: (exit: Exit.Exit<A, E | Unavailable>) => {
            ended = exit
            return { status: exit._tag === "Success" ? 200 : 400, body: null }
          }
        }
        const done = Effect.catchTag(once(write, effect), ["KeyReused", "KeyInFlight"], Effect.die)
        return Effect.andThen(
          done,
          Effect.suspend(() => ended!)
        )
      })
)
