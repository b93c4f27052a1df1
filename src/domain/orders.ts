import { Array } from "effect"
import type { Attempt, Checkout, Contents } from "../../schemas/checkout.ts"
import type { ShopId } from "../../schemas/ids.ts"
import { OrderId } from "../../schemas/ids.ts"
import { type Cents, cents } from "../../schemas/money.ts"
import type { Order, OrderLine, PaymentStatus } from "../../schemas/order.ts"
import { shopsOf } from "./contents.ts"

/** An order as it is first written. */
export interface NewOrder extends Omit<Order, "shop" | "events"> {
  readonly shopId: ShopId
}

/** What a completed checkout became at one shop, in short. `total` in cents, the date as YYYY-MM-DD. */
export interface Purchase {
  readonly orderId: OrderId
  readonly number: string
  readonly shopId: ShopId
  readonly shopName: string
  readonly total: Cents
  readonly estimatedDelivery: string
}

const day = 24 * 60 * 60 * 1000

/** The slowest line's lead time and the method's days on the way, counted from the order. */
export const estimatedDelivery = ({ deliveries, quote }: Contents, shopId: ShopId, from: Date): string => {
  const days = quote.options.find((option) => option.shopId === shopId && option.method === deliveries[shopId])?.maxDays
  return new Date(from.getTime() + (days ?? 0) * day).toISOString().slice(0, 10)
}

/** One order for each shop, all under one confirmation number, named before any money moves. */
export const planned = (
  contents: Contents,
  confirmationNumber: string,
  orderIds: ReadonlyArray<string>
): Attempt["orders"] =>
  Array.map(shopsOf(contents.lines) as Array.NonEmptyReadonlyArray<ShopId>, (shopId, index) => ({
    orderId: OrderId.make(orderIds[index]!),
    shopId,
    number: orderIds.length === 1 ? confirmationNumber : `${confirmationNumber}-${index + 1}`
  }))

export const purchasesOf = (contents: Contents, attempt: Attempt, at: Date): ReadonlyArray<Purchase> =>
  attempt.orders.map(({ number, orderId, shopId }) => ({
    orderId,
    number,
    shopId,
    shopName: contents.lines.find((line) => line.shopId === shopId)!.shopName,
    total: contents.quote.shops.find((shop) => shop.shopId === shopId)!.total,
    estimatedDelivery: estimatedDelivery(contents, shopId, at)
  }))

const linesOf = (contents: Contents, shopId: ShopId): ReadonlyArray<OrderLine> =>
  contents.lines
    .filter((line) => line.shopId === shopId)
    .map(({ id, image, listingId, quantity, title, unitPrice, variant }) => ({
      listingId,
      variant,
      title,
      image,
      quantity,
      unitPrice,
      totals: contents.quote.lines.find(({ lineId }) => lineId === id)!
    }))

/** The orders a paid checkout becomes. */
export const ordersOf = (
  checkout: Pick<Checkout, "id" | "owner" | "channel">,
  contents: Contents,
  attempt: Attempt,
  at: Date,
  paymentStatus: PaymentStatus
): Array.NonEmptyReadonlyArray<NewOrder> =>
  Array.map(attempt.orders, ({ number, orderId, shopId }): NewOrder => {
    const method = contents.deliveries[shopId]!
    return {
      id: orderId,
      number,
      confirmationNumber: attempt.confirmationNumber,
      checkoutId: checkout.id,
      shopId,
      owner: checkout.owner,
      buyer: {
        name: contents.buyer.name ?? contents.address?.name ?? "Guest",
        email: contents.buyer.email ?? "",
        phone: contents.buyer.phone ?? null
      },
      address: method === "pickup" ? null : contents.address,
      method,
      pickupNotes: contents.pickupNotes,
      status: "pending",
      paymentStatus,
      currency: contents.quote.currency,
      totals: contents.quote.shops.find((shop) => shop.shopId === shopId)!,
      lines: linesOf(contents, shopId),
      refunded: cents(0),
      carrier: null,
      trackingNumber: null,
      trackingUrl: null,
      estimatedDelivery: estimatedDelivery(contents, shopId, at),
      channel: checkout.channel,
      createdAt: at
    }
  })
