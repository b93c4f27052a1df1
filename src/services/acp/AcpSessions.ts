import { Context, Effect, type Exit, Layer } from "effect"
import type { Refusal, Unavailable } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { Payments } from "../../ports/Payments.ts"
import { Site } from "../../ports/Site.ts"
import type { Orders } from "../../store/Orders.ts"
import type { Refunds } from "../../store/Refunds.ts"
import type { Checkout } from "../Checkout.ts"
import type { Notes } from "../Notes.ts"
import type { Payment } from "../Payment.ts"
import { type Record, Writes, type Written } from "../Writes.ts"
import type { Asked } from "./Asked.ts"
import { answerOf } from "./answerOf.ts"
import { cancel } from "./cancel.ts"
import { complete } from "./complete.ts"
import { create } from "./create.ts"
import type { Dialect } from "./dialects/Dialect.ts"
import type { Problem } from "./Problem.ts"
import { retrieve } from "./retrieve.ts"
import type { Market, Shown } from "./session/Shown.ts"
import { update } from "./update.ts"

type Failure = Problem | Refusal

type Changing = (id: string, asked: Asked) => Effect.Effect<Written, Failure, Caller>

/** Where a write goes over HTTP, which is its scope over every transport. */
const at = (id: string, below = "") => `POST /checkout_sessions/${id}${below}`

/**
 * The five operations on checkout sessions, from a request in the words of the protocol to its answer in the dialect
 * that was asked for. What went wrong in the operation itself is an answer too; only what keeps it from being tried fails.
 */
export class AcpSessions extends Context.Service<
  AcpSessions,
  {
    readonly create: (asked: Asked) => Effect.Effect<Written, Failure, Caller>
    readonly update: Changing
    readonly complete: Changing
    readonly cancel: Changing
    readonly retrieve: (id: string, dialect: Dialect) => Effect.Effect<object, Failure, Caller>
  }
>()("craftlocal/services/acp/AcpSessions") {
  static readonly layer = Layer.effect(
    AcpSessions,
    Effect.gen(function* () {
      const writes = yield* Writes
      const { name, publicUrl } = yield* Site
      const { provider } = yield* Payments
      const market: Market = { name, publicUrl, provider }
      const services = yield* Effect.context<Checkout | Notes | Orders | Payment | Payments | Refunds>()
      const provide = Effect.provideContext(services)

      const gate = (action: string, path: string, status: number, { body, dialect, key }: Asked) => ({
        action,
        path,
        key,
        body,
        answer: (exit: Exit.Exit<Shown, Failure | Unavailable>) =>
          answerOf(exit, status, (shown) => dialect.sessionOf(shown, market), dialect),
        subject: ({ session }: Shown) => session.id
      })

      const loud =
        (action: string) =>
        <A, E, R>(effect: Effect.Effect<A, E, R>) =>
          Effect.tapDefect(effect, (defect) => Effect.logError(`${action} broke`, defect))

      const saga =
        (
          action: string,
          below: string,
          run: (
            id: string,
            body: unknown,
            record: Record<Shown>,
            again: boolean
          ) => Effect.Effect<Shown, Failure, Checkout | Notes | Payment | Payments | Caller>
        ): Changing =>
        (id, asked) =>
          writes.saga(gate(action, at(id, below), 200, asked), (record, again) =>
            loud(action)(provide(run(id, asked.body, record, again)))
          )

      return AcpSessions.of({
        create: (asked) =>
          writes.once(
            gate("acp.create", "POST /checkout_sessions", 201, asked),
            loud("acp.create")(provide(create(asked.body, asked.dialect)))
          ),
        update: (id, asked) =>
          writes.once(gate("acp.update", at(id), 200, asked), loud("acp.update")(provide(update(id, asked.body)))),
        complete: saga("acp.complete", "/complete", complete),
        cancel: saga("acp.cancel", "/cancel", cancel),
        retrieve: (id, dialect) =>
          Effect.map(provide(retrieve(id, publicUrl)), (shown) => dialect.sessionOf(shown, market))
      })
    })
  )
}
