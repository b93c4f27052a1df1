import { Schema } from "effect"
import { Quantity } from "../cart.ts"
import { CheckoutId } from "../ids.ts"
import { Buyer } from "./buyer.ts"
import { optional } from "./optional.ts"

/** What ChatGPT's payment sheet sends to `complete_checkout`, when the buyer has paid in it. */
export const SheetInput = {
  checkoutSessionId: Schema.optionalKey(
    CheckoutId.annotate({ description: "Sent by a host's payment sheet instead of session_id" })
  ),
  buyer: Schema.optionalKey(Buyer.annotate({ description: "The buyer as a payment sheet knows them" })),
  paymentData: Schema.optionalKey(
    Schema.Struct({
      token: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(500)),
      provider: optional(Schema.String.check(Schema.isMaxLength(100)))
    }).annotate({ description: "Sent by a host's payment sheet instead of payment_token" })
  )
}

/** What ChatGPT sends to `checkout_session`: items of our feed, with more about them than we need. */
export const WantedItems = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      id: Schema.String.annotate({ description: "Listing id, with a variant after a colon: lst_x:Blue" }),
      quantity: optional(Quantity)
    })
  ).check(Schema.isMinLength(1), Schema.isMaxLength(50))
}).annotate({ description: "What to buy; other keys are ignored" })
