import { Context, Effect, Layer } from "effect"
import { NotFound, type Unavailable } from "../../schemas/errors.ts"
import { DeadLetters, type Undelivered as UndeliveredMessage } from "../store/DeadLetters.ts"
import { orUnavailable } from "../store/Sql.ts"

export { countUndelivered, replayedAtOnce, type Undelivered as UndeliveredMessage } from "../store/DeadLetters.ts"

/** What an operator can see of the outbox, and do about what was given up. */
export class Undelivered extends Context.Service<
  Undelivered,
  {
    /** The last to die first, a thousand at most. */
    readonly dead: Effect.Effect<ReadonlyArray<UndeliveredMessage>, Unavailable>
    /** Those to be tried first, first; a hundred at most. */
    readonly waiting: Effect.Effect<ReadonlyArray<UndeliveredMessage>, Unavailable>
    /** A dead message waits again as if it were new. */
    readonly replay: (id: string) => Effect.Effect<void, NotFound | Unavailable>
    /** The first thousand to have died wait again; answers how many. */
    readonly replayAll: Effect.Effect<number, Unavailable>
  }
>()("craftlocal/services/Undelivered") {
  static readonly layer = Layer.effect(
    Undelivered,
    Effect.map(DeadLetters, ({ list, replay, replayAll, waiting }) => ({
      dead: orUnavailable(list(1000)),
      waiting: orUnavailable(waiting(100)),
      replay: Effect.fn("Undelivered.replay")(function* (id) {
        if (!(yield* orUnavailable(replay(id)))) return yield* new NotFound({ what: "dead message" })
      }),
      replayAll: orUnavailable(replayAll)
    }))
  )
}
