import { assert } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { type Charge, memoryLedger, type Outcome, Payments, testProvider } from "../../src/ports/Payments.ts"
import { Repayment } from "../../src/services/Repayment.ts"

/** The test provider with its books open, and with something to happen around a charge. */
export class Books extends Context.Service<
  Books,
  {
    readonly payments: Payments["Service"]
    /** What is asked for, by attempt, in the order it was asked. */
    readonly asked: Map<string, Charge>
    /** What happens before the provider sees a charge, and before we see its answer. Reset by `quietly`. */
    readonly around: {
      before: Effect.Effect<unknown>
      after: (outcome: Outcome) => Effect.Effect<Outcome>
    }
    readonly outcomeOf: (attemptId: string) => Effect.Effect<Outcome | undefined>
  }
>()("test/Books") {}

const make = (): Books["Service"] => {
  const ledger = memoryLedger()
  const provider = testProvider(ledger)
  const asked = new Map<string, Charge>()
  const around: Books["Service"]["around"] = { before: Effect.void, after: Effect.succeed }
  const charge: Payments["Service"]["charge"] = (one) =>
    Effect.suspend(() => {
      asked.set(one.attemptId, one)
      return Effect.andThen(around.before, provider.charge(one)).pipe(
        Effect.flatMap((outcome) => around.after(outcome))
      )
    })
  return { payments: { ...provider, charge }, asked, around, outcomeOf: ledger.read }
}

/** The provider behaves again, and has forgotten who asked for what. */
export const quietly = Effect.map(Books, ({ around, asked }) => {
  around.before = Effect.void
  around.after = Effect.succeed
  asked.clear()
})

export const layerBooked = Layer.effect(
  Payments,
  Effect.map(Books, ({ payments }) => payments)
).pipe(Layer.provideMerge(Layer.sync(Books, make)))

/** Everything that was promised back has been given back. */
export const repaid = Effect.gen(function* () {
  const [sql, { give }] = [yield* SqlClient.SqlClient, yield* Repayment]
  const due = yield* sql<{ id: string }>`SELECT id FROM refunds WHERE status = 'pending'`
  yield* Effect.forEach(due, ({ id }) => give(id))
})

interface Paid {
  readonly id: string
  readonly state: string
  readonly total: number
  readonly attempt: string | null
  readonly orders: number
  readonly ordered: number
  readonly refunded: number
  readonly shops: number
}

/** How many of each thing there were in the beginning. */
export const inventory = Effect.fnUntraced(function* () {
  const sql = yield* SqlClient.SqlClient
  return yield* sql<{ thing: string; pieces: number }>`
    WITH kept AS (
      SELECT l.* FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.status <> 'cancelled'
    ), everywhere AS (
      SELECT id AS listing, '' AS variant, stock AS pieces FROM listings
      UNION ALL SELECT listing_id, name, stock FROM variants
      UNION ALL SELECT listing_id, '', quantity FROM stock_holds
      UNION ALL SELECT listing_id, variant, quantity FROM stock_holds WHERE variant <> ''
      UNION ALL SELECT listing_id, '', quantity FROM kept
      UNION ALL SELECT listing_id, variant, quantity FROM kept WHERE variant <> ''
    ) SELECT listing || ' ' || variant AS thing, sum(pieces)::int AS pieces FROM everywhere GROUP BY 1 ORDER BY 1`
})

/**
 * What must be true whenever nothing is under way: money has orders and orders have money, to the cent; nobody holds
 * what nobody is paying for; and no piece was lost or made.
 */
export const inBalance = Effect.fnUntraced(function* (before: ReadonlyArray<{ thing: string; pieces: number }>) {
  const [{ asked, outcomeOf, payments }, sql] = [yield* Books, yield* SqlClient.SqlClient]
  const checkouts = yield* sql<Paid>`
    SELECT c.id, c.state, (c.data #>> '{contents,quote,totals,total}')::int AS total, c.data #>> '{attempt,id}' AS attempt,
      (SELECT count(*)::int FROM orders o WHERE o.checkout_id = c.id) AS orders,
      (SELECT coalesce(sum(o.total), 0)::int FROM orders o WHERE o.checkout_id = c.id) AS ordered,
      (SELECT coalesce(sum(o.refunded), 0)::int FROM orders o WHERE o.checkout_id = c.id) AS refunded,
      jsonb_array_length(c.data #> '{contents,quote,shops}') AS shops
    FROM checkouts c`
  for (const { attempt, id, ordered, orders, shops, state, total } of checkouts) {
    assert.notInclude(["Paying"], state, `${id} is still paying`)
    const completed = state === "Completed"
    assert.deepStrictEqual([orders, ordered], completed ? [shops, total] : [0, 0], `orders of ${id}, ${state}`)
    if (completed && asked.has(attempt!)) assert.strictEqual((yield* outcomeOf(attempt!))?._tag, "Settled")
  }
  for (const { amount, attemptId } of asked.values()) {
    const refunded = (yield* payments.refunds({ attemptId })).reduce((sum, refund) => sum + refund.amount, 0)
    const kept = (yield* outcomeOf(attemptId))?._tag === "Settled" ? amount - refunded : 0
    const its = checkouts.find(({ attempt, state }) => attempt === attemptId && state === "Completed")
    assert.strictEqual(kept, its === undefined ? 0 : its.total - its.refunded, `money kept for ${attemptId}`)
  }
  const stray = yield* sql`SELECT h.* FROM stock_holds h JOIN checkouts c ON c.id = h.checkout_id
    WHERE c.state NOT IN ('Paying', 'Challenged')`
  assert.deepStrictEqual(stray, [])
  const dangling = yield* sql`SELECT a.id, a.status, c.state FROM attempts a JOIN checkouts c ON c.id = a.checkout_id
    WHERE a.status IN ('started', 'challenged') AND c.state NOT IN ('Paying', 'Challenged')`
  assert.deepStrictEqual(dangling, [])
  assert.deepStrictEqual(yield* inventory(), before)
})
