import { Context, Effect, Layer } from "effect"
import { type HttpRouter, HttpServerRequest, type HttpServerResponse } from "effect/http"
import type { Refusal } from "../../../schemas/errors.ts"
import { Caller } from "../../ports/Caller.ts"
import type { Asked } from "../../services/acp/Asked.ts"
import type { Dialect } from "../../services/acp/dialects/Dialect.ts"
import { idempotencyKey } from "../../services/acp/idempotencyKey.ts"
import type { Problem } from "../../services/acp/Problem.ts"
import { makeServedVersion } from "../../services/acp/servedVersion.ts"
import { Identify } from "../../services/Identify.ts"
import type { Written } from "../../services/Writes.ts"
import { admission } from "../edge.ts"
import { answered } from "./answered.ts"
import { closed } from "./closed.ts"
import { readBody } from "./readBody.ts"

type Failure = Problem | Refusal

type Answering = Effect.Effect<
  HttpServerResponse.HttpServerResponse,
  never,
  HttpServerRequest.HttpServerRequest | HttpRouter.RouteContext
>

/** A request that changes something, in whichever dialect. */
type Writing = (asked: Asked) => Effect.Effect<Written, Failure, Caller | HttpRouter.RouteContext>

/** What every request to this door goes through, in the order of the checks. */
export class Door extends Context.Service<
  Door,
  {
    readonly write: (run: Writing, options?: { readonly bodyMayBeLeftOut?: boolean }) => Answering
    readonly read: (
      run: (dialect: Dialect) => Effect.Effect<object, Failure, Caller | HttpRouter.RouteContext>
    ) => Answering
  }
>()("craftlocal/http/acp/Door") {
  static readonly layer = Layer.effect(
    Door,
    Effect.gen(function* () {
      const { agent } = yield* Identify
      const asking = yield* admission("acp", agent)
      const servedVersion = makeServedVersion("the header API-Version")

      /** Who asks, by a version of the protocol that we speak. */
      const admitted = Effect.gen(function* () {
        const { headers } = yield* HttpServerRequest.HttpServerRequest
        const caller = yield* asking
        return { caller, dialect: yield* servedVersion(headers["api-version"]) }
      })

      return Door.of({
        write: (run, { bodyMayBeLeftOut = false } = {}) =>
          Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
            Effect.gen(function* () {
              const { caller, dialect } = yield* admitted
              const body = yield* readBody(bodyMayBeLeftOut)
              const key = yield* idempotencyKey(request.headers["idempotency-key"], {
                needed: dialect.keyNeeded,
                name: "Idempotency-Key"
              })
              const written = yield* run({ dialect, key, body }).pipe(Effect.provideService(Caller, caller))
              const requestId = request.headers["request-id"] ?? caller.correlationId
              return answered(written, { requestId, key }, written.replayed)
            }).pipe((effect) => closed(effect, request))
          ),
        read: (run) =>
          Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
            Effect.gen(function* () {
              const { caller, dialect } = yield* admitted
              const body = yield* run(dialect).pipe(Effect.provideService(Caller, caller))
              const requestId = request.headers["request-id"] ?? caller.correlationId
              return answered({ status: 200, body }, { requestId, key: undefined })
            }).pipe((effect) => closed(effect, request))
          )
      })
    })
  )
}
