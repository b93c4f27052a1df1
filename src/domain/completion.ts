import type { Attempt, Checkout, Contents } from "../../schemas/checkout.ts"
import { type Purchase, purchasesOf } from "./orders.ts"

/** How a request to pay ended, short of a refusal: the checkout after it, and the orders it became or is becoming. */
export interface Completion {
  readonly session: Checkout
  /** `processing`: the provider did not answer in time; `authentication_required`: the buyer's bank asks. */
  readonly status: "succeeded" | "processing" | "authentication_required"
  readonly confirmationNumber: string
  readonly purchases: ReadonlyArray<Purchase>
}

/** Of a checkout in a state that has an attempt. */
export const completionOf = (session: Checkout, status: Completion["status"]): Completion => {
  const { attempt, contents } = session.state as { readonly attempt: Attempt; readonly contents: Contents }
  return {
    session,
    status,
    confirmationNumber: attempt.confirmationNumber,
    purchases: purchasesOf(contents, attempt, session.updatedAt)
  }
}
