import { Effect } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { Site } from "../../ports/Site.ts"
import { Readiness } from "../../services/Readiness.ts"

const told = (body: unknown, status = 200) =>
  HttpServerResponse.jsonUnsafe(body, { status, headers: { "cache-control": "no-store" } })

/** `/health` says that the process is alive and asks nobody; `/ready` says whether it can do its work. */
export const layerHealth = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { version } = yield* Site
    const { check } = yield* Readiness
    yield* router.add("GET", "/health", Effect.succeed(told({ status: "ok", version })))
    yield* router.add(
      "GET",
      "/ready",
      Effect.map(check, ({ dependencies, ready }) =>
        told({ status: ready ? "ready" : "unavailable", dependencies }, ready ? 200 : 503)
      )
    )
  })
)
