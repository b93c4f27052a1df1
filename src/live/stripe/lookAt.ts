import { Effect } from "effect"
import type Stripe from "stripe"
import type { Begun, Outcome } from "../../ports/Payments.ts"
import { unavailable } from "./ask.ts"
import { findPage, isPage, look, standing } from "./sessions.ts"

/** How an attempt stands that was begun at a page of Stripe's own. */
export const lookAt = Effect.fnUntraced(
  function* (stripe: Stripe, { attemptId, reference, startedAt }: Begun) {
    const page = yield* isPage(reference) ? look(stripe, reference) : findPage(stripe, attemptId, startedAt)
    return page === undefined ? ({ _tag: "Unknown" } satisfies Outcome) : standing(page)
  },
  Effect.catchTag("Trouble", unavailable)
)
