import type { Total } from "../../../../schemas/acp/Total.ts"
import type { Quote } from "../../../../schemas/checkout.ts"
import { total } from "../../../domain/acp/totals.ts"

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
