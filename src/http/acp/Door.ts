import { Context, Effect, Exit, Layer } from "effect"
import { HttpRouter, HttpServerRequest, type HttpServerResponse } from "effect/http"
import type { Refusal, Unavailable } from "../../../schemas/errors.ts"
import { Caller } from "../../ports/Caller.ts"
import { Payments } from "../../ports/Payments.ts"
import { Site } from "../../ports/Site.ts"
import { Identify } from "../../services/Identify.ts"
import { type Record, unrecorded, type Write, Writes, type Written } from "../../services/Writes.ts"
import { admission } from "../edge.ts"
import { answered } from "./answered.ts"
import { closed } from "./closed.ts"
import type { Dialect } from "./dialects/Dialect.ts"
import { idempotencyKey } from "./idempotencyKey.ts"
import { type Problem, toldOfCause } from "./Problem.ts"
import { readBody } from "./readBody.ts"
import { makeServedVersion } from "./servedVersion.ts"
import type { Market, Shown } from "./session/Shown.ts"
import { sessionId } from "./sessionId.ts"

type Failure = Problem | Refusal

type Answering = Effect.Effect<
  HttpServerResponse.HttpServerResponse,
  never,
  HttpServerRequest.HttpServerRequest | HttpRouter.RouteContext
>

/** A request that changes something: what it is called, and where it goes below its session. */
export interface Operation {
  readonly action: string
  readonly status: number
  readonly bodyMayBeLeftOut?: boolean
}

/** What every request to this door goes through, in the order of the checks. */
export class Door extends Context.Service<
  Door,
  {
    /** A write that is one transaction. */
    readonly once: (
      operation: Operation,
      run: (id: string, body: unknown, dialect: Dialect) => Effect.Effect<Shown, Failure, Caller>
    ) => Answering
    /** A write with a payment in the middle. */
    readonly saga: (
      operation: Operation,
      run: (id: string, body: unknown, record: Record<Shown>, again: boolean) => Effect.Effect<Shown, Failure, Caller>
    ) => Answering
    readonly read: (run: (id: string) => Effect.Effect<Shown, Failure, Caller>) => Answering
  }
>()("craftlocal/http/acp/Door") {
  static readonly layer = Layer.effect(
    Door,
    Effect.gen(function* () {
      const { agent } = yield* Identify
      const writes = yield* Writes
      const { provider } = yield* Payments
      const { name, publicUrl } = yield* Site
      const asking = yield* admission("acp", agent)
      const market: Market = { name, publicUrl, provider }
      const servedVersion = makeServedVersion()

      /** Who asks, by a version of the protocol that we speak. */
      const admitted = Effect.gen(function* () {
        const { headers } = yield* HttpServerRequest.HttpServerRequest
        const caller = yield* asking
        return { caller, dialect: yield* servedVersion(headers["api-version"]) }
      })

      const answer =
        ({ refused, sessionOf }: Dialect, status: number) =>
        (exit: Exit.Exit<Shown, Failure>) =>
          Exit.isSuccess(exit) ? { status, body: sessionOf(exit.value, market) } : refused(toldOfCause(exit.cause))

      const write =
        (
          through: (
            gate: Write<Shown, Failure | Unavailable>,
            run: (record: Record<Shown>, again: boolean) => Effect.Effect<Shown, Failure, Caller>
          ) => Effect.Effect<Written, Failure, Caller>
        ) =>
        (
          { action, bodyMayBeLeftOut = false, status }: Operation,
          run: (
            id: string,
            body: unknown,
            dialect: Dialect,
            record: Record<Shown>,
            again: boolean
          ) => Effect.Effect<Shown, Failure, Caller>
        ): Answering =>
          Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
            Effect.gen(function* () {
              const { caller, dialect } = yield* admitted
              const body = yield* readBody(bodyMayBeLeftOut)
              const key = yield* idempotencyKey(request.headers["idempotency-key"], dialect.keyNeeded)
              const { route } = yield* HttpRouter.RouteContext
              const id = route.path.includes(":id") ? yield* sessionId : ""
              const written = yield* through(
                {
                  action,
                  path: `POST ${route.path.replace(":id", id)}`,
                  key,
                  body,
                  answer: answer(dialect, status),
                  subject: ({ session }) => session.id
                },
                (record, again) =>
                  Effect.tapDefect(run(id, body, dialect, record, again), (defect) =>
                    Effect.logError(`${action} broke`, defect)
                  )
              ).pipe(Effect.provideService(Caller, caller))
              const requestId = request.headers["request-id"] ?? caller.correlationId
              return answered(written, { requestId, key }, written.replayed)
            }).pipe((effect) => closed(effect, request))
          )

      return Door.of({
        once: (operation, run) => write((gate, run) => writes.once(gate, run(unrecorded, false)))(operation, run),
        saga: (operation, run) =>
          write((gate, run) => writes.saga(gate, run))(operation, (id, body, _, record, again) =>
            run(id, body, record, again)
          ),
        read: (run) =>
          Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
            Effect.gen(function* () {
              const { caller, dialect } = yield* admitted
              const shown = yield* run(yield* sessionId).pipe(Effect.provideService(Caller, caller))
              const requestId = request.headers["request-id"] ?? caller.correlationId
              return answered({ status: 200, body: dialect.sessionOf(shown, market) }, { requestId, key: undefined })
            }).pipe((effect) => closed(effect, request))
          )
      })
    })
  )
}
