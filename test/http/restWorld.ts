import { Effect, Layer, Option } from "effect"
import { HttpRouter, HttpServer } from "effect/http"
import { SqlClient } from "effect/sql"
import { layerServices } from "../../src/App.ts"
import { routerConfig } from "../../src/http/Api.ts"
import { Visits } from "../../src/http/account/Visits.ts"
import { layerDev } from "../../src/http/dev/layer.ts"
import { layerHealth } from "../../src/http/health/layer.ts"
import { layerPages } from "../../src/http/pages/layer.ts"
import { Operator } from "../../src/http/pages/Operator.ts"
import { layerRest } from "../../src/http/rest/layer.ts"
import { Auth } from "../../src/ports/Auth.ts"
import { Cache } from "../../src/ports/Cache.ts"
import { Ids } from "../../src/ports/Ids.ts"
import { Mail } from "../../src/ports/Mail.ts"
import { OAuth } from "../../src/ports/OAuth.ts"
import { Outside } from "../../src/ports/Outside.ts"
import { Passwords } from "../../src/ports/Passwords.ts"
import { Payments } from "../../src/ports/Payments.ts"
import { Pictures } from "../../src/ports/Pictures.ts"
import { Pixels } from "../../src/ports/Pixels.ts"
import { RateLimit } from "../../src/ports/RateLimit.ts"
import { Taxes } from "../../src/ports/Taxes.ts"
import { Vault } from "../../src/ports/Vault.ts"
import { Webhooks } from "../../src/ports/Webhooks.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { layerMigrated } from "../kept/layerKept.ts"
import { tinyShop } from "./tinyShop.ts"

const db = Layer.effectDiscard(tinyShop).pipe(Layer.provideMerge(layerMigrations), Layer.provideMerge(layerMigrated))

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
    Layer.mock(OAuth, { issuer: "http://localhost:3001", embedded: true }),
    Passwords.layerMemory,
    Outside.layerMemory(),
    Pixels.layerMemory,
    Payments.layerMemory,
    RateLimit.layerMemory(perMinute),
    Taxes.layerMemory,
    Vault.layerMemory,
    Webhooks.layerMemory
  )

const services = (perMinute?: number) =>
  layerServices.pipe(Layer.provideMerge(db), Layer.provideMerge(ports(perMinute)))

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
  const routes = Layer.mergeAll(layerRest, Layer.provide(layerPages, Visits.layer), layerHealth, layerDev, peek).pipe(
    Layer.provide(services(options.perMinute)),
    Layer.provide(HttpServer.layerServices)
  )
  const { dispose, handler } = HttpRouter.toWebHandler(routes, { disableLogger: true, routerConfig })

  const fetchHere = (path: string | URL, init?: RequestInit) =>
    handler(new Request(new URL(path, "http://localhost:3001"), init))

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
    fetch: fetchHere,
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
