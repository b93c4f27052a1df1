import type { AcpCart } from "../../../../schemas/acp/Cart.ts"
import { itemIdOf } from "../../../../schemas/acp/itemId.ts"
import type { AskedLine } from "../../../../schemas/acp/items.ts"
import type { LineItem } from "../../../../schemas/acp/LineItem.ts"
import { cents } from "../../../../schemas/money.ts"
import { lineTotals, total } from "../../../domain/acp/totals.ts"
import { absolute } from "../../../domain/publicUrls.ts"
import type { Basket } from "../../Baskets.ts"
import { priceChanges } from "../priceChanges.ts"
import { nameOf, tooLittle, variantOf } from "../session/lineItemsOf.ts"
import { shortage } from "../session/messagesOf.ts"
import { buyerOf } from "../session/sessionOf.ts"

/** A line is known by its item: a cart holds each thing once. */
const linesOf = ({ cart }: Basket) =>
  cart.lines.map((line) => {
    const thing = { ...line, variant: line.variant ?? "" }
    return { ...thing, id: itemIdOf(thing) }
  })

type Line = ReturnType<typeof linesOf>[number]

const lineItemOf = (line: Line): LineItem => ({
  id: line.id,
  item: { id: line.id, name: nameOf(line), unit_amount: line.unitPrice },
  quantity: line.quantity,
  name: nameOf(line),
  images: line.image === null ? [] : [line.image],
  unit_amount: line.unitPrice,
  marketplace_seller_details: { name: line.shop.name },
  product_id: line.listingId,
  ...variantOf(line),
  ...(line.available < line.quantity ? tooLittle(line.available) : { availability_status: "in_stock" }),
  totals: lineTotals({
    lineId: line.id as never,
    base: line.subtotal,
    discount: cents(0),
    subtotal: line.subtotal,
    tax: cents(0),
    total: line.subtotal
  })
})

/** A cart as the protocol tells it. Nothing is left out of it because there is too little: a message says so. */
export const cartOf = (basket: Basket, asked: ReadonlyArray<AskedLine>, publicUrl: string): AcpCart => {
  const { buyer, cart } = basket
  const lines = linesOf(basket)
  return {
    id: cart.cartId,
    line_items: lines.map(lineItemOf),
    currency: cart.currency,
    totals: [
      total("items_base_amount", cart.subtotal),
      total("items_discount", 0),
      total("subtotal", cart.subtotal),
      total("total", cart.subtotal, "Before delivery and tax")
    ],
    ...buyerOf({ buyer }),
    messages: [
      ...lines.flatMap((line, index) =>
        line.available < line.quantity ? [shortage(nameOf(line), index, line.available)] : []
      ),
      ...priceChanges({ lines }, asked)
    ],
    continue_url: absolute(publicUrl, `/cart/${cart.cartId}`),
    expires_at: cart.expiresAt
  }
}
