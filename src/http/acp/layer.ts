import { Effect, Layer } from "effect"
import { HttpRouter } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import { Site } from "../../ports/Site.ts"
import { AcpCarts } from "../../services/acp/AcpCarts.ts"
import { AcpSessions } from "../../services/acp/AcpSessions.ts"
import { Door } from "./Door.ts"
import { discovery } from "./discovery.ts"
import { cartId, sessionId } from "./sessionId.ts"

const sessions = "/checkout_sessions"
const carts = "/carts"

/** The door of the Agentic Commerce Protocol: checkout sessions, carts, and how agents find them. */
export const layerAcp = HttpRouter.use((router) =>
  Effect.gen(function* () {
    const door = yield* Door
    const acp = yield* AcpSessions
    const collected = yield* AcpCarts
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

    yield* router.add("POST", carts, door.write(collected.create))
    yield* router.add(
      "GET",
      `${carts}/:id`,
      door.read((dialect) => Effect.flatMap(cartId, (id) => collected.retrieve(id, dialect)))
    )
    const replace = door.write((asked) => Effect.flatMap(cartId, (id) => collected.replace(id, asked)))
    yield* router.add("PUT", `${carts}/:id`, replace)
    // As the prose of the release has it, where its contract says PUT.
    yield* router.add("POST", `${carts}/:id`, replace)
    yield* router.add(
      "POST",
      `${carts}/:id/cancel`,
      door.write((asked) => Effect.flatMap(cartId, (id) => collected.cancel(id, asked)), { bodyMayBeLeftOut: true })
    )
    yield* router.add(
      "*",
      `${carts}*`,
      door.read(() => Effect.fail(new NotFound({ what: "cart" })))
    )
  })
).pipe(Layer.provide(Door.layer))
