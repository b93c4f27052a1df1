import { Duration, Effect } from "effect"
import { Unavailable } from "../../../schemas/errors.ts"
import { Trouble, troubleOf } from "./Trouble.ts"

/** How long to wait before the same is asked again, under the same key. */
const pauses = [Duration.millis(100), Duration.millis(400), Duration.seconds(1)]

const once = <A>(call: () => Promise<A>): Effect.Effect<A, Trouble> =>
  Effect.flatten(
    Effect.promise(() =>
      call().then(
        (answer) => Effect.succeed(answer),
        (error) => Effect.fail(troubleOf(error))
      )
    )
  )

/** After a request that may have been done, a later one that did nothing proves nothing. */
const doubted = (trouble: Trouble) =>
  trouble.kind === "limited" || trouble.kind === "unsent" || trouble.kind === "key"
    ? new Trouble({ ...trouble, kind: "lost" })
    : trouble

/** Asks, and asks again what passes by itself. The call must carry a key of its own, or only read. */
export const ask = <A>(
  call: () => Promise<A>,
  later: ReadonlyArray<Duration.Duration> = pauses,
  inDoubt = false
): Effect.Effect<A, Trouble> =>
  Effect.catch(once(call), (trouble) => {
    const doubtful = inDoubt || trouble.kind === "lost" || trouble.kind === "locked"
    const [pause, ...rest] = later
    if (pause === undefined || !trouble.mayBeAskedAgain) return Effect.fail(doubtful ? doubted(trouble) : trouble)
    return Effect.andThen(Effect.sleep(pause), ask(call, rest, doubtful))
  })

/** Stripe cannot be asked now. What an operator must mend is told in the log. */
export const unavailable = (trouble: Trouble) =>
  Effect.andThen(
    trouble.kind === "key" ? Effect.logError("Stripe does not accept our key", told(trouble)) : Effect.void,
    Effect.fail(new Unavailable({ what: "payment provider", retryAfter: Math.ceil(trouble.retryAfter ?? 5) }))
  )

/** What may be written down about it. */
export const told = ({ code, kind, requestId }: Trouble) => ({ kind, code, request: requestId })
