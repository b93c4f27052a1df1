import { Schema } from "effect"
import { Quantity } from "../cart.ts"
import { readItemId, type Thing } from "./itemId.ts"
import { missing, optional } from "./optional.ts"

const facts = { quantity: optional(Quantity), unit_amount: optional(Schema.Int) }

/** `{id, quantity}`, or `{item: {id}, quantity}` as in our own answers, where the outer id is that of the line. */
const Item = Schema.Struct({
  id: optional(Schema.String),
  ...facts,
  item: optional(Schema.Struct({ id: Schema.String, ...facts }))
}).check(Schema.makeFilter(({ id, item }) => (item?.id ?? id ?? undefined) !== undefined || missing("id")))

const Items = Schema.Array(Item).check(Schema.isMinLength(1), Schema.isMaxLength(50))

/** Current clients say `line_items`, older ones `items`. */
export const items = { line_items: optional(Items), items: optional(Items) }

/** What an agent wants to buy, and where its request says so. */
export interface AskedLine extends Thing {
  readonly itemId: string
  readonly quantity: number
  /** What the agent believes one costs. */
  readonly unitAmount: number | undefined
  /** The JSONPath of the id. */
  readonly param: string
}

interface Spelled {
  readonly line_items?: typeof Items.Type | null
  readonly items?: typeof Items.Type | null
}

/** The lines of a request, whichever way they are spelled; undefined when it says nothing of lines. */
export const askedLines = (request: Spelled): ReadonlyArray<AskedLine> | undefined => {
  const field = request.line_items ? "line_items" : "items"
  return request[field]?.map(({ id, item, quantity, unit_amount }, index) => {
    const itemId = item?.id ?? id ?? ""
    return {
      ...readItemId(itemId),
      itemId,
      quantity: quantity ?? item?.quantity ?? 1,
      unitAmount: unit_amount ?? item?.unit_amount ?? undefined,
      param: `$.${field}[${index}]${item ? ".item.id" : ".id"}`
    }
  })
}
