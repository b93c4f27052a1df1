import { Effect, Exit } from "effect"
import { SqlClient } from "effect/sql"
import type { Viewer } from "../../schemas/access.ts"
import { errorBody, Internal, type Refusal } from "../../schemas/errors.ts"
import type { AccountId, AgentKeyId, ListingId, OrderId } from "../../schemas/ids.ts"
import type { Completed, Session } from "../../schemas/session.ts"
import { Caller } from "../../src/ports/Caller.ts"
import { Deliveries } from "../../src/services/Deliveries.ts"
import { Fulfilment, type Happening } from "../../src/services/Fulfilment.ts"
import { Housekeeping } from "../../src/services/Housekeeping.ts"
import { type Completing, Ordering, type Revision } from "../../src/services/Ordering.ts"
import { Payment } from "../../src/services/Payment.ts"
import { Purchases } from "../../src/services/Purchases.ts"
import { type Record, unrecorded, type Write, Writes, type Written } from "../../src/services/Writes.ts"
import type { Message } from "../../src/store/Outbox.ts"
import type { History } from "./History.ts"
import type { Books } from "./provider.ts"

const viewers: ReadonlyArray<Viewer> = [
  { _tag: "Guest" },
  { _tag: "Account", accountId: "acc_ada" as AccountId, scopes: ["orders.read", "orders.write"] },
  { _tag: "Account", accountId: "acc_mia" as AccountId, scopes: ["orders.read", "orders.write"] },
  { _tag: "Agent", agentKeyId: "key_sim" as AgentKeyId }
]

const austin = { line1: "2 Elm St", city: "Austin", state: "TX", zip: "78701", country: "US" }
const portland = { line1: "1 Main St", city: "Portland", state: "OR", zip: "97201", country: "US" }

const tokens = [
  "spt_test_ok",
  "spt_test_ok",
  "spt_test_ok",
  "spt_test_ok",
  "spt_test_declined",
  "spt_test_3ds",
  "spt_test_3ds",
  "spt_test_timeout",
  "spt_test_down"
]

/** As a door tells an ending. */
const told = (exit: Exit.Exit<unknown, Refusal>) => {
  if (Exit.isSuccess(exit)) return { status: 200, body: JSON.parse(JSON.stringify(exit.value)) }
  const failure = exit.cause.reasons.find((reason) => reason._tag === "Fail")
  const refusal: Refusal = failure === undefined ? new Internal() : (failure.error as Refusal)
  return { status: refusal.status, body: { tag: refusal._tag, ...errorBody(refusal) } }
}

interface Answer {
  readonly status: number
  readonly body: any
  readonly replayed?: boolean
}

type Kind = "once" | "saga"

