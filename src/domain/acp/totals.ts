import type { Total } from "../../../schemas/acp/Total.ts"
import type { LineTotals } from "../../../schemas/checkout.ts"

const names: Record<Total["type"], string> = {
  items_base_amount: "Items",
  items_discount: "Item discounts",
  subtotal: "Subtotal",
  discount: "Discount",
  fulfillment: "Delivery",
  tax: "Tax",
  total: "Total"
}

/** An amount in cents under the name it is shown by. */
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
