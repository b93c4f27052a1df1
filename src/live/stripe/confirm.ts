import { createHash } from "node:crypto"
import { Effect } from "effect"
import type Stripe from "stripe"
import type { Authentication, Begun, Outcome } from "../../ports/Payments.ts"
import { ask, told, unavailable } from "./ask.ts"
import { cancel, find, outcomeOf, retrieve, unproven } from "./intents.ts"
import { refusedFor } from "./reasons.ts"
import { ended, isPage, look, standing } from "./sessions.ts"
import type { Trouble } from "./Trouble.ts"

type ThreeDSecure = Stripe.PaymentIntentConfirmParams.PaymentMethodOptions.Card.ThreeDSecure

const proven = new Set(["authenticated", "attempt_acknowledged", "informational"])

/** The bank's proof, when all of it is there. */
const proofOf = ({ outcome_details: details }: Authentication): ThreeDSecure | undefined => {
  const {
    electronic_commerce_indicator: indicator,
    three_ds_cryptogram: cryptogram,
    transaction_id,
    version
  } = details ?? {}
  if (!cryptogram || !transaction_id || !version) return undefined
  return {
    cryptogram,
    transaction_id,
    version,
    ...(indicator !== undefined && { electronic_commerce_indicator: indicator })
  }
}

const hash = (proof: ThreeDSecure) => createHash("sha256").update(JSON.stringify(proof)).digest("hex").slice(0, 16)

/** Goes on with a payment that the buyer's bank has asked about. */
export const confirm = Effect.fnUntraced(function* (
  stripe: Stripe,
  { attemptId, reference, startedAt }: Begun,
  authentication: Authentication,
  page: string
) {
  const asked: Effect.Effect<Outcome, Trouble> = Effect.gen(function* () {
    const id = reference ?? (yield* find(stripe, attemptId, startedAt))?.id
    if (id === undefined) return { _tag: "Unknown" }
    if (isPage(id)) {
      const opened = yield* look(stripe, id)
      // Whoever says that it went well is not believed, and whoever gives up has it ended.
      return proven.has(authentication.outcome) ? standing(opened) : yield* ended(stripe, opened)
    }
    const proof = proofOf(authentication)
    if (!proven.has(authentication.outcome) || (proof === undefined && authentication.outcome !== "authenticated")) {
      const left = outcomeOf(yield* cancel(stripe, id, unproven), page)
      return left._tag === "Declined" ? { _tag: "Declined", reason: "not_authenticated" } : left
    }
    // Without a proof the buyer was at the bank's own page, and Stripe has heard.
    if (proof === undefined) return outcomeOf(yield* retrieve(stripe, id), page)
    return yield* ask(() =>
      stripe.paymentIntents.confirm(
        id,
        { payment_method_options: { card: { three_d_secure: proof } } },
        { idempotencyKey: `craftlocal:confirm:${attemptId}:${hash(proof)}` }
      )
    ).pipe(
      Effect.map((intent) => outcomeOf(intent, page)),
      Effect.catchIf(
        ({ code, kind }) => kind === "invalid" && code === "payment_intent_unexpected_state",
        () => Effect.map(retrieve(stripe, id), (intent) => outcomeOf(intent, page))
      )
    )
  })

  return yield* Effect.catchTag(asked, "Trouble", (trouble) => {
    switch (trouble.kind) {
      case "card":
        return Effect.succeed<Outcome>({ _tag: "Declined", reason: refusedFor(trouble) })
      case "locked":
      case "lost":
        return Effect.succeed<Outcome>({ _tag: "Unknown" })
      default:
        return Effect.andThen(Effect.logWarning("Stripe does not confirm", told(trouble)), unavailable(trouble))
    }
  })
})
