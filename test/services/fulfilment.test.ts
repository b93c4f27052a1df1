import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import type { Viewer } from "../../schemas/access.ts"
import type { AccountId, OrderId } from "../../schemas/ids.ts"
import { Fulfilment } from "../../src/services/Fulfilment.ts"
import { Purchases } from "../../src/services/Purchases.ts"
import { Orders } from "../../src/store/Orders.ts"
import { onEveryDatabase } from "../databases.ts"
import { Books, inBalance, inventory, quietly, repaid } from "./books.ts"
import { ordersOf, pay, ready, want } from "./buying.ts"
import { account, agent, by, guest, market, refill, shelf } from "./market.ts"

/** What was bought, by the viewer, of two shops: two small mugs and a scarf. */
const bought = Effect.fnUntraced(function* (viewer: Viewer = guest) {
  const session = yield* ready([want("mug", 2, "small"), want("scarf")], undefined, viewer)
  yield* pay(session.id, "spt_test_ok", {}, viewer)
  const [mugs, scarf] = yield* ordersOf(session.id)
  return { session, mugs: mugs!, scarf: scarf! }
})

const balanced = <A, E, R>(story: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    yield* quietly
    yield* refill
    const before = yield* inventory()
    yield* story
    yield* repaid
    yield* inBalance(before)
  })

const cancel = (id: string, viewer: Viewer = guest, reason?: string) =>
  Effect.flatMap(Fulfilment, (fulfilment) => fulfilment.cancel(id, reason)).pipe(by(viewer))

const allowed = (id: string): Viewer => ({
  _tag: "Account",
  accountId: id as AccountId,
  scopes: ["orders.read", "orders.write"]
})

/** The messages about an order that wait in the outbox. */
const told = Effect.fnUntraced(function* (orderId: string) {
  const sql = yield* SqlClient.SqlClient
  const rows = yield* sql<{ tag: string }>`SELECT element::jsonb ->> '_tag' AS tag FROM outbox
    WHERE element::jsonb ->> 'orderId' = ${orderId} ORDER BY 1`
  return rows.map(({ tag }) => tag)
})

