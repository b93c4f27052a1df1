import { Effect, Layer } from "effect"
import { HttpRouter } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import type { Payments } from "../../ports/Payments.ts"
import { Site } from "../../ports/Site.ts"
import type { Checkout } from "../../services/Checkout.ts"
import type { Notes } from "../../services/Notes.ts"
import type { Payment } from "../../services/Payment.ts"
import { cancel } from "./cancel.ts"
import { complete } from "./complete.ts"
import { create } from "./create.ts"
import { Door } from "./Door.ts"
import { discovery } from "./discovery.ts"
import { retrieve } from "./retrieve.ts"
import { update } from "./update.ts"

const sessions = "/checkout_sessions"

/** The door of the Agentic Commerce Protocol: five operations on checkout sessions, and how agents find them. */
export const layerAcp = HttpRouter.use((router) =>
  Effect.gen(function* () {
    const door = yield* Door
    const { publicUrl } = yield* Site
    const services = yield* Effect.context<Checkout | Notes | Payment | Payments>()
    const provide = Effect.provideContext(services)

    yield* router.add("GET", "/.well-known/acp.json", discovery(publicUrl))
    yield* router.add(
      "POST",
      sessions,
      door.once({ action: "acp.create", status: 201 }, (_, body, dialect) => provide(create(body, dialect)))
    )
    yield* router.add(
      "GET",
      `${sessions}/:id`,
      door.read((id) => provide(retrieve(id)))
    )
    yield* router.add(
      "POST",
      `${sessions}/:id`,
      door.once({ action: "acp.update", status: 200 }, (id, body) => provide(update(id, body)))
    )
    yield* router.add(
      "POST",
      `${sessions}/:id/complete`,
      door.saga({ action: "acp.complete", status: 200 }, (id, body, record, again) =>
        provide(complete(id, body, record, again))
      )
    )
    yield* router.add(
      "POST",
      `${sessions}/:id/cancel`,
      door.saga({ action: "acp.cancel", status: 200, bodyMayBeLeftOut: true }, (id, body, record) =>
        provide(cancel(id, body, record))
      )
    )
    // Whatever else there could be below: not there, in the words of the protocol.
    yield* router.add(
      "*",
      `${sessions}*`,
      door.read(() => Effect.fail(new NotFound({ what: "checkout" })))
    )
  })
).pipe(Layer.provide(Door.layer))