/** Somebody who buys, over a line that breaks, and asks again as clients do: with the same key until there is an answer. */
export const buyer = Effect.fnUntraced(function* (history: History, name: string) {
  const { random, simulation } = history
  const viewer = random.pick(viewers)
  const from = name
  let keys = 0

  /** One try. The same key again may only bring the same answer. */
  const send = <A>(
    kind: Kind,
    path: string,
    key: string,
    body: unknown,
    run: (record: Record<A>, again: boolean) => Effect.Effect<A, Refusal, any>
  ) =>
    Effect.gen(function* () {
      const writes = yield* Writes
      const write: Write<A, Refusal> = {
        action: path,
        path,
        key,
        body,
        answer: told as Write<A, Refusal>["answer"],
        subject: () => path
      }
      const written = kind === "once" ? writes.once(write, run(unrecorded, false)) : writes.saga(write, run)
      return yield* (written as Effect.Effect<Written, Refusal, any>).pipe(
        Effect.catch((refusal) => Effect.succeed<Answer>({ ...told(Exit.fail(refusal)) }))
      )
    }).pipe(
      Effect.catchDefect(() => Effect.succeed<Answer>({ status: 500, body: { tag: "Internal" } })),
      Effect.provideService(Caller, { viewer, channel: "web", from, correlationId: `cor_${name}` }),
      (request) => simulation.ask(name, request, () => random.chance(simulation.weather.impatience / 2))
    )

  const patiently = (request: ReturnType<typeof send>) =>
    Effect.raceFirst(
      Effect.exit(request),
      simulation
        .waits("loses patience", { rare: true })
        .pipe(
          Effect.andThen(Effect.sync(() => simulation.happened("a buyer lost patience"))),
          Effect.as(Exit.fail("connection lost" as const))
        )
    )

  const counts = ({ body, status }: Answer) => status < 500 && !(status === 409 && body.tag === "KeyInFlight")

  /** Some ask again although they were answered. */
  const askAgain = (...request: Parameters<typeof send<any>>) =>
    Effect.map(Effect.exit(send(...request)), (exit) => {
      if (!Exit.isSuccess(exit) || !counts(exit.value)) return
      history.answered(`${name} ${request[1]} ${request[2]}`, exit.value)
      simulation.happened("a buyer asked again although they were answered")
    })

  /** Until there is an answer that counts; then none other may come under this key. */
  const settled = <A>(
    kind: Kind,
    path: string,
    body: unknown,
    run: (record: Record<A>, again: boolean) => Effect.Effect<A, Refusal, any>,
    beforeAgain: Effect.Effect<unknown, unknown, any> = Effect.void
  ) =>
    Effect.gen(function* () {
      const key = `${name}-${++keys}`
      for (let left = 6; left > 0; left--) {
        if (left < 6) yield* beforeAgain
        const exit = yield* patiently(send(kind, path, key, body, run))
        if (Exit.isSuccess(exit)) {
          const answer = exit.value
          if (counts(answer)) {
            history.answered(`${name} ${path} ${key}`, answer)
            simulation.happened(`answered ${answer.status === 200 ? path.split(" ")[0] : answer.body.tag}`)
            if (random.chance(0.08)) yield* askAgain(kind, path, key, body, run)
            return answer
          }
        }
        yield* Effect.sleep(random.int(200, 40_000))
      }
      return undefined
    })

  const bag = Array.from({ length: random.int(1, 2) }, () => random.pick(history.things))
  let session: Session | undefined
  let orders: ReadonlyArray<{ readonly id: OrderId }> = []

  const shown = (answer: Answer | undefined) => {
    if (answer === undefined) return
    const next: Session | undefined = answer.body.checkoutSession ?? (answer.body.lines ? answer.body : undefined)
    if (next !== undefined) {
      session = next
      history.told(next.id, next.total)
    }
    if (answer.status === 200 && answer.body.order !== undefined) orders = (answer.body as Completed).orders
    if (answer.body.tag === "TotalChanged" && session !== undefined) {
      history.told(session.id, Math.round(answer.body.error.details.total * 100))
    }
  }

  const [first] = bag
  const opened = yield* settled("once", "open", first, () =>
    Effect.flatMap(Ordering, (ordering) =>
      ordering.open({
        listingId: first!.listingId as ListingId,
        variant: first!.variant,
        quantity: random.int(1, 2)
      } as never)
    )
  )
  shown(opened)
  if (session === undefined) return
  const { id } = session

  let unsure = false
  const revise = (input: Revision) =>
    Effect.map(
      settled("once", `revise ${id}`, input, () => Effect.flatMap(Ordering, (ordering) => ordering.revise(id, input))),
      (answer) => {
        unsure ||= answer === undefined
        shown(answer)
      }
    )

  /** Who never heard what became of a change looks before paying. */
  const look = Effect.fnUntraced(function* () {
    for (let left = 20; left > 0; left--) {
      const read = Effect.flatMap(Ordering, (ordering) => ordering.read(id)).pipe(
        Effect.provideService(Caller, { viewer, channel: "web", from, correlationId: `cor_${name}` })
      )
      const exit = yield* Effect.exit(
        simulation.ask(name, read, () => random.chance(simulation.weather.impatience / 2))
      )
      if (Exit.isSuccess(exit)) return shown({ status: 200, body: JSON.parse(JSON.stringify(exit.value)) })
      yield* Effect.sleep(random.int(200, 20_000))
    }
    return yield* Effect.interrupt
  })

  /** Who has two requests under way cannot know what the other one was told, and looks before asking again. */
  const complete = (input: Completing, isOneOfTwo = false) =>
    Effect.gen(function* () {
      if (unsure) yield* look()
      unsure = false
      history.agrees(id)
      const answer = yield* settled<Completed>(
        "saga",
        `complete ${id}`,
        input,
        (record, again) => Effect.flatMap(Ordering, (ordering) => ordering.complete(id, input, record, again)),
        isOneOfTwo ? Effect.map(look(), () => history.agrees(id)) : Effect.void
      )
      unsure ||= answer === undefined
      shown(answer)
      return answer
    })

  const cancel = settled<Session>("saga", `cancel ${id}`, {}, (record) =>
    Effect.flatMap(Ordering, (ordering) => ordering.cancel(id, record))
  )

  const address = () => (random.chance(0.7) ? austin : portland)
  const method = () => random.pick(["standard", "standard", "expedited", "pickup"] as const)
  const ready = (): Revision => ({ email: `${name}@sim.test`, shippingAddress: address(), shippingMethod: method() })

  if (random.chance(0.85)) yield* revise(ready())
  if (bag.length > 1) {
    const [, { listingId, variant }] = bag as [unknown, { listingId: ListingId; variant: string }]
    yield* revise({ lines: [{ listingId, variant, quantity: random.int(0, 2) }] } as Revision)
  }

  for (let acts = random.int(2, 5); acts > 0; acts--) {
    const roll = random.next()
    if (roll < 0.5) {
      const paying: Completing = { paymentToken: random.pick(tokens), ...(random.chance(0.2) && ready()) }
      if (random.chance(0.2)) {
        // A double click: two requests of their own at the same time.
        yield* Effect.all([complete(paying, true), complete({ ...paying, paymentToken: random.pick(tokens) }, true)], {
          concurrency: 2
        })
      } else yield* complete(paying)
    } else if (roll < 0.62)
      yield* revise(random.chance(0.5) ? ready() : { discountCodes: [random.pick(["TENTH", "CLOTH", "NOPE"])] })
    else if (roll < 0.7) yield* Effect.map(cancel, shown)
    else if (roll < 0.8) yield* Effect.sleep(random.int(1_000, 45 * 60_000))
    if (session?.status === "authentication_required" && random.chance(0.8)) {
      const outcome = random.chance(0.7) ? "authenticated" : "denied"
      yield* complete({ paymentToken: "spt_test_3ds", authenticationResult: { outcome } })
    }
    if (session?.status === "completed" || orders.length > 0) break
  }

  for (const order of orders) {
    if (!random.chance(0.35)) continue
    yield* settled("once", `cancel order ${order.id}`, {}, () =>
      Effect.flatMap(Purchases, (purchases) => purchases.cancel(order.id, "changed my mind"))
    )
  }

  // Whoever is not the owner cannot tell that it exists.
  if (viewer._tag === "Guest") return
  const stranger = viewers.find((each) => each !== viewer && each._tag !== "Guest")!
  const spied = yield* simulation
    .ask(
      name,
      Effect.exit(Effect.flatMap(Ordering, (ordering) => ordering.read(id))).pipe(
        Effect.provideService(Caller, { viewer: stranger, channel: "web", from, correlationId: "cor_spy" })
      )
    )
    .pipe(Effect.orElseSucceed(() => undefined))
  if (spied !== undefined && Exit.isSuccess(spied)) history.violated(`a stranger read ${id}`)
})

