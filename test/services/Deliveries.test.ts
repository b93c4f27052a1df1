import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import Stripe from "stripe"
import { Mail } from "../../src/ports/Mail.ts"
import { Agents } from "../../src/services/Agents.ts"
import { Fulfilment } from "../../src/services/Fulfilment.ts"
import { Repayment } from "../../src/services/Repayment.ts"
import { Undelivered } from "../../src/services/Undelivered.ts"
import { Orders } from "../../src/store/Orders.ts"
import { Outbox } from "../../src/store/Outbox.ts"
import { faults } from "../acp/bundle.ts"
import { onEveryDatabase } from "../databases.ts"
import { type Received, webhookReceiver } from "../doubles/webhookReceiver.ts"
import { ordersOf, pay, ready, texas, want } from "./buying.ts"
import { delivered, putForward, telling } from "./delivering.ts"
import { agent, by } from "./market.ts"

const secret = "whsec_given_by_the_agent"
const { webhooks } = new Stripe("sk_test_unused")

const signed = ({ headers, raw }: Received, header = "merchant-signature") =>
  webhooks.signature!.verifyHeader(raw, String(headers[header]), secret, 300)

/** What an agent was told since, every bit of it signed and right by the official schema. */
const told = (received: Array<Received>, header?: string) =>
  received.splice(0).map((one) => {
    assert.isTrue(signed(one, header))
    assert.deepStrictEqual(faults("Order", one.body.data), [])
    assert.strictEqual(one.body.data.type, "order")
    assert.match(String(one.headers.timestamp), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    return one
  })

/** The letters since, by whom they are for. */
const letters = (seen: Set<string>) =>
  Effect.map(
    Effect.flatMap(Mail, ({ sent }) => sent),
    (all) =>
      [...all]
        .reverse()
        .filter(({ id }) => !seen.has(id))
        .map(({ id, subject, to }) => {
          seen.add(id)
          return [to, subject.replace(/CL-\w+-\w+(-\d)?/, "ORDER")]
        })
  )

const receiving = Effect.acquireRelease(Effect.promise(webhookReceiver), (receiver) =>
  Effect.promise(() => receiver.close())
)

/** An agent with a webhook buys; everything that waits is delivered, if it can be. */
const bought = (url: string, wanted: ReadonlyArray<ReturnType<typeof want>>, dialect: "acp" | "openai" = "acp") =>
  Effect.gen(function* () {
    const { id } = yield* Effect.flatMap(Agents, ({ create }) => create("An agent", { url, secret, dialect }))
    const buyer = { name: "Gus Guest", email: "gus@guest.test" }
    const session = yield* ready(wanted, { buyer, address: texas, method: "standard" }, agent(id))
    yield* pay(session.id, "spt_test_ok", {}, agent(id))
    yield* delivered
    return { agentId: id, checkoutId: session.id, orders: yield* ordersOf(session.id) }
  })

const happens = (order: string, type: "processing" | "shipped" | "delivered" | "in_transit", also: object = {}) =>
  Effect.andThen(
    Effect.flatMap(Fulfilment, ({ happened }) => happened(order, { type, ...also })),
    delivered
  )

const gives = (orderId: string, amount: number) =>
  Effect.gen(function* () {
    const [sql, orders, { ofOrder }] = [yield* SqlClient.SqlClient, yield* Orders, yield* Repayment]
    const order = (yield* orders.find(orderId))!
    yield* sql.withTransaction(ofOrder(order, amount, "chipped"))
    yield* delivered
  })

const amountOf = ({ body }: Received, type: string) =>
  body.data.totals.find((total: any) => total.type === type)?.amount as number | undefined

onEveryDatabase(
  "what is told of a purchase",
  (database) => telling(database.layer),
  (it) => {
    it.effect("reaches the buyer, both shops and the agent, from the payment to the refund", () =>
      Effect.gen(function* () {
        const { received, url } = yield* receiving
        const seen = new Set<string>()
        const { agentId, checkoutId, orders } = yield* bought(url, [want("mug", 2, "Large"), want("scarf")])
        const [kiln, loom] = orders as [(typeof orders)[number], (typeof orders)[number]]
        assert.sameDeepMembers(yield* letters(seen), [
          ["gus@guest.test", "CraftLocal: your order ORDER at Clay & Kiln"],
          ["gus@guest.test", "CraftLocal: your order ORDER at Warp Weft"],
          ["kiln@craftlocal.test", `CraftLocal: you sold $${(kiln.total / 100).toFixed(2)}, order ORDER`],
          ["loom@craftlocal.test", `CraftLocal: you sold $${(loom.total / 100).toFixed(2)}, order ORDER`]
        ])
        const [created, ...more] = told(received)
        assert.deepStrictEqual(more, [])
        assert.strictEqual(created!.body.type, "order_create")
        assert.deepInclude(created!.body.data, { id: kiln.id, checkout_session_id: checkoutId, status: "confirmed" })
        assert.strictEqual(amountOf(created!, "total"), kiln.total + loom.total)

        yield* happens(kiln.number, "shipped", { carrier: "U.P.S.", trackingNumber: "1Z999" })
        const [shipped] = told(received)
        assert.strictEqual(shipped!.body.type, "order_update")
        assert.deepInclude(shipped!.body.data.fulfillments[0], {
          status: "shipped",
          carrier: "ups",
          tracking_number: "1Z999",
          tracking_url: "https://www.ups.com/track?tracknum=1Z999"
        })
        assert.strictEqual(shipped!.body.data.status, "processing")
        assert.deepStrictEqual(yield* letters(seen), [["gus@guest.test", "CraftLocal: your order ORDER is on its way"]])

        yield* happens(kiln.number, "delivered")
        assert.strictEqual(told(received)[0]!.body.data.fulfillments[0].status, "delivered")
        assert.deepStrictEqual(yield* letters(seen), [["gus@guest.test", "CraftLocal: your order ORDER has arrived"]])

        yield* Effect.flatMap(Fulfilment, ({ cancel }) => cancel(loom.id, "Too many scarves")).pipe(by(agent(agentId)))
        yield* delivered
        assert.sameDeepMembers(yield* letters(seen), [
          ["gus@guest.test", "CraftLocal: your order ORDER was canceled"],
          ["loom@craftlocal.test", "CraftLocal: order ORDER was canceled"],
          ["gus@guest.test", "CraftLocal: your order ORDER was refunded"]
        ])
        const refunded = told(received).at(-1)!
        assert.strictEqual(refunded.body.data.status, "completed")
        assert.strictEqual(refunded.body.data.line_items[1].status, "removed")
        assert.deepStrictEqual(
          refunded.body.data.adjustments.map(({ amount, status, type }: any) => [type, status, amount]).sort(),
          [
            ["cancellation", "completed", undefined],
            ["refund", "completed", loom.total]
          ]
        )
        assert.strictEqual(amountOf(refunded, "amount_refunded"), loom.total)
        assert.strictEqual(amountOf(refunded, "total"), kiln.total + loom.total)

        yield* gives(kiln.id, 1000)
        assert.deepStrictEqual(yield* letters(seen), [
          ["gus@guest.test", "CraftLocal: your order ORDER was partly refunded"]
        ])
        assert.strictEqual(amountOf(told(received).at(-1)!, "amount_refunded"), loom.total + 1000)
        yield* gives(kiln.id, kiln.total - 1000)
        assert.deepStrictEqual(yield* letters(seen), [["gus@guest.test", "CraftLocal: your order ORDER was refunded"]])
        assert.strictEqual(amountOf(told(received).at(-1)!, "amount_refunded"), loom.total + kiln.total)
        assert.deepStrictEqual(yield* Effect.flatMap(Undelivered, ({ dead }) => dead), [])
      }).pipe(Effect.scoped)
    )

    it.effect("is called as OpenAI calls it, where the agent speaks so", () =>
      Effect.gen(function* () {
        const { received, url } = yield* receiving
        const { orders } = yield* bought(url, [want("bowl")], "openai")
        yield* happens(orders[0]!.number, "processing")
        const types = told(received, "craftlocal-signature").map(({ body }) => body.type)
        assert.deepStrictEqual(types, ["order_created", "order_updated"])
      }).pipe(Effect.scoped)
    )

    it.effect("is told again under the same name and with a fresh signature, the first word first", () =>
      Effect.gen(function* () {
        const { next, received, url } = yield* receiving
        next.push(500, 503)
        const { checkoutId, orders } = yield* bought(url, [want("bowl")])
        assert.lengthOf(received, 1)
        // Nobody is told of a change to an order they do not know.
        yield* happens(orders[0]!.number, "shipped")
        assert.lengthOf(received, 1)
        yield* Effect.sleep("1100 millis")
        yield* Effect.andThen(putForward, delivered)
        yield* Effect.andThen(putForward, delivered)
        yield* Effect.andThen(putForward, delivered)
        const ids = received.map(({ headers }) => headers["request-id"])
        const signatures = received.map(({ headers }) => headers["merchant-signature"])
        const all = told(received)
        assert.deepStrictEqual(
          all.map(({ body }) => body.type),
          ["order_create", "order_create", "order_create", "order_update"]
        )
        assert.deepStrictEqual(ids.slice(0, 3), Array(3).fill(`agent:${checkoutId}`))
        assert.notStrictEqual(ids[3], ids[0])
        assert.notStrictEqual(signatures[1], signatures[0])
        assert.strictEqual(all[3]!.body.data.status, "shipped")
      }).pipe(Effect.scoped)
    )

    it.effect("is given up at once when the agent refuses it, and can be replayed", () =>
      Effect.gen(function* () {
        const { next, received, url } = yield* receiving
        next.push(401)
        const { checkoutId } = yield* bought(url, [want("bowl")])
        const { dead, replay } = yield* Undelivered
        const [one] = yield* dead
        assert.deepInclude(one, {
          id: `agent:${checkoutId}`,
          message: "AgentUpdate",
          attempts: 1,
          lastFailure: "The webhook answered 401."
        })
        yield* replay(one!.id)
        yield* delivered
        assert.lengthOf(told(received), 2)
        assert.deepStrictEqual(yield* dead, [])
      }).pipe(Effect.scoped)
    )

    it.effect("is told anew when it changed while it was told", () =>
      Effect.gen(function* () {
        const { around, received, url } = yield* receiving
        const { checkoutId, orders } = yield* bought(url, [want("bowl")])
        received.splice(0)
        const sql = yield* SqlClient.SqlClient
        const run = Effect.runPromiseWith(yield* Effect.context<SqlClient.SqlClient>())
        around.before = async () => {
          around.before = async () => undefined
          await run(sql`UPDATE orders SET tracking_number = '1Z999' WHERE id = ${orders[0]!.id}`)
        }
        const { offer } = yield* Outbox
        yield* offer({ _tag: "AgentUpdate", checkoutId, event: "order_update" }, { id: `late:${checkoutId}` })
        yield* delivered
        const numbers = told(received).map(({ body }) => body.data.fulfillments[0].tracking_number)
        assert.deepStrictEqual(numbers, [undefined, "1Z999"])
      }).pipe(Effect.scoped)
    )

    it.effect("is nothing to agents without a webhook or whose key was taken back, and nothing to nobody", () =>
      Effect.gen(function* () {
        const { received, url } = yield* receiving
        const agents = yield* Agents
        const seen = new Set<string>()
        yield* letters(seen)
        const { id } = yield* agents.create("Without")
        const session = yield* ready(
          [want("bowl")],
          { buyer: { email: "gus@guest.test" }, address: texas, method: "standard" },
          agent(id)
        )
        yield* pay(session.id, "spt_test_ok", {}, agent(id))
        const sql = yield* SqlClient.SqlClient
        // Older orders may be without an address to write to.
        yield* sql`UPDATE orders SET buyer_email = '' WHERE checkout_id = ${session.id}`
        yield* delivered
        assert.deepStrictEqual(
          (yield* letters(seen)).map(([to]) => to),
          ["kiln@craftlocal.test"]
        )
        const { agentId, orders } = yield* bought(url, [want("bowl")])
        yield* agents.revoke(agentId)
        received.splice(0)
        yield* happens(orders[0]!.number, "processing")
        assert.deepStrictEqual(received, [])
        assert.deepStrictEqual(yield* Effect.flatMap(Undelivered, ({ dead }) => dead), [])
      }).pipe(Effect.scoped)
    )
  },
  { excludeTestServices: true }
)
