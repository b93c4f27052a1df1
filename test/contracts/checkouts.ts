import type { Attempt, Checkout, Contents, Line } from "../../schemas/checkout.ts"
import { AttemptId, CheckoutId, LineId, ListingId, ShopId } from "../../schemas/ids.ts"
import { shopping } from "../../src/domain/checkout.ts"
import { ordersOf, planned } from "../../src/domain/orders.ts"
import { quote } from "../../src/domain/pricing.ts"
import type { Settle } from "../../src/store/payments/settleStatement.ts"

export const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 12, minute))

const line = (listing: string, variant: string, shop: string, price: number): Line =>
  ({
    id: LineId.make(`lin_${listing}${variant}`),
    listingId: ListingId.make(`lst_${listing}`),
    variant,
    shopId: ShopId.make(`shp_${shop}`),
    shopName: shop,
    shopState: "IL",
    title: `A ${listing} with “quotes”, 50 % off & ünïcödé`,
    image: "/images/one.svg",
    quantity: 2,
    unitPrice: price,
    shippingEnabled: true,
    shippingCost: 500,
    pickupEnabled: true,
    leadTimeDays: 2
  }) as unknown as Line

const lines = [line("mug", "Small", "kiln", 25_00), line("scarf", "", "loom", 49_99)] as unknown as Contents["lines"]
const deliveries = { shp_kiln: "pickup", shp_loom: "standard" } as const
const taxes = { shp_kiln: { rate: 0.1, description: "IL" }, shp_loom: { rate: 0.1, description: "OR" } }

export const contents: Contents = {
  lines,
  buyer: { email: "ada@craftlocal.test", name: "Ada O'Buyer" },
  address: { line1: "1 Main St", line2: "Apt 3", city: "Portland", state: "OR", zip: "97201", country: "US" },
  deliveries,
  pickupNotes: "ring twice",
  codes: ["NOSUCH"],
  shortages: [],
  quote: quote({ lines, deliveries, codes: ["NOSUCH"], offered: [], taxes, now: at(0) }),
  interventions: ["3ds"]
}

/** As a use case plans it, for these contents. */
export const attempt = (id: string) => ({
  id: AttemptId.make(`att_${id}`),
  confirmationNumber: `CL-${id}`,
  orders: planned(contents, `CL-${id}`, [`ord_${id}_1`, `ord_${id}_2`])
})

let made = 0
/** A checkout of a mug and a scarf, ready to be paid. */
export const fresh = (over: Partial<Checkout> = {}): Checkout => {
  made += 1
  return {
    id: CheckoutId.make(`chk_made${made}`),
    owner: "guest",
    channel: "acp",
    state: shopping(contents),
    version: 1,
    expiresAt: at(30),
    createdAt: at(0),
    updatedAt: at(0),
    ...over
  }
}

/** What settles a checkout with an attempt. */
export const settlement = (checkout: Checkout, its: Attempt, minute = 5): Settle => ({
  checkout: { ...checkout, state: { _tag: "Completed", contents, attempt: its }, updatedAt: at(minute) },
  orders: ordersOf(checkout, contents, its, at(minute), "succeeded"),
  attemptId: its.id,
  reference: undefined,
  message: {
    id: `completed:${checkout.id}`,
    content: { _tag: "CheckoutCompleted", checkoutId: checkout.id }
  },
  trail: undefined
})
