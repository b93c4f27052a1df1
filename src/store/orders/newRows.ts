import { Schema } from "effect"
import { Address } from "../../../schemas/address.ts"
import type { OrderLine } from "../../../schemas/order.ts"
import type { NewOrder } from "../../domain/orders.ts"

const encodeAddress = Schema.encodeSync(Schema.NullOr(Address))

/** An order as its columns are named. */
export const orderRow = ({ totals, ...order }: NewOrder) => ({
  id: order.id,
  number: order.number,
  confirmation_number: order.confirmationNumber,
  checkout_id: order.checkoutId,
  shop_id: order.shopId,
  owner: order.owner,
  buyer_name: order.buyer.name,
  buyer_email: order.buyer.email,
  buyer_phone: order.buyer.phone,
  address: encodeAddress(order.address),
  method: order.method,
  pickup_notes: order.pickupNotes,
  status: order.status,
  payment_status: order.paymentStatus,
  currency: order.currency,
  items_base: totals.itemsBase,
  items_discount: totals.itemsDiscount,
  subtotal: totals.subtotal,
  discount: totals.discount,
  fulfillment: totals.fulfillment,
  tax: totals.tax,
  total: totals.total,
  estimated_delivery: order.estimatedDelivery,
  channel: order.channel,
  created_at: order.createdAt,
  updated_at: order.createdAt
})

const lineRow = (
  orderId: string,
  { image, listingId, quantity, title, totals, unitPrice, variant }: OrderLine,
  position: number
) => ({
  order_id: orderId,
  position,
  listing_id: listingId,
  variant,
  title,
  image,
  quantity,
  unit_price: unitPrice,
  line_id: totals.lineId,
  base: totals.base,
  discount: totals.discount,
  subtotal: totals.subtotal,
  tax: totals.tax,
  total: totals.total
})

export const lineRows = ({ id, lines }: NewOrder) => lines.map((line, position) => lineRow(id, line, position))

/** Every order begins with this. */
export const firstEventRow = ({ createdAt, id, status }: NewOrder) => ({
  id: `evt_${id.slice(4)}`,
  order_id: id,
  at: createdAt,
  type: "confirmed",
  status
})
