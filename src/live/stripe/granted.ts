import { Clock, Effect, Schema } from "effect"
import type Stripe from "stripe"
import type { PaymentDeclined } from "../../../schemas/errors.ts"
import type { Charge } from "../../ports/Payments.ts"
import { ask } from "./ask.ts"
import { preview } from "./connect.ts"

type Reason = PaymentDeclined["reason"]

/** A token as its provider tells it: as much of it as we look at. Moments in seconds, amounts in minor units. */
const Granted = Schema.Struct({
  deactivated_at: Schema.optionalKey(Schema.NullOr(Schema.Finite)),
  deactivated_reason: Schema.optionalKey(Schema.NullOr(Schema.String)),
  usage_details: Schema.optionalKey(
    Schema.NullOr(
      Schema.Struct({ amount_captured: Schema.optionalKey(Schema.NullOr(Schema.Struct({ value: Schema.Finite }))) })
    )
  ),
  usage_limits: Schema.Struct({
    currency: Schema.String,
    max_amount: Schema.Finite,
    expires_at: Schema.optionalKey(Schema.NullOr(Schema.Finite))
  })
})

const deactivated: Readonly<Record<string, Reason>> = { consumed: "used", resolved: "used", expired: "expired" }

const objection = (token: typeof Granted.Type, { amount, currency }: Charge, now: number): Reason | undefined => {
  const { deactivated_at, deactivated_reason, usage_details, usage_limits } = token
  if (deactivated_at != null || deactivated_reason != null) {
    return deactivated[deactivated_reason ?? ""] ?? "unknown_token"
  }
  if (usage_limits.expires_at != null && usage_limits.expires_at * 1000 <= now) return "expired"
  if (usage_limits.currency.toLowerCase() !== currency.toLowerCase()) return "wrong_currency"
  const left = usage_limits.max_amount - (usage_details?.amount_captured?.value ?? 0)
  return amount > left ? "over_limit" : undefined
}

/** Where tokens cannot be inspected, or not now, the charge itself decides. */
const cannotTell = Effect.succeed<Reason | undefined>(undefined)

/** Why a token cannot pay this, if it can be seen before. */
export const objectionTo = (stripe: Stripe, charge: Charge): Effect.Effect<Reason | undefined> =>
  ask(
    () =>
      stripe.rawRequest("GET", `/v1/shared_payment/granted_tokens/${charge.token}`, undefined, { apiVersion: preview }),
    []
  ).pipe(
    Effect.flatMap(Schema.decodeUnknownEffect(Granted)),
    Effect.flatMap((token) => Effect.map(Clock.currentTimeMillis, (now) => objection(token, charge, now))),
    Effect.catchTags({
      Trouble: ({ code }) => (code === "resource_missing" ? Effect.succeed<Reason>("unknown_token") : cannotTell),
      SchemaError: () => cannotTell
    }),
    Effect.timeoutOrElse({ duration: "2 seconds", orElse: () => cannotTell })
  )
