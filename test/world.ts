import { gzipSync } from "node:zlib"
import { Clock, Context, Duration, Effect, Layer, Record } from "effect"
import { HttpRouter, HttpServer } from "effect/http"
import { SqlClient } from "effect/sql"
import type { Viewer } from "../schemas/access.ts"
import { resourcesOf } from "../schemas/toolsets.ts"
import { widgets } from "../schemas/widgets.ts"
import { layerDoors, layerMigrations, layerServices, routerConfig } from "../src/App.ts"
import { demoFace } from "../src/demo/face.ts"
import { layerPictures } from "../src/demo/Pictures.ts"
import { plantMarket } from "../src/demo/plant.ts"
import { layerArgon2Passwords } from "../src/live/argon2/Passwords.ts"
import { layerEmbeddedOAuth } from "../src/live/oidc/EmbeddedOAuth.ts"
import { layerEmbeddedTokens } from "../src/live/oidc/EmbeddedTokens.ts"
import { SigningKeys } from "../src/live/oidc/SigningKeys.ts"
import { layerDb } from "../src/live/sql/Db.ts"
import { Cache } from "../src/ports/Cache.ts"
import { Caller } from "../src/ports/Caller.ts"
import { Ids } from "../src/ports/Ids.ts"
import { Mail } from "../src/ports/Mail.ts"
import { Outside } from "../src/ports/Outside.ts"
import { PaymentEvents } from "../src/ports/PaymentEvents.ts"
import { Payments } from "../src/ports/Payments.ts"
import { Pixels } from "../src/ports/Pixels.ts"
import { Playground } from "../src/ports/Playground.ts"
import { RateLimit } from "../src/ports/RateLimit.ts"
import { Site } from "../src/ports/Site.ts"
import { Taxes } from "../src/ports/Taxes.ts"
import { Vault } from "../src/ports/Vault.ts"
import { WebhookSecret } from "../src/ports/WebhookSecret.ts"
import { Webhooks } from "../src/ports/Webhooks.ts"
import { Widgets } from "../src/ports/Widgets.ts"
import type { Baskets } from "../src/services/Baskets.ts"
import type { Catalog } from "../src/services/Catalog.ts"
import { Deliveries } from "../src/services/Deliveries.ts"
import type { Fulfilment } from "../src/services/Fulfilment.ts"
import { Housekeeping } from "../src/services/Housekeeping.ts"
import type { Images } from "../src/services/Images.ts"
import type { Ordering } from "../src/services/Ordering.ts"
import type { OwnData } from "../src/services/OwnData.ts"
import type { Purchases } from "../src/services/Purchases.ts"
import type { Repayment } from "../src/services/Repayment.ts"
import { validated } from "./acp/validated.ts"
import { layerPlanted } from "./kept/layerKept.ts"

export const publicUrl = "http://localhost:3001"

/** What carriers and shops sign with in a world. */
export const webhookSecret = "whs_of_this_world"

/** What a test may use of the world's inside. */
type Inside =
  | Baskets
  | Catalog
  | Deliveries
  | Fulfilment
  | Housekeeping
  | Images
  | Ordering
  | OwnData
  | Purchases
  | Repayment
  | SqlClient.SqlClient

/** Every widget, as a page with nothing in it. */
const emptyPages = Record.map(widgets, (_, name) => `<!doctype html><title>${name}</title>`)

/** When every story begins. */
export const dawn = new Date("2026-11-20T09:00:00.000Z")

/** A clock that stands still until it is moved on; waiting is real, and short. */
const standingClock = () => {
  let now = dawn.getTime()
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => now,
    currentTimeMillis: Effect.sync(() => now),
    currentTimeNanosUnsafe: () => BigInt(now) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(now) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => BigInt(now) * 1_000_000n,
    monotonicTimeNanos: Effect.sync(() => BigInt(now) * 1_000_000n),
    sleep: (duration) =>
      Effect.callback<void>((resume) => {
        const timer = setTimeout(() => resume(Effect.void), Duration.toMillis(duration))
        return Effect.sync(() => clearTimeout(timer))
      })
  }
  return { clock, passes: (duration: Duration.Input) => void (now += Duration.toMillis(duration)) }
}

export interface WorldOptions {
  /** A Postgres; the embedded database otherwise. */
  readonly databaseUrl?: string
  readonly perMinute?: number
  /** Where it is reached, when it is served by a socket. */
  readonly publicUrl?: string
  readonly demo?: boolean
  readonly moderation?: boolean
  readonly origins?: ReadonlyArray<string>
  readonly payments?: Layer.Layer<Payments>
  readonly paymentEvents?: Layer.Layer<PaymentEvents>
  /** The web, as far as this world goes. */
  readonly outside?: Layer.Layer<Outside>
  readonly pixels?: Layer.Layer<Pixels>
  /** As if it were built: its script and its stylesheet. */
  readonly playground?: { readonly script: string; readonly style: string }
  /** The playground looks for newer builds. */
  readonly dev?: boolean
}

const builtFile = (text: string) => ({ hash: `of ${text}`, bytes: Buffer.from(text), gzip: gzipSync(text) })

