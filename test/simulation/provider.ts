import { Effect } from "effect"
import { Unavailable } from "../../schemas/errors.ts"
import {
  type Due,
  type Ledger,
  memoryLedger,
  type Outcome,
  type Payments,
  testProvider
} from "../../src/ports/Payments.ts"
import { Acting, acting, type Simulation } from "./Simulation.ts"

/** What the provider was asked to charge, in the order it was asked. */
export interface Books {
  readonly ledger: Ledger
  readonly due: Map<string, Due>
  /** What reached the provider for the first time, in this order. */
  readonly charged: Array<Due>
  /** Events the provider will tell of, over and over until they are heard: the attempt's id. */
  readonly events: Array<string>
}

export const emptyBooks = (): Books => ({ ledger: memoryLedger(), due: new Map(), charged: [], events: [] })

const unavailable = new Unavailable({ what: "payment provider", retryAfter: 1 })

/**
 * The test provider behind a bad line: a request may be lost, come late, or be done without our hearing of it, and our
 * process may stop before or after.
 */
export const overBadLine = (simulation: Simulation, books: Books): Payments["Service"] => {
  const provider = testProvider(books.ledger)

  /** The provider's own work, which goes on whatever becomes of us. */
  const outside = <A>(work: Effect.Effect<A>) => Effect.provideService(work, Acting, undefined)

  const dies = (where: string) =>
    Effect.suspend(() => {
      const actor = acting()
      if (actor === undefined || !simulation.random.chance(simulation.weather.crash * 3)) return Effect.void
      simulation.crash(where)
      return Effect.never
    })

  const call = <A>(
    what: string,
    work: Effect.Effect<A, Unavailable>,
    unanswered: Effect.Effect<A, Unavailable>
  ): Effect.Effect<A, Unavailable> =>
    Effect.gen(function* () {
      const { random, weather } = simulation
      yield* dies(`before the provider is asked to ${what}`)
      const bad = random.chance(weather.provider)
      if (bad && random.chance(0.3)) {
        simulation.happened("a request to the provider was lost")
        return yield* unanswered
      }
      if (bad && random.chance(0.4)) {
        simulation.happened("a request to the provider came late")
        // It arrives at some moment of its own; nobody waits for its answer any more.
        yield* simulation
          .waits(`reaches the provider late: ${what}`)
          .pipe(Effect.andThen(Effect.exit(work)), outside, (late) =>
            Effect.forkDetach(late, { startImmediately: true })
          )
        return yield* unanswered
      }
      yield* simulation.waits(`asks the provider to ${what}`)
      const answer = yield* Effect.exit(work)
      yield* dies(`after the provider was asked to ${what}`)
      yield* simulation.waits(`hears from the provider: ${what}`)
      if (bad) {
        simulation.happened("an answer of the provider was lost")
        return yield* unanswered
      }
      return yield* answer
    })

  const silent = Effect.as(Effect.never, undefined as never)

  const noted =
    (attemptId: string) =>
    <E>(work: Effect.Effect<Outcome, E>) =>
      Effect.tap(work, ({ _tag }) =>
        Effect.sync(() => {
          if (_tag === "Settled" || _tag === "Declined") books.events.push(attemptId)
        })
      )

  return {
    provider: provider.provider,
    charge: (charge) => {
      const { amount, attemptId, checkoutId, currency } = charge
      const arrives = Effect.suspend(() => {
        if (!books.due.has(attemptId)) {
          books.due.set(attemptId, { amount, attemptId, checkoutId, currency })
          books.charged.push({ amount, attemptId, checkoutId, currency })
        }
        return provider.charge(charge).pipe(noted(attemptId))
      })
      return call("charge", arrives, silent)
    },
    confirm: (begun, authentication) =>
      call("confirm", provider.confirm(begun, authentication).pipe(noted(begun.attemptId)), silent),
    close: (begun) => call("close", provider.close(begun), Effect.fail(unavailable)),
    refund: (refund) => call("refund", provider.refund(refund), Effect.fail(unavailable)),
    refunds: provider.refunds
  }
}
