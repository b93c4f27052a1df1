import type { Order, OrderDetail, OrderSummary } from "../../schemas/order.ts"
import { cancelableUntil } from "./orderLife.ts"
import { absolute, invoiceUrl, orderUrl } from "./publicUrls.ts"
import { beforeAndOff } from "./sessionView.ts"

export type Side = "buyer" | "seller"

interface Shown {
  readonly publicUrl: string
  readonly window: number
  readonly at: Date
  readonly side: Side
}

const itemsOf = ({ lines }: Order, publicUrl: string) =>
  lines.map(({ image, listingId, quantity, title, unitPrice, variant }) => ({
    listingId,
    title,
    image: image === null ? "" : absolute(publicUrl, image),
    quantity,
    price: unitPrice as unknown as OrderSummary["total"],
    ...(variant !== "" && { variant })
  }))

/** An order in a list, as this side of it sees it. */
export const orderSummary = (order: Order, side: Side, publicUrl: string): OrderSummary => ({
  id: order.id,
  orderNumber: order.number,
  confirmationNumber: order.confirmationNumber,
  status: order.status,
  total: order.totals.total,
  currency: order.currency,
  createdAt: order.createdAt.toISOString(),
  estimatedDelivery: order.estimatedDelivery,
  trackingUrl: order.trackingUrl,
  items: itemsOf(order, publicUrl),
  seller: side === "buyer" ? { shopName: order.shop.name } : null,
  buyer: side === "seller" ? { name: order.buyer.name } : null
})

/** An order in full. `window` is how many milliseconds after the purchase its buyer may cancel. */
export const orderDetail = (order: Order, { at, publicUrl, side, window }: Shown): OrderDetail => ({
  id: order.id,
  role: side,
  orderNumber: order.number,
  confirmationNumber: order.confirmationNumber,
  status: order.status,
  createdAt: order.createdAt.toISOString(),
  items: itemsOf(order, publicUrl),
  ...beforeAndOff(order.totals),
  tax: order.totals.tax,
  shippingCost: order.totals.fulfillment,
  total: order.totals.total,
  currency: order.currency,
  paymentStatus: order.paymentStatus,
  refunded: order.refunded,
  shippingMethod: order.method,
  shippingAddress: order.address,
  pickupNotes: order.pickupNotes,
  carrier: order.carrier,
  trackingNumber: order.trackingNumber,
  trackingUrl: order.trackingUrl,
  estimatedDelivery: order.estimatedDelivery,
  cancelableUntil: (side === "buyer" && cancelableUntil(order, window, at)?.toISOString()) || null,
  events: order.events.map(({ id: _, at, ...event }) => ({ ...event, at: at.toISOString() })),
  seller: { shopName: order.shop.name, city: order.shop.city },
  buyer: { name: order.buyer.name, email: order.buyer.email },
  url: orderUrl(publicUrl, order.id),
  invoiceUrl: invoiceUrl(publicUrl, order.id)
})
