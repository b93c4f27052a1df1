import { Schema } from "effect"
import { Address, buyer } from "./address.ts"
import { Quantity, variantName } from "./cart.ts"
import { Method } from "./checkout.ts"
import { CartId, CheckoutId, LineId, ListingId, ShopId } from "./ids.ts"
import { Currency, Dollars, dollars } from "./money.ts"
import { Bought, BoughtFromShop } from "./order.ts"
import { isText, line } from "./text.ts"
import { wire } from "./wire.ts"

/** A checkout as MCP and REST show it. */

export const SessionStatus = Schema.Literals([
  "pending",
  "ready",
  "processing",
  "authentication_required",
  "completed",
  "canceled",
  "expired"
])
export type SessionStatus = typeof SessionStatus.Type

export const SessionLine = wire({
  id: LineId,
  listingId: ListingId,
  variant: Schema.optionalKey(Schema.String),
  title: Schema.String,
  image: Schema.NullOr(Schema.String),
  shop: wire({ id: ShopId, name: Schema.String }),
  quantity: Schema.Natural,
  unitPrice: Dollars,
  subtotal: Dollars,
  discount: Dollars,
  tax: Dollars,
  total: Dollars
})

export const SessionDelivery = wire({
  shop: wire({ id: ShopId, name: Schema.String }),
  method: Schema.NullOr(Method),
  options: Schema.Array(
    wire({
      method: Method,
      cost: Dollars,
      estimatedDelivery: Schema.String.annotate({ description: "Date, YYYY-MM-DD" })
    })
  )
})

export const Session = wire({
  id: CheckoutId,
  status: SessionStatus,
  listingId: Schema.optionalKey(ListingId),
  quantity: Schema.optionalKey(Schema.Natural),
  lines: Schema.Array(SessionLine),
  subtotal: Dollars,
  discount: Dollars,
  shipping: Schema.optionalKey(Dollars),
  tax: Schema.optionalKey(Dollars),
  total: Schema.optionalKey(dollars("What the buyer will be charged. Absent until an address and a method are known.")),
  currency: Currency,
  deliveries: Schema.Array(SessionDelivery),
  email: Schema.NullOr(Schema.String),
  shippingAddress: Schema.NullOr(Address),
  pickupNotes: Schema.NullOr(Schema.String),
  discounts: wire({
    applied: Schema.Array(wire({ code: Schema.NullOr(Schema.String), title: Schema.String, amount: Dollars })),
    rejected: Schema.Array(wire({ code: Schema.String, reason: Schema.String, message: Schema.String }))
  }),
  missing: Schema.Array(Schema.String.annotate({ description: "What is still needed before it can be paid" })),
  expiresAt: Schema.String,
  continueUrl: Schema.String
}).annotate({ identifier: "CheckoutSession" })
export type Session = typeof Session.Type

/** From a listing, or from a cart. */
export const OpenInput = {
  listingId: Schema.optionalKey(ListingId.annotate({ description: "The listing to buy, when it is just one" })),
  quantity: Schema.optionalKey(Quantity.annotate({ description: "How many, 1 when not given" })),
  variant: Schema.optionalKey(variantName("Variant of the listing, such as a size or glaze")),
  cartId: Schema.optionalKey(CartId.annotate({ description: "A cart to buy instead of one listing" }))
}

const codes = Schema.Array(line({ maximum: 40 })).check(Schema.isMaxLength(5))

/** What may be changed on a checkout. Absent leaves as it is. */
export const ReviseInput = {
  lines: Schema.optionalKey(
    Schema.Array(
      wire({
        listingId: ListingId,
        variant: Schema.optionalKey(variantName("Which variant, where the listing has them")),
        quantity: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99 })).annotate({
          description: "0 removes the line"
        })
      })
    )
      .check(Schema.isMaxLength(50))
      .annotate({ description: "Lines to add or change; the others stay" })
  ),
  ...buyer,
  shippingAddress: Schema.optionalKey(Address),
  shippingMethod: Schema.optionalKey(Method.annotate({ description: "For every shop of the checkout" })),
  deliveries: Schema.optionalKey(
    Schema.Array(wire({ shopId: ShopId, method: Method }))
      .check(Schema.isMaxLength(50))
      .annotate({ description: "A method for each shop, where they differ" })
  ),
  pickupNotes: Schema.optionalKey(
    Schema.String.check(isText, Schema.isMaxLength(500)).annotate({
      description: "What the maker should know about the pickup"
    })
  ),
  discountCodes: Schema.optionalKey(codes.annotate({ description: "Replaces the codes; an empty list clears them" }))
}

const proof = Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200)))

/** What a 3-D Secure challenge ended in. */
export const AuthenticationResult = Schema.Struct({
  outcome: Schema.Literals([
    "abandoned",
    "attempt_acknowledged",
    "authenticated",
    "canceled",
    "denied",
    "informational",
    "internal_error",
    "not_supported",
    "processing_error",
    "rejected"
  ]),
  /** The bank's proof, where it gave one. */
  outcome_details: Schema.optionalKey(
    Schema.Struct({
      three_ds_cryptogram: proof,
      electronic_commerce_indicator: proof,
      transaction_id: proof,
      version: proof
    })
  )
})
export type AuthenticationResult = typeof AuthenticationResult.Type

/** What is said when it is paid. What changes the total is saved, and paid by the same request again. */
export const CompleteInput = {
  email: buyer.email,
  shippingAddress: ReviseInput.shippingAddress,
  shippingMethod: ReviseInput.shippingMethod,
  deliveries: ReviseInput.deliveries,
  pickupNotes: ReviseInput.pickupNotes,
  paymentToken: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(500)).annotate({
    description: "Token of the payment provider, such as a shared payment token"
  }),
  expectedTotal: Schema.optionalKey(dollars("The total the buyer saw; any other is CONFLICT")),
  authenticationResult: Schema.optionalKey(
    AuthenticationResult.annotate({ description: "What the buyer's bank answered, after authentication_required" })
  )
}

/** What a request to pay ended in. Without an order, the session says what is still to be done. */
export const Completed = wire({
  order: Schema.optionalKey(Bought),
  orders: Schema.Array(BoughtFromShop),
  checkoutSession: Session,
  message: Schema.String
}).annotate({ identifier: "CompletedCheckout" })
export type Completed = typeof Completed.Type
