import { call, type Known, say, type Taker } from "./Intent.ts"
import { placeIn } from "./picked.ts"

const statuses: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(pending|open|unsent|new)\b/i, "pending"],
  [/\b(shipped|sent|on (the|its|their) way)\b/i, "shipped"],
  [/\b(delivered|arrived)\b/i, "delivered"],
  [/\bcancell?ed\b/i, "cancelled"]
]

/** Which order is meant: by its number, its place, or because it was the last one. */
const pickedOrder = (said: string, { orderId, orders = [] }: Known) => {
  const numbered = orders.find(({ orderNumber }) => said.toLowerCase().includes(orderNumber.toLowerCase()))
  if (numbered !== undefined) return numbered.id
  const place = placeIn(said, orders.length)
  if (place !== undefined) return orders[/\blast\b/i.test(said) ? 0 : place]?.id
  if (/\b(latest|newest|most recent|last)\b/i.test(said)) return orders[0]?.id ?? orderId
  return undefined
}

const looksUp = (reply: string) => call("get_orders", { status: "all" }, reply)

/** What was bought: the list, one of it, where it is, and taking it back. */
export const orderIntent: Taker = (said, known) => {
  const { orderId, orders = [], sessionId } = known
  const about = /\b(orders?|purchases?|parcel|package|delivery|shipment)\b/i.test(said)
  const tracks =
    /\btrack(ing)?\b|\bwhere('s| is| are)\b.*\b(it|order|orders|parcel|package|delivery|shipment|stuff)\b/i.test(said)
  const cancels = /^(?:please )?(?:i want to )?cancel\b/i.test(said)
  const returns = /^(?:please )?(?:i want to |can i )?return\b/i.test(said)
  const fits = about || tracks || returns || (cancels && sessionId === undefined)
  if (!fits || /\bplace (?:the|my) order\b/i.test(said)) return undefined
  if (cancels && /\bcheckout\b/i.test(said)) return undefined
  const order = pickedOrder(said, known)
  if (cancels) {
    const meant = order ?? orderId ?? (orders.length === 1 ? orders[0]?.id : undefined)
    return meant === undefined
      ? looksUp("Which order? Open it, then say “cancel it”.")
      : call("cancel_order", { order_id: meant })
  }
  if (returns) {
    const meant = order ?? orderId
    if (meant === undefined) return looksUp("Which order? Open it, then say “return it”.")
    return call("get_order_detail", { order_id: meant }, "What can still be done with it is in the card.")
  }
  if (tracks) {
    const meant = order ?? orderId ?? orders[0]?.id
    return meant === undefined
      ? looksUp("These are your orders; open one to see where it is.")
      : call("get_order_detail", { order_id: meant })
  }
  if (order !== undefined) return call("get_order_detail", { order_id: order })
  if (/\b(order|one)\b/i.test(said) && placeIn(said, orders.length) !== undefined && !/\borders\b/i.test(said))
    return orders.length === 0 ? looksUp("These are your orders.") : say("There is no such place in your orders.")
  const status = statuses.find(([pattern]) => pattern.test(said))?.[1] ?? "all"
  return call("get_orders", {
    status,
    ...(/\b(sold|customers?|my shop'?s?|to (make|send|ship))\b/i.test(said) && { role: "seller" })
  })
}