onEveryDatabase(
  "an order after the payment",
  ({ layer }) => market(layer),
  (it) => {
    it.effect("canceled in time gives all of its money back, once, and its pieces are for sale again", () =>
      balanced(
        Effect.gen(function* () {
          const [books, orders] = [yield* Books, yield* Orders]
          const before = yield* shelf("lst_mug")
          const { mugs, scarf } = yield* bought()
          const canceled = yield* cancel(mugs.id, guest, "Found one at home")
          assert.deepInclude(canceled, { status: "cancelled", paymentStatus: "succeeded" })
          assert.deepStrictEqual(yield* shelf("lst_mug"), before)
          yield* repaid
          yield* repaid
          const [attemptId] = [...books.asked.keys()]
          const given = yield* books.payments.refunds({ attemptId: attemptId! })
          assert.deepStrictEqual(
            given.map(({ amount }) => amount),
            [mugs.total]
          )
          const after = (yield* orders.find(mugs.id))!
          assert.deepInclude(after, { paymentStatus: "refunded", refunded: after.totals.total } as object)
          assert.deepStrictEqual(
            after.events.map(({ amount, note, type }) => [type, note, amount]),
            [
              ["confirmed", null, null],
              ["canceled", "Found one at home", null],
              ["refunded", null, mugs.total]
            ]
          )
          assert.deepStrictEqual(yield* told(mugs.id), ["OrderCanceled", "OrderChanged", "OrderChanged"])
          const other = (yield* orders.find(scarf.id))!
          assert.deepStrictEqual([other.status, other.paymentStatus, +other.refunded], ["pending", "succeeded", 0])
          assert.deepInclude({ ...(yield* Effect.flip(cancel(mugs.id))) }, { _tag: "OrderMovedOn", from: "cancelled" })
        })
      )
    )

    it.effect("tells whoever cancels by a guest's link neither who bought it nor where it was going", () =>
      balanced(
        Effect.gen(function* () {
          const purchases = yield* Purchases
          const { mugs } = yield* bought()
          const told = yield* purchases.cancel(mugs.id as OrderId).pipe(by(guest))
          assert.deepStrictEqual([told.status, told.shippingAddress, told.buyer.email], ["cancelled", null, ""])
          const mine = yield* bought(account("acc_ada"))
          const whole = yield* purchases.cancel(mine.mugs.id as OrderId).pipe(by(allowed("acc_ada")))
          assert.strictEqual(whole.shippingAddress?.city, "Austin")
        })
      )
    )

    it.effect("is canceled by nobody but its buyer, and tells nobody else that it exists", () =>
      balanced(
        Effect.gen(function* () {
          const { mugs } = yield* bought(account("acc_ada"))
          const strangers = [guest, allowed("acc_mia"), allowed("acc_kiln"), agent("key_1")]
          for (const viewer of strangers) {
            assert.deepInclude({ ...(yield* Effect.flip(cancel(mugs.id, viewer))) }, { _tag: "NotFound" })
            const unknown = yield* Effect.flip(cancel("ord_nowhere", viewer))
            assert.strictEqual((yield* Effect.flip(cancel(mugs.id, viewer))).message, unknown.message)
          }
          assert.strictEqual((yield* Effect.flip(cancel(mugs.number, allowed("acc_ada"))))._tag, "NotFound")
          const weak = yield* Effect.flip(cancel(mugs.id, account("acc_ada")))
          assert.deepInclude({ ...weak }, { _tag: "Forbidden", scopes: ["orders.write"] })
          assert.strictEqual((yield* cancel(mugs.id, allowed("acc_ada"))).status, "cancelled")
        })
      )
    )

    it.effect("is not there under a name that no order can have", () =>
      Effect.gen(function* () {
        const fulfilment = yield* Fulfilment
        for (const name of ["", "ord_\0", "\0", "ord_\uD800", "CL-2345-6789'", `ord_${"a".repeat(3000)}`]) {
          assert.deepInclude({ ...(yield* Effect.flip(cancel(name))) }, { _tag: "NotFound" })
          assert.deepInclude(
            { ...(yield* Effect.flip(fulfilment.happened(name, { type: "shipped" }))) },
            { _tag: "NotFound" }
          )
        }
      })
    )

    it.effect("is not canceled by its buyer when the window is over, or the maker has begun", () =>
      balanced(
        Effect.gen(function* () {
          const fulfilment = yield* Fulfilment
          const { mugs, scarf } = yield* bought()
          yield* fulfilment.happened(mugs.number, { type: "processing" })
          const begun = yield* Effect.flip(cancel(mugs.id))
          assert.deepInclude({ ...begun }, { _tag: "OrderMovedOn", from: "processing", event: "canceled" })
          yield* TestClock.adjust("61 minutes")
          const late = yield* Effect.flip(cancel(scarf.id))
          assert.strictEqual(late._tag, "CancelWindowOver")
          // The shop still may.
          assert.strictEqual((yield* fulfilment.happened(mugs.id, { type: "canceled" })).status, "cancelled")
        })
      )
    )

    it.effect("two who cancel at once cancel it once", () =>
      balanced(
        Effect.gen(function* () {
          const books = yield* Books
          const { mugs } = yield* bought()
          const both = yield* Effect.all([Effect.exit(cancel(mugs.id)), Effect.exit(cancel(mugs.id))], {
            concurrency: 2
          })
          assert.deepStrictEqual(both.map(({ _tag }) => _tag).sort(), ["Failure", "Success"])
          yield* repaid
          const [attemptId] = [...books.asked.keys()]
          assert.strictEqual((yield* books.payments.refunds({ attemptId: attemptId! })).length, 1)
        })
      )
    )

    it.effect("is shipped with a link to follow it, and tells late and early news in the order they happened", () =>
      balanced(
        Effect.gen(function* () {
          const fulfilment = yield* Fulfilment
          const { mugs } = yield* bought()
          const { createdAt } = (yield* (yield* Orders).find(mugs.id))!
          const at = (minutes: number) => new Date(createdAt.getTime() + minutes * 60_000)
          yield* fulfilment.happened(mugs.id, { type: "processing", at: at(1) })
          const shipped = yield* fulfilment.happened(mugs.id, {
            type: "shipped",
            at: at(2),
            carrier: "USPS",
            trackingNumber: "9400123"
          })
          assert.deepInclude(shipped, { status: "shipped", carrier: "usps", trackingNumber: "9400123" })
          assert.include(shipped.trackingUrl!, "9400123")
          yield* fulfilment.happened(mugs.id, { type: "delivered", at: at(5) })
          const late = yield* fulfilment.happened(mugs.id, { type: "in_transit", at: at(3), location: "Dallas, TX" })
          assert.strictEqual(late.status, "delivered")
          assert.deepStrictEqual(
            late.events.map(({ type }) => type),
            ["confirmed", "processing", "shipped", "in_transit", "delivered"]
          )
          const gone = yield* Effect.flip(fulfilment.happened(mugs.id, { type: "canceled" }))
          assert.deepInclude({ ...gone }, { _tag: "OrderMovedOn", from: "delivered" })
        })
      )
    )

    it.effect("never gives back more than was paid", () =>
      balanced(
        Effect.gen(function* () {
          const [fulfilment, sql] = [yield* Fulfilment, yield* SqlClient.SqlClient]
          const { mugs, scarf } = yield* bought()
          yield* fulfilment.happened(mugs.id, { type: "canceled" })
          yield* fulfilment.happened(scarf.id, { type: "canceled" })
          yield* repaid
          const [{ sum }] = (yield* sql<{ sum: number }>`SELECT sum(amount)::int AS sum FROM refunds
            WHERE order_id IN (${mugs.id}, ${scarf.id})`) as [{ sum: number }]
          assert.strictEqual(sum, mugs.total + scarf.total)
        })
      )
    )
  }
)
