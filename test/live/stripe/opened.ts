import { Context, Effect, Layer, Logger } from "effect"
import { layerStripePayments, type StripeOptions } from "../../../src/live/stripe/StripePayments.ts"
import { type Begun, type Charge, Payments } from "../../../src/ports/Payments.ts"
import { type Double, openDouble } from "../../doubles/stripe/double.ts"

/** The other end of the wire. */
export class Stripe extends Context.Service<Stripe, Double>()("test/Stripe") {}

const layerDouble = Layer.effect(
  Stripe,
  Effect.acquireRelease(
    Effect.promise(() => openDouble()),
    ({ close }) => Effect.promise(close)
  )
)

export const secretKey = "sk_test_wire"

/** Stripe's machine by its double, with a short patience; `over` is how this one differs. */
export const stripeBy = (over: Partial<StripeOptions> = {}) =>
  Layer.unwrap(
    Effect.map(Stripe, ({ url }) => layerStripePayments({ secretKey, apiBase: url, patience: "2500 millis", ...over }))
  )

export const opened = stripeBy({ page: (id) => `https://shop.test/checkout/${id}` }).pipe(
  Layer.provideMerge(layerDouble)
)

let attempts = 0
/** An attempt nobody made before. */
export const attempt = (token: string, over: Partial<Charge & Begun> = {}): Charge & Begun => {
  attempts += 1
  const attemptId = `att_wire${attempts}`
  return { attemptId, checkoutId: "chk_1", amount: 4200, currency: "usd", token, startedAt: new Date(), ...over }
}

/** What was sent since then, and how. */
export const sent = Effect.map(Stripe, ({ books }) =>
  books.asked.map(({ body, headers, method, path }) => ({
    method,
    path,
    form: Object.fromEntries(new URLSearchParams(body)),
    version: headers["stripe-version"],
    key: headers["idempotency-key"],
    authorization: headers.authorization
  }))
)

export const posts = Effect.map(sent, (all) => all.filter(({ method }) => method === "POST"))

/** Runs it with nothing sent before; answers what it answered and what was written to the log. */
export const watched = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const { books } = yield* Stripe
    books.asked.length = 0
    const lines: Array<string> = []
    const logger = Logger.map(Logger.formatJson, (line) => void lines.push(line))
    const answer = yield* Effect.provide(effect, Logger.layer([logger]))
    return { answer, log: lines.join("\n") }
  })

/** What a charge was answered, a refusal included. */
export const charged = (one: Charge) =>
  Effect.flatMap(Payments, ({ charge }) => watched(Effect.catch(charge(one), (error) => Effect.succeed(error))))
export const closed = (one: Begun) => Effect.flatMap(Payments, ({ close }) => close(one))

/** How much the double has of an attempt. */
export const kept = ({ attemptId }: { readonly attemptId: string }) =>
  Effect.map(Stripe, ({ books }) => books.kept(attemptId))

/** The payments of an attempt, as they stand. */
export const intentsOf = ({ attemptId }: { readonly attemptId: string }) =>
  Effect.map(Stripe, ({ books }) =>
    [...books.intents.values()].filter(({ metadata }) => metadata.attempt_id === attemptId)
  )
