import type { Thing } from "../../../schemas/acp/itemId.ts"
import type { AskedLine } from "../../../schemas/acp/items.ts"
import type { Message } from "../../../schemas/acp/Message.ts"
import { nameOf } from "./session/lineItemsOf.ts"

interface Priced extends Thing {
  readonly id: string
  readonly title: string
  readonly unitPrice: number
}

/** What an agent believed a thing to cost, by its request or by the session before. */
const believed = (line: Priced, asked: ReadonlyArray<AskedLine>, before: ReadonlyArray<Priced>) =>
  asked.find((each) => each.listingId === line.listingId && each.variant.toLowerCase() === line.variant.toLowerCase())
    ?.unitAmount ?? before.find(({ id }) => id === line.id)?.unitPrice

/** A warning for each line that costs something else than the agent believed. */
export const priceChanges = (
  { lines }: { readonly lines: ReadonlyArray<Priced> },
  asked: ReadonlyArray<AskedLine>,
  before: ReadonlyArray<Priced> = []
): ReadonlyArray<Message> =>
  lines.flatMap((line, index): ReadonlyArray<Message> => {
    const price = believed(line, asked, before)
    if (price === undefined || price === line.unitPrice) return []
    return [
      {
        type: "warning",
        code: "price_change",
        severity: "medium",
        resolution: "requires_buyer_review",
        param: `$.line_items[${index}].unit_amount`,
        content_type: "plain",
        content: `${nameOf(line)} costs $${(line.unitPrice / 100).toFixed(2)}, not $${(price / 100).toFixed(2)}.`
      }
    ]
  })
