import { Effect } from "effect"
import type { Unavailable } from "../../../schemas/errors.ts"
import type { Outcome } from "../../ports/Payments.ts"
import { told, unavailable } from "./ask.ts"
import { refusedFor } from "./reasons.ts"
import type { Trouble } from "./Trouble.ts"

export const unknown = Effect.succeed<Outcome>({ _tag: "Unknown" })

/** What became of an attempt that was just begun, also when something else came than an answer. */
export const orBecame = (
  asked: Effect.Effect<Outcome, Trouble>,
  before: Effect.Effect<Outcome | undefined, Trouble>
): Effect.Effect<Outcome, Unavailable> =>
  Effect.catchTag(asked, "Trouble", (trouble): Effect.Effect<Outcome, Unavailable> => {
    switch (trouble.kind) {
      case "card":
        return Effect.succeed({ _tag: "Declined", reason: refusedFor(trouble) })
      case "invalid":
        return Effect.as(Effect.logWarning("Stripe refuses a payment", told(trouble)), {
          _tag: "Declined",
          reason: refusedFor(trouble)
        })
      case "reused":
        return before.pipe(
          Effect.catchTag("Trouble", () => unknown),
          Effect.map((outcome) => outcome ?? { _tag: "Unknown" })
        )
      case "limited":
      case "key":
      case "unsent":
        return unavailable(trouble)
      case "locked":
      case "lost":
        return Effect.andThen(Effect.logWarning("Stripe did not say what became of a payment", told(trouble)), unknown)
    }
  })
