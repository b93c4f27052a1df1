import { Effect, Layer } from "effect"
import { HttpRouter } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import { Site } from "../../ports/Site.ts"
import { AcpSessions } from "../../services/acp/AcpSessions.ts"
import { Door } from "./Door.ts"
import { discovery } from "./discovery.ts"
import { sessionId } from "./sessionId.ts"

const sessions = "/checkout_sessions"

/** The door of the Agentic Commerce Protocol: five operations on checkout sessions, and how agents find them. */
export const layerAcp = HttpRouter.use((router) =>
  Effect.gen(function* () {
    const door = yield* Door
    const acp = yield* AcpSessions
    const { publicUrl } = yield* Site

    yield* router.add("GET", "/.well-known/acp.json", discovery(publicUrl))
    yield* router.add("POST", sessions, door.write(acp.create))
    yield* router.add(
      "GET",
      `${sessions}/:id`,
      door.read((dialect) => Effect.flatMap(sessionId, (id) => acp.retrieve(id, dialect)))
    )
    yield* router.add(
      "POST",
      `${sessions}/:id`,
      door.write((asked) => Effect.flatMap(sessionId, (id) => acp.update(id, asked)))
    )
    yield* router.add(
      "POST",
      `${sessions}/:id/complete`,
      door.write((asked) => Effect.flatMap(sessionId, (id) => acp.complete(id, asked)))
    )
    yield* router.add(
      "POST",
      `${sessions}/:id/cancel`,
      door.write((asked) => Effect.flatMap(sessionId, (id) => acp.cancel(id, asked)), { bodyMayBeLeftOut: true })
    )
    // Whatever else there could be below: not there, in the words of the protocol.
    yield* router.add(
      "*",
      `${sessions}*`,
      door.read(() => Effect.fail(new NotFound({ what: "checkout" })))
    )
  })
).pipe(Layer.provide(Door.layer))
