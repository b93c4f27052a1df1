import { Effect } from "effect"
import type { History } from "./History.ts"
import type { Books } from "./provider.ts"
import type { OpenStage } from "./world.ts"

interface Row {
  readonly id: string
  readonly state: string
  readonly version: number
  readonly total: number
  readonly attempt: string | null
  readonly shops: number
  readonly orders: number
  readonly ordered: number
  readonly refunded: number
  readonly fits: boolean
}

interface Seen {
  readonly checkouts: ReadonlyArray<Row>
  readonly things: Readonly<Record<string, number>>
  readonly strayHolds: number
  readonly negative: number
  readonly unpaidBack: ReadonlyArray<string>
  readonly refunds: ReadonlyArray<{ id: string; attempt_id: string; amount: number; status: string }>
}

/** Everything the laws speak of, in one look. */
const look = `WITH kept AS (
    SELECT l.* FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.status <> 'cancelled'
  ), everywhere AS (
    SELECT id AS listing, '' AS variant, stock AS pieces FROM listings
    UNION ALL SELECT listing_id, name, stock FROM variants
    UNION ALL SELECT listing_id, '', quantity FROM stock_holds
    UNION ALL SELECT listing_id, variant, quantity FROM stock_holds WHERE variant <> ''
    UNION ALL SELECT listing_id, '', quantity FROM kept
    UNION ALL SELECT listing_id, variant, quantity FROM kept WHERE variant <> ''
  ) SELECT json_build_object(
    'checkouts', (SELECT coalesce(json_agg(c), '[]') FROM (
      SELECT c.id, c.state, c.version, (c.data #>> '{contents,quote,totals,total}')::int AS total,
        c.data #>> '{attempt,id}' AS attempt, jsonb_array_length(c.data #> '{contents,quote,shops}') AS shops,
        count(o.id)::int AS orders, coalesce(sum(o.total), 0)::int AS ordered, coalesce(sum(o.refunded), 0)::int AS refunded,
        coalesce(bool_and(o.total = (SELECT sum(l.total) FROM order_lines l WHERE l.order_id = o.id)
          + o.fulfillment - o.discount + (o.tax - (SELECT sum(l.tax) FROM order_lines l WHERE l.order_id = o.id))), true) AS fits
      FROM checkouts c LEFT JOIN orders o ON o.checkout_id = c.id GROUP BY c.id) c),
    'things', (SELECT json_object_agg(thing, pieces) FROM (
      SELECT listing || ' ' || variant AS thing, sum(pieces)::int AS pieces FROM everywhere GROUP BY 1) t),
    'strayHolds', (SELECT count(*) FROM stock_holds h JOIN checkouts c ON c.id = h.checkout_id
      WHERE c.state NOT IN ('Paying', 'Challenged')),
    'unpaidBack', (SELECT coalesce(json_agg(id), '[]') FROM orders WHERE status = 'cancelled' AND refunded <> total),
    'negative', (SELECT count(*) FROM orders WHERE least(items_base, items_discount, subtotal, discount, fulfillment, tax, total) < 0),
    'refunds', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT id, attempt_id, amount, status FROM refunds) r)
  ) AS seen`

const ended = new Set(["Completed", "Canceled", "Expired"])

/** The seven laws of product.md, asked of the tables, the provider's books and everybody's memory, after every step. */
export const makeLaws = async (history: History, books: Books, { sql }: OpenStage) => {
  const see = async () => (await sql<{ seen: Seen }>(look))[0]!.seen
  const begin = await see()
  const final = new Map<string, string>()
  let checkedCharges = 0

  const settledOf = (attemptId: string) => Effect.runSync(books.ledger.read(attemptId))?._tag === "Settled"
  const givenOf = (attemptId: string) =>
    Effect.runSync(books.ledger.refunds(attemptId)).reduce((sum, { amount }) => sum + amount, 0)

  const always = async (): Promise<Seen> => {
    const seen = await see()
    const { checkouts, negative, strayHolds, things } = seen
    for (; checkedCharges < books.charged.length; checkedCharges++) {
      const { amount, attemptId, checkoutId } = books.charged[checkedCharges]!
      if (!history.hasAgreed(checkoutId, amount))
        history.violated(`${attemptId} asks for ${amount}, which nobody agreed to`)
    }
    for (const row of checkouts) {
      const { attempt, fits, id, ordered, orders, shops, state, total, version } = row
      const completed = state === "Completed"
      if (orders !== (completed ? shops : 0)) history.violated(`${id} is ${state} and has ${orders} orders`)
      if (completed && ordered !== total) history.violated(`the orders of ${id} cost ${ordered}, charged was ${total}`)
      if (completed && !settledOf(attempt!)) history.violated(`${id} has orders and no money`)
      if (!fits) history.violated(`an order of ${id} does not add up`)
      const known = final.get(id)
      const now = `${state} ${version} ${total}`
      if (known !== undefined && known !== now) history.violated(`${id} was ${known} and is ${now}`)
      if (ended.has(state)) final.set(id, now)
    }
    if (strayHolds > 0) history.violated("something is held that nobody is paying for")
    if (negative > 0) history.violated("an amount is negative")
    for (const [thing, pieces] of Object.entries(begin.things)) {
      if (things[thing] !== pieces) history.violated(`of ${thing} there were ${pieces} and are ${things[thing]}`)
    }
    for (const attemptId of books.due.keys()) {
      const { amount } = books.due.get(attemptId)!
      if (givenOf(attemptId) > amount) history.violated(`more was given back for ${attemptId} than was paid`)
    }
    return seen
  }

  /** When nobody is doing anything any more: money has orders, and orders have money. */
  const atLast = async () => {
    const { checkouts, refunds, unpaidBack } = await always()
    for (const id of unpaidBack) history.violated(`${id} is canceled and its money has not all gone back`)
    for (const { id, state } of checkouts) {
      if (state === "Paying" || state === "Challenged") history.violated(`${id} is ${state} for ever`)
    }
    for (const { amount, attemptId, checkoutId } of books.due.values()) {
      const kept = settledOf(attemptId) ? amount - givenOf(attemptId) : 0
      const its = checkouts.find(({ attempt, state }) => attempt === attemptId && state === "Completed")
      const earned = its === undefined ? 0 : its.total - its.refunded
      if (kept !== earned) history.violated(`${kept} was kept of ${attemptId} (${checkoutId}), which earned ${earned}`)
    }
    for (const { amount, attempt_id, id, status } of refunds) {
      if (status !== "completed") history.violated(`the refund ${id} of ${amount} is ${status}`)
      if (givenOf(attempt_id) < amount) history.violated(`the refund ${id} was never given`)
    }
  }

  return { always, atLast }
}
