import { type Duration, Effect, Layer, Schedule } from "effect"
import { Deliveries } from "../services/Deliveries.ts"
import { Housekeeping } from "../services/Housekeeping.ts"

/** Again and again, at once and after each pause; what fails is logged and tried at the next turn. */
const every = <E, R>(name: string, pause: Duration.Input, work: Effect.Effect<unknown, E, R>) =>
  work.pipe(
    Effect.catchCause((cause) => Effect.logWarning(`${name} failed`, cause)),
    Effect.repeat(Schedule.spaced(pause)),
    Effect.forkScoped
  )

/** What starts by the clock: unfinished payments, overdue checkouts, old carts and keys. */
const layerHousekeeping = Layer.effectDiscard(
  Effect.gen(function* () {
    const { expire, reconcile, sweep } = yield* Housekeeping
    yield* every("reconciling payments", "20 seconds", reconcile)
    yield* every("expiring checkouts", "1 minute", expire)
    yield* every("sweeping", "1 minute", sweep)
  })
)

/** Messages under way at once, so that a webhook that does not answer keeps no letter waiting. */
const deliverers = 4

/** Delivers what waits in the outbox. */
const layerDelivery = Layer.effectDiscard(
  Effect.gen(function* () {
    const { deliverNext } = yield* Deliveries
    yield* deliverNext.pipe(
      Effect.catchCause((cause) => Effect.logWarning("a message could not be delivered", cause)),
      Effect.forever,
      Effect.forkScoped,
      Effect.replicateEffect(deliverers, { discard: true })
    )
  })
)

export const layerJobs = Layer.merge(layerHousekeeping, layerDelivery)
