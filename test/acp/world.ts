import { Context, Effect, Layer, Logger, ManagedRuntime, References } from "effect"
import { HttpRouter } from "effect/http"
import { SqlClient } from "effect/sql"
import { layerAcp } from "../../src/http/acp/layer.ts"
import { admission } from "../../src/http/edge.ts"
import { layerAcpBinding } from "../../src/mcp/layer.ts"
import { Auth } from "../../src/ports/Auth.ts"
import { Cache } from "../../src/ports/Cache.ts"
import { Ids } from "../../src/ports/Ids.ts"
import { type Charge, Payments } from "../../src/ports/Payments.ts"
import { RateLimit } from "../../src/ports/RateLimit.ts"
import { Taxes } from "../../src/ports/Taxes.ts"
import { Widgets } from "../../src/ports/Widgets.ts"
import { AcpCarts } from "../../src/services/acp/AcpCarts.ts"
import { AcpSessions } from "../../src/services/acp/AcpSessions.ts"
import { Baskets } from "../../src/services/Baskets.ts"
import { Checkout } from "../../src/services/Checkout.ts"
import { Identify } from "../../src/services/Identify.ts"
import { Journal } from "../../src/services/Journal.ts"
import { Notes } from "../../src/services/Notes.ts"
import { Payment } from "../../src/services/Payment.ts"
import { Quotes } from "../../src/services/Quotes.ts"
import { Repayment } from "../../src/services/Repayment.ts"
import { Settlement } from "../../src/services/Settlement.ts"
import { SignInSessions } from "../../src/services/SignInSessions.ts"
import { Writes } from "../../src/services/Writes.ts"
import { Accounts } from "../../src/store/Accounts.ts"
import { AcpNotes } from "../../src/store/AcpNotes.ts"
import { AgentKeys } from "../../src/store/AgentKeys.ts"
import { Attempts } from "../../src/store/Attempts.ts"
import { Audit } from "../../src/store/Audit.ts"
import { Bearers } from "../../src/store/Bearers.ts"
import { Carts } from "../../src/store/Carts.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { Discounts } from "../../src/store/Discounts.ts"
import { Idempotency } from "../../src/store/Idempotency.ts"
import { Listings } from "../../src/store/Listings.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { Orders } from "../../src/store/Orders.ts"
import { Outbox } from "../../src/store/Outbox.ts"
import { PaymentSteps } from "../../src/store/payments/PaymentSteps.ts"
import { Refunds } from "../../src/store/Refunds.ts"
import { SignInSessions as KeptSignIns } from "../../src/store/SignInSessions.ts"
import { Stock } from "../../src/store/Stock.ts"
import { layerMigrated } from "../kept/layerKept.ts"
import { plantShop } from "./shop.ts"
import { validated } from "./validated.ts"

export interface Options {
  /** False for a provider that is not the test provider's kind. */
  readonly test?: boolean
  readonly perMinute?: number
}

/** The test provider, which also writes down its charges and waits with `spt_test_slow` until it is told to go on. */
const watched = (charges: Array<Charge>, slow: { wait: Promise<void> }, test: boolean) =>
  Layer.effect(
    Payments,
    Effect.gen(function* () {
      const payments = Context.get(yield* Layer.build(Payments.layerMemory), Payments)
      return {
        ...payments,
        provider: { ...payments.provider, test },
        charge: (charge: Charge) =>
          Effect.suspend(() => {
            charges.push(charge)
            const waiting = charge.token === "spt_test_slow" ? Effect.promise(() => slow.wait) : Effect.void
            return Effect.andThen(waiting, payments.charge(charge))
          })
      }
    })
  )

const stores = Layer.mergeAll(
  Accounts.layer,
  AcpNotes.layer,
  AgentKeys.layer,
  Bearers.layer,
  Attempts.layer,
  Audit.layer,
  Carts.layer,
  Checkouts.layer,
  Discounts.layer,
  Idempotency.layer,
  Listings.layer,
  Orders.layer,
  Outbox.layer,
  PaymentSteps.layer,
  Refunds.layer,
  KeptSignIns.layer,
  Stock.layer
)

const services = Layer.merge(AcpSessions.layer, AcpCarts.layer).pipe(
  Layer.provideMerge(
    Layer.mergeAll(Baskets.layer, Identify.layer, Writes.layer, Payment.layer, Notes.layer, SignInSessions.layer)
  ),
  Layer.provideMerge(Layer.merge(Repayment.layer, Settlement.layer)),
  Layer.provideMerge(Checkout.layer),
  Layer.provideMerge(Quotes.layer),
  Layer.provideMerge(Journal.layer),
  Layer.provideMerge(stores)
)

const shop = Layer.effectDiscard(plantShop).pipe(Layer.provideMerge(layerMigrations), Layer.provideMerge(layerMigrated))

/** Writes down all that is logged, of every level. */
const written = (logs: Array<string>) =>
  Layer.mergeAll(
    Logger.layer([Logger.map(Logger.formatJson, (line) => void logs.push(line))]),
    Layer.succeed(References.MinimumLogLevel, "All")
  )

const binding = Layer.effectDiscard(
  Effect.gen(function* () {
    const { agent } = yield* Identify
    yield* layerAcpBinding({ caller: yield* admission("acp", agent), maxBody: 2 ** 20 })
  })
)

/** The doors, over HTTP and over MCP, over a small shop in memory, without a socket. */
export const makeWorld = async ({ perMinute = 1_000_000, test = true }: Options = {}) => {
  const charges: Array<Charge> = []
  const logs: Array<string> = []
  const slow = { wait: Promise.resolve() }
  const ports = Layer.mergeAll(
    Auth.layerMemory,
    Cache.layerMemory,
    Ids.layer,
    RateLimit.layerMemory(perMinute),
    Taxes.layerMemory,
    Widgets.layerMemory(),
    watched(charges, slow, test)
  )
  const world = services.pipe(Layer.provideMerge(ports), Layer.provideMerge(shop), Layer.provideMerge(written(logs)))
  const memoMap = Layer.makeMemoMapUnsafe()
  const runtime = ManagedRuntime.make(world, { memoMap })
  await runtime.runPromise(Effect.void)
  const web = HttpRouter.toWebHandler(Layer.merge(layerAcp, binding).pipe(Layer.provideMerge(world)), {
    memoMap,
    disableLogger: true,
    routerConfig: { maxParamLength: 16_384 }
  })
  return {
    charges,
    logs,
    slow,
    fetch: validated((request) => web.handler(request)),
    run: <A, E>(effect: Effect.Effect<A, E, Layer.Success<typeof world>>) => runtime.runPromise(effect),
    sql: <A extends object = any>(text: string, ...params: ReadonlyArray<unknown>): Promise<ReadonlyArray<A>> =>
      runtime.runPromise(Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe<A>(text, params))),
    dispose: async () => {
      await web.dispose()
      await runtime.dispose()
    }
  }
}

export type World = Awaited<ReturnType<typeof makeWorld>>
