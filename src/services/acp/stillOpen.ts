import { Effect } from "effect"
import type { Checkout } from "../../../schemas/checkout.ts"
import { IllegalStep, SessionExpired } from "../../../schemas/errors.ts"
import { statusOf } from "../../domain/sessionView.ts"

/** Refuses to touch what is completed, canceled or expired. */
export const stillOpen = (
  session: Checkout,
  at: Date,
  event: string
): Effect.Effect<void, IllegalStep | SessionExpired> => {
  const { _tag } = session.state
  if (_tag === "Completed" || _tag === "Canceled") return Effect.fail(new IllegalStep({ from: _tag, event }))
  return statusOf(session, at) === "expired" ? Effect.fail(new SessionExpired()) : Effect.void
}
