import { assert } from "@effect/vitest"
import { Effect, Exit } from "effect"
import { SqlClient } from "effect/sql"
import type { CheckoutState } from "../../schemas/checkout.ts"
import { Accounts } from "../../src/store/Accounts.ts"
import { AgentKeys, hashKey } from "../../src/store/AgentKeys.ts"
import { Carts } from "../../src/store/Carts.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { Discounts } from "../../src/store/Discounts.ts"
import { Idempotency } from "../../src/store/Idempotency.ts"
import { Orders } from "../../src/store/Orders.ts"
import { PaymentSteps } from "../../src/store/payments/PaymentSteps.ts"
import { onEveryDatabase } from "../databases.ts"
import { lst, stores } from "../services/market.ts"
import { at, attempt, contents, fresh, settlement } from "./checkouts.ts"

onEveryDatabase(
  "the stores",
  ({ layer }) => stores(layer),
  (it) => {
    it.effect("a checkout of any state is read as it was written", () =>
      Effect.gen(function* () {
        const checkouts = yield* Checkouts
        const states: ReadonlyArray<CheckoutState> = [
          { _tag: "Open", contents: { ...contents, address: null, buyer: {}, deliveries: {}, pickupNotes: null } },
          { _tag: "Ready", contents },
          { _tag: "Paying", contents, attempt: attempt("a") },
          { _tag: "Challenged", contents, attempt: attempt("b"), url: "https://bank.test/?a=1&b=2" },
          { _tag: "Completed", contents, attempt: attempt("c") },
          { _tag: "Canceled", contents },
          { _tag: "Expired", contents }
        ]
        for (const state of states) {
          const checkout = fresh({ state })
          yield* checkouts.insert(checkout)
          assert.deepStrictEqual(yield* checkouts.find(checkout.id), checkout)
        }
      })
    )

    it.effect("an id that is nowhere, and one that can be nowhere, find nothing", () =>
      Effect.gen(function* () {
        const [accounts, carts, checkouts, orders] = [yield* Accounts, yield* Carts, yield* Checkouts, yield* Orders]
        for (const id of [
          "chk_nobody",
          "",
          "\0",
          "chk_\0",
          "'; DROP TABLE checkouts; --",
          "x".repeat(10_000),
          "chk_ü"
        ]) {
          assert.isUndefined(yield* checkouts.find(id))
          assert.isUndefined(yield* orders.find(id))
          assert.isUndefined(yield* carts.find(id, at(0)))
          assert.isUndefined(yield* accounts.find(id))
        }
      })
    )

    it.effect("a checkout is saved over the version that was read, and over no other", () =>
      Effect.gen(function* () {
        const checkouts = yield* Checkouts
        const first = fresh()
        yield* checkouts.insert(first)
        const second = yield* checkouts.save({ ...first, state: { _tag: "Canceled", contents } })
        assert.strictEqual(second.version, 2)
        assert.deepStrictEqual(yield* checkouts.find(first.id), second)
        for (const version of [1, 3, 0, -1]) {
          const stale = yield* Effect.flip(checkouts.save({ ...second, version, state: { _tag: "Expired", contents } }))
          assert.strictEqual(stale._tag, "StaleCheckout")
        }
        assert.deepStrictEqual(yield* checkouts.find(first.id), second)
      })
    )

    it.effect("of twenty who save over the same version one wins", () =>
      Effect.gen(function* () {
        const checkouts = yield* Checkouts
        const one = fresh()
        yield* checkouts.insert(one)
        const exits = yield* Effect.forEach(Array.from({ length: 20 }), () => Effect.exit(checkouts.save(one)), {
          concurrency: 20
        })
        assert.strictEqual(exits.filter(Exit.isSuccess).length, 1)
        assert.strictEqual((yield* checkouts.find(one.id))!.version, 2)
      })
    )

    it.effect("finds payments that nobody touched, and checkouts whose time is over but for those", () =>
      Effect.gen(function* () {
        const checkouts = yield* Checkouts
        const [paying, asked, open, over] = [
          fresh({ state: { _tag: "Paying", contents, attempt: attempt("d") }, expiresAt: at(1), updatedAt: at(1) }),
          fresh({ state: { _tag: "Challenged", contents, attempt: attempt("e"), url: "#" }, expiresAt: at(1) }),
          fresh({ expiresAt: at(1) }),
          fresh({ state: { _tag: "Canceled", contents }, expiresAt: at(1) })
        ]
        for (const checkout of [paying, asked, open, over]) yield* checkouts.insert(checkout)
        assert.notInclude(yield* checkouts.unfinished(at(1)), paying.id)
        assert.include(yield* checkouts.unfinished(at(2)), paying.id)
        const overdue = yield* checkouts.overdue(at(2))
        assert.includeMembers([...overdue], [asked.id, open.id])
        assert.notIncludeMembers([...overdue], [paying.id, over.id])
        assert.notIncludeMembers([...(yield* checkouts.overdue(at(1)))], [open.id])
      })
    )

    it.effect("orders are read as they were written, with their shop, their city and their lines in order", () =>
      Effect.gen(function* () {
        const [checkouts, orders, steps] = [yield* Checkouts, yield* Orders, yield* PaymentSteps]
        const checkout = fresh({ owner: "account:acc_ada" })
        yield* checkouts.insert(checkout)
        const settle = settlement(checkout, attempt("f"))
        const made = settle.orders
        assert.isTrue(yield* steps.settle(settle))
        const found = yield* orders.ofCheckout(checkout.id)
        const asRead = made.map(({ shopId, ...order }) => ({
          ...order,
          shop: { id: shopId, ...{ shp_kiln: { name: "Clay & Kiln", city: "Chicago" } }[shopId as string] }
        }))
        const confirmed = { id: "evt_f_1", type: "confirmed", at: at(5), note: null, location: null, amount: null }
        assert.deepStrictEqual(found[0], { ...asRead[0]!, trackingUrl: null, events: [confirmed] } as never)
        assert.strictEqual(found[0]!.address, null)
        assert.deepStrictEqual(found[1]!.address, contents.address)
        assert.deepStrictEqual(found[1]!.totals, contents.quote.shops[1])
        assert.deepStrictEqual(found[1]!.lines, made[1]!.lines)
        assert.strictEqual(found[1]!.estimatedDelivery, "2026-05-09")
        assert.deepStrictEqual(yield* orders.find(made[0].id), found[0])
      })
    )

    it.effect(
      "a checkout has one order for each shop, a number one order, and no order a total that does not add up",
      () =>
        Effect.gen(function* () {
          const [checkouts, steps, sql] = [yield* Checkouts, yield* PaymentSteps, yield* SqlClient.SqlClient]
          const checkout = fresh()
          yield* checkouts.insert(checkout)
          assert.isTrue(yield* steps.settle(settlement(checkout, attempt("g"))))
          const again = yield* Effect.flip(steps.settle(settlement({ ...checkout, version: 2 }, attempt("h"))))
          assert.strictEqual(again.reason._tag, "UniqueViolation")
          const drift = sql`UPDATE orders SET total = total + 1 WHERE checkout_id = ${checkout.id}`
          assert.strictEqual((yield* Effect.flip(drift)).reason._tag, "ConstraintError")
        })
    )

    it.effect("orders are listed newest first, by their buyer or their shop, by status and by pages", () =>
      Effect.gen(function* () {
        const [checkouts, orders, steps] = [yield* Checkouts, yield* Orders, yield* PaymentSteps]
        for (const minute of [1, 3, 2]) {
          const checkout = fresh({ owner: "account:acc_mia" })
          yield* checkouts.insert(checkout)
          assert.isTrue(yield* steps.settle(settlement(checkout, attempt(`list${minute}`), minute)))
        }
        const ask = { status: "all", limit: 10, offset: 0 } as const
        const mine = yield* orders.list({ owner: "account:acc_mia" }, ask)
        assert.strictEqual(mine.totalCount, 6)
        assert.deepStrictEqual(
          mine.orders.map(({ createdAt }) => createdAt.getUTCMinutes()),
          [3, 3, 2, 2, 1, 1]
        )
        const page = yield* orders.list({ owner: "account:acc_mia" }, { ...ask, limit: 2, offset: 1 })
        assert.deepStrictEqual(page, { orders: mine.orders.slice(1, 3), totalCount: 6 })
        const sold = yield* orders.list({ shops: ["shp_loom"] }, ask)
        assert.isTrue(sold.orders.every(({ shop }) => shop.id === "shp_loom"))
        assert.deepStrictEqual(yield* orders.list({ shops: [] }, ask), { orders: [], totalCount: 0 })
        const shipped = yield* orders.list({ owner: "account:acc_mia" }, { ...ask, status: "shipped" })
        assert.deepStrictEqual(shipped, { orders: [], totalCount: 0 })
      })
    )

    it.effect("a cart keeps its lines in their order, sets and removes them, and is gone when its time is over", () =>
      Effect.gen(function* () {
        const carts = yield* Carts
        yield* carts.insert({ id: "crt_1", owner: "guest", channel: "mcp", now: at(0), expiresAt: at(30) })
        const put = (listing: string, variant: string, quantity: number) =>
          carts.put("crt_1", { listingId: lst(listing), variant, quantity })
        yield* put("mug", "Small", 1)
        yield* put("bowl", "", 2)
        yield* put("mug", "Large", 3)
        yield* put("mug", "Small", 9)
        yield* put("bowl", "", 0)
        yield* put("scarf", "", 0)
        const cart = (yield* carts.find("crt_1", at(1)))!
        assert.deepStrictEqual(cart.lines, [
          { listingId: lst("mug"), variant: "Small", quantity: 9 },
          { listingId: lst("mug"), variant: "Large", quantity: 3 }
        ])
        assert.isUndefined(yield* carts.find("crt_1", at(30)))
        yield* carts.touch("crt_1", at(20), at(50))
        assert.deepStrictEqual(yield* carts.find("crt_1", at(30)), { ...cart, expiresAt: at(50) })
        yield* carts.sweep(at(51))
        assert.isUndefined(yield* carts.find("crt_1", at(1)))
      })
    )

    it.effect("a buyer finds the cart they used last; nobody finds a guest's by asking for guests", () =>
      Effect.gen(function* () {
        const carts = yield* Carts
        for (const [id, owner] of [
          ["crt_a", "account:acc_ada"],
          ["crt_b", "account:acc_ada"],
          ["crt_c", "guest"]
        ] as const) {
          yield* carts.insert({ id, owner, channel: "mcp", now: at(0), expiresAt: at(30) })
        }
        yield* carts.touch("crt_a", at(2), at(40))
        yield* carts.touch("crt_b", at(1), at(50))
        assert.strictEqual((yield* carts.latest("account:acc_ada", at(3)))?.id, "crt_a")
        assert.strictEqual((yield* carts.latest("account:acc_ada", at(45)))?.id, "crt_b")
        assert.isUndefined(yield* carts.latest("guest", at(3)))
        assert.isUndefined(yield* carts.latest("account:acc_bob", at(3)))
      })
    )

    it.effect("discounts are found by their codes, however they are written; nonsense finds nothing", () =>
      Effect.gen(function* () {
        const { find } = yield* Discounts
        const found = yield* find(["tenth", "CLOTH", "NOSUCH", "\0", "'; --", ""])
        assert.deepStrictEqual(found.map(({ code }) => code).sort(), ["CLOTH", "TENTH"])
        assert.deepStrictEqual(
          found.find(({ code }) => code === "CLOTH"),
          {
            code: "CLOTH",
            title: "$5 off cloth",
            kind: "fixed",
            percent: null,
            amount: 500,
            shopId: "shp_loom",
            minimum: 2000,
            priority: 2,
            startsAt: null,
            endsAt: null
          }
        )
        assert.deepStrictEqual((yield* find(["over"]))[0]?.endsAt, new Date("1969-12-31T00:00:00Z"))
        assert.deepStrictEqual(yield* find([]), [])
      })
    )

    it.effect("an account is found by its id and by its e-mail in any case, with its address and its shops", () =>
      Effect.gen(function* () {
        const { find, findByEmail, shopsOf } = yield* Accounts
        const ada = yield* find("acc_ada")
        assert.deepInclude(ada, { email: "ada@craftlocal.test", phone: "+1 503 555 0100", memberSince: null })
        assert.deepStrictEqual(ada?.address, {
          line1: "1 Main St",
          city: "Portland",
          state: "OR",
          zip: "97201",
          country: "US"
        })
        assert.deepStrictEqual(yield* findByEmail("ADA@CraftLocal.test"), ada)
        for (const email of ["", "ada", "%", "\0", "ada@craftlocal.test "])
          assert.isUndefined(yield* findByEmail(email))
        assert.deepStrictEqual((yield* find("acc_mia"))?.memberSince, new Date("2026-01-01T00:00:00Z"))
        assert.deepStrictEqual([yield* shopsOf("acc_kiln"), yield* shopsOf("acc_ada")], [["shp_kiln"], []])
      })
    )

    it.effect("an agent is found by its key until it is revoked; the key itself is kept nowhere", () =>
      Effect.gen(function* () {
        const [{ find }, sql] = [yield* AgentKeys, yield* SqlClient.SqlClient]
        yield* sql`INSERT INTO agent_keys (id, name, hash, created_at) VALUES ('key_1', 'Agent', ${hashKey("secret")}, now())`
        assert.strictEqual(yield* find("secret"), "key_1")
        for (const key of ["", "Secret", hashKey("secret"), "\0"]) assert.isUndefined(yield* find(key))
        yield* sql`UPDATE agent_keys SET revoked_at = now()`
        assert.isUndefined(yield* find("secret"))
        assert.strictEqual(JSON.stringify(yield* sql`SELECT * FROM agent_keys`).includes('"secret"'), false)
      })
    )

    it.effect("a key of a write is claimed, recorded, found and forgotten, each for itself", () =>
      Effect.gen(function* () {
        const [idempotency, sql] = [yield* Idempotency, yield* SqlClient.SqlClient]
        const key = { identity: "guest", path: "/a", key: "k1" }
        const others = [
          { ...key, identity: "agent:key_1" },
          { ...key, path: "/b" },
          { ...key, key: "k2" }
        ]
        assert.isUndefined(yield* idempotency.find(key))
        assert.strictEqual(yield* idempotency.claim(key, "print", at(0), at(1)), "first")
        assert.isUndefined(yield* idempotency.claim(key, "print", at(0), at(2)))
        assert.isUndefined(yield* idempotency.claim(key, "another", at(1), at(2)))
        assert.deepStrictEqual(yield* idempotency.find(key), {
          fingerprint: "print",
          answer: undefined,
          runningUntil: at(1)
        })
        assert.strictEqual(yield* idempotency.claim(key, "print", at(1), at(3)), "again")
        const answer = { status: 201, body: { a: [1, null, "ü"], b: { c: true } } }
        yield* idempotency.record(key, "print", answer, at(0))
        assert.deepStrictEqual(yield* idempotency.find(key), { fingerprint: "print", answer, runningUntil: null })
        assert.isUndefined(yield* idempotency.claim(key, "print", at(9), at(10)))
        for (const other of others) assert.isUndefined(yield* idempotency.find(other))
        yield* idempotency.record(others[0]!, "other", { status: 204, body: null }, at(5))
        yield* idempotency.forget(key)
        assert.isUndefined(yield* idempotency.find(key))
        assert.deepStrictEqual((yield* idempotency.find(others[0]!))?.answer, { status: 204, body: null })
        yield* idempotency.sweep(at(5))
        assert.isDefined(yield* idempotency.find(others[0]!))
        yield* idempotency.sweep(at(6))
        assert.isUndefined(yield* idempotency.find(others[0]!))
        assert.deepStrictEqual(yield* sql`SELECT * FROM idempotency`, [])
      })
    )
  }
)
