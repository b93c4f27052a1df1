import { Schema } from "effect"
import { Address } from "../../../schemas/address.ts"
import { cents } from "../../../schemas/money.ts"
import type { Order } from "../../../schemas/order.ts"

interface LineRow {
  readonly listing_id: Order["lines"][number]["listingId"]
  readonly variant: string
  readonly title: string
  readonly image: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly line_id: Order["lines"][number]["totals"]["lineId"]
  readonly base: number
  readonly discount: number
  readonly subtotal: number
  readonly tax: number
  readonly total: number
}

interface EventRow {
  readonly id: string
  readonly type: Order["events"][number]["type"]
  readonly at: string
  readonly note: string | null
  readonly location: string | null
  readonly amount: number | null
}

/** An order as the database answers it, with its shop and its lines. */
export interface OrderRow {
  readonly id: Order["id"]
  readonly number: string
  readonly confirmation_number: string
  readonly checkout_id: Order["checkoutId"]
  readonly shop_id: Order["shop"]["id"]
  readonly shop_name: string
  readonly shop_city: string
  readonly owner: string
  readonly buyer_name: string
  readonly buyer_email: string
  readonly buyer_phone: string | null
  readonly address: unknown
  readonly method: Order["method"]
  readonly pickup_notes: string | null
  readonly status: Order["status"]
  readonly payment_status: Order["paymentStatus"]
  readonly currency: Order["currency"]
  readonly items_base: number
  readonly items_discount: number
  readonly subtotal: number
  readonly discount: number
  readonly fulfillment: number
  readonly tax: number
  readonly total: number
  readonly refunded: number
  readonly carrier: string | null
  readonly tracking_number: string | null
  readonly tracking_url: string | null
  readonly due: string
  readonly channel: string
  readonly created_at: Date
  readonly lines: ReadonlyArray<LineRow>
  readonly events: ReadonlyArray<EventRow>
}

const addressOf = Schema.decodeUnknownSync(Schema.NullOr(Address))

const lineOf = (row: LineRow): Order["lines"][number] => ({
  listingId: row.listing_id,
  variant: row.variant,
  title: row.title,
  image: row.image,
  quantity: row.quantity,
  unitPrice: cents(row.unit_price),
  totals: {
    lineId: row.line_id,
    base: cents(row.base),
    discount: cents(row.discount),
    subtotal: cents(row.subtotal),
    tax: cents(row.tax),
    total: cents(row.total)
  }
})

const eventOf = ({ amount, at, id, location, note, type }: EventRow): Order["events"][number] => ({
  id,
  type,
  at: new Date(at),
  note,
  location,
  amount: amount === null ? null : cents(amount)
})

export const ofRow = (row: OrderRow): Order => ({
  id: row.id,
  number: row.number,
  confirmationNumber: row.confirmation_number,
  checkoutId: row.checkout_id,
  shop: { id: row.shop_id, name: row.shop_name, city: row.shop_city },
  owner: row.owner,
  buyer: { name: row.buyer_name, email: row.buyer_email, phone: row.buyer_phone },
  address: addressOf(row.address),
  method: row.method,
  pickupNotes: row.pickup_notes,
  status: row.status,
  paymentStatus: row.payment_status,
  currency: row.currency,
  totals: {
    shopId: row.shop_id,
    itemsBase: cents(row.items_base),
    itemsDiscount: cents(row.items_discount),
    subtotal: cents(row.subtotal),
    discount: cents(row.discount),
    fulfillment: cents(row.fulfillment),
    tax: cents(row.tax),
    total: cents(row.total)
  },
  lines: row.lines.map(lineOf),
  refunded: cents(row.refunded),
  carrier: row.carrier,
  trackingNumber: row.tracking_number,
  trackingUrl: row.tracking_url,
  estimatedDelivery: row.due,
  channel: row.channel,
  createdAt: row.created_at,
  events: row.events.map(eventOf)
})
