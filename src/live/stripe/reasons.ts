import type { PaymentDeclined } from "../../../schemas/errors.ts"
import type { Trouble } from "./Trouble.ts"

type Reason = PaymentDeclined["reason"]

const known: Readonly<Record<string, Reason>> = {
  insufficient_funds: "insufficient_funds",
  expired_card: "expired",
  expired_payment_method: "expired",
  authentication_required: "not_authenticated",
  authentication_not_handled: "not_authenticated",
  authentication_failure: "not_authenticated",
  payment_intent_authentication_failure: "not_authenticated",
  resource_missing: "unknown_token",
  token_already_used: "used",
  expired: "expired",
  used: "used",
  revoked: "unknown_token",
  currency: "wrong_currency",
  limit: "over_limit"
}

const lookedUp = (word: string | null | undefined) =>
  word != null && Object.hasOwn(known, word) ? known[word] : undefined

/** Why a card was declined, by Stripe's codes; the more telling first. */
export const reasonOf = (
  error: { readonly decline_code?: string | null; readonly code?: string | null } | null | undefined
): Reason => lookedUp(error?.decline_code) ?? lookedUp(error?.code) ?? "declined"

/** Why a payment cannot be, by what was refused. */
export const refusedFor = ({ about, code, declineCode }: Trouble): Reason =>
  lookedUp(declineCode) ?? lookedUp(code) ?? lookedUp(about) ?? "declined"
