import { Effect, Schema } from "effect"
import { Address } from "./address.ts"
import { LineTotals, Method, Price, ShopTotals } from "./checkout.ts"
import { CheckoutId, ListingId, OrderId, ShopId } from "./ids.ts"
import { page } from "./listing.ts"
import { Cents, Currency, Dollars } from "./money.ts"
import { isText } from "./text.ts"
import { wire } from "./wire.ts"

export const OrderStatus = Schema.Literals([
  "pending",
  "processing",
  "ready_for_pickup",
  "shipped",
  "delivered",
  "cancelled"
])
export type OrderStatus = typeof OrderStatus.Type

export const PaymentStatus = Schema.Literals(["succeeded", "processing", "failed", "partially_refunded", "refunded"])
export type PaymentStatus = typeof PaymentStatus.Type

const reported = [
  "processing",
  "ready_for_pickup",
  "shipped",
  "in_transit",
  "out_for_delivery",
  "failed_attempt",
  "returned_to_sender",
  "delivered",
  "canceled"
] as const

/** What carriers and shops tell of an order. Some of it moves the order on; the rest is only told. */
export const ReportedType = Schema.Literals(reported)
export type ReportedType = typeof ReportedType.Type

/** What can happen to an order: it begins with a payment, and money may go back. */
export const OrderEventType = Schema.Literals(["confirmed", ...reported, "refunded"])
export type OrderEventType = typeof OrderEventType.Type

/** What happened to an order, and when. `amount` in cents is what went back to the buyer. */
export const OrderEvent = Schema.Struct({
  id: Schema.String,
  type: OrderEventType,
  at: Schema.Date,
  note: Schema.NullOr(Schema.String),
  location: Schema.NullOr(Schema.String),
  amount: Schema.NullOr(Cents)
})
export type OrderEvent = typeof OrderEvent.Type

/** An order as it is stored: what one buyer bought from one shop. Amounts in cents. */
export const OrderLine = Schema.Struct({
  listingId: ListingId,
  variant: Schema.String,
  title: Schema.String,
  image: Schema.NullOr(Schema.String),
  quantity: Schema.Natural,
  unitPrice: Price,
  totals: LineTotals
})
export type OrderLine = typeof OrderLine.Type

export const Order = Schema.Struct({
  id: OrderId,
  number: Schema.String,
  confirmationNumber: Schema.String,
  checkoutId: CheckoutId,
  shop: Schema.Struct({ id: ShopId, name: Schema.String, city: Schema.String }),
  owner: Schema.String,
  buyer: Schema.Struct({ name: Schema.String, email: Schema.String, phone: Schema.NullOr(Schema.String) }),
  address: Schema.NullOr(Address),
  method: Method,
  pickupNotes: Schema.NullOr(Schema.String),
  status: OrderStatus,
  paymentStatus: PaymentStatus,
  currency: Currency,
  totals: ShopTotals,
  lines: Schema.Array(OrderLine),
  /** What has gone back to the buyer. */
  refunded: Cents,
  carrier: Schema.NullOr(Schema.String),
  trackingNumber: Schema.NullOr(Schema.String),
  trackingUrl: Schema.NullOr(Schema.String),
  estimatedDelivery: Schema.String,
  channel: Schema.String,
  createdAt: Schema.Date,
  /** In the order in which they happened. */
  events: Schema.Array(OrderEvent)
})
export type Order = typeof Order.Type

/** The fields of a question for orders, in our hands. */
export const ordersFields = {
  status: Schema.Literals(["all", "pending", "shipped", "delivered", "cancelled"])
    .annotate({ description: "pending includes what is being made" })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("all" as const))),
  role: Schema.optionalKey(
    Schema.Literals(["buyer", "seller"]).annotate({
      description: "buyer: what I bought. seller: what my shop sold. Detected when left out"
    })
  ),
  ...page
}

export const OrdersQuery = wire(ordersFields)
export type OrdersQuery = typeof OrdersQuery.Type

const item = {
  listingId: ListingId,
  title: Schema.String,
  image: Schema.String,
  quantity: Schema.Natural,
  price: Dollars,
  variant: Schema.optionalKey(Schema.String)
}

/** An order in a list. `seller` is there for buyers, `buyer` for sellers. */
export const OrderSummary = wire({
  id: OrderId,
  orderNumber: Schema.String,
  confirmationNumber: Schema.String,
  status: OrderStatus,
  total: Dollars,
  currency: Currency,
  createdAt: Schema.String,
  estimatedDelivery: Schema.NullOr(Schema.String),
  trackingUrl: Schema.NullOr(Schema.String),
  items: Schema.Array(wire(item)),
  seller: Schema.NullOr(wire({ shopName: Schema.String })),
  buyer: Schema.NullOr(wire({ name: Schema.String }))
})
export type OrderSummary = typeof OrderSummary.Type

export const OrdersAnswer = wire({
  orders: Schema.Array(OrderSummary),
  totalCount: Schema.Natural,
  hasMore: Schema.Boolean
}).annotate({ identifier: "OrdersAnswer" })
export type OrdersAnswer = typeof OrdersAnswer.Type

export const OrderDetail = wire({
  id: OrderId,
  role: Schema.Literals(["buyer", "seller"]).annotate({ description: "Which side of it you are" }),
  orderNumber: Schema.String,
  confirmationNumber: Schema.String,
  status: OrderStatus,
  createdAt: Schema.String,
  items: Schema.Array(wire(item)),
  subtotal: Dollars,
  discount: Dollars,
  tax: Dollars,
  shippingCost: Dollars,
  total: Dollars,
  currency: Currency,
  paymentStatus: PaymentStatus,
  refunded: Dollars,
  shippingMethod: Method,
  shippingAddress: Schema.NullOr(Address),
  pickupNotes: Schema.NullOr(Schema.String.annotate({ description: "What the buyer wrote to the shop" })),
  carrier: Schema.NullOr(Schema.String),
  trackingNumber: Schema.NullOr(Schema.String),
  trackingUrl: Schema.NullOr(Schema.String),
  estimatedDelivery: Schema.NullOr(Schema.String),
  cancelableUntil: Schema.NullOr(
    Schema.String.annotate({ description: "Until then the buyer may cancel; null when that is over" })
  ),
  events: Schema.Array(
    wire({
      type: OrderEventType,
      at: Schema.String,
      note: Schema.NullOr(Schema.String),
      location: Schema.NullOr(Schema.String),
      amount: Schema.NullOr(Dollars)
    })
  ),
  seller: wire({ shopName: Schema.String, city: Schema.String }),
  buyer: wire({ name: Schema.String, email: Schema.String }),
  url: Schema.String.annotate({ description: "The order's page" }),
  invoiceUrl: Schema.String.annotate({ description: "Its invoice, to print" })
}).annotate({ identifier: "OrderDetail" })
export type OrderDetail = typeof OrderDetail.Type

/** Why the buyer cancels, for the shop. */
export const CancelInput = {
  reason: Schema.optionalKey(
    Schema.String.check(isText, Schema.isMaxLength(500)).annotate({ description: "Why, for the shop" })
  )
}

const bought = {
  id: OrderId,
  confirmationNumber: Schema.String,
  orderNumber: Schema.String,
  total: Dollars,
  currency: Currency,
  paymentStatus: PaymentStatus,
  estimatedDelivery: Schema.String,
  trackingUrl: Schema.NullOr(Schema.String)
}

/** What a completed checkout became: the only order, or the sum of several under the id of the first. */
export const Bought = wire(bought).annotate({ identifier: "BoughtOrder" })
export const BoughtFromShop = wire({ ...bought, shopName: Schema.String })
