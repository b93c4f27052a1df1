import { assert } from "@effect/vitest"
import { Effect, Exit } from "effect"
import { SqlClient } from "effect/sql"
import type { Checkout } from "../../schemas/checkout.ts"
import type { Hold } from "../../src/domain/stock.ts"
import { holdsOf } from "../../src/domain/stock.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { PaymentSteps } from "../../src/store/payments/PaymentSteps.ts"
import { Stock } from "../../src/store/Stock.ts"
import { onEveryDatabase } from "../databases.ts"
import { shelf, stores } from "../services/market.ts"
import { attempt, contents, fresh, settlement } from "./checkouts.ts"

/** A checkout to hold things for. */
const someCheckout = Effect.gen(function* () {
  const checkout = fresh()
  yield* (yield* Checkouts).insert(checkout)
  return checkout
})

const of = (listing: string, quantity: number, variant = ""): Hold => ({
  listingId: `lst_${listing}`,
  variant,
  quantity
})

/** As a payment holds, in the order of the law; what is short is a failure. */
const hold = Effect.fnUntraced(function* (checkout: Checkout, ...things: ReadonlyArray<Hold>) {
  const its = attempt(checkout.id)
  const { refused, short } = yield* (yield* PaymentSteps).start({
    checkout: { ...checkout, state: { _tag: "Paying", contents, attempt: its } },
    holds: holdsOf(things as never),
    attempt: its,
    amount: 0,
    currency: "USD"
  })
  if (refused !== undefined) return yield* Effect.fail(short ?? refused)
})

const release = ({ id }: Checkout) => Effect.flatMap(Stock, (stock) => inTransaction(stock.release(id)))

/** Once a checkout is paid; again it does no more. */
const sell = (checkout: Checkout) =>
  Effect.flatMap(PaymentSteps, (steps) => steps.settle(settlement({ ...checkout, version: 2 }, attempt(checkout.id))))

const inTransaction = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => sql.withTransaction(effect))

const held = Effect.fnUntraced(function* ({ id }: Checkout) {
  const sql = yield* SqlClient.SqlClient
  return yield* sql`SELECT listing_id, variant, quantity FROM stock_holds WHERE checkout_id = ${id}
    ORDER BY listing_id, variant`
})

/** What is for sale again, as at the beginning: ten of each, the mug's in two variants. */
const refill = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`DELETE FROM stock_holds`
  yield* sql`UPDATE listings SET stock = 10, popularity = 0, status = 'active' WHERE id IN ('lst_mug', 'lst_bowl', 'lst_scarf')`
  yield* sql`UPDATE variants SET stock = 5`
})

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

