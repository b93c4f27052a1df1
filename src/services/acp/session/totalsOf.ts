import type { Total } from "../../../../schemas/acp/Total.ts"
import type { LineTotals, Quote } from "../../../../schemas/checkout.ts"

const names: Record<Total["type"], string> = {
  items_base_amount: "Items",
  items_discount: "Item discounts",
  subtotal: "Subtotal",
  discount: "Discount",
  fulfillment: "Delivery",
  tax: "Tax",
  total: "Total"
}

export const total = (type: Total["type"], amount: number, description?: string | null): Total => ({
  type,
  display_text: names[type],
  amount,
  ...(description && { description })
})

export const lineTotals = ({ base, discount, subtotal, tax, total: sum }: LineTotals): ReadonlyArray<Total> => [
  total("items_base_amount", base),
  total("items_discount", discount),
  total("subtotal", subtotal),
  total("tax", tax),
  total("total", sum)
]

/** Delivery and tax are told once they are known. */
export const totalsOf = ({ final, taxDescription, totals }: Quote): ReadonlyArray<Total> => [
  total("items_base_amount", totals.itemsBase),
  total("items_discount", totals.itemsDiscount),
  total("subtotal", totals.subtotal),
  ...(totals.discount > 0 ? [total("discount", totals.discount)] : []),
  ...(final || totals.fulfillment > 0 ? [total("fulfillment", totals.fulfillment)] : []),
  ...(final || totals.tax > 0 ? [total("tax", totals.tax, taxDescription)] : []),
  total("total", totals.total)
]
