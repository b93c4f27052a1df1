import { Schema } from "effect"
import { Buyer } from "./buyer.ts"
import { items } from "./items.ts"
import { LineItem } from "./LineItem.ts"
import { Message } from "./Message.ts"
import { missing, optional } from "./optional.ts"
import { Totals } from "./Total.ts"

/** A request to begin a cart, or for all that it is to hold from now on. */
export const CartRequest = Schema.Struct({
  ...items,
  buyer: optional(Buyer),
  locale: optional(Schema.String.check(Schema.isMaxLength(200)))
}).check(Schema.makeFilter(({ items, line_items }) => Boolean(line_items ?? items) || missing("line_items")))
export type CartRequest = typeof CartRequest.Type

/** What an agent collects before it opens a checkout. Its totals are without delivery and tax. */
export const AcpCart = Schema.Struct({
  id: Schema.String,
  line_items: Schema.Array(LineItem),
  currency: Schema.String,
  totals: Totals,
  buyer: Schema.optionalKey(
    Schema.Struct({
      email: Schema.String,
      full_name: Schema.optionalKey(Schema.String),
      phone_number: Schema.optionalKey(Schema.String)
    })
  ),
  messages: Schema.Array(Message),
  continue_url: Schema.String,
  expires_at: Schema.String
})
export type AcpCart = typeof AcpCart.Type