onEveryDatabase(
  "stock",
  ({ layer }) => stores(layer),
  (it) => {
    it.effect("what is held is off the shelf, and back on it when it is released", () =>
      Effect.gen(function* () {
        yield* refill
        const checkout = yield* someCheckout
        yield* hold(checkout, of("bowl", 3), of("scarf", 10))
        assert.deepStrictEqual([(yield* shelf("lst_bowl")).stock, (yield* shelf("lst_scarf")).stock], [7, 0])
        assert.strictEqual((yield* held(checkout)).length, 2)
        yield* release(checkout)
        assert.deepStrictEqual([(yield* shelf("lst_bowl")).stock, (yield* shelf("lst_scarf")).stock], [10, 10])
        assert.deepStrictEqual(yield* held(checkout), [])
      })
    )

    it.effect("what is sold does not come back, and makes the listing more popular", () =>
      Effect.gen(function* () {
        yield* refill
        const sql = yield* SqlClient.SqlClient
        const checkout = yield* someCheckout
        yield* hold(checkout, of("mug", 2, "Small"), of("mug", 1, "Large"), of("bowl", 1))
        yield* sell(checkout)
        yield* release(checkout)
        yield* sell(checkout)
        assert.deepStrictEqual(yield* shelf("lst_mug"), { stock: 7, variants: { Small: 3, Large: 4 } })
        assert.deepStrictEqual(
          yield* sql`SELECT popularity FROM listings WHERE id IN ('lst_bowl', 'lst_mug') ORDER BY id`,
          [{ popularity: 1 }, { popularity: 3 }]
        )
      })
    )

    it.effect("a variant is held from its own stock and from its listing's, and given back to both", () =>
      Effect.gen(function* () {
        yield* refill
        const checkout = yield* someCheckout
        yield* hold(checkout, of("mug", 2, "Small"), of("mug", 5, "Large"))
        assert.deepStrictEqual(yield* shelf("lst_mug"), { stock: 3, variants: { Small: 3, Large: 0 } })
        yield* release(checkout)
        assert.deepStrictEqual(yield* shelf("lst_mug"), { stock: 10, variants: { Small: 5, Large: 5 } })
      })
    )

    it.effect("what is short is told, thing by thing, and nothing is held", () =>
      Effect.gen(function* () {
        yield* refill
        const checkout = yield* someCheckout
        const wanted = [of("bowl", 2), of("mug", 6, "Small"), of("scarf", 11)]
        const short = yield* Effect.flip(hold(checkout, ...wanted))
        assert.deepStrictEqual(short, [
          { listingId: "lst_mug", variant: "Small", available: 5 },
          { listingId: "lst_scarf", variant: "", available: 10 }
        ] as never)
        assert.deepStrictEqual(yield* shelf("lst_mug"), { stock: 10, variants: { Small: 5, Large: 5 } })
        assert.strictEqual((yield* shelf("lst_bowl")).stock, 10)
        assert.deepStrictEqual(yield* held(checkout), [])
      })
    )

    it.effect("there is nothing of what is not for sale, not there, or only there in variants", () =>
      Effect.gen(function* () {
        yield* refill
        const checkout = yield* someCheckout
        const available = (one: Hold) =>
          Effect.map(Effect.flip(hold(checkout, one)), (short) => (short as ReadonlyArray<{ available: number }>)[0])
        for (const one of [of("draft", 1), of("nobody", 1), of("mug", 1, "Huge"), of("nobody", 1, "Small")]) {
          assert.deepInclude(yield* available(one), { available: 0 })
        }
        yield* Effect.flip(hold(checkout, of("mug", 1)))
        assert.deepStrictEqual(yield* shelf("lst_mug"), { stock: 10, variants: { Small: 5, Large: 5 } })
      })
    )

    it.effect("of twenty who want one of the last five, five get one", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        for (const one of [of("bowl", 1), of("mug", 1, "Large")]) {
          yield* refill
          yield* sql`UPDATE listings SET stock = 5 WHERE id = 'lst_bowl'`
          const exits = yield* Effect.forEach(
            times(20),
            () => Effect.flatMap(someCheckout, (checkout) => Effect.exit(hold(checkout, one))),
            { concurrency: 20 }
          )
          assert.strictEqual(exits.filter(Exit.isSuccess).length, 5)
          const { stock, variants } = yield* shelf(one.listingId)
          assert.deepStrictEqual([stock, variants.Large ?? 0], one.variant === "" ? [0, 0] : [5, 0])
        }
      })
    )

    it.effect("many who hold, release and buy the same things in any order never wait for each other in a circle", () =>
      Effect.gen(function* () {
        yield* refill
        const sql = yield* SqlClient.SqlClient
        yield* sql`UPDATE listings SET stock = 1000 WHERE id IN ('lst_mug', 'lst_bowl', 'lst_scarf')`
        yield* sql`UPDATE variants SET stock = 500`
        const carts: ReadonlyArray<ReadonlyArray<Hold>> = [
          [of("mug", 1, "Small"), of("bowl", 1), of("scarf", 1)],
          [of("scarf", 1), of("bowl", 1), of("mug", 1, "Large")],
          [of("mug", 1, "Large"), of("mug", 1, "Small")],
          [of("mug", 1, "Small")],
          [of("bowl", 1), of("mug", 1, "Small")]
        ]
        const ended = yield* Effect.forEach(
          times(100),
          Effect.fnUntraced(function* (turn) {
            const cart = carts[turn % carts.length]!
            const checkout = yield* someCheckout
            yield* hold(checkout, ...cart)
            if (turn % 3 === 0) {
              yield* sell(checkout)
              return {
                small: cart.filter(({ variant }) => variant === "Small").length,
                bowls: piecesOf(cart, "lst_bowl")
              }
            }
            yield* release(checkout)
            return { small: 0, bowls: 0 }
          }),
          { concurrency: 20 }
        )
        const sold = (what: "small" | "bowls") => ended.reduce((sum, each) => sum + each[what], 0)
        assert.strictEqual((yield* shelf("lst_bowl")).stock, 1000 - sold("bowls"))
        const { stock, variants } = yield* shelf("lst_mug")
        assert.strictEqual(variants.Small, 500 - sold("small"))
        assert.strictEqual(stock, variants.Small! + variants.Large!)
      })
    )

    it.effect("the shelf itself refuses to go below nothing", () =>
      Effect.gen(function* () {
        yield* refill
        const sql = yield* SqlClient.SqlClient
        for (const statement of [
          sql`UPDATE listings SET stock = stock - 11 WHERE id = 'lst_bowl'`,
          sql`UPDATE variants SET stock = stock - 6 WHERE listing_id = 'lst_mug'`
        ]) {
          assert.strictEqual((yield* Effect.flip(statement)).reason._tag, "ConstraintError")
        }
      })
    )
  }
)

const piecesOf = (cart: ReadonlyArray<Hold>, listingId: string) =>
  cart.reduce((sum, hold) => sum + (hold.listingId === listingId ? hold.quantity : 0), 0)
