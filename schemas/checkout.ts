import { Schema } from "effect"
import type { Channel } from "./access.ts"
import { Address, Buyer } from "./address.ts"
import { Quantity } from "./cart.ts"
import { AttemptId, type CheckoutId, LineId, ListingId, OrderId, ShopId } from "./ids.ts"
import { Cents, Currency } from "./money.ts"

/** How a shop's lines reach the buyer. */
export const Method = Schema.Literals(["standard", "expedited", "pickup"])
export type Method = typeof Method.Type

/** A price has a ceiling, so that no sum leaves the safe integers. */
export const Price = Schema.Natural.check(Schema.isLessThanOrEqualTo(1_000_000_00)).pipe(Schema.brand("Cents"))

/** What is bought, with the facts it is priced by, as they were when it was last shown. One line for each listing and variant. */
export const Line = Schema.Struct({
  id: LineId,
  listingId: ListingId,
  variant: Schema.String,
  shopId: ShopId,
  shopName: Schema.String,
  shopState: Schema.String,
  title: Schema.String,
  image: Schema.NullOr(Schema.String),
  quantity: Quantity,
  unitPrice: Price,
  shippingEnabled: Schema.Boolean,
  shippingCost: Price,
  pickupEnabled: Schema.Boolean,
  leadTimeDays: Schema.Natural
})
export type Line = typeof Line.Type

export const Lines = Schema.NonEmptyArray(Line).check(Schema.isMaxLength(50))
export type Lines = typeof Lines.Type

/** Part of an amount that belongs to one line. */
export const Allocation = Schema.Struct({ lineId: LineId, amount: Cents })
export type Allocation = typeof Allocation.Type

export const Applied = Schema.Struct({
  code: Schema.NullOr(Schema.String),
  title: Schema.String,
  amount: Cents,
  on: Schema.Literals(["items", "shipping"]),
  priority: Schema.Natural,
  allocations: Schema.Array(Allocation)
})
export type Applied = typeof Applied.Type

export const RejectReason = Schema.Literals([
  "discount_code_invalid",
  "discount_code_expired",
  "discount_code_already_applied",
  "discount_code_minimum_not_met",
  "discount_code_user_ineligible"
])
export const Rejected = Schema.Struct({ code: Schema.String, reason: RejectReason, message: Schema.String })
export type Rejected = typeof Rejected.Type

/** One way a shop can deliver, and what it costs before any discount. Days count from the order. */
export const DeliveryOption = Schema.Struct({
  shopId: ShopId,
  method: Method,
  amount: Cents,
  minDays: Schema.Natural,
  maxDays: Schema.Natural
})
export type DeliveryOption = typeof DeliveryOption.Type

export const LineTotals = Schema.Struct({
  lineId: LineId,
  base: Cents,
  discount: Cents,
  subtotal: Cents,
  tax: Cents,
  total: Cents
})
export type LineTotals = typeof LineTotals.Type

export const ShopTotals = Schema.Struct({
  shopId: ShopId,
  itemsBase: Cents,
  itemsDiscount: Cents,
  subtotal: Cents,
  discount: Cents,
  fulfillment: Cents,
  tax: Cents,
  total: Cents
})
export type ShopTotals = typeof ShopTotals.Type

/** `itemsBase - itemsDiscount = subtotal; subtotal - discount + fulfillment + tax = total`, for each shop and in sum. */
export const Totals = Schema.Struct({
  itemsBase: Cents,
  itemsDiscount: Cents,
  subtotal: Cents,
  discount: Cents,
  fulfillment: Cents,
  tax: Cents,
  total: Cents
})
export type Totals = typeof Totals.Type

/** What everything costs. It is final when nothing the buyer still has to say can change it. */
export const Quote = Schema.Struct({
  currency: Currency,
  lines: Schema.Array(LineTotals),
  shops: Schema.Array(ShopTotals),
  options: Schema.Array(DeliveryOption),
  applied: Schema.Array(Applied),
  rejected: Schema.Array(Rejected),
  taxDescription: Schema.NullOr(Schema.String),
  totals: Totals,
  final: Schema.Boolean
})
export type Quote = typeof Quote.Type

/** A line of which less is there than was asked for. */
export const Shortage = Schema.Struct({ lineId: LineId, available: Schema.Natural })
export type Shortage = typeof Shortage.Type

/** What the buyer has said so far, and what it costs. */
export const Contents = Schema.Struct({
  lines: Lines,
  buyer: Buyer,
  address: Schema.NullOr(Address),
  /** By shop; a shop without a choice is not in it. */
  deliveries: Schema.Record(Schema.String, Method),
  pickupNotes: Schema.NullOr(Schema.String),
  codes: Schema.Array(Schema.String),
  /** The total was saved by a request whose answer did not tell it: it must be shown before it may be charged. */
  unshown: Schema.optionalKey(Schema.Literal(true)),
  shortages: Schema.Array(Shortage),
  quote: Quote,
  /** What a buying agent said it can lead its buyer through, such as 3ds. */
  interventions: Schema.optionalKey(Schema.Array(Schema.String)),
  /** What a buying agent wants told back, in its own shape. */
  metadata: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown))
})
export type Contents = typeof Contents.Type

/** The orders an attempt to pay will become, one for each shop, named before any money moves. */
export const PlannedOrder = Schema.Struct({ orderId: OrderId, shopId: ShopId, number: Schema.String })
export type PlannedOrder = typeof PlannedOrder.Type

export const Attempt = Schema.Struct({
  id: AttemptId,
  confirmationNumber: Schema.String,
  orders: Schema.NonEmptyArray(PlannedOrder),
  /** The buyer pays at a page of the provider's own. */
  hosted: Schema.optionalKey(Schema.Literal(true))
})
export type Attempt = typeof Attempt.Type

const attempted = { contents: Contents, attempt: Attempt }

export const CheckoutState = Schema.TaggedUnion({
  Open: { contents: Contents },
  Ready: { contents: Contents },
  Paying: attempted,
  Challenged: { ...attempted, url: Schema.String },
  Completed: attempted,
  Canceled: { contents: Contents },
  Expired: { contents: Contents }
})
export type CheckoutState = typeof CheckoutState.Type

export const CheckoutEvent = Schema.TaggedUnion({
  Revised: { contents: Contents },
  PaymentStarted: { attempt: Attempt },
  ChallengeRequired: { attemptId: AttemptId, url: Schema.String },
  ChallengeAnswered: { attemptId: AttemptId },
  PaymentSettled: { attemptId: AttemptId },
  PaymentDeclined: { attemptId: AttemptId },
  CancelRequested: {},
  TimedOut: {}
})
export type CheckoutEvent = typeof CheckoutEvent.Type

/** A checkout as it is kept: whose it is, where it stands by the law, and until when it may change. */
export interface Checkout {
  readonly id: CheckoutId
  readonly owner: string
  readonly channel: Channel
  readonly state: CheckoutState
  /** Goes up by one with each change. */
  readonly version: number
  readonly expiresAt: Date
  readonly createdAt: Date
  readonly updatedAt: Date
}
