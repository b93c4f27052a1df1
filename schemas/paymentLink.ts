import { Schema } from "effect"
import { CheckoutId } from "./ids.ts"
import { Currency, Dollars } from "./money.ts"
import { SessionStatus } from "./session.ts"
import { wire } from "./wire.ts"

/** Where a buyer pays without a payment sheet: our own page of the checkout. */
export const PaymentLink = wire({
  url: Schema.String,
  sessionId: CheckoutId,
  status: SessionStatus,
  total: Schema.optionalKey(Dollars),
  currency: Currency,
  expiresAt: Schema.String
}).annotate({ identifier: "PaymentLink" })
export type PaymentLink = typeof PaymentLink.Type
