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

const ended = new Set(["Completed", "Canceled", "Expired"])

/** The seven laws of product.md, asked of the tables, the provider's books and everybody's memory, after every step. */
export const makeLaws = async (history: History, books: Books, { sql }: OpenStage) => {
  const see = async () => (await sql<{ seen: Seen }>("SELECT look() AS seen"))[0]!.seen
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
