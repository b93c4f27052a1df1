import type { Address } from "../../schemas/address.ts"
import { CheckoutId, LineId, ListingId, OrderId, ShopId } from "../../schemas/ids.ts"
import { cents } from "../../schemas/money.ts"
import type { Order, OrderEvent, OrderEventType } from "../../schemas/order.ts"

export const moment = new Date("2026-11-20T09:00:00.000Z")
const hour = 60 * 60 * 1000

const address: Address = { line1: "2 Elm St", city: "Austin", state: "TX", zip: "78701", country: "US" }

/** What happened to an order, an hour after one another, from its confirmation on. */
export const happened = (...types: ReadonlyArray<OrderEventType>): ReadonlyArray<OrderEvent> =>
  (["confirmed", ...types] as const).map((type, index) => ({
    id: `evt_${index}`,
    type,
    at: new Date(moment.getTime() + index * hour),
    note: null,
    location: null,
    amount: null
  }))

/** Two mugs of one shop, paid and confirmed: $56.00 and $5.00 of delivery and $6.10 of tax. */
export const placed = (over: Partial<Order> = {}): Order => ({
  id: OrderId.make("ord_1"),
  number: "CL-7F3K-20",
  confirmationNumber: "CL-7F3K-20",
  checkoutId: CheckoutId.make("chk_1"),
  shop: { id: ShopId.make("shp_kiln"), name: "Clay & Kiln", city: "Chicago" },
  owner: "agent:key_1",
  buyer: { name: "Ada Buyer", email: "ada@craftlocal.test", phone: null },
  address,
  method: "standard",
  pickupNotes: null,
  status: "pending",
  paymentStatus: "succeeded",
  currency: "usd",
  totals: {
    shopId: ShopId.make("shp_kiln"),
    itemsBase: cents(5600),
    itemsDiscount: cents(0),
    subtotal: cents(5600),
    discount: cents(0),
    fulfillment: cents(500),
    tax: cents(610),
    total: cents(6710)
  },
  lines: [
    {
      listingId: ListingId.make("lst_mug"),
      variant: "Large",
      title: "Blue Mug",
      image: "/images/mug.svg",
      quantity: 2,
      unitPrice: cents(2800) as Order["lines"][number]["unitPrice"],
      totals: {
        lineId: LineId.make("lin_1"),
        base: cents(5600),
        discount: cents(0),
        subtotal: cents(5600),
        tax: cents(560),
        total: cents(6160)
      }
    }
  ],
  refunded: cents(0),
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  estimatedDelivery: "2026-11-28",
  channel: "acp",
  createdAt: moment,
  events: happened(),
  ...over
})
