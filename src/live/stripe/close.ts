import { Clock, Effect } from "effect"
import type Stripe from "stripe"
import type { Unavailable } from "../../../schemas/errors.ts"
import type { Begun, Outcome } from "../../ports/Payments.ts"
import { ask, told, unavailable } from "./ask.ts"
import { preview } from "./connect.ts"
import { cancel, find, type Intent, keyOf, metadataOf, outcomeOf, retrieve } from "./intents.ts"
import { reasonOf } from "./reasons.ts"
import { findPage, isPage, look, ended as pageEnded } from "./sessions.ts"
import type { Trouble } from "./Trouble.ts"

const unknown: Outcome = { _tag: "Unknown" }
/** It was ended before any money moved. */
export const voided: Outcome = { _tag: "Declined", reason: "declined" }

/** Stripe forgets keys after a day; long before, whoever asks also looks for a payment under an older one. */
const keysLive = 20 * 60 * 60 * 1000
/** A request whose key is used and that left no payment for so long has made none. */
const certain = 10 * 60 * 1000

/** Under the key of the attempt: whoever comes first has it. */
const occupy = (stripe: Stripe, begun: Begun) =>
  ask(() =>
    stripe.paymentIntents.create(
      { amount: begun.amount, currency: begun.currency, metadata: metadataOf(begun) },
      { idempotencyKey: keyOf(begun.attemptId), apiVersion: preview }
    )
  )

/** Ends an attempt for good, unless its money has moved. See docs/decisions/closing-an-attempt.md. */
export const close = Effect.fnUntraced(function* (stripe: Stripe, begun: Begun, page: string) {
  const { attemptId, hosted = false, reference, startedAt } = begun

  const ended = Effect.fnUntraced(function* (intent: Intent): Effect.fn.Return<Outcome, Trouble> {
    const before = outcomeOf(intent, page)
    if (before._tag === "Settled" || intent.status === "canceled") return before
    const after = outcomeOf(yield* cancel(stripe, intent.id), page)
    const why = reasonOf(intent.last_payment_error)
    return after._tag === "Declined" && why !== "declined" ? ({ _tag: "Declined", reason: why } as const) : after
  })

  const age = (yield* Clock.currentTimeMillis) - startedAt.getTime()

  /** The key is used, by the attempt itself: what it made is among the payments, or will soon be. */
  const used = Effect.gen(function* () {
    const opened = hosted ? yield* findPage(stripe, attemptId, startedAt) : undefined
    if (opened !== undefined) return yield* pageEnded(stripe, opened)
    const intent = yield* find(stripe, attemptId, startedAt)
    if (intent !== undefined) return yield* ended(intent)
    return age > certain ? voided : unknown
  })

  const unnamed: Effect.Effect<Outcome, Trouble> = Effect.gen(function* () {
    const own = yield* occupy(stripe, begun)
    const ours = yield* ended(own)
    return age > keysLive ? yield* used : ours
  }).pipe(
    Effect.catchIf(
      ({ kind }) => kind === "reused",
      () => used
    )
  )

  const named = (id: string) =>
    isPage(id)
      ? Effect.flatMap(look(stripe, id), (opened) => pageEnded(stripe, opened))
      : Effect.flatMap(retrieve(stripe, id), ended)

  const asked = reference === undefined ? unnamed : named(reference)

  return yield* Effect.catchTag(asked, "Trouble", (trouble): Effect.Effect<Outcome, Unavailable> => {
    if (trouble.kind === "locked" || trouble.kind === "lost") return Effect.succeed(unknown)
    // What Stripe never takes was never taken.
    if (trouble.kind === "invalid" && /^amount_too_/.test(trouble.code ?? "")) return Effect.succeed(voided)
    return Effect.andThen(
      trouble.kind === "invalid" ? Effect.logError("Stripe does not let us end a payment", told(trouble)) : Effect.void,
      unavailable(trouble)
    )
  })
})
