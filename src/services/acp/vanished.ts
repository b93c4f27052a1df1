import type { Checkout } from "../../../schemas/checkout.ts"
import type { Invalid, NotFound } from "../../../schemas/errors.ts"
import { sameThing } from "../../domain/contents.ts"
import { nameOf } from "./session/lineItemsOf.ts"
import { blocking } from "./session/messagesOf.ts"
import type { Shown } from "./session/Shown.ts"

/** The session as it was, with word of a line that can no longer be bought; undefined when the refusal is of no line. */
export const vanished = (session: Checkout, at: Date, { about }: NotFound | Invalid): Shown | undefined => {
  const { lines } = session.state.contents
  const index = lines.findIndex((line) => about !== undefined && sameThing(line, about as typeof line))
  if (index < 0) return undefined
  const content = `${nameOf(lines[index]!)} is no longer sold. Remove it; nothing else was changed.`
  return { session, at, messages: [blocking("not_found", content, `$.line_items[${index}]`)] }
}
