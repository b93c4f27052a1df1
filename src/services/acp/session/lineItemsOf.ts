import { itemIdOf, type Thing } from "../../../../schemas/acp/itemId.ts"
import type { LineItem } from "../../../../schemas/acp/LineItem.ts"
import type { Contents, Line } from "../../../../schemas/checkout.ts"
import { lineTotals } from "../../../domain/acp/totals.ts"
import { absolute } from "../../../domain/publicUrls.ts"

export const nameOf = ({ title, variant }: Pick<Line, "title" | "variant">): string =>
  variant === "" ? title : `${title} (${variant})`

export const variantOf = (line: Thing): Pick<LineItem, "variant_id" | "variant_options"> =>
  line.variant === "" ? {} : { variant_id: itemIdOf(line), variant_options: [{ name: "Variant", value: line.variant }] }

/** Stock is told only where there is too little of it: nobody else's business otherwise. */
const availability = (
  { shortages }: Contents,
  line: Line
): Pick<LineItem, "availability_status" | "available_quantity"> => {
  const short = shortages.find(({ lineId }) => lineId === line.id)
  return short === undefined ? { availability_status: "in_stock" } : tooLittle(short.available)
}

export const tooLittle = (
  available: number
): Required<Pick<LineItem, "availability_status" | "available_quantity">> => ({
  availability_status: available === 0 ? "out_of_stock" : "low_stock",
  available_quantity: available
})

export const lineItemsOf = (contents: Contents, publicUrl: string): ReadonlyArray<LineItem> =>
  contents.lines.map((line) => ({
    id: line.id,
    item: { id: itemIdOf(line), name: nameOf(line), unit_amount: line.unitPrice },
    quantity: line.quantity,
    name: nameOf(line),
    images: line.image === null ? [] : [absolute(publicUrl, line.image)],
    unit_amount: line.unitPrice,
    marketplace_seller_details: { name: line.shopName },
    product_id: line.listingId,
    ...variantOf(line),
    ...availability(contents, line),
    totals: lineTotals(contents.quote.lines.find(({ lineId }) => lineId === line.id)!)
  }))