/**
 * The whole marketplace in this process, with every door and without a socket: memory machines, counted ids and a clock
 * that stands still, so that a story told twice comes out the same.
 */
export const openWorld = async ({
  databaseUrl,
  demo = true,
  dev = false,
  moderation = false,
  origins = [],
  outside = Outside.layerMemory(),
  paymentEvents = PaymentEvents.layerNone,
  payments = Payments.layerMemory,
  perMinute,
  playground,
  publicUrl: site = publicUrl,
  pixels = Pixels.layerMemory
}: WorldOptions = {}) => {
  const { clock, passes } = standingClock()
  let inside!: Context.Context<Inside>
  const peek = Layer.effectDiscard(
    Effect.map(Effect.context<Inside>(), (context) => {
      inside = context
    })
  )
  const ports = Layer.mergeAll(
    Cache.layerMemory,
    Ids.layerMemory,
    Mail.layerMemory,
    layerArgon2Passwords(),
    pixels,
    payments,
    paymentEvents,
    RateLimit.layerMemory(perMinute),
    Taxes.layerMemory,
    Webhooks.layerMemory,
    WebhookSecret.layer(webhookSecret),
    Widgets.layerMemory(emptyPages),
    layerPictures,
    Layer.succeed(
      Playground,
      playground && { script: builtFile(playground.script), style: builtFile(playground.style) }
    ),
    Layer.succeed(Site, { ...Site.defaultValue(), publicUrl: site, moderation })
  )
  const resources = resourcesOf(site)
  const identity = Layer.merge(
    layerEmbeddedOAuth({ secret: "of this world", issuer: site, resources }),
    layerEmbeddedTokens({ issuer: site, resources })
  ).pipe(Layer.provide(SigningKeys.layer), Layer.provideMerge(Layer.merge(Vault.layerMemory, outside)))
  const database = Layer.effectDiscard(plantMarket({ seed: 1, now: dawn })).pipe(
    Layer.provideMerge(layerMigrations),
    Layer.provideMerge(databaseUrl === undefined ? layerPlanted(dawn) : layerDb(databaseUrl))
  )
  const routes = Layer.merge(
    layerDoors({
      demo: demo ? demoFace : undefined,
      dev,
      publicUrl: site,
      allowedOrigins: new Set([site, ...origins]),
      trustedProxies: []
    }),
    peek
  ).pipe(
    Layer.provide(layerServices),
    Layer.provide(Layer.merge(ports, identity)),
    Layer.provide(database),
    Layer.provide(HttpServer.layerServices),
    Layer.provide(Layer.succeed(Clock.Clock, clock))
  )
  const { dispose, handler } = HttpRouter.toWebHandler(routes, {
    disableLogger: true,
    routerConfig
  })
  const answered = validated((request) => handler(request, Context.make(Clock.Clock, clock) as never))
  const fetchHere = (input: string | URL, init?: RequestInit): Promise<Response> =>
    answered(new Request(new URL(input, site), init))
  // The first request opens the world.
  await fetchHere("/health")
  return {
    fetch: fetchHere,
    dispose,
    passes,
    /** Uses the services themselves, behind the doors' backs: as a guest, unless it provides somebody else. */
    run: <A, E>(effect: Effect.Effect<A, E, Inside | Caller>, viewer: Viewer = { _tag: "Guest" }): Promise<A> => {
      const caller = { viewer, channel: "web", from: "world", correlationId: "req_world" } as const
      return Effect.runPromise(Effect.provideContext(Effect.orDie(effect), Context.add(inside, Caller, caller)))
    },
    /** Looks at or changes the tables behind the doors' backs. */
    sql: <A>(query: (sql: SqlClient.SqlClient) => Effect.Effect<A, unknown>): Promise<A> =>
      Effect.runPromise(Effect.orDie(query(Context.get(inside, SqlClient.SqlClient)))),
    /** What the clock does to checkouts whose time is over. */
    expire: Effect.flatMap(Housekeeping, ({ expire }) => expire),
    /** What the clock forgets. */
    sweep: (): Promise<void> =>
      Effect.runPromise(
        Effect.provideContext(
          Effect.provideService(Effect.orDie(Effect.flatMap(Housekeeping, ({ sweep }) => sweep)), Clock.Clock, clock),
          inside
        )
      ),
    /** Delivers what waits in the outbox, one after the other. */
    deliver: (): Promise<void> => {
      const next = Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { deliverNext } = yield* Deliveries
        const due = sql`SELECT 1 FROM outbox WHERE state = 'pending' AND visible_at <= now()`
        while ((yield* due).length > 0) yield* Effect.exit(deliverNext)
      })
      const told = Effect.provideService(Effect.orDie(next), Clock.Clock, clock)
      return Effect.runPromise(Effect.provideContext(told, inside))
    },
    /** A token for a demo account. */
    token: async (email: string, ...scopes: ReadonlyArray<string>) => {
      const answer = await fetchHere("/dev/token", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email, scopes })
      })
      return ((await answer.json()) as { readonly access_token: string }).access_token
    }
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
