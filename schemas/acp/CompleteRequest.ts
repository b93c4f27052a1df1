import { Schema } from "effect"
import { AffiliateAttribution } from "./AffiliateAttribution.ts"
import { AuthenticationResult } from "./AuthenticationResult.ts"
import { Buyer } from "./buyer.ts"
import { MarketingConsents } from "./marketing.ts"
import { OrderNotes } from "./OrderNotes.ts"
import { missing, optional } from "./optional.ts"

const Token = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(500))

/** The credential, or as in some examples of the protocol the token itself. */
const Instrument = Schema.Struct({
  credential: optional(Schema.Struct({ token: Token })),
  token: optional(Token)
}).check(Schema.makeFilter(({ credential, token }) => Boolean(credential ?? token) || missing("credential")))

/** `handler_id` and `instrument`; clients of the first release send a bare `token`. */
const PaymentData = Schema.Struct({
  handler_id: optional(Schema.String),
  instrument: optional(Instrument),
  token: optional(Token),
  purchase_order_number: optional(Schema.String)
}).check(
  Schema.makeFilter(({ handler_id, instrument, purchase_order_number, token }) => {
    if (instrument) return Boolean(handler_id) || missing("handler_id")
    return Boolean(token ?? purchase_order_number) || missing("instrument")
  })
)

/** `risk_signals` is not read: it is for a payment provider of one's own, and nothing here keeps or logs it. */
export const CompleteRequest = Schema.Struct({
  payment_data: PaymentData,
  buyer: optional(Buyer),
  authentication_result: optional(AuthenticationResult),
  affiliate_attribution: optional(AffiliateAttribution),
  marketing_consents: optional(MarketingConsents),
  order_notes: optional(OrderNotes)
})
export type CompleteRequest = typeof CompleteRequest.Type

/** The token to pay with, wherever it stands. */
export const askedToken = ({ payment_data: { instrument, token } }: CompleteRequest): string | undefined =>
  instrument?.credential?.token ?? instrument?.token ?? token ?? undefined
