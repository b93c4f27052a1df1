import type pg from "pg"
import type { Memory } from "./people.ts"

interface Intent {
  readonly id: string
  readonly amount: number
  readonly status: string
  readonly metadata: { readonly attempt_id: string; readonly checkout_session_id: string }
}

interface Refund {
  readonly payment_intent: string
  readonly amount: number
  readonly status: string
}

export interface StripeBooks {
  readonly intents: ReadonlyArray<Intent>
  readonly refunds: ReadonlyArray<Refund>
}

/** Pieces of everything that were ever there: on the shelf, held, or in an order. */
export const pieces = async (db: pg.Client, things: ReadonlyArray<string>): Promise<Record<string, number>> => {
  const { rows } = await db.query(
    `SELECT l.id, (l.stock + coalesce((SELECT sum(quantity) FROM stock_holds h WHERE h.listing_id = l.id), 0)
      + coalesce((SELECT sum(quantity) FROM order_lines n JOIN orders o ON o.id = n.order_id
        WHERE n.listing_id = l.id AND o.status <> 'cancelled'), 0))::int AS pieces
     FROM listings l WHERE l.id = ANY($1)`,
    [things]
  )
  return Object.fromEntries(rows.map(({ id, pieces }) => [id, pieces]))
}

/** What is wrong, when the storm is over and everything has healed: nothing, if the seven laws hold. */
export const complaints = async (
  db: pg.Client,
  books: StripeBooks,
  memory: Memory,
  before: Record<string, number>
): Promise<ReadonlyArray<string>> => {
  const found = [...memory.complaints]
  const { rows: checkouts } = await db.query(`SELECT c.id, c.state, c.data #>> '{attempt,id}' AS attempt,
      c.data #>> '{attempt,confirmationNumber}' AS number, (c.data #>> '{contents,quote,totals,total}')::int AS total,
      jsonb_array_length(c.data #> '{contents,quote,shops}') AS shops, count(o.id)::int AS orders,
      coalesce(sum(o.total), 0)::int AS ordered, coalesce(sum(o.refunded), 0)::int AS refunded
    FROM checkouts c LEFT JOIN orders o ON o.checkout_id = c.id WHERE c.channel <> 'demo' GROUP BY c.id`)
  const byId = new Map(checkouts.map((row) => [row.id, row]))
  for (const { id, ordered, orders, shops, state, total } of checkouts) {
    const completed = state === "Completed"
    if (state === "Paying") {
      const its = books.intents.filter(({ metadata }) => metadata.checkout_session_id === id)
      found.push(`${id} is paying for ever: ${JSON.stringify(its)}`)
    }
    if (orders !== (completed ? shops : 0)) found.push(`${id} is ${state} and has ${orders} orders`)
    if (completed && ordered !== total) found.push(`the orders of ${id} cost ${ordered}, its total is ${total}`)
  }
  for (const { amount, id, metadata, status } of books.intents) {
    const { attempt_id, checkout_session_id } = metadata
    if (status === "requires_payment_method" || status === "canceled") continue
    const its = byId.get(checkout_session_id)
    const given = books.refunds
      .filter(({ payment_intent, status }) => payment_intent === id && status !== "failed")
      .reduce((sum, { amount }) => sum + amount, 0)
    const kept = status === "succeeded" ? amount - given : 0
    const earned = its?.state === "Completed" && its.attempt === attempt_id ? its.total - its.refunded : 0
    if (kept !== earned)
      found.push(`${id} keeps ${kept} of ${checkout_session_id}, which earned ${earned} (${its?.state})`)
    if (!(memory.told.get(checkout_session_id) ?? []).includes(amount)) {
      found.push(`${id} asks for ${amount}; told was ${memory.told.get(checkout_session_id)}`)
    }
  }
  for (const { attempt, id, state } of checkouts) {
    const paid = books.intents.filter(
      ({ metadata, status }) => metadata.attempt_id === attempt && status === "succeeded"
    )
    if (state === "Completed" && paid.length !== 1) found.push(`${id} has orders and ${paid.length} payments`)
  }
  for (const [id, number] of memory.bought) {
    const its = byId.get(id)
    if (its?.state !== "Completed" || its.number !== number) found.push(`${id} was told as bought and is ${its?.state}`)
  }
  const { rows: unpaid } = await db.query(
    "SELECT id FROM orders WHERE status = 'cancelled' AND refunded <> total AND channel <> 'demo'"
  )
  for (const { id } of unpaid) found.push(`${id} is canceled and not refunded`)
  const { rows: canceled } = await db.query("SELECT id FROM orders WHERE status = 'cancelled' AND id = ANY($1)", [
    [...memory.canceledOrders]
  ])
  if (canceled.length !== memory.canceledOrders.size) found.push("an order that was told as canceled is not")
  const { rows: stray } = await db.query(`SELECT FROM stock_holds h JOIN checkouts c ON c.id = h.checkout_id
    WHERE c.state NOT IN ('Paying', 'Challenged')`)
  if (stray.length > 0) found.push("something is held that nobody is paying for")
  const { rows: dangling } = await db.query(`SELECT a.id FROM attempts a JOIN checkouts c ON c.id = a.checkout_id
    WHERE a.status IN ('started', 'challenged') AND c.state NOT IN ('Paying', 'Challenged')`)
  for (const { id } of dangling) found.push(`the attempt ${id} has not ended`)
  const after = await pieces(db, Object.keys(before))
  for (const [thing, there] of Object.entries(before)) {
    if (after[thing] !== there) found.push(`of ${thing} there were ${there} and are ${after[thing]}`)
  }
  return found
}
