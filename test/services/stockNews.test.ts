import { assert } from "@effect/vitest"
import { Effect, Exit } from "effect"
import { SqlClient } from "effect/sql"
import { random } from "../../src/demo/random.ts"
import { StockNews } from "../../src/services/StockNews.ts"
import { onEveryDatabase } from "../databases.ts"
import { inventory, quietly, repaid } from "./books.ts"
import { cancel, pay, ready, want } from "./buying.ts"
import { market, refill, shelf } from "./market.ts"

let reports = 0
const report = (name: string, more: { variant?: string; stock?: number; delta?: number }) =>
  Effect.flatMap(StockNews, (news) =>
    news.hear({ id: `report_${++reports}`, listing: `lst_${name}`, occurredAt: new Date(0), ...more })
  )

const things = [
  { name: "mug", variant: "Small" },
  { name: "mug", variant: "Large" },
  { name: "bowl", variant: "" },
  { name: "scarf", variant: "" }
] as const

/** Whatever becomes of it: paid, declined, given up, or short of something. */
const purchase = Effect.fnUntraced(function* (things: ReadonlyArray<{ name: string; variant: string }>, turn: number) {
  const session = yield* ready(things.map(({ name, variant }) => want(name, 1 + (turn % 2), variant)))
  yield* pay(session.id, ["spt_test_ok", "spt_test_declined", "spt_test_3ds"][turn % 3])
  if (turn % 3 === 2) yield* cancel(session.id)
})

onEveryDatabase(
  "stock that shops report while it is bought",
  ({ layer }) => market(layer),
  (it) => {
    it.effect("no piece is lost or made but by a report, whatever happens at once", () =>
      Effect.gen(function* () {
        yield* quietly
        yield* refill
        const sql = yield* SqlClient.SqlClient
        const { int, pick } = random(7, "stock reports")
        const before = yield* inventory()
        const ledger = new Map<string, number>()
        const enter = (thing: string, change: number) => ledger.set(thing, (ledger.get(thing) ?? 0) + change)
        const turn = Effect.fnUntraced(function* (number: number) {
          const { name, variant } = pick(things)
          if (number % 3 === 0) {
            // In the wrong order, too.
            yield* Effect.exit(purchase([pick(things), { name, variant }], int(0, 5)))
            return
          }
          const amount = number % 4 === 0 ? { stock: int(0, 12) } : { delta: int(-4, 6) }
          const heard = yield* report(name, { ...amount, ...(variant !== "" && { variant }) })
          assert.isAtLeast(heard.stock!, 0)
          if (variant !== "") enter(`lst_${name} ${variant}`, heard.change!)
          enter(`lst_${name} `, heard.change!)
        })
        const turns = Array.from({ length: 150 }, (_, number) => number)
        const ended = yield* Effect.forEach(turns, (number) => Effect.exit(turn(number)), { concurrency: 12 })
        assert.isTrue(ended.every(Exit.isSuccess), JSON.stringify(ended.filter(Exit.isFailure)))
        yield* repaid
        assert.isAbove(ledger.size, 4)
        assert.deepStrictEqual(
          yield* inventory(),
          before.map(({ pieces, thing }) => ({ thing, pieces: pieces + (ledger.get(thing) ?? 0) }))
        )
        const { stock, variants } = yield* shelf("lst_mug")
        assert.strictEqual(stock, variants.Small! + variants.Large!)
        const sold = yield* sql<{ n: number }>`SELECT count(*)::int AS n FROM orders`
        assert.isAbove(sold[0]!.n, 0)
        assert.deepStrictEqual(yield* sql`SELECT * FROM stock_holds`, [])
        // And who counts at the end has the last word.
        for (const { name, variant } of things) yield* report(name, { stock: 4, ...(variant !== "" && { variant }) })
        assert.deepStrictEqual(yield* shelf("lst_mug"), { stock: 8, variants: { Small: 4, Large: 4 } })
        assert.strictEqual((yield* shelf("lst_bowl")).stock, 4)
      })
    )
  }
)
