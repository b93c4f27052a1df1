import { Schema } from "effect"
import { destination } from "./address.ts"
import { Buyer } from "./buyer.ts"
import { codes } from "./codes.ts"
import { items } from "./items.ts"
import { OrderNotes } from "./OrderNotes.ts"
import { optional } from "./optional.ts"
import { choices } from "./selections.ts"

/** What is left out stays as it is, null clears, and lines and codes take the place of all before. */
export const UpdateRequest = Schema.Struct({
  ...items,
  buyer: optional(Buyer),
  ...destination,
  ...choices,
  ...codes,
  order_notes: optional(OrderNotes)
})
export type UpdateRequest = typeof UpdateRequest.Type
