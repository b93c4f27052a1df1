import type { SheetSession } from "../../../schemas/acp/SheetSession.ts"
import { cents } from "../../../schemas/money.ts"
import { money } from "./money.ts"

/** A checkout of a payment sheet as a text. */
export const tellSheet = ({ continue_url, id, line_items, messages, order, status, totals }: SheetSession): string => {
  const total = totals.find(({ type }) => type === "total")
  return [
    `Checkout ${id}: ${status}.`,
    ...line_items.map(
      ({ base_amount, description, item, name }) =>
        `${item.quantity} x ${name}, ${money(cents(base_amount))}. ${description}`
    ),
    `Total so far ${money(cents(total?.amount ?? 0))}.`,
    ...messages.map(({ content }) => content),
    order === undefined
      ? `Go on with update_checkout and complete_checkout, or at ${continue_url}.`
      : `The order is at ${order.permalink_url}.`
  ].join("\n")
}
