import { assert } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import { AttemptId } from "../../schemas/ids.ts"
import { shopsOf } from "../../src/domain/contents.ts"
import { planned } from "../../src/domain/orders.ts"
import type { Begun, Charge, Outcome } from "../../src/ports/Payments.ts"
import { Checkout } from "../../src/services/Checkout.ts"
import { Housekeeping } from "../../src/services/Housekeeping.ts"
import { Payment } from "../../src/services/Payment.ts"
import { Settlement } from "../../src/services/Settlement.ts"
import { onEveryDatabase } from "../databases.ts"
import { Books, inBalance, inventory, quietly, repaid } from "./books.ts"
import { cancel, ordersOf, pay, read, ready, stateOf, texas, want } from "./buying.ts"
import { account, agent, by, guest, market, refill, shelf } from "./market.ts"

const reconcile = Effect.flatMap(Housekeeping, ({ reconcile }) => reconcile)
const expire = Effect.flatMap(Housekeeping, ({ expire }) => expire)

/** A story that must leave money, orders and stock in balance. */
const balanced = <A, E, R>(story: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    yield* quietly
    yield* refill
    const before = yield* inventory()
    yield* story
    yield* inBalance(before)
  })

/** What the provider was asked to charge, in order. */
const charges = Effect.map(Books, ({ asked }) => [...asked.values()].map(({ amount }) => amount))

const sold = Effect.fnUntraced(function* (name: string) {
  return (yield* shelf(`lst_${name}`)).stock
})

/** A payment as it stands right after the process died: saved and held, the provider perhaps asked. */
const died = Effect.fnUntraced(function* (token: string | undefined) {
  const [books, settlement] = [yield* Books, yield* Settlement]
  const session = yield* ready([want("bowl"), want("scarf")])
  const { contents } = session.state
  const attempt = {
    id: AttemptId.make(`att_${session.id}`),
    confirmationNumber: `CL-${session.id}`,
    orders: planned(
      contents,
      `CL-${session.id}`,
      shopsOf(contents.lines).map((shop) => `ord_${session.id}_${shop}`)
    )
  }
  yield* settlement.start(session, attempt)
  const { currency, totals } = contents.quote
  const charge = { attemptId: attempt.id, checkoutId: session.id, amount: totals.total, currency }
  if (token !== undefined) yield* books.payments.charge({ ...charge, token })
  return session
})

const yes = { outcome: "authenticated" }
const begun = (charge: Charge): Begun => ({ ...charge, startedAt: new Date(0) })

