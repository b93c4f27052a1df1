import type { Order } from "../../../schemas/order.ts"
import { absolute } from "../../domain/publicUrls.ts"
import { day, deliveryNames, money, oneLine } from "../../domain/spoken.ts"
import { isWeb } from "../../domain/tracking.ts"
import type { Part, Sender } from "./Written.ts"

export const heading = (text: string): Part => ({ _tag: "Heading", text: oneLine(text) })
export const words = (text: string): Part => ({ _tag: "Words", text: oneLine(text) })

/** Facts that are known; the others are left out. */
export const facts = (...given: ReadonlyArray<readonly [name: string, value: string | null | undefined]>): Part => ({
  _tag: "Facts",
  facts: given.flatMap(([name, value]) => (value ? [[name, oneLine(value)] as const] : []))
})

export const bill = ({ lines, method, totals }: Order): Part => {
  const off = totals.itemsDiscount + totals.discount
  return {
    _tag: "Bill",
    items: lines.map(({ quantity, title, totals: { base }, variant }) => ({
      quantity,
      name: oneLine(variant === "" ? title : `${title} (${variant})`),
      amount: money(base)
    })),
    sums: [
      ...(off > 0 ? [["Discount", money(-off)] as const] : []),
      [deliveryNames[method], money(totals.fulfillment)],
      ["Tax", money(totals.tax)],
      ["Total", money(totals.total)]
    ]
  }
}

export const addressLine = ({ address, buyer }: Order): string | null =>
  address &&
  [address.name ?? buyer.name, address.line1, address.line2, address.city, `${address.state} ${address.zip}`]
    .filter(Boolean)
    .join(", ")

/** How and until when it reaches the buyer. */
export const delivery = (order: Order): Part =>
  facts(
    ["Delivery", deliveryNames[order.method]],
    ["To", addressLine(order)],
    [order.method === "pickup" ? "Ready by" : "Expected by", day(order.estimatedDelivery)],
    ["Your note to the shop", order.pickupNotes]
  )

export const orderLink = ({ id }: Order, { publicUrl }: Sender): Part => ({
  _tag: "Link",
  label: "See the order",
  url: absolute(publicUrl, `/orders/${id}`)
})

/** Who carries the parcel and where it can be followed, as far as that is known. */
export const parcel = ({ carrier, trackingNumber, trackingUrl }: Order): ReadonlyArray<Part> => [
  ...(carrier === null && trackingNumber === null
    ? []
    : [facts(["Carrier", carrier?.toUpperCase()], ["Tracking number", trackingNumber])]),
  ...(isWeb(trackingUrl) ? [{ _tag: "Link", label: "Track the parcel", url: trackingUrl } as const] : [])
]
