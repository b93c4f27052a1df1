import type { Checkout, CheckoutState, Contents, Totals } from "../../schemas/checkout.ts"
import { type Cents, cents } from "../../schemas/money.ts"
import type { Session, SessionStatus } from "../../schemas/session.ts"
import { isShopping } from "./checkout.ts"
import { missing, shopsOf } from "./contents.ts"
import { estimatedDelivery } from "./orders.ts"
import { absolute } from "./publicUrls.ts"

const statuses: Record<CheckoutState["_tag"], SessionStatus> = {
  Open: "pending",
  Ready: "ready",
  Paying: "processing",
  Challenged: "authentication_required",
  Completed: "completed",
  Canceled: "canceled",
  Expired: "expired"
}

/** Where a checkout stands at this moment: one that is open past its time has expired, whether or not it was swept. */
export const statusOf = ({ expiresAt, state }: Pick<Checkout, "state" | "expiresAt">, at: Date): SessionStatus =>
  isShopping(state) && expiresAt <= at ? "expired" : statuses[state._tag]

/** The page where a person can see a checkout, and go on with it. */
export const continueUrl = (publicUrl: string, id: string): string => absolute(publicUrl, `/checkout/${id}`)

const linesOf = ({ lines, quote }: Contents, publicUrl: string): Session["lines"] =>
  lines.map(({ id, image, listingId, quantity, shopId, shopName, title, unitPrice, variant }) => {
    const { base, discount, tax, total } = quote.lines.find(({ lineId }) => lineId === id)!
    return {
      id,
      listingId,
      ...(variant !== "" && { variant }),
      title,
      image: image === null ? null : absolute(publicUrl, image),
      shop: { id: shopId, name: shopName },
      quantity,
      unitPrice: unitPrice as unknown as Cents,
      subtotal: base,
      discount,
      tax,
      total
    }
  })

const deliveriesOf = (contents: Contents, at: Date): Session["deliveries"] =>
  shopsOf(contents.lines).map((shopId) => ({
    shop: { id: shopId, name: contents.lines.find((line) => line.shopId === shopId)!.shopName },
    method: contents.deliveries[shopId] ?? null,
    options: contents.quote.options
      .filter((option) => option.shopId === shopId)
      .map(({ amount, method }) => ({
        method,
        cost: amount,
        estimatedDelivery: estimatedDelivery({ ...contents, deliveries: { [shopId]: method } }, shopId, at)
      }))
  }))

/** What everything costs before discounts, and all that is taken off: `subtotal - discount + shipping + tax = total`. */
export const beforeAndOff = ({ discount, itemsBase, itemsDiscount }: Totals) => ({
  subtotal: itemsBase,
  discount: cents(itemsDiscount + discount)
})

/** A checkout as MCP and REST show it, at this moment. */
export const sessionView = (checkout: Checkout, publicUrl: string, at: Date): Session => {
  const { contents } = checkout.state
  const { quote } = contents
  const [only, ...others] = contents.lines
  return {
    id: checkout.id,
    status: statusOf(checkout, at),
    ...(others.length === 0 && { listingId: only.listingId, quantity: only.quantity }),
    lines: linesOf(contents, publicUrl),
    ...beforeAndOff(quote.totals),
    ...(quote.final && { shipping: quote.totals.fulfillment, tax: quote.totals.tax, total: quote.totals.total }),
    currency: quote.currency,
    deliveries: deliveriesOf(contents, at),
    email: contents.buyer.email ?? null,
    shippingAddress: contents.address,
    pickupNotes: contents.pickupNotes,
    discounts: {
      applied: quote.applied.map(({ amount, code, title }) => ({ code, title, amount })),
      rejected: quote.rejected
    },
    missing: missing(contents).map(({ message }) => message),
    expiresAt: checkout.expiresAt.toISOString(),
    continueUrl: continueUrl(publicUrl, checkout.id)
  }
}