onEveryDatabase(
  "paying",
  ({ layer }) => market(layer),
  (it) => {
    it.effect("charges exactly the total that was shown, once, and makes an order at each shop", () =>
      balanced(
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const [mugs, scarves] = [yield* sold("mug"), yield* sold("scarf")]
          const session = yield* ready([want("mug", 2, "small"), want("scarf")])
          // Two mugs at $25.00 and a scarf at $49.99, a tenth of tax on each line, posted for $6.25 and $3.99.
          assert.strictEqual(session.state.contents.quote.totals.total, 5000 + 4999 + 500 + 500 + 625 + 399)
          const paid = yield* pay(session.id)
          assert.strictEqual(paid.status, "succeeded")
          const orders = yield* ordersOf(session.id)
          assert.deepStrictEqual(
            orders.map(({ confirmation_number, number, total }) => [number, confirmation_number, total]),
            [
              [`${paid.confirmationNumber}-1`, paid.confirmationNumber, 6125],
              [`${paid.confirmationNumber}-2`, paid.confirmationNumber, 5898]
            ]
          )
          assert.deepStrictEqual([yield* sold("mug"), yield* sold("scarf")], [mugs - 2, scarves - 1])
          const again = yield* pay(session.id, "spt_test_declined")
          assert.deepStrictEqual([again.confirmationNumber, again.purchases], [paid.confirmationNumber, paid.purchases])
          assert.deepStrictEqual(yield* charges, [12023])
          const told = yield* sql`SELECT id FROM outbox WHERE id = ${`completed:${session.id}`}`
          assert.strictEqual(told.length, 1)
        })
      )
    )

    it.effect("what the completing request changes is saved and told; the same request again pays it", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("bowl")], { buyer: { email: "gus@guest.test" }, method: "pickup" })
          const shown = session.state.contents.quote.totals.total
          const changes = { address: texas, method: "expedited" } as const
          const changed = yield* Effect.flip(pay(session.id, "spt_test_ok", { changes }))
          const { contents } = (yield* read(session.id)).state
          assert.deepInclude({ ...changed }, { _tag: "TotalChanged", total: contents.quote.totals.total / 100 })
          assert.strictEqual(contents.quote.totals.total, shown + 1602)
          assert.deepStrictEqual(yield* charges, [])
          yield* pay(session.id, "spt_test_ok", { changes })
          assert.deepStrictEqual(yield* charges, [shown + 1602])
        })
      )
    )

    it.effect("a price that rose in between is told before it is charged, and so is one that fell", () =>
      balanced(
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          for (const price of [7000, 5000, 6001]) {
            yield* quietly
            const session = yield* ready([want("bowl")])
            const shown = session.state.contents.quote.totals.total
            yield* sql`UPDATE listings SET price = ${price} WHERE id = 'lst_bowl'`
            const difference = price - session.state.contents.lines[0].unitPrice
            if (difference !== 0) assert.strictEqual((yield* Effect.flip(pay(session.id)))._tag, "TotalChanged")
            yield* pay(session.id)
            const [charged] = yield* charges
            assert.strictEqual(Math.sign(charged! - shown), Math.sign(difference))
          }
        })
      )
    )

    it.effect("a total that another door told is not charged to whoever says that they saw the elder one", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("bowl")])
          const { total: expected } = session.state.contents.quote.totals
          const checkout = yield* Checkout
          const dearer = yield* checkout.revise(session.id, { method: "expedited" }).pipe(by(guest))
          const { total } = dearer.state.contents.quote.totals
          assert.notStrictEqual(total, expected)
          const refusal = yield* Effect.flip(pay(session.id, "spt_test_ok", { expected }))
          assert.deepInclude({ ...refusal }, { _tag: "TotalChanged", total: total / 100 })
          assert.deepStrictEqual(yield* charges, [])
          yield* pay(session.id, "spt_test_ok", { expected: total })
          assert.deepStrictEqual(yield* charges, [total])
        })
      )
    )

    it.effect("what is missing is told, all of it, and nothing is charged", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("bowl"), want("print")], {})
          const refused = yield* Effect.flip(pay(session.id))
          assert.strictEqual(refused._tag, "NotReady")
          assert.deepStrictEqual(
            (refused as { missing: ReadonlyArray<{ path: string }> }).missing.map(({ path }) => path),
            ["email", "shipping_method", "shipping_method"]
          )
          assert.deepStrictEqual(yield* charges, [])
        })
      )
    )

    it.effect("a declined payment leaves it open, and what it held is on the shelf; another token pays it", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("mug", 1, "Large"), want("scarf", 2)])
          const before = [yield* shelf("lst_mug"), yield* shelf("lst_scarf")]
          for (const [token, reason] of [
            ["spt_test_declined", "declined"],
            ["spt_test_insufficient", "insufficient_funds"],
            ["spt_test_expired", "expired"],
            ["spt_test_over_limit", "over_limit"],
            ["constructor", "unknown_token"]
          ] as const) {
            const declined = yield* Effect.flip(pay(session.id, token))
            assert.deepInclude({ ...declined }, { _tag: "PaymentDeclined", reason, status: 402 })
            assert.strictEqual(yield* stateOf(session.id), "Ready")
            assert.deepStrictEqual([yield* shelf("lst_mug"), yield* shelf("lst_scarf")], before)
          }
          yield* pay(session.id)
          assert.strictEqual(yield* stateOf(session.id), "Completed")
        })
      )
    )

    it.effect("a provider that is down leaves it open, and nothing is held", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("scarf")])
          assert.strictEqual((yield* Effect.flip(pay(session.id, "spt_test_down")))._tag, "Unavailable")
          assert.strictEqual(yield* stateOf(session.id), "Ready")
        })
      )
    )

    it.effect("a provider that does not answer in time is waited for: processing, and then exactly one order", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("scarf")])
          const told = yield* pay(session.id, "spt_test_timeout")
          assert.strictEqual(told.status, "processing")
          assert.strictEqual((yield* pay(session.id)).status, "processing")
          assert.strictEqual((yield* Effect.flip(cancel(session.id)))._tag, "IllegalStep")
          yield* TestClock.adjust("29 seconds")
          yield* reconcile
          assert.strictEqual(yield* stateOf(session.id), "Paying")
          yield* TestClock.adjust("2 seconds")
          yield* reconcile
          yield* reconcile
          const orders = yield* ordersOf(session.id)
          assert.deepStrictEqual(
            orders.map(({ number }) => number),
            [told.confirmationNumber]
          )
          assert.strictEqual((yield* charges).length, 1)
        })
      )
    )

    it.effect("a provider that never answers is left after ten seconds, and its attempt is closed", () =>
      balanced(
        Effect.gen(function* () {
          const { around } = yield* Books
          const asked = yield* Deferred.make<void>()
          around.before = Effect.andThen(Deferred.succeed(asked, undefined), Effect.never)
          const session = yield* ready([want("scarf")])
          const paying = yield* Effect.forkChild(pay(session.id))
          yield* Deferred.await(asked)
          yield* TestClock.adjust("10 seconds")
          assert.strictEqual((yield* Fiber.join(paying)).status, "processing")
          yield* TestClock.adjust("31 seconds")
          yield* reconcile
          assert.strictEqual(yield* stateOf(session.id), "Ready")
          yield* quietly
          yield* pay(session.id)
        })
      )
    )

    it.effect("the buyer's bank asks, and pays when it could authenticate", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("scarf"), want("bowl")])
          const asked = yield* pay(session.id, "spt_test_3ds")
          assert.strictEqual(asked.status, "authentication_required")
          assert.strictEqual(yield* stateOf(session.id), "Challenged")
          assert.strictEqual((yield* Effect.flip(pay(session.id)))._tag, "IllegalStep")
          const paid = yield* pay(session.id, "spt_test_3ds", { outcome: "authenticated" })
          assert.deepStrictEqual([paid.status, paid.confirmationNumber], ["succeeded", asked.confirmationNumber])
          assert.strictEqual((yield* ordersOf(session.id)).length, 2)
        })
      )
    )

    it.effect("a bank that could not authenticate leaves it open", () =>
      balanced(
        Effect.gen(function* () {
          for (const outcome of ["denied", "canceled", "abandoned", "AUTHENTICATED", ""]) {
            const session = yield* ready([want("scarf")])
            yield* pay(session.id, "spt_test_3ds")
            const declined = yield* Effect.flip(pay(session.id, "spt_test_3ds", { outcome }))
            assert.deepInclude({ ...declined }, { _tag: "PaymentDeclined", reason: "not_authenticated" })
            assert.strictEqual(yield* stateOf(session.id), "Ready")
          }
        })
      )
    )

    it.effect("a challenge whose time is over is not answered any more, and is closed", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* ready([want("scarf")])
          yield* pay(session.id, "spt_test_3ds")
          yield* TestClock.adjust("31 minutes")
          const late = yield* Effect.flip(pay(session.id, "spt_test_3ds", { outcome: "authenticated" }))
          assert.strictEqual(late._tag, "SessionExpired")
          yield* expire
          assert.strictEqual(yield* stateOf(session.id), "Expired")
        })
      )
    )

    it.effect("who cancels while the bank asks has the attempt closed first: it never settles", () =>
      balanced(
        Effect.gen(function* () {
          const { asked, payments } = yield* Books
          const session = yield* ready([want("scarf")])
          yield* pay(session.id, "spt_test_3ds")
          assert.strictEqual((yield* cancel(session.id)).state._tag, "Canceled")
          const [attemptId] = [...asked.keys()]
          assert.strictEqual((yield* payments.confirm(begun(asked.get(attemptId!)!), yes))._tag, "Declined")
          const late = yield* Effect.flip(pay(session.id, "spt_test_3ds", { outcome: "authenticated" }))
          assert.deepInclude({ ...late }, { _tag: "IllegalStep", from: "Canceled" })
        })
      )
    )

    it.effect("who cancels when the money has already moved gets the orders, and is told so", () =>
      balanced(
        Effect.gen(function* () {
          const { asked, payments } = yield* Books
          const session = yield* ready([want("scarf")])
          yield* pay(session.id, "spt_test_3ds")
          yield* payments.confirm(begun([...asked.values()][0]!), yes)
          assert.deepInclude(
            { ...(yield* Effect.flip(cancel(session.id))) },
            { _tag: "IllegalStep", from: "Completed" }
          )
          assert.strictEqual((yield* ordersOf(session.id)).length, 1)
        })
      )
    )

    it.effect("one whose bank was never answered expires: closed at the provider, and on the shelf again", () =>
      balanced(
        Effect.gen(function* () {
          const { asked, outcomeOf } = yield* Books
          const session = yield* ready([want("scarf")])
          const before = yield* sold("scarf")
          yield* pay(session.id, "spt_test_3ds")
          yield* expire
          assert.strictEqual(yield* stateOf(session.id), "Challenged")
          yield* TestClock.adjust("31 minutes")
          yield* expire
          assert.strictEqual(yield* stateOf(session.id), "Expired")
          assert.strictEqual(yield* sold("scarf"), before)
          assert.strictEqual((yield* outcomeOf([...asked.keys()][0]!))?._tag, "Declined")
        })
      )
    )

    it.effect("one that nobody paid expires after half an hour, and then never changes", () =>
      balanced(
        Effect.gen(function* () {
          const checkout = yield* Checkout
          const session = yield* ready([want("scarf")])
          yield* TestClock.adjust("29 minutes")
          yield* checkout.revise(session.id, { pickupNotes: "later" }).pipe(by())
          yield* TestClock.adjust("29 minutes")
          yield* expire
          assert.strictEqual(yield* stateOf(session.id), "Ready")
          yield* TestClock.adjust("2 minutes")
          assert.strictEqual((yield* Effect.flip(pay(session.id)))._tag, "SessionExpired")
          yield* expire
          assert.strictEqual(yield* stateOf(session.id), "Expired")
          const revised = checkout.revise(session.id, { pickupNotes: "too late" }).pipe(by())
          assert.strictEqual((yield* Effect.flip(revised))._tag, "SessionExpired")
          assert.strictEqual((yield* Effect.flip(cancel(session.id)))._tag, "IllegalStep")
        })
      )
    )

    it.effect("one that was found overdue and lived on since is left alone", () =>
      balanced(
        Effect.gen(function* () {
          const payment = yield* Payment
          const session = yield* ready([want("scarf")])
          yield* pay(session.id, "spt_test_3ds")
          // The bank's answer comes in at the last moment: denied. Its time has begun anew when its turn comes.
          yield* TestClock.adjust("29 minutes")
          yield* Effect.flip(pay(session.id, "", { outcome: "denied" }))
          yield* TestClock.adjust("2 minutes")
          const lived = yield* read(session.id)
          assert.deepStrictEqual(yield* payment.expire(lived), lived)
          assert.strictEqual(yield* stateOf(session.id), "Ready")
        })
      )
    )

    it.effect("of two buyers who race for the last piece one gets it, and the other is told it is gone", () =>
      balanced(
        Effect.gen(function* () {
          const sessions = [yield* ready([want("print")]), yield* ready([want("print"), want("scarf")])]
          const before = (yield* inventory()).find(({ thing }) => thing === "lst_print ")
          const exits = yield* Effect.forEach(sessions, ({ id }) => Effect.exit(pay(id)), { concurrency: 2 })
          assert.strictEqual(exits.filter(Exit.isSuccess).length, 1)
          const lost = sessions[exits.findIndex(Exit.isFailure)]!
          assert.deepInclude({ ...(yield* Effect.flip(pay(lost.id))) }, { _tag: "OutOfStock", available: 0 })
          assert.strictEqual(yield* sold("print"), 0)
          assert.strictEqual((yield* charges).length, 1)
          assert.deepStrictEqual(
            (yield* inventory()).find(({ thing }) => thing === "lst_print "),
            before
          )
        })
      )
    )

    it.effect("the same checkout paid twice at once is charged once", () =>
      balanced(
        Effect.gen(function* () {
          for (let turn = 0; turn < 5; turn++) {
            yield* quietly
            const session = yield* ready([want("scarf", 1)])
            const told = yield* Effect.forEach(["spt_test_ok", "tok_test_ok"], (token) => pay(session.id, token), {
              concurrency: 2
            })
            assert.strictEqual(new Set(told.map(({ confirmationNumber }) => confirmationNumber)).size, 1)
            assert.strictEqual((yield* charges).length, 1)
            assert.strictEqual((yield* ordersOf(session.id)).length, 1)
          }
        })
      )
    )

    it.effect("of a payment and a cancellation at once one wins: it is completed or canceled, never both", () =>
      balanced(
        Effect.gen(function* () {
          for (let turn = 0; turn < 6; turn++) {
            yield* quietly
            const session = yield* ready([want("bowl")])
            const both = [Effect.exit(pay(session.id)), Effect.exit(cancel(session.id))]
            yield* Effect.all(turn % 2 ? both : both.reverse(), { concurrency: 2 })
            const state = yield* stateOf(session.id)
            assert.include(["Completed", "Canceled"], state)
            if (state === "Canceled") assert.deepStrictEqual(yield* charges, [])
          }
        })
      )
    )

    it.effect("while money is moving it can neither be canceled nor changed", () =>
      balanced(
        Effect.gen(function* () {
          const { around } = yield* Books
          const checkout = yield* Checkout
          const session = yield* ready([want("bowl")])
          around.before = Effect.gen(function* () {
            assert.strictEqual((yield* Effect.flip(cancel(session.id)))._tag, "IllegalStep")
            const revised = checkout.revise(session.id, { pickupNotes: "no" }).pipe(by())
            assert.strictEqual((yield* Effect.flip(revised))._tag, "IllegalStep")
          }).pipe(Effect.orDie, Effect.provideContext(yield* Effect.context<any>()))
          assert.strictEqual((yield* pay(session.id)).status, "succeeded")
        })
      )
    )

    it.effect("money that comes although its attempt was closed goes back", () =>
      balanced(
        Effect.gen(function* () {
          const { around, asked, payments } = yield* Books
          const payment = yield* Payment
          const everything = yield* Effect.context<SqlClient.SqlClient | Checkout | Payment>()
          // The provider takes its time; meanwhile its attempt is closed, and then it says all the same that it settled.
          const closed = (id: string, leave: boolean) =>
            Effect.gen(function* () {
              around.before = Effect.void
              yield* payment.reconcile(yield* read(id))
              if (leave) yield* cancel(id)
            }).pipe(Effect.orDie, Effect.provideContext(everything))
          around.after = () => Effect.succeed<Outcome>({ _tag: "Settled" })
          for (const leaves of [true, false]) {
            const session = yield* ready([want("bowl")])
            const { total } = session.state.contents.quote.totals
            asked.clear()
            around.before = closed(session.id, leaves)
            const ended = yield* Effect.exit(pay(session.id))
            const [first] = [...asked.keys()]
            yield* repaid
            assert.deepStrictEqual(
              (yield* payments.refunds({ attemptId: first! })).map(({ amount }) => amount),
              [total]
            )
            // Who has left is told so; for who has not, the payment is made again, under another attempt.
            assert.strictEqual(Exit.isSuccess(ended), !leaves)
            assert.strictEqual(asked.size, leaves ? 1 : 2)
            assert.strictEqual(yield* stateOf(session.id), leaves ? "Canceled" : "Completed")
          }
        })
      )
    )

    it.effect("a change over a version that somebody else has changed is refused", () =>
      balanced(
        Effect.gen(function* () {
          const checkout = yield* Checkout
          const session = yield* ready([want("bowl")])
          yield* checkout.move(session, { _tag: "CancelRequested" })
          assert.strictEqual((yield* Effect.flip(checkout.move(session, { _tag: "TimedOut" })))._tag, "StaleCheckout")
          assert.strictEqual(yield* stateOf(session.id), "Canceled")
        })
      )
    )

    it.effect("a process that died before it charged: the checkout is open again, and can be paid", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* died(undefined)
          yield* reconcile
          assert.strictEqual(yield* stateOf(session.id), "Paying")
          yield* TestClock.adjust("31 seconds")
          yield* reconcile
          assert.strictEqual(yield* stateOf(session.id), "Ready")
          yield* pay(session.id)
        })
      )
    )

    it.effect("a process that died after it charged: there are orders, of the numbers that were planned", () =>
      balanced(
        Effect.gen(function* () {
          const session = yield* died("spt_test_ok")
          yield* TestClock.adjust("31 seconds")
          yield* Effect.all([reconcile, reconcile, reconcile], { concurrency: 3 })
          assert.strictEqual(yield* stateOf(session.id), "Completed")
          assert.deepStrictEqual(
            (yield* ordersOf(session.id)).map(({ number }) => number),
            [`CL-${session.id}-1`, `CL-${session.id}-2`]
          )
        })
      )
    )

    it.effect("a process that died after the charge was declined, or while the bank asked: it is open again", () =>
      balanced(
        Effect.gen(function* () {
          for (const token of ["spt_test_declined", "spt_test_3ds"]) {
            const session = yield* died(token)
            yield* TestClock.adjust("31 seconds")
            yield* reconcile
            assert.strictEqual(yield* stateOf(session.id), "Ready")
          }
        })
      )
    )

    it.effect("a checkout answers to its owner; to everybody else it is not there", () =>
      balanced(
        Effect.gen(function* () {
          const [ada, mia, bot] = [account("acc_ada"), account("acc_mia"), agent("key_1")]
          const unknown = yield* Effect.flip(read("chk_nobody", ada))
          for (const [owner, others] of [
            [ada, [mia, bot, undefined]],
            [bot, [ada, agent("key_2"), undefined]]
          ] as const) {
            const { id } = yield* ready([want("bowl")], undefined, owner)
            for (const other of others) {
              assert.deepStrictEqual(yield* Effect.flip(read(id, other)), unknown)
              assert.deepStrictEqual(yield* Effect.flip(pay(id, "spt_test_ok", {}, other)), unknown)
              assert.deepStrictEqual(yield* Effect.flip(cancel(id, other)), unknown)
            }
            yield* pay(id, "spt_test_ok", {}, owner)
          }
        })
      )
    )

    it.effect("a signed-in buyer need not say again who they are and where they live", () =>
      balanced(
        Effect.gen(function* () {
          const { id, state } = yield* ready([want("scarf")], {}, account("acc_ada"))
          assert.strictEqual(state._tag, "Ready")
          assert.strictEqual(state.contents.buyer.email, "ada@craftlocal.test")
          assert.strictEqual(state.contents.address?.state, "OR")
          yield* pay(id, "spt_test_ok", {}, account("acc_ada"))
        })
      )
    )

    it.effect("a member ships free from $50 at a shop, and pays that", () =>
      balanced(
        Effect.gen(function* () {
          const changes = { address: texas, method: "standard" } as const
          const { id, state } = yield* ready([want("bowl"), want("scarf")], changes, account("acc_mia"))
          assert.deepStrictEqual(
            state.contents.quote.shops.map(
              ({ discount, fulfillment }): ReadonlyArray<number> => [fulfillment, discount]
            ),
            [
              [801, 801],
              [399, 0]
            ]
          )
          yield* pay(id, "spt_test_ok", {}, account("acc_mia"))
        })
      )
    )

    it.effect("a checkout that comes to more than can be kept is refused; the dearest that can be is paid", () =>
      balanced(
        Effect.gen(function* () {
          for (const quantity of [21, 99]) {
            const refused = yield* Effect.flip(ready([want("crown", quantity)]))
            assert.deepInclude({ ...refused }, { _tag: "Invalid" })
          }
          const { id } = yield* ready([want("crown", 18)])
          yield* pay(id)
          assert.deepStrictEqual(yield* charges, [18 * 1_000_000_00 + 18 * 100_000_00])
        })
      )
    )

    it.effect("a shop that is not in the checkout cannot be told how to deliver, whatever it is called", () =>
      balanced(
        Effect.gen(function* () {
          for (const shop of ["shp_loom", "constructor", "toString", "__proto__"]) {
            const deliveries = Object.fromEntries([[shop, "pickup" as const]])
            const refused = yield* Effect.flip(ready([want("bowl")], { deliveries }))
            assert.deepInclude({ ...refused }, { _tag: "Invalid" }, shop)
          }
        })
      )
    )
  }
)
