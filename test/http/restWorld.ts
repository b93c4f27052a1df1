import { Effect, Layer, Option } from "effect"
import { HttpRouter, HttpServer } from "effect/http"
import { SqlClient } from "effect/sql"
import { routerConfig } from "../../src/http/Api.ts"
import { layerDev } from "../../src/http/dev/layer.ts"
import { layerHealth } from "../../src/http/health/layer.ts"
import { layerPages } from "../../src/http/pages/layer.ts"
import { Operator } from "../../src/http/pages/Operator.ts"
import { layerRest } from "../../src/http/rest/layer.ts"
import { layerDb } from "../../src/live/sql/Db.ts"
import { Auth } from "../../src/ports/Auth.ts"
import { Cache } from "../../src/ports/Cache.ts"
import { Ids } from "../../src/ports/Ids.ts"
import { Mail } from "../../src/ports/Mail.ts"
import { Payments } from "../../src/ports/Payments.ts"
import { Pictures } from "../../src/ports/Pictures.ts"
import { RateLimit } from "../../src/ports/RateLimit.ts"
import { Taxes } from "../../src/ports/Taxes.ts"
import { Baskets } from "../../src/services/Baskets.ts"
import { Catalog } from "../../src/services/Catalog.ts"
import { Checkout } from "../../src/services/Checkout.ts"
import { Identify } from "../../src/services/Identify.ts"
import { Ordering } from "../../src/services/Ordering.ts"
import { Payment } from "../../src/services/Payment.ts"
import { Purchases } from "../../src/services/Purchases.ts"
import { Quotes } from "../../src/services/Quotes.ts"
import { Readiness } from "../../src/services/Readiness.ts"
import { Repayment } from "../../src/services/Repayment.ts"
import { Settlement } from "../../src/services/Settlement.ts"
import { Undelivered } from "../../src/services/Undelivered.ts"
import { Writes } from "../../src/services/Writes.ts"
import { Accounts } from "../../src/store/Accounts.ts"
import { AgentKeys } from "../../src/store/AgentKeys.ts"
import { Attempts } from "../../src/store/Attempts.ts"
import { Audit } from "../../src/store/Audit.ts"
import { Carts } from "../../src/store/Carts.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { DeadLetters } from "../../src/store/DeadLetters.ts"
import { Discounts } from "../../src/store/Discounts.ts"
import { Idempotency } from "../../src/store/Idempotency.ts"
import { Listings } from "../../src/store/Listings.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { Orders } from "../../src/store/Orders.ts"
import { Outbox } from "../../src/store/Outbox.ts"
import { Places } from "../../src/store/Places.ts"
import { Refunds } from "../../src/store/Refunds.ts"
import { Stock } from "../../src/store/Stock.ts"
import { tinyShop } from "./tinyShop.ts"

const db = Layer.effectDiscard(tinyShop).pipe(
  Layer.provideMerge(layerMigrations),
  Layer.provideMerge(layerDb("memory:"))
)

const stores = Layer.mergeAll(
  Accounts.layer,
  AgentKeys.layer,
  Attempts.layer,
  Audit.layer,
  Carts.layer,
  Checkouts.layer,
  DeadLetters.layer,
  Discounts.layer,
  Idempotency.layer,
  Listings.layer,
  Orders.layer,
  Outbox.layer,
  Places.layer,
  Refunds.layer,
  Stock.layer
).pipe(Layer.provideMerge(db))

const drawn = {
  svg: (listingId: string, file: string) =>
    Effect.succeed(listingId === "lst_mug" && file === "1.svg" ? Option.some("<svg/>") : Option.none<string>())
}
const operator = { supportEmail: "help@craftlocal.test", demo: { agentKey: "acp_test", accounts: ["a@b.test"] } }

const ports = (perMinute?: number) =>
  Layer.mergeAll(
    Auth.layerMemory,
    Cache.layerMemory,
    Ids.layerMemory,
    Layer.succeed(Pictures, drawn),
    Layer.succeed(Operator, operator),
    Mail.layerMemory,
    Payments.layerMemory,
    RateLimit.layerMemory(perMinute),
    Taxes.layerMemory
  )

const services = (perMinute?: number) =>
  Layer.mergeAll(
    Ordering.layer.pipe(
      Layer.provide(Payment.layer),
      Layer.provide(Layer.merge(Repayment.layer, Settlement.layer)),
      Layer.provideMerge(Checkout.layer),
      Layer.provide(Quotes.layer),
      Layer.provideMerge(Baskets.layer)
    ),
    Catalog.layer({ publicUrl: "http://localhost:3001" }),
    Identify.layer,
    Purchases.layer,
    Readiness.layer,
    Undelivered.layer,
    Writes.layer
  ).pipe(Layer.provideMerge(stores), Layer.provideMerge(ports(perMinute)))

export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: any
}

interface Asking {
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly token?: string | undefined
}

/** The whole door in this process, over a database of its own: nothing listens, nothing is faked but the ports. */
export const openWorld = async (options: { readonly perMinute?: number } = {}) => {
  let sql!: SqlClient.SqlClient
  let auth!: Auth["Service"]
  let mail!: Mail["Service"]
  const peek = Layer.effectDiscard(
    Effect.gen(function* () {
      sql = yield* SqlClient.SqlClient
      auth = yield* Auth
      mail = yield* Mail
    })
  )
  const routes = Layer.mergeAll(layerRest, layerPages, layerHealth, layerDev, peek).pipe(
    Layer.provide(services(options.perMinute)),
    Layer.provide(HttpServer.layerServices)
  )
  const { dispose, handler } = HttpRouter.toWebHandler(routes, { disableLogger: true, routerConfig })

  const ask = async (method: string, path: string, asking: Asking = {}): Promise<Told> => {
    const { body, headers, token } = asking
    const raw = typeof body === "string" ? body : body === undefined ? undefined : JSON.stringify(body)
    const answer = await handler(
      new Request(`http://localhost:3001${path}`, {
        method,
        headers: {
          ...(raw !== undefined && { "content-type": "application/json" }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers
        },
        ...(raw !== undefined && { body: raw })
      })
    )
    const text = await answer.text()
    const json = /^application\/(.+\+)?json/.test(answer.headers.get("content-type") ?? "")
    return { status: answer.status, headers: answer.headers, text, body: json && text ? JSON.parse(text) : undefined }
  }

  await ask("GET", "/openapi.json")
  return {
    ask,
    get: (path: string, asking?: Asking) => ask("GET", path, asking),
    post: (path: string, body?: unknown, asking?: Asking) => ask("POST", path, { body, ...asking }),
    token: (accountId: string, scopes: ReadonlyArray<string> = ["orders.read", "orders.write"]) =>
      Effect.runPromise(auth.issue({ accountId, scopes } as unknown as Parameters<typeof auth.issue>[0])),
    rows: <A extends object>(statement: (sql: SqlClient.SqlClient) => Effect.Effect<ReadonlyArray<A>, unknown>) =>
      Effect.runPromise(statement(sql)),
    send: (letter: Parameters<typeof mail.send>[0]) => Effect.runPromise(mail.send(letter)),
    close: dispose
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