const again = <A, E, R>(times: number, history: History, name: string, work: () => Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    for (let left = times; left > 0; left--) {
      yield* Effect.sleep(history.random.int(1_000, 60_000))
      yield* Effect.exit(history.simulation.ask(name, work()))
    }
  })

/** What starts by the clock. */
export const clockwork = Effect.fnUntraced(function* (history: History) {
  yield* again(history.random.int(2, 5), history, "the clock", () =>
    Effect.flatMap(Housekeeping, ({ expire, reconcile }) => (history.random.chance(0.6) ? reconcile : expire))
  )
})

/** Delivers what waits in the outbox: in any order, some of it twice, some of it not yet. */
export const deliverSome = (history: History, all: boolean) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const { deliver } = yield* Deliveries
    const rows = yield* sql<{ id: string; element: string }>`SELECT id, element FROM outbox ORDER BY sequence`
    const waiting = rows.filter(({ id }) => !history.delivered.has(id) || (!all && history.random.chance(0.2)))
    for (const { element, id } of all ? waiting : history.random.shuffled(waiting).slice(0, 4)) {
      if (history.delivered.has(id)) history.simulation.happened("a message was delivered twice")
      const exit = yield* Effect.exit(deliver(JSON.parse(element) as Message, id))
      if (Exit.isSuccess(exit)) history.delivered.add(id)
    }
    return waiting.length
  })

export const postman = (history: History) =>
  again(history.random.int(2, 5), history, "the postman", () => deliverSome(history, false))

/** The provider tells of what became of payments: twice, late, in no order, and again if we were not there. */
export const herald = (history: History, books: Books) =>
  again(history.random.int(2, 6), history, "the herald", () =>
    Effect.gen(function* () {
      if (books.events.length === 0) return
      const { hear } = yield* Payment
      const attemptId = history.random.pick(books.events)
      history.simulation.happened("the provider told of a payment")
      yield* hear(attemptId)
    })
  )

const news: ReadonlyArray<Happening["type"]> = [
  "processing",
  "shipped",
  "ready_for_pickup",
  "in_transit",
  "delivered",
  "canceled"
]

/** A maker who changes prices, works on orders, and tells of them in no good order; and a carrier who says things twice. */
export const maker = (history: History) =>
  again(history.random.int(1, 4), history, "the maker", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const { random } = history
      if (random.chance(0.25)) {
        const { listingId } = random.pick(history.things)
        yield* sql`UPDATE listings SET price = price + ${random.pick([-100, 150, 333])} WHERE id = ${listingId}`
        return
      }
      const rows = yield* sql<{ id: string }>`SELECT id FROM orders ORDER BY number`
      if (rows.length === 0) return
      const { happened } = yield* Fulfilment
      const type = random.pick(news)
      const tell = happened(random.pick(rows).id, { type, carrier: "usps", trackingNumber: "94001" })
      const exit = yield* Effect.exit(tell)
      if (Exit.isSuccess(exit)) history.simulation.happened(`an order: ${type}`)
      if (random.chance(0.3)) yield* Effect.exit(tell)
    })
  )
